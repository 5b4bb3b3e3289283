package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// A row is a stretch of the text block's height: a line of type, white space or
// a picture. Heights add up to whole lines of the baseline grid between one
// block and the next.
type row struct {
	kind    rowKind
	line    *Line  // nil for white space
	base    Length // from the row's top to the baseline
	height  Length
	penalty int32 // of ending a page after this row
	links   []linkBox
	picture *Picture // X from the text block's left edge, Y from the row's top
	note    string   // the note that begins here
	mark    *book.Section
	reset   *resetting // on a paragraph's last row: how it could take a line more or less
}

type rowKind uint8

const (
	textRow  rowKind = iota
	softRow          // white space that vanishes at a page's top and foot
	firmRow          // white space that stays: a sink
	sceneRow         // the gap of a scene break; at a page's foot its ornament is printed
	thingRow         // a picture
)

// Penalties of ending a page after a row.
const (
	never       = 1 << 20
	eject       = -never // a page must end here
	afterHyphen = 5000   // a page that ends in a hyphen
	afterScene  = 400    // a page that ends with a scene break
	beforeScene = 400    // a page that begins with one
	inVerse     = 30
	shortStanza = 4 // lines
)

// put adds a row.
func (s *setter) put(r row) { s.rows = append(s.rows, r) }

// white adds white space of n lines that vanishes at a page's edge. Two of them
// in a row are one, the larger; it does not open a stretch of text.
func (s *setter) white(n Length) {
	h := n
	if k := len(s.rows); k > 0 && s.rows[k-1].kind == softRow {
		s.rows[k-1].height = max(s.rows[k-1].height, h)
		return
	}
	s.put(row{kind: softRow, height: h})
}

// keep forbids a page to end after the rows from index from on, but the last.
func (s *setter) keep(from int) {
	for i := from; i < len(s.rows)-1; i++ {
		s.rows[i].penalty = never
	}
}

// keepLast forbids a page to end after the last row.
func (s *setter) keepLast() {
	if n := len(s.rows); n > 0 {
		s.rows[n-1].penalty = never
	}
}

// snap fills the rows from index from on up to whole lines of the grid, half of
// the white before them and half after.
func (s *setter) snap(from int) {
	var h Length
	for _, r := range s.rows[from:] {
		h += r.height
	}
	over := h % s.geo.leading
	if over == 0 || from >= len(s.rows) {
		return
	}
	fill := s.geo.leading - over
	s.rows[from].height += fill / 2
	s.rows[from].base += fill / 2
	if p := s.rows[from].picture; p != nil {
		p.Y += fill / 2
	}
	s.rows[len(s.rows)-1].height += fill - fill/2
}

// frame is where and how a block's lines stand inside the text block.
type frame struct {
	left, right Length // indents from the text block's edges
	key         fontKey
	leading     Length
	kind        LineKind
}

// base is how far below its row's top the baseline of a line of this frame stands.
func (f *frame) base() Length { return (f.leading+f.key.size)/2 - f.key.size/4 }

// body is the frame of running text.
func (s *setter) body() frame {
	return frame{key: fontKey{size: s.geo.size}, leading: s.geo.leading}
}

// paragraph sets inlines as lines and adds them as rows, with the penalties that
// keep its first and last lines from standing alone on a page. The last line's
// row may be followed by a page's end.
func (s *setter) paragraph(fl *flat, f *frame, sh shape) {
	if fl.text == "" {
		return
	}
	from := len(s.rows)
	sh.first += f.left
	sh.rest += f.left
	sh.measure = s.geo.measure() - f.right
	tokens := s.tokenize(fl)
	if len(tokens) == 0 {
		return
	}
	s.addLines(fl, tokens, f, &sh, s.breakLines(tokens, &sh))
	s.mayReset(fl, f, &sh, from)
}

// addLines adds the lines of a broken paragraph as rows.
func (s *setter) addLines(fl *flat, tokens []token, f *frame, sh *shape, ends []int32) {
	from := len(s.rows)
	s.setLines(fl, tokens, sh, ends, func(l *Line, links []linkBox, broken bool) {
		l.Kind = f.kind
		l.at = int32(len(s.rows) - from)
		r := row{kind: textRow, line: l, base: f.base(), height: f.leading, links: links}
		if endsInHyphen(l) {
			r.penalty = afterHyphen
		}
		s.put(r)
		if broken && (len(s.broken) == 0 || s.broken[len(s.broken)-1].block != s.block) {
			s.broken = append(s.broken, lack{block: s.block, word: lastWord(l)})
		}
	})
	n := len(s.rows) - from
	for i := from; i < len(s.rows); i++ {
		s.rows[i].line.of = int32(n)
	}
	if n > 1 {
		s.rows[from].penalty = never
		s.rows[len(s.rows)-2].penalty = never
	}
}

// endsInHyphen reports whether a line ends in a letter and a hyphen, the story's
// own or one that divides a word.
func endsInHyphen(l *Line) bool {
	if len(l.Runs) == 0 {
		return false
	}
	r := &l.Runs[len(l.Runs)-1]
	t := r.Glyphs[len(r.Glyphs)-1].Text
	if strings.HasSuffix(t, "\u00AD") {
		return true
	}
	if t != "-" && t != "‐" || len(r.Glyphs) < 2 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(r.Glyphs[len(r.Glyphs)-2].Text)
	return unicode.IsLetter(before)
}

func lastWord(l *Line) string {
	if len(l.Runs) == 0 {
		return ""
	}
	t := l.Runs[len(l.Runs)-1].Text
	for i := len(t) - 1; i >= 0; i-- {
		if t[i] == ' ' {
			return t[i+1:]
		}
	}
	return t
}
