package build

import (
	"slices"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/source"
)

const (
	pieceProse     desk.PieceKind = iota // lines to be joined
	pieceKept                            // lines to be kept
	pieceSetOff                          // indented prose, to be joined
	pieceSpeech                          // an entry of a log, should others follow
	pieceCapitals                        // a sign or a telegram
	pieceEnd                             // "THE END", "End of part 1/3"
	pieceMark                            // the mark of a scene break
	piecePicture                         // "[Illustration: …]"
	pieceNote                            // "[1] …", "[Footnote 1: …]"
	pieceQuoted                          // "> …"
	pieceDrawing                         // tables, ASCII art
	pieceUnderline                       // a line with a rule under it
	pieceSource                          // "-- Annie, The Lamp", right below other rows
	pieceAsIs                            // lines that a person wants as they stand
)

// A sectionText is the text of one section on its way to blocks.
type sectionText struct {
	*desk.Reading
	rows    []desk.Row
	pieces  []desk.Piece
	buf     []byte
	runs    inlines.EmphasisRuns
	noLog   int // before this piece no log begins
	longest int // the width of the longest row; 0 when it is not known yet

	setting  *evidence.KindSetting
	measures []int32
}

// Blocks reads lines [from, to), which hold no heading of a section, into blocks.
func Blocks(r *desk.Reading, from, to int) []book.Block {
	count := 0
	for n := from; n < to; n++ {
		if !r.Lines[n].Blank() {
			count++
		}
	}
	p := &sectionText{Reading: r, rows: slices.Grow(r.Rows[:0], count), pieces: r.Pieces[:0], buf: r.Buf}
	defer func() { r.Rows, r.Pieces, r.Buf = p.rows, p.pieces, p.buf }()
	last := from - 1
	for n := from; n < to; n++ {
		if l := &r.Lines[n]; !l.Blank() {
			p.rows = append(p.rows, desk.RowOf(l, n, r.Layout.BlanksBetween(n-last-1)))
			last = n
		} else if l.Marks&passage.IsGone != 0 {
			last++
		}
	}
	p.runs = p.findRuns()
	for a := 0; a < len(p.rows); {
		b := a + 1
		for b < len(p.rows) && p.rows[b].Gap() == 0 {
			b++
		}
		a = p.cut(a, b)
	}
	return p.assemble()
}

func (p *sectionText) add(kind desk.PieceKind, a, b int) {
	if a < b {
		p.pieces = append(p.pieces, desk.PieceOf(kind, a, b))
	}
}

// cut cuts the rows [a, b), between which there is no blank line, into pieces,
// and returns the first row after them; a note or a caption may reach beyond b.
func (p *sectionText) cut(a, b int) int {
	if p.rows[a].Marks&passage.IsKept == 0 && (p.rows[a].Marks&passage.IsDrawn != 0 || b-a > 1 && p.shapes(a, b) && p.isDrawing(a, b) || b-a > 3 && p.isMap(a, b) || b-a > 2 && p.isBill(a, b)) {
		p.add(pieceDrawing, a, b)
		return b
	}
	from := a // rows [from, i) are not cut yet
	for i := a; i < b; {
		kind, end := p.special(i, from, b)
		if kind == pieceProse {
			i++
			continue
		}
		if kind == pieceUnderline {
			p.cutPlain(from, i-1)
			p.add(kind, i-1, end)
		} else {
			p.cutPlain(from, i)
			p.add(kind, i, end)
		}
		from, i = end, end
	}
	if from >= b {
		return from
	}
	p.cutPlain(from, b)
	return b
}

