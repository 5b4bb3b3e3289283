package typeset

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
)

// A flat is inlines as one string, with the font of each stretch of it.
type flat struct {
	text   string
	spans  []styled
	links  []target
	levels []levelRun // see bidi.go; nil for text that runs from left to right
	base   uint8      // the paragraph's own level
}

// A styled stretch of a flat ends at byte end.
type styled struct {
	end   int
	font  *font
	raise Length
	link  int16 // index into flat.links plus one; 0 for none
	code  bool
}

// A target is where a link leads: out of the book, to a note, or to a section; or it
// leads nowhere, and its text is struck through or has a reading above it.
type target struct {
	url, note string
	section   *book.Section
	struck    bool
	ruby      string // what is set above the text, in type of the size
	size      Length
}

// Bits of a family's face index, see face.Style.
const (
	italicBit = 1
	boldBit   = 2
)

// flatten lays inlines end to end, in fonts that start from base.
func (s *setter) flatten(ins []book.Inline, base fontKey) flat {
	if len(ins) == 1 {
		if t, ok := ins[0].(book.Text); ok { // nearly every paragraph
			return s.plain(t.Value, base)
		}
	}
	var fl flat
	var b strings.Builder
	s.flattenInto(&fl, &b, ins, base, 0)
	fl.text = b.String()
	return fl
}

// plain is text in one font.
func (s *setter) plain(text string, base fontKey) flat {
	s.oneSpan[0] = styled{end: len(text), font: s.font(base)}
	return flat{text: text, spans: s.oneSpan[:]}
}

func (s *setter) flattenInto(fl *flat, b *strings.Builder, ins []book.Inline, k fontKey, link int16) {
	add := func(text string, k fontKey, raise Length, link int16, code bool) {
		if text == "" {
			return
		}
		b.WriteString(text)
		f := s.font(k)
		if n := len(fl.spans); n > 0 {
			if last := &fl.spans[n-1]; last.font == f && last.raise == raise && last.link == link && last.code == code {
				last.end = b.Len()
				return
			}
		}
		fl.spans = append(fl.spans, styled{b.Len(), f, raise, link, code})
	}
	for _, in := range ins {
		switch in := in.(type) {
		case book.Text:
			add(in.Value, k, 0, link, false)
		case book.Emphasis:
			e := k
			e.stress |= Emphasized
			switch {
			case e.face >= symbolFace:
			case s.geo.big: // slanted letters are harder to tell apart than heavy ones
				e.face ^= boldBit
			default:
				e.face ^= italicBit
			}
			s.flattenInto(fl, b, in.Inlines, e, link)
		case book.Strong:
			e := k
			e.stress |= Strong
			if e.face < symbolFace {
				e.face |= boldBit
			}
			s.flattenInto(fl, b, in.Inlines, e, link)
		case book.Struck:
			to := link
			if len(fl.links) < 1<<14 {
				fl.links = append(fl.links, target{struck: true})
				to = int16(len(fl.links))
			}
			s.flattenInto(fl, b, in.Inlines, k, to)
		case book.Ruby:
			if size := s.rubySize(in, k); size > 0 && len(fl.links) < 1<<14 {
				fl.links = append(fl.links, target{ruby: in.Reading, size: size})
				add(in.Base, k, 0, int16(len(fl.links)), false)
				break
			}
			add(in.Base, k, 0, link, false)
			open, end := "(", ")"
			if startsWide(in.Base) {
				open, end = "（", "）"
			}
			small := k
			small.size = k.size * 70 / 100
			add(open+in.Reading+end, small, 0, link, false)
		case book.SmallCaps:
			s.flattenInto(fl, b, in.Inlines, s.small(k, smallCaps), link)
		case book.Code:
			add(in.Value, s.mono(k), 0, link, true)
		case book.Link:
			to := link
			if in.URL != "" && len(fl.links) < 1<<14 {
				fl.links = append(fl.links, target{url: in.URL})
				to = int16(len(fl.links))
			}
			s.flattenInto(fl, b, in.Inlines, k, to)
		case book.NoteRef:
			to := link
			if len(fl.links) < 1<<14 {
				fl.links = append(fl.links, target{note: in.ID})
				to = int16(len(fl.links))
			}
			mark, raise := s.superior(k, in.Mark)
			add(in.Mark, mark, raise, to, false)
		case book.LineBreak:
			add("\n", k, 0, link, false)
		}
	}
}

// small is a font's small capitals, a little letter-spaced as they want to be,
// or the font itself where the face has none.
func (s *setter) small(k fontKey, c caps) fontKey {
	if k.face >= symbolFace || !s.faces[k.face].HasSmallCaps() {
		return k
	}
	k.caps = c
	k.track = 25
	if c == allSmall {
		k.track = 50
	}
	return k
}

// smallFor is small capitals for a label: for text that is typed in capitals
// throughout, all its letters are small.
func (s *setter) smallFor(k fontKey, text string) fontKey {
	if book.Shouts(text) || len(text) == 1 { // a numeral: I, V, X
		return s.small(k, allSmall)
	}
	return s.small(k, smallCaps)
}

// mono is the font for text whose characters are kept as they are.
func (s *setter) mono(k fontKey) fontKey {
	return fontKey{face: monoFace, size: k.size * 82 / 100, lining: true, plain: true, grey: k.grey}
}

// superior is the font of a note's mark: the face's own superior figures, or
// smaller type that stands higher.
func (s *setter) superior(k fontKey, mark string) (fontKey, Length) {
	digits := mark != ""
	for i := 0; i < len(mark); i++ {
		digits = digits && mark[i] >= '0' && mark[i] <= '9'
	}
	k.caps, k.track = asTyped, 0
	if digits && s.faces[k.face].HasSuperiors() {
		k.superior, k.lining = true, true
		return k, 0
	}
	if r, size := utf8.DecodeRuneInString(mark); size == len(mark) && (r == '*' || r == '†' || r == '‡') {
		return k, 0 // drawn high already
	}
	raise := k.size * 34 / 100
	k.size = k.size * 64 / 100
	return k, raise
}
