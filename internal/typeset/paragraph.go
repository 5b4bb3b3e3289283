package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// prose sets a paragraph. The first of a section and the first after a scene
// break or a subheading is not indented (Bringhurst, Elements 2.3); the others by
// indent.
func (s *setter) prose(p *book.Paragraph, before book.Block, f frame) {
	fl := s.flatten(p.Inlines, f.key)
	sh := shape{align: justified, hyphenate: true, hang: true, own: true}
	if s.geo.ragged {
		sh.align, sh.hang = flushLeft, false
	}
	switch before.(type) {
	case nil, *book.SceneBreak, *book.Subheading:
	case *book.Paragraph, *book.Note, *book.Figure:
		sh.first = s.indent()
	default: // after verse or a letter the paragraph before it may go on
		if r, _ := utf8.DecodeRuneInString(fl.text); !unicode.IsLower(r) {
			sh.first = s.indent()
		}
	}
	if s.play && s.speech(&fl, f, sh) {
		s.opens = false
		return
	}
	date := (s.opens || before == nil) && (dateline(fl.text) || placeline(fl.text) && endsInLetter(s.section))
	if s.opens && !date {
		s.opens, sh.first = false, 0 // below an epigraph or a date, too
		s.openingWords(&fl)
	}
	if s.below { // a date that a section begins with, one that runs on too
		sh.first = 0
	}
	s.below = date && before == nil
	from := len(s.rows)
	s.paragraph(&fl, &f, sh)
	if date && len(s.rows) == from+1 {
		s.keepLast()
	}
}

// dateline reports whether a paragraph is the date or the place above what a chapter
// begins with, a letter or an entry of a diary, or whom it speaks to: short and no sentence, with
// a figure in it, "14 January 1911", an open end, "My dear Mother,", or a place and a month, "Langford, Dec."
func dateline(text string) bool {
	if len(text) > 60 {
		return false
	}
	words := strings.Fields(text)
	small := 0 // words that names and dates do not have
	for _, w := range words {
		low := strings.Trim(strings.ToLower(w), ".,:;")
		if strings.Contains(" was not is were are had has have could would should will did does do ", " "+low+" ") {
			return false
		}
		if !capital(w) && !littleWords[low] && !strings.ContainsAny(w, "0123456789") {
			small++
		}
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	switch {
	case strings.ContainsRune("!?”\"…", last):
		return false
	case strings.ContainsAny(text, "0123456789"):
		return small <= 1
	case last == ',':
		return small <= 1 && len(words) <= 6
	case last == ':':
		return small == 0
	}
	return last == '.' && len(text) <= 40 && strings.IndexByte(text, ',') >= 0 && small == 0
}

// placeline reports whether a paragraph is nothing but the name of a place, "Edward Street."
func placeline(text string) bool {
	words := strings.Fields(text)
	if len(text) > 40 || len(words) > 3 || !strings.HasSuffix(text, ".") || strings.IndexByte(text, '.') < len(text)-1 {
		return false
	}
	for _, w := range words {
		if !capital(w) {
			return false
		}
	}
	return true
}

// endsInLetter reports whether a section's last words are those of a letter: it is one itself.
func endsInLetter(sec *book.Section) bool {
	if sec == nil || len(sec.Blocks) < 3 {
		return false
	}
	last := sec.Blocks[len(sec.Blocks)-1]
	if l, ok := last.(*book.Letter); ok {
		return len(l.Closing) > 0
	}
	n := 0
	book.Pieces(last, func(text string) { n += len(text) })
	return n <= 40 // nothing but a name
}
