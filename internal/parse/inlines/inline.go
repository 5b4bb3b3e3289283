package inlines

import "storybind/internal/parse/char"

// A span of marked text: from the first byte of the mark that opens it to the
// last of the mark that ends it.
type Marked struct {
	From, To    int // with the marks
	Open, Close int // the bytes of the opening and of the ending mark
	What        InlineKind
	Ref         string // the note's ID, the link's address
}

// An InlineKind is what becomes of a mark in a line.
type InlineKind uint8

const (
	asEmphasis InlineKind = iota
	asStrong
	asBoth
	asStruck
	asRuby
	asAnchor  // a link that the writer made
	AsNothing // left out: a stray tag
	AsNoteRef
	asLink
	AsBreak
)

// Marks are the marks found in one stretch of text.
type Marks struct {
	Text  string
	Found []Marked // properly nested, in the order of their ends
	Tags  int      // tags were found, whose letters are not in the book
	Open  []int    // marks of emphasis left open
	Url   string   // where the anchor leads that is open
	Cut   bool     // there are too many; the rest stays as it is
}

// ManyMarks is how many marks a paragraph may hold, besides one for every 32 bytes.
const ManyMarks = 500

// kinds of marks that can be open at a time: each sign singly, doubled and
// tripled, and the tags.
const MarkKinds = 3*len(MarkSigns) + int(TagKinds)

// Meaning is what a run of n signs stands for.
func (v *MarkVote) Meaning(sign, n int) (InlineKind, bool) {
	s := NoStress
	switch n {
	case 1:
		s = v.Single[sign]
	case 2:
		s = v.Double[sign]
	case 3:
		return asBoth, v.Triple[sign] || v.Single[sign] != NoStress && v.Double[sign] != NoStress
	}
	if s == Strong {
		return asStrong, true
	}
	return asEmphasis, s == Emphatic
}

// GiveUp notes a mark that nothing ends. A tag is left out.
func (m *Marks) GiveUp(kind, at, size int) {
	if kind >= 3*len(MarkSigns) {
		m.Found = append(m.Found, Marked{From: at, To: at + size, What: AsNothing})
		return
	}
	if c := m.Text[at]; (c == '_' || c == '*') && len(m.Open) < 8 && at+1 < len(m.Text) && char.KindOf(rune(m.Text[at+1])) == char.OfWord {
		m.Open = append(m.Open, at)
	}
}

// Around shows a text's words from byte i on.
func Around(text string, i int) string {
	end := min(i+24, len(text))
	for end < len(text) && text[end] >= 0x80 && text[end] < 0xC0 {
		end++
	}
	if end < len(text) {
		return `"` + text[i:end] + `…"`
	}
	return `"` + text[i:end] + `"`
}
