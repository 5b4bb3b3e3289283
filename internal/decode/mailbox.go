package decode

import (
	"bytes"
	"regexp"
	"sync"
)

// A Message is the stretch of a mailbox's bytes that one message takes.
type Message struct{ Start, End int }

// postmark is the line that begins a message in a mailbox (RFC 4155): whose message it
// is, and when it came. "From that day at 12:30 ..." in a story names no year.
var postmark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^From \S.{0,200}\b\d{1,2}:\d{2}(:\d{2})?\b.{0,40}\b(19|20)\d{2}\b`)
})

// headerField is how the line below a postmark begins.
var headerField = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^>?[A-Za-z][A-Za-z0-9-]{1,60}:`) })

// Mailbox finds the messages of a mailbox; nil when data are none, or hold but one. A
// message begins at the file's beginning or below a blank line.
func Mailbox(data []byte) []Message {
	const begin = "From "
	if !bytes.HasPrefix(data, []byte(begin)) || !beginsMessage(data) {
		return nil
	}
	out := []Message{{0, len(data)}}
	for at := 0; ; {
		n := bytes.Index(data[at:], []byte("\n"+begin))
		if n < 0 {
			break
		}
		at += n + 1
		above := bytes.TrimSuffix(data[:at-1], []byte("\r"))
		if len(above) > 0 && above[len(above)-1] != '\n' || !beginsMessage(data[at:]) {
			continue
		}
		out[len(out)-1].End = at
		out = append(out, Message{at, len(data)})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// beginsMessage reports whether data begin with a postmark and a header's field.
func beginsMessage(data []byte) bool {
	const longest = 1000
	first, rest, _ := bytes.Cut(data[:min(len(data), longest)], []byte("\n"))
	return postmark().Match(first) && headerField().Match(rest)
}

// MessageText is a message of a mailbox without what the mailbox adds to it: the line
// that begins it, which becomes a blank one so that the others keep their numbers, and
// the ">" before a line of text that begins with "From ". The bytes given stay as they are.
func MessageText(data []byte) []byte {
	return bytes.ReplaceAll(data[Postmark(data):], []byte("\n>From "), []byte("\nFrom "))
}

// Postmark is the length of the line that begins a message, without its end; 0 where none does.
func Postmark(data []byte) int {
	if !beginsMessage(data) {
		return 0
	}
	return bytes.IndexAny(data, "\r\n")
}
