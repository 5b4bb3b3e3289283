package typeset

import (
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
	if before == nil && s.opens {
		s.opens = false
		s.openingWords(&fl)
	}
	s.paragraph(&fl, &f, sh)
}

// The first words of a chapter stand in small capitals: up to the first mark of
// punctuation, at most so many words and letters.
const (
	openingMost    = 5
	openingLetters = 26
)

// openingWords changes the fonts of a chapter's first words. An opening that
// begins with anything but words is left as it is.
func (s *setter) openingWords(fl *flat) {
	if len(fl.spans) == 0 || fl.spans[0].font.key.face >= symbolFace {
		return
	}
	end, words, n, inWord := 0, 0, 0, 0
	started := false
scan:
	for i, r := range fl.text {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			if !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Greek, r) && !unicode.Is(unicode.Cyrillic, r) && !unicode.Is(unicode.Mn, r) {
				return
			}
			started = true
			n++
			inWord++
			if n > openingLetters && words > 0 {
				break scan
			}
		case unicode.IsDigit(r):
			break scan
		case r == ' ' || r == 0xA0:
			if !started {
				return
			}
			words++
			inWord = 0
			end = i
			if words == openingMost {
				break scan
			}
		case r == '’' || r == '\'' || r == '-':
			if i+utf8.RuneLen(r) >= len(fl.text) {
				break scan
			}
		case r == '.' && inWord > 0 && inWord <= 3 && words == 0: // Mr. Bennet
		case !started && (r == '“' || r == '‘' || r == '"' || r == '«' || r == '„' || r == '¿' || r == '¡' || r == '—'):
		default:
			if started {
				end = i
			}
			break scan
		}
	}
	if end == 0 {
		return
	}
	s.restyle(fl, end, func(k fontKey) fontKey { return s.small(k, smallCaps) })
}

// restyle changes the fonts of the first end bytes.
func (s *setter) restyle(fl *flat, end int, change func(fontKey) fontKey) {
	var spans []styled
	from := 0
	for _, sp := range fl.spans {
		if from < end && !sp.code {
			cut := sp
			cut.end = min(sp.end, end)
			cut.font = s.font(change(sp.font.key))
			spans = append(spans, cut)
		}
		if sp.end > end || sp.code {
			spans = append(spans, sp)
		}
		from = sp.end
	}
	fl.spans = spans
}

// restyleRest changes the fonts of everything after the first from bytes.
func (s *setter) restyleRest(fl *flat, from int, change func(fontKey) fontKey) {
	var spans []styled
	at := 0
	for _, sp := range fl.spans {
		if at < from && sp.end > from {
			head := sp
			head.end = from
			spans = append(spans, head)
		}
		if sp.end > from && !sp.code {
			sp.font = s.font(change(sp.font.key))
		}
		spans = append(spans, sp)
		at = sp.end
	}
	fl.spans = spans
}
