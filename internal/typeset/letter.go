package typeset

import (
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// letter sets a message inside the story: indented, but where it is all that the
// section holds, its opening lines as they stand, its closing lines towards the right.
func (s *setter) letter(b *book.Letter, f frame) {
	in := f
	step := s.step(f)
	if !s.letters {
		in.left += step
		in.right += step / 2
	}
	s.setOff(func() {
		from := len(s.rows)
		for _, l := range b.Opening {
			s.line(l, in, 0, step, flushLeft)
		}
		if len(b.Opening) > 0 {
			s.keep(from)
			s.keepLast()
		}
		blocks, before := b.Blocks, book.Block(nil)
		if len(blocks) > 1 { // a salutation is not parted from what it opens
			from = len(s.rows)
			s.blocks(blocks[:1], nil, in)
			before, blocks = blocks[0], blocks[1:]
			if _, ok := before.(*book.Paragraph); ok && len(s.rows) == from+1 {
				s.keepLast()
			}
		}
		s.blocks(blocks, before, in)
		if len(b.Closing) > 0 {
			s.dropSoft()
			s.keepLast()
			from = len(s.rows)
			measure := s.geo.measure() - in.left - in.right
			indent := measure * 45 / 100
			for _, l := range b.Closing { // a long line moves all of them to the left
				indent = min(indent, measure-s.width(l, in.key)-1)
			}
			indent = max(indent, step)
			for i, l := range b.Closing {
				fl := s.flatten(l, in.key)
				if i > 0 && i == len(b.Closing)-1 {
					s.signature(&fl)
				}
				s.hanging(&fl, in, indent, step, flushLeft)
			}
			s.keep(from)
		}
	})
}

// signature sets a name that is typed in capitals in small ones, each word but for its first letter.
func (s *setter) signature(fl *flat) {
	if !book.Shouts(fl.text) || len(fl.text) > 40 || fl.levels != nil {
		return
	}
	before := 0 // letters of the word, in O’Dell of its part
	for i, r := range fl.text {
		switch {
		case !unicode.IsLetter(r):
			if r != '\'' && r != '’' || before == 1 {
				before = 0
			}
			continue
		case before > 0:
			s.restyleBetween(fl, i, i+utf8.RuneLen(r), func(k fontKey) fontKey { return s.small(k, allSmall) })
		}
		before++
	}
}

// allLetters lets sections that begin with a letter be set as the others that do, most of which hold
// letters and little else: the last one of a book of letters, and what its editor adds.
func allLetters(flows []*flow) {
	var begin []*flow
	of := 0
	for _, f := range flows {
		if len(f.section.Blocks) == 0 {
			continue
		}
		if _, ok := f.section.Blocks[0].(*book.Letter); ok {
			begin = append(begin, f)
			if f.letters {
				of++
			}
		}
	}
	for _, f := range begin {
		f.letters = 2*of >= len(begin)
	}
}

// ofLetters reports whether a section holds letters and little else: an epistolary novel's chapter.
func ofLetters(sec *book.Section) bool {
	in, out := 0, 0
	for _, b := range sec.Blocks {
		n := 0
		book.Pieces(b, func(text string) { n += len(text) })
		if _, ok := b.(*book.Letter); ok {
			in += n
		} else {
			out += n
		}
		if out > 2000 && out > in { // and it need not be counted to the end
			return false
		}
	}
	return in > 4*out
}
