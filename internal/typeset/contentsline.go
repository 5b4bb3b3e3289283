package typeset

import (
	"storybind/internal/book"
)

// besides puts a label on a line that is set already, before its text.
func (p *pager) besides(l *Line, label string, k fontKey, left Length) {
	s := p.set
	fl := s.plain(label, k)
	tokens := s.tokenize(&fl)
	sh := shape{align: flushLeft, measure: p.geo.measure(), first: left, rest: left}
	s.setLines(&fl, tokens, &sh, s.breakLines(tokens, &sh), func(first *Line, _ []linkBox, _ bool) {
		p.turn(first.Runs)
		l.Runs = append(first.Runs, l.Runs...)
	})
}

// turn moves runs that were placed from the left edge to where they stand in a book whose
// lines begin at the right one.
func (p *pager) turn(runs []Run) {
	if !p.geo.rtl || len(runs) == 0 {
		return
	}
	l := Line{Runs: runs}
	left, right := l.extent()
	for i := range runs {
		runs[i].X += p.geo.measure() - right - left
	}
}

// turned is a link's place in such a book.
func (p *pager) turned(l linkBox) linkBox {
	if p.geo.rtl {
		l.x0, l.x1 = p.geo.measure()-l.x1, p.geo.measure()-l.x0
	}
	return l
}

// turnRows turns each row's line, and returns where the last one ended before.
func (p *pager) turnRows(rows []row) (end Length) {
	for i := range rows {
		_, end = rows[i].line.extent()
		p.turn(rows[i].line.Runs)
	}
	return end
}

// leaders adds a row of dots and the page number to an entry's last line. The
// dots stand on a grid of their own, so that they stand under each other.
func (p *pager) leaders(l *Line, end Length, number string, k fontKey) {
	s, g := p.set, p.geo
	k.lining = true
	f := s.font(k)
	shaped := s.piece(f, number)
	w := shaped.width
	numberX := g.measure() - Length((f.units(w)+999)/1000)

	dot := s.faces[f.spaceF].Glyph('.')
	pitch := Length(int64(600) * int64(k.size) / 1000)
	first := (end + k.size/2 + pitch - 1) / pitch * pitch
	last := (numberX - k.size/2) / pitch * pitch
	if n := int((last - first) / pitch); n >= 2 && dot != 0 {
		gs := make([]Glyph, n)
		text := make([]byte, n)
		for i := range gs {
			gs[i] = Glyph{ID: dot, Advance: 600, Text: "."}
			text[i] = '.'
		}
		l.Runs = append(l.Runs, Run{Face: int(f.spaceF), Size: k.size, X: first, Grey: 96, Glyphs: gs, Text: string(text)})
		p.turn(l.Runs[len(l.Runs)-1:])
	}
	from := len(l.Runs)
	for i := range shaped.segs {
		sg := &shaped.segs[i]
		l.Runs = append(l.Runs, Run{Face: int(sg.face), Size: k.size, X: numberX, Glyphs: sg.glyphs, Text: sg.text})
		numberX += Length(f.units(sg.width) / 1000)
	}
	p.turn(l.Runs[from:])
}

// right is where a run's last glyph ends.
func (r *Run) right() Length {
	var w int64
	for i := range r.Glyphs {
		w += int64(r.Glyphs[i].Advance)
	}
	return r.X + Length(w*int64(r.Size)/1000*int64(1000+r.Wider)/1000)
}

// withoutBreaks is a title whose own line breaks are spaces, for one line.
func withoutBreaks(ins []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range ins {
		switch in := in.(type) {
		case book.LineBreak:
			out = append(out, book.Text{Value: " "})
		case book.NoteRef:
		case book.Emphasis:
			out = append(out, book.Emphasis{Inlines: withoutBreaks(in.Inlines)})
		case book.Strong:
			out = append(out, book.Strong{Inlines: withoutBreaks(in.Inlines)})
		case book.Struck:
			out = append(out, withoutBreaks(in.Inlines)...)
		case book.Ruby:
			out = append(out, book.Text{Value: in.Base})
		case book.SmallCaps:
			out = append(out, book.SmallCaps{Inlines: withoutBreaks(in.Inlines)})
		case book.Link:
			out = append(out, withoutBreaks(in.Inlines)...)
		default:
			out = append(out, in)
		}
	}
	return out
}
