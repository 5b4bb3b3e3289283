package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// Kinds of tags left over from web pages and boards.
type tagKind uint8

const (
	tagEmphasis tagKind = iota // <i>, <em>, [i], <u>
	tagStrong                  // <b>, <strong>, [b]
	tagStruck                  // <s>, <strike>, [s]
	tagLink                    // <a href=…>, [url=…]
	tagKinds
	tagBreak // <br>
	tagOther // <p>, <span …>: left out
)

var tagNames = map[string]tagKind{
	"i": tagEmphasis, "em": tagEmphasis, "u": tagEmphasis, "cite": tagEmphasis, "var": tagEmphasis, "dfn": tagEmphasis, "ins": tagEmphasis,
	"b": tagStrong, "strong": tagStrong, "s": tagStruck, "strike": tagStruck, "del": tagStruck, "a": tagLink, "url": tagLink, "br": tagBreak,
	"p": tagOther, "span": tagOther, "div": tagOther, "font": tagOther, "center": tagOther, "blockquote": tagOther, "small": tagOther, "big": tagOther, "tt": tagOther, "pre": tagOther, "code": tagOther,
	"sup": tagOther, "sub": tagOther, "mark": tagOther, "q": tagOther, "abbr": tagOther, "acronym": tagOther, "kbd": tagOther,
	"size": tagOther, "color": tagOther, "colour": tagOther, "quote": tagOther, "spoiler": tagOther, "hide": tagOther, "align": tagOther, "left": tagOther, "right": tagOther, "justify": tagOther, "indent": tagOther,
	"img": tagOther, "email": tagOther,
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
	kind   tagKind
	closes bool
	to     int
	url    string // where a link leads, if the tag says so
}

// tagAt reads the tag that begins at text[i], a "<" or a "[".
func tagAt(text string, i int) tag {
	board := text[i] == '['
	until := byte('>')
	if board {
		until = ']'
	}
	var t tag
	j := i + 1
	if j < len(text) && text[j] == '/' {
		t.closes = true
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
		if kind, ok = tagNames[low]; !ok || len(name) == 1 && board && !t.closes && !ownEnd(text[j:], low) {
			return tag{} // "[I]" may be a number
		}
		name = low
	}
	if board && forPages[name] || !board && forBoards[name] {
		return tag{}
	}
	t.kind = kind
	rest := text[j:min(len(text), j+300)]
	stop := strings.IndexByte(rest, until)
	if stop < 0 {
		return tag{}
	}
	in := rest[:stop]
	bare := strings.TrimSpace(in) == "" || strings.TrimSpace(in) == "/" && !t.closes
	switch {
	case board && kind >= tagBreak && bare && !t.closes && !ownEnd(text[j+stop+1:], name):
		return tag{}
	case name == "s" && bare && !t.closes && !ownEnd(text[j+stop+1:], name): // "<s>" may be a sigh
		return tag{}
	case bare && name == "a" && !t.closes:
		return tag{}
	case bare:
	case t.closes || kind < tagStruck || in[0] != ' ' && (in[0] != '=' || !board) || strings.IndexByte(in, '=') < 0:
		return tag{} // "<I don't know>" is what somebody says
	}
	if kind == tagLink && !t.closes {
		t.url = addressIn(in)
	}
	t.to = j + stop + 1
	return t
}

// ownEnd reports whether the tag that ends a tag of this name stands in a text; what
// boards write in brackets is also what others write there.
func ownEnd(text, name string) bool {
	text = text[:min(len(text), 20000)]
	return indexFold(text, "[/"+name+"]") >= 0 || indexFold(text, "</"+name+">") >= 0
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
	link, ok := linkIn(in[from:at+end], 0, at+end-from)
	if !ok {
		return ""
	}
	return link.ref
}

// readBracket reads the tag or the reference to a note at text[i] and returns the
// first byte after it.
func (r *reading) readBracket(m *marks, i, n int, at, size *[markKinds]int, end func(kind, from, to int, what inlineKind)) int {
	if ref, ok := r.callAt(m.text, i, n); ok && m.text[i] == '[' {
		m.found = append(m.found, ref)
		return ref.to
	}
	t := tagAt(m.text, i)
	if t.to == 0 {
		return i + 1
	}
	m.tags++
	k := 3*len(markSigns) + int(t.kind)
	switch {
	case t.kind == tagBreak:
		m.found = append(m.found, marked{from: i, to: t.to, what: asBreak})
	case t.kind == tagOther:
		m.found = append(m.found, marked{from: i, to: t.to, what: asNothing})
	case !t.closes && at[k] == 0:
		at[k], size[k] = i+1, t.to-i
		if t.kind == tagLink {
			m.url = t.url
		}
	case t.closes && at[k] > 0 && i > at[k]-1+size[k]:
		end(k, i, t.to, tagMeans[t.kind])
		if t.kind == tagLink {
			m.found[len(m.found)-1].ref = m.url
		}
	default:
		m.found = append(m.found, marked{from: i, to: t.to, what: asNothing})
	}
	return t.to
}

var tagMeans = [tagKinds]inlineKind{tagEmphasis: asEmphasis, tagStrong: asStrong, tagStruck: asStruck, tagLink: asAnchor}

// setTagsAside sets the tags in rows [a, b) aside, at most so many, letter by letter:
// the book has what they mean instead.
func (p *sectionText) setTagsAside(a, b, most int) {
	p.dropTags(p.at(a, b).Start, p.at(a, b).End, most)
}

// dropTags sets the tags in bytes [from, to) of the story aside.
func (r *reading) dropTags(from, to, most int) {
	raw := r.src.Body[from:to]
	for i := 0; i < len(raw) && most > 0; i++ {
		if raw[i] != '<' && raw[i] != '[' {
			continue
		}
		t := tagAt(raw, i)
		if t.to == 0 {
			continue
		}
		if v := r.layout.marks; v != nil && !v.tags {
			v.tags = true
			r.remark("tags", diag.Note, r.src.LineAt(from), r.src.LineAt(max(from, to-1))+1, "tags of web pages or boards stand in the text; the book has what they mean instead", "")
		}
		r.book.SetAside = append(r.book.SetAside, book.SetAside{Reason: "tag", Span: r.src.Span(from+i, from+t.to)})
		i = t.to - 1
		most--
	}
}
