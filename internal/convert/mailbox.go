package convert

import (
	"storybind/internal/book"
	"storybind/internal/decode"
	"storybind/internal/parse"
)

// A Message is the stretch of a mailbox's bytes that one story takes.
type Message = decode.Message

// Mailbox finds the stories of a mailbox; nil for a file that is none, or holds but one.
func Mailbox(data []byte) []Message { return decode.Mailbox(data) }

// MessageText is the story in such a stretch, without what a mailbox adds to it.
func MessageText(data []byte) []byte { return decode.MessageText(data) }

// Postmark is how many bytes of such a stretch are the mailbox's own line.
func Postmark(data []byte) int { return decode.Postmark(data) }

// TitleOf reads the beginning of a file for the title that it gives its story; "" when
// it gives none.
func TitleOf(name string, head []byte) string {
	src, _, err := decode.Text(name, head, decode.Options{})
	if err != nil {
		return ""
	}
	if m := parse.Header(src); m.TitleFrom == book.FromHeader {
		return m.Title
	}
	return ""
}
