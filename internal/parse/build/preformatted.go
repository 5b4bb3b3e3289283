package build

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
)

// isDrawing reports whether rows are a table or a drawing, whose blanks matter:
// columns stand apart, or signs outnumber letters.
func (p *sectionText) isDrawing(a, b int) bool {
	gaps, boxes, signs, text := 0, 0, 0, 0
	for i := a; i < b; i++ {
		w := &p.rows[i]
		if w.Marks&passage.HasGaps != 0 {
			gaps++
		}
		if w.Head != passage.StartsLower && w.Head != passage.StartsUpper || w.Marks&passage.HasGaps != 0 {
			if Boxed(w.Text) {
				boxes++
			}
		}
	}
	if gaps == 0 && boxes == 0 {
		for i := a; i < b; i++ {
			if p.rows[i].Head != passage.StartsOther {
				return false
			}
		}
	}
	for i := a; i < b; i++ {
		for _, c := range p.rows[i].Text {
			switch {
			case c == ' ' || c == '\t':
			case unicode.IsLetter(c) || unicode.IsDigit(c) || c == '"' || c == '.' || c == ',' || c == '\'' || c == '?' || c == '!' || c > 0x2000 && c < 0x2070:
				text++
			default:
				signs++
			}
		}
	}
	n := b - a
	switch {
	case boxes > 1 && boxes*3 >= n*2:
		return true
	case signs > 2*text && signs > 8:
		return true
	}
	return !p.Layout.Justified && gaps > 1 && gaps*5 >= n*4 && p.columns(a, b)
}

// isBill reports whether rows, most of them with leaders or gaps before what they end in, have
// rules among them: a bill, whose rules part no scenes.
func (p *sectionText) isBill(a, b int) bool {
	rules, entries := 0, 0
	for i := a; i < b; i++ {
		switch w := &p.rows[i]; {
		case w.Marks&passage.IsMark != 0 || passage.IsRule(w.Text):
			rules++
		case w.Marks&passage.HasGaps != 0 || strings.Contains(w.Text, "...."):
			entries++
		}
	}
	return rules > 0 && entries > 1 && entries*3 >= (b-a-rules)*2
}

// isMap reports whether rows that end long before the wrap are drawn with strokes:
// strokes stand alone in some, at several depths, and beside letters in others.
func (p *sectionText) isMap(a, b int) bool {
	alone, beside, deep := 0, 0, 0
	for i := a; i < b; i++ {
		w := &p.rows[i]
		if p.Layout.Wrap > 0 && (w.Width()-p.Layout.Margin)*4 > (p.Layout.Wrap-p.Layout.Margin)*3 || w.Width() > 70 {
			return false
		}
		if w.Indent() != p.rows[a].Indent() {
			deep++
		}
		strokes, letters := 0, 0
		for _, c := range w.Text {
			switch {
			case c == '|' || c == '+' || c == '/' || c == '\\' || c == '_' || c == '-' || c == '~' || c == '=' || c == '^' || c == '<' || c == '>' || c >= 0x2500 && c < 0x25A0:
				strokes++
			case unicode.IsLetter(c):
				letters++
			}
		}
		switch {
		case strokes > 0 && letters == 0:
			alone++
		case w.Marks&passage.HasGaps != 0 && strokes > 0 || strokes > 2 && letters < 3:
			beside++
		}
	}
	return alone > 0 && beside > 0 && (alone+beside)*2 >= b-a && deep > 0
}

// shapes reports whether two or more of the rows are signs of several kinds: then
// they may be a drawing rather than marks of scene breaks.
func (p *sectionText) shapes(a, b int) bool {
	n := 0
	for i := a; i < b; i++ {
		if w := &p.rows[i]; w.Head == passage.StartsOther && strings.Trim(w.Text, w.Text[:1]+" ") != "" {
			n++
		}
	}
	return n > 1
}

// Boxed reports whether a line begins and ends with the strokes of a box.
func Boxed(s string) bool {
	if len(s) < 3 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	stroke := func(c rune) bool { return c == '|' || c == '+' || c >= 0x2500 && c < 0x25A0 }
	return stroke(first) && stroke(last)
}

// columns reports whether the words behind the gaps stand below each other in most rows.
func (p *sectionText) columns(a, b int) bool {
	var at [256]int
	for i := a; i < b; i++ {
		raw := p.Src.Line(p.rows[i].N())
		seen := -1
		for k, col, blanks := 0, 0, 0; k < len(raw) && col < len(at); k++ {
			switch c := raw[k]; {
			case c == '\t':
				col += 8 - col%8
				blanks = 3
				continue
			case c == ' ':
				blanks++
			default:
				if blanks > 1 && col > p.rows[i].Indent() && col != seen {
					at[col]++
					seen = col
				}
				blanks = 0
			}
			col++
		}
	}
	for _, n := range at {
		if n > 1 && n*3 >= (b-a)*2 {
			return true
		}
	}
	return false
}

// preformatted keeps the rows' lines and blanks, without their common indent;
// tabs become blanks.
func (p *sectionText) preformatted(c desk.Piece) *book.Preformatted {
	left := p.rows[c.A()].Indent()
	for i := c.A(); i < c.B(); i++ {
		left = min(left, p.rows[i].Indent())
	}
	f := &book.Preformatted{Span: p.at(c.A(), c.B())}
	for i := c.A(); i < c.B(); i++ {
		w := &p.rows[i]
		if i > c.A() { // blank lines among lines that are kept
			f.Lines = append(f.Lines, make([]string, w.N()-p.rows[i-1].N()-1)...)
		}
		var line strings.Builder
		line.WriteString(strings.Repeat(" ", min(w.Indent()-left, 200)))
		col := w.Indent()
		for _, r := range w.Text {
			if r == '\t' {
				n := 8 - col%8
				line.WriteString(strings.Repeat(" ", n))
				col += n
				continue
			}
			line.WriteRune(r)
			col++
		}
		f.Lines = append(f.Lines, line.String())
	}
	return f
}

// underlines reports whether row i is a rule under the row before it, as long as
// that row's text.
func (p *sectionText) underlines(i int) bool {
	x, y := &p.rows[i-1], &p.rows[i]
	c := y.Text[0]
	if c != '-' && c != '=' && c != '~' || len(y.Text) < 4 || strings.Trim(y.Text, string(c)) != "" || x.Tail == passage.EndsStop {
		return false
	}
	return char.Abs((x.Width()-x.Indent())-(y.Width()-y.Indent())) <= 3 && (i < 2 || p.rows[i-1].Gap() > 0)
}