// special looks for a row that begins something of its own, and for where that
// ends; prose when there is none.
func (p *sectionText) special(i, from, b int) (desk.PieceKind, int) {
	w := &p.rows[i]
	if w.Marks&passage.IsKept != 0 {
		return pieceAsIs, p.keptEnd(i)
	}
	if w.Marks&passage.IsMark != 0 {
		if i > from && p.underlines(i) {
			return pieceUnderline, i + 1
		}
		return pieceMark, i + 1
	}
	if p.Layout.Apart && w.Text == "--" { // a mail's signature
		return pieceKept, b
	}
	if i == 0 && pointsBack(w.Text) {
		return pieceCapitals, i + 1
	}
	if i > from && p.rows[i-1].Tail != passage.EndsOpen && says.IsTheEnd(w.Text) {
		return pieceEnd, i + 1
	}
	switch c := w.Text[0]; {
	case c == '[':
		if end := p.noteEnd(i); end > 0 {
			return pieceNote, end
		}
		if end := p.pictureEnd(i); end > 0 {
			return piecePicture, end
		}
	case c == '*' || c == '(' || c == '{' || c == '^' || c == '<' || c == '+' || '0' <= c && c <= '9' || c >= utf8.RuneSelf:
		if end := p.noteEnd(i); end > 0 {
			return pieceNote, end
		}
	case c == '>':
		end := i + 1
		for end < b && p.rows[end].Text[0] == '>' {
			end++
		}
		return pieceQuoted, end
	}
	return pieceProse, 0
}

// cutPlain cuts rows without any special lines.
func (p *sectionText) cutPlain(a, b int) {
	switch {
	case a >= b:
	case b-a > 1 && p.cutSource(a, b):
	case b-a == 1:
		p.add(p.single(a), a, b)
	case p.isDrawing(a, b):
		p.add(pieceDrawing, a, b)
	case p.isMailHead(a, b):
		p.add(pieceKept, a, b)
	case p.cutSpeech(a, b):
	case p.cutList(a, b):
	default:
		p.cutDepths(a, b)
	}
}

// cutDepths parts rows that are deeper than their neighbours, which may be verse
// or a quotation, from the rest.
func (p *sectionText) cutDepths(a, b int) {
	l := &p.Layout
	low := p.rows[a].Indent()
	for i := a + 1; i < b; i++ {
		low = min(low, p.rows[i].Indent())
	}
	if !l.Indented && low >= l.Margin+2 { // all of it is set off
		if kind := p.judge(a, b); kind != pieceProse {
			p.add(kind, a, b)
			return
		}
	}
	if p.hangs(a, b) {
		p.add(pieceProse, a, b)
		return
	}
	if !p.level(a, b) && p.judge(a, b) == pieceKept {
		p.add(pieceKept, a, b) // a stanza, some of its lines further in
		return
	}
	edge := low + 1 // rows beyond it are deep
	if l.Indented {
		edge = l.Margin + l.Deepest + 1
	}
	from := a // rows [from, i) are not cut yet
	for i := a; i < b; {
		deep := p.rows[i].Indent() > edge
		j := i + 1
		for j < b && (p.rows[j].Indent() > edge) == deep {
			j++
		}
		if deep {
			kind := pieceProse
			if j-i > 1 {
				kind = p.judge(i, j)
			} else if l.Indented || j == b { // else it is a paragraph's first line
				kind = p.single(i)
			}
			switch {
			case kind != pieceProse:
				p.cutFlush(from, i)
				p.add(kind, i, j)
				from = j
			}
		}
		i = j
	}
	p.cutFlush(from, b)
}

// level reports whether rows [a, b) all begin at one column, or two that touch.
func (p *sectionText) level(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if char.Abs(p.rows[i].Indent()-p.rows[a].Indent()) > 1 {
			return false
		}
	}
	return true
}

// hangs reports whether rows [a, b) are one paragraph whose first line stands
// further out than all others, as speeches stand in plays.
func (p *sectionText) hangs(a, b int) bool {
	first, longest := &p.rows[a], 0
	for i := a + 1; i < b; i++ {
		y := &p.rows[i]
		if y.Indent() < first.Indent()+2 || y.Indent() != p.rows[a+1].Indent() {
			return false
		}
		longest = max(longest, y.Width())
	}
	// Its first line was full: the next word, or one like it, had no room.
	return b-a > 1 && passage.GoesOn(first.Line, p.rows[a+1].Line) && first.Width() > 45 && first.Width()+5+p.rows[a+1].Word() > longest
}

// at names the place of rows [a, b) in the story.
func (p *sectionText) at(a, b int) source.Span {
	last := p.rows[b-1]
	return p.Src.Span(p.rows[a].Start(), last.Start()+len(last.Text))
}
