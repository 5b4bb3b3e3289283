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
	tagKinds
	tagBreak // <br>
	tagOther // <p>, <span …>: left out
)

var tagNames = map[string]tagKind{
	"i": tagEmphasis, "em": tagEmphasis, "u": tagEmphasis, "cite": tagEmphasis, "b": tagStrong, "strong": tagStrong, "br": tagBreak,
	"p": tagOther, "span": tagOther, "div": tagOther, "font": tagOther, "center": tagOther, "blockquote": tagOther, "small": tagOther, "big": tagOther, "tt": tagOther,
	"size": tagOther, "color": tagOther, "colour": tagOther, "quote": tagOther, "a": tagOther,
}

// tagAt reads the tag that begins at text[i], a "<" or a "[".
func tagAt(text string, i int) (kind tagKind, closes bool, end int) {
	until := byte('>')
	if text[i] == '[' {
		until = ']'
	}
	j := i + 1
	if j < len(text) && text[j] == '/' {
		closes = true
		j++
	}
	from := j
	for j < len(text) && j-from < 11 && ('a' <= text[j]|0x20 && text[j]|0x20 <= 'z') {
		j++
	}
	name := text[from:j]
	if j == from || j == len(text) {
		return 0, false, 0
	}
	kind, ok := tagNames[name]
	if !ok {
		if kind, ok = tagNames[strings.ToLower(name)]; !ok || len(name) == 1 && until == ']' {
			return 0, false, 0 // "[I]" may be a number
		}
	}
	rest := text[j:min(len(text), j+120)]
	stop := strings.IndexByte(rest, until)
	switch in := rest[:max(stop, 0)]; {
	case stop < 0:
		return 0, false, 0
	case until == ']' && kind >= tagBreak && stop == 0 && !closes && name != "quote":
		return 0, false, 0
	case stop == 0 && name == "a" && !closes:
		return 0, false, 0
	case strings.TrimSpace(in) == "" || strings.TrimSpace(in) == "/" && !closes:
	case closes || kind < tagKinds || in[0] != ' ' && (in[0] != '=' || until != ']') || strings.IndexByte(in, '=') < 0:
		return 0, false, 0 // "<I don't know>" is what somebody says
	}
	return kind, closes, j + stop + 1
}

// readBracket reads the tag or the reference to a note at text[i] and returns the
// first byte after it.
func (r *reading) readBracket(m *marks, i, n int, at, size *[markKinds]int, end func(kind, from, to int, what inlineKind)) int {
	if ref, ok := r.noteRefAt(m.text, i, n); ok {
		m.found = append(m.found, ref)
		return ref.to
	}
	kind, closes, to := tagAt(m.text, i)
	if to == 0 {
		return i + 1
	}
	m.tags++
	k := 3*len(markSigns) + int(kind)
	switch {
	case kind == tagBreak:
		m.found = append(m.found, marked{from: i, to: to, what: asBreak})
	case kind == tagOther:
		m.found = append(m.found, marked{from: i, to: to, what: asNothing})
	case !closes && at[k] == 0:
		at[k], size[k] = i+1, to-i
	case closes && at[k] > 0 && i > at[k]-1+size[k]:
		end(k, i, to, asEmphasis+inlineKind(kind))
	default:
		m.found = append(m.found, marked{from: i, to: to, what: asNothing})
	}
	return to
}

// setTagsAside sets the tags in rows [a, b) aside, at most so many, letter by letter:
// the book has what they mean instead.
func (p *sectionText) setTagsAside(a, b, most int) {
	if v := p.layout.marks; v != nil && !v.tags {
		v.tags = true
		p.remark("tags", diag.Note, p.rows[a].n, p.rows[b-1].n+1, "tags of web pages or boards stand in the text; the book has what they mean instead", "")
	}
	span := p.at(a, b)
	raw := span.Raw()
	for i := 0; i < len(raw) && most > 0; i++ {
		if raw[i] == '<' || raw[i] == '[' {
			if _, _, to := tagAt(raw, i); to > 0 {
				p.book.SetAside = append(p.book.SetAside, book.SetAside{Reason: "tag", Span: p.src.Span(span.Start+i, span.Start+to)})
				i = to - 1
				most--
			}
		}
	}
}
