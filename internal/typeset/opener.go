package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// opener sets what stands at the head of a section: a sink of white, the label in
// letter-spaced small capitals, the title, the subtitle. Everything is a whole
// number of lines deep, so the text under it stands on the grid.
func (s *setter) opener(sec *book.Section, region string, act bool) {
	s.section, s.block = sec, nil
	lines := Length(s.geo.lines)
	size := s.geo.size
	named := sec.Label != "" || len(sec.Title) > 0 || len(sec.Subtitle) > 0
	title := fontKey{size: size * 3 / 2}
	sink := lines / 6
	switch {
	case act:
		sink = lines / 8
	case sec.Role == book.Part || sec.Role == book.Volume:
		sink = lines * 3 / 10
		title.size = size * 2
	case sec.Role == book.Dedication || sec.Role == book.Epigraph:
		sink = lines / 4
	case minor(sec, region):
		sink = min(lines/12, 2)
		title = s.small(fontKey{size: size * 11 / 10}, allSmall)
	case !named:
		sink = min(lines/8, 4)
	}
	s.opens = opensWithSmallCaps(sec, region)
	if sink > 0 {
		s.put(row{kind: firmRow, height: sink * s.geo.leading, penalty: never})
	}
	if len(s.rows) == 0 {
		s.put(row{kind: firmRow, penalty: never})
	}
	s.rows[len(s.rows)-1].mark = sec
	if !named {
		return
	}
	from := len(s.rows)
	if sec.Label != "" {
		k := s.small(fontKey{size: size}, allSmall)
		kind := LabelLine
		if len(sec.Title) == 0 { // the label is all the heading there is
			k = s.small(fontKey{size: size * 5 / 4}, allSmall)
			if k.caps == asTyped {
				k.size = size * 7 / 5
			}
		}
		s.heading([]book.Inline{book.Text{Value: sec.Label}}, k, kind)
		if len(sec.Title) > 0 {
			s.put(row{kind: firmRow, height: s.geo.leading / 2})
		}
	}
	s.heading(sec.Title, title, TitleLine)
	if len(sec.Subtitle) > 0 {
		s.put(row{kind: firmRow, height: s.geo.leading / 2})
		s.heading(sec.Subtitle, fontKey{size: size * 11 / 10, face: s.geo.italic()}, SubtitleLine)
	}
	s.snap(from)
	s.put(row{kind: firmRow, height: s.geo.leading * min(2, 1+lines/24)})
	if len(s.rows)-from < s.geo.lines/2 {
		s.keep(from)
		s.keepLast()
	}
}

// heading sets a line or more of a section's heading, centred, no word divided,
// the lines of about the same length.
func (s *setter) heading(ins []book.Inline, k fontKey, kind LineKind) {
	if len(ins) == 0 {
		return
	}
	k = s.headingFont(ins, k)
	f := frame{key: k, kind: kind, leading: k.size * 5 / 4}
	side := s.geo.measure() / 16
	f.left, f.right = side, side
	fl := s.flatten(ins, k)
	s.phrases = true
	s.balance(&fl, &f)
	s.paragraph(&fl, &f, shape{align: centred})
	s.phrases = false
}

// afterWord is the penalty of ending a heading's line anywhere but behind a mark.
const afterWord = 120

// byPhrases lets lines of a heading end where its phrases do, before a bracket too, and not behind
// a word that leans on the next unless there is no other way.
func byPhrases(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		if t.after != spaced || t.p == nil {
			continue
		}
		switch last, _ := utf8.DecodeLastRuneInString(t.p.text); {
		case leans(t.p.text):
			t.after = tied
		case unicode.IsLetter(last) && !(i+1 < len(tokens) && (leans(tokens[i+1].text()) || strings.HasPrefix(tokens[i+1].text(), "("))):
			t.penalty = afterWord
		}
	}
}

// leans reports whether a word, behind whatever opens it, is one that leans on the next.
func leans(word string) bool {
	return littleWords[strings.ToLower(strings.TrimLeft(word, "([“‘\"«„¿¡"))]
}

// balance narrows a frame as long as its text needs no more lines, so that the
// lines of a heading are of about the same length.
func (s *setter) balance(fl *flat, f *frame) {
	tokens := s.tokenize(fl)
	if len(tokens) == 0 {
		return
	}
	lines := func(side Length) (n int, price int32) { // and what the worst of their ends costs
		measure := s.geo.measure() - side
		ends := s.breakLines(tokens, &shape{align: centred, first: side, rest: side, measure: measure})
		for _, e := range ends {
			price = max(price, s.chances[e].penalty)
		}
		return len(ends), price
	}
	side := f.left
	n, price := lines(side)
	if n < 2 || n > 4 {
		return
	}
	var widest int64 // no word is to be broken for it
	for i := range tokens {
		if p := tokens[i].p; p != nil {
			widest = max(widest, tokens[i].f.units(p.width))
		}
	}
	step := s.geo.measure() / 48
	best := side
	for 2*int64(side+step)*1000+widest*5/4 < int64(s.geo.measure())*1000 {
		side += step
		m, p := lines(side)
		if m != n {
			break
		}
		if p <= price {
			best, price = side, p
		}
	}
	side = best
	f.left, f.right = side, side
}

// headingFont sets a heading that is typed in capitals in small ones, a little
// larger: capitals set large are too loud.
func (s *setter) headingFont(ins []book.Inline, k fontKey) fontKey {
	if k.caps != asTyped || !book.Loud(ins) {
		return k
	}
	if small := s.small(k, allSmall); small.caps == allSmall {
		small.size = k.size * 6 / 5
		return small
	}
	return k
}

// minor reports whether a section has a small heading near the page's top: what
// is not part of the story.
func minor(sec *book.Section, region string) bool {
	switch sec.Role {
	case book.Notes, book.Endnotes, book.Contents, book.Colophon, book.CopyrightPage, book.Acknowledgments:
		return true
	}
	return region == book.BackMatter && sec.Unlisted
}

// opensWithSmallCaps reports whether the first words of a section's first
// paragraph stand in small capitals.
func opensWithSmallCaps(sec *book.Section, region string) bool {
	if minor(sec, region) || len(sec.Blocks) == 0 {
		return false
	}
	switch sec.Role {
	case book.Part, book.Volume, book.Dedication, book.Epigraph:
		return false
	}
	for i, b := range sec.Blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			return true
		case *book.Quote, *book.Verse, *book.Inscription: // an epigraph
			if i > 1 {
				return false
			}
		case *book.Letter:
			if len(b.Blocks) > 0 {
				_, ok := b.Blocks[0].(*book.Paragraph)
				return ok
			}
			return false
		default:
			return false
		}
	}
	return false
}
