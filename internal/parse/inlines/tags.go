package inlines

import (
	"strings"

	"storybind/internal/parse/char"
)

// Kinds of tags left over from web pages and boards.
type tagKind uint8

const (
	tagEmphasis tagKind = iota // <i>, <em>, [i], <u>
	tagStrong                  // <b>, <strong>, [b]
	tagStruck                  // <s>, <strike>, [s]
	TagLink                    // <a href=…>, [url=…]
	TagKinds
	TagBreak // <br>
	TagOther // <p>, <span …>: left out
)

var tagNames = map[string]tagKind{
	"i": tagEmphasis, "em": tagEmphasis, "u": tagEmphasis, "cite": tagEmphasis, "var": tagEmphasis, "dfn": tagEmphasis, "ins": tagEmphasis,
	"b": tagStrong, "strong": tagStrong, "s": tagStruck, "strike": tagStruck, "del": tagStruck, "a": TagLink, "url": TagLink, "br": TagBreak,
	"p": TagOther, "span": TagOther, "div": TagOther, "font": TagOther, "center": TagOther, "blockquote": TagOther, "small": TagOther, "big": TagOther, "tt": TagOther, "pre": TagOther, "code": TagOther,
	"sup": TagOther, "sub": TagOther, "mark": TagOther, "q": TagOther, "abbr": TagOther, "acronym": TagOther, "kbd": TagOther,
	"size": TagOther, "color": TagOther, "colour": TagOther, "quote": TagOther, "spoiler": TagOther, "hide": TagOther, "align": TagOther, "left": TagOther, "right": TagOther, "justify": TagOther, "indent": TagOther,
	"img": TagOther, "email": TagOther,
}

// forBoards are the tags of boards that stand in no web page, and so never in angle
// brackets; forPages those that stand in no board's message.
var (
	forBoards = map[string]bool{"url": true, "size": true, "color": true, "colour": true, "quote": true, "spoiler": true, "hide": true, "align": true, "left": true, "right": true, "justify": true, "indent": true, "email": true}
	forPages  = map[string]bool{"em": true, "cite": true, "var": true, "dfn": true, "ins": true, "del": true, "strong": true, "a": true, "p": true, "span": true, "div": true, "small": true, "big": true, "tt": true,
		"pre": true, "code": true, "mark": true, "q": true, "abbr": true, "acronym": true, "kbd": true, "blockquote": true}
)

// A tag is one that was read; to is the byte after it, 0 when there is none.
type tag struct {
	Kind   tagKind
	Closes bool
	To     int
	Url    string // where a link leads, if the tag says so
}

// TagAt reads the tag that begins at text[i], a "<" or a "[".
func TagAt(text string, i int) tag {
	board := text[i] == '['
	until := byte('>')
	if board {
		until = ']'
	}
	var t tag
	j := i + 1
	if j < len(text) && text[j] == '/' {
		t.Closes = true
		j++
	}
	from := j
	for j < len(text) && j-from < 11 && ('a' <= text[j]|0x20 && text[j]|0x20 <= 'z') {
		j++
	}
	name := text[from:j]
	if j == from || j == len(text) {
		return tag{}
	}
	kind, ok := tagNames[name]
	if !ok {
		low := strings.ToLower(name)
		if kind, ok = tagNames[low]; !ok || len(name) == 1 && board && !t.Closes && !ownEnd(text[j:], low) {
			return tag{} // "[I]" may be a number
		}
		name = low
	}
	if board && forPages[name] || !board && forBoards[name] {
		return tag{}
	}
	t.Kind = kind
	rest := text[j:min(len(text), j+300)]
	stop := strings.IndexByte(rest, until)
	if stop < 0 {
		return tag{}
	}
	in := rest[:stop]
	bare := strings.TrimSpace(in) == "" || strings.TrimSpace(in) == "/" && !t.Closes
	switch {
	case board && kind >= TagBreak && bare && !t.Closes && !ownEnd(text[j+stop+1:], name):
		return tag{}
	case name == "s" && bare && !t.Closes && !ownEnd(text[j+stop+1:], name): // "<s>" may be a sigh
		return tag{}
	case bare && name == "a" && !t.Closes:
		return tag{}
	case bare:
	case t.Closes || kind < tagStruck || in[0] != ' ' && (in[0] != '=' || !board) || strings.IndexByte(in, '=') < 0:
		return tag{} // "<I don't know>" is what somebody says
	}
	if kind == TagLink && !t.Closes {
		t.Url = addressIn(in)
	}
	t.To = j + stop + 1
	return t
}

// ownEnd reports whether the tag that ends a tag of this name stands in a text; what
// boards write in brackets is also what others write there.
func ownEnd(text, name string) bool {
	text = text[:min(len(text), 20000)]
	return char.IndexFold(text, "[/"+name+"]") >= 0 || char.IndexFold(text, "</"+name+">") >= 0
}

// addressIn is the web address among a tag's attributes: ` href="http://…"`, "=http://…".
func addressIn(in string) string {
	at := strings.Index(in, "://")
	if at < 0 {
		return ""
	}
	from := strings.LastIndexAny(in[:at], "=\"' ") + 1
	end := strings.IndexAny(in[at:], "\"' >")
	if end < 0 {
		end = len(in) - at
	}
	link, ok := LinkIn(in[from:at+end], 0, at+end-from)
	if !ok {
		return ""
	}
	return link.Ref
}

var TagMeans = [TagKinds]InlineKind{tagEmphasis: asEmphasis, tagStrong: asStrong, tagStruck: asStruck, TagLink: asAnchor}
