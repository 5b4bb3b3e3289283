package build

import (
	"slices"
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
)

// longVerse is the most columns that a line of verse is likely to have.
const longVerse = 90

// judge decides whether rows that follow each other without a blank line are joined
// (prose, setOff) or keep their lines: by their form where it is definite, else by
// what is weighed.
func (p *sectionText) judge(a, b int) desk.PieceKind {
	l := &p.Layout
	sung, indented, dashes, caps, turned, sentences, han, divided := 0, 0, 0, 0, 0, 0, 0, 0
	shallow, widest := p.rows[a].Indent(), 0
	for i := a; i < b; i++ {
		w := &p.rows[i]
		widest = max(widest, w.Width()-w.Indent())
		if sung == i-a && isSung(w.Text) { // they count only when every row is so
			sung++
		}
		if l.ParagraphIndent(w.Line) {
			indented++
		}
		if l.Speaks(w.Line) {
			dashes++
		}
		if caps == i-a && desk.InCapitals(w.Text) {
			caps++
		}
		if i > a && p.turnsOver(&p.rows[i-1], w) {
			turned++
		}
		if i > a && desk.BreaksWord(p.rows[i-1].Line, w.Line) {
			if divided++; divided > 1 { // no poet does
				return pieceProse
			}
		}
		if w.Head == passage.StartsCaseless || endsWide(w.Text) { // "3号…。" begins with a digit
			han++
		}
		switch w.Head {
		case passage.StartsOther:
			if w.Tail != passage.EndsOpen {
				sentences++
			}
			continue
		}
		if w.Tail == passage.EndsStop {
			sentences++
		}
		shallow = min(shallow, w.Indent())
	}
	switch n := b - a; {
	case sung == n:
		return pieceKept
	case indented == n: // each row is a paragraph
		return pieceProse
	case dashes > 0 && (l.Wrap == 0 || dashes*2 >= n):
		return pieceProse
	case turned == n-1: // a paragraph with a hanging indent
		return pieceProse
	case l.Indented && shallow <= l.Margin && indented > 0 && !p.hasRoom(a, b):
		return pieceProse
	case caps == n && p.rows[a].Text[0] != '"':
		return pieceCapitals
	case l.Wrap == 0 && !l.Verses && (sentences == n && n < 4 || sentences >= n-1 && widest > longVerse): // each line is a paragraph
		return pieceProse
	case n == 2 && p.rows[a+1].Indent() > p.rows[a].Indent() && passage.GoesOn(p.rows[a].Line, p.rows[a+1].Line): // one hanging line
		return pieceProse
	case turned > 1 && turned*5 >= n-1: // long verses, their ends turned over
		return pieceKept
	case han*2 > n:
		return p.judgeCaseless(a, b)
	case l.Wrap == 0 && n > 2 && (p.breathes(a, b) || sentences < n && widest <= desk.Narrow && 2*widest < p.widest()): // nothing tells of a wrap
		return pieceKept
	case !l.Indented && l.FirstLine(p.rows[a].Line) && l.Wrap > 0 && p.flush(a+1, b) && p.full(a, b): // a paragraph as the others are
		return pieceProse
	}
	switch p.weighKind(a, b) {
	case weighsVerse:
		return pieceKept
	case weighsQuote:
		if shallow-l.Margin >= 2 && !l.Apart && !(l.Indented && shallow <= l.Margin+l.Deepest+1) {
			return pieceSetOff
		}
	}
	return pieceProse
}

// widest is the width of the section's longest row.
func (p *sectionText) widest() int {
	if p.longest == 0 {
		for i := range p.rows {
			p.longest = max(p.longest, p.rows[i].Width()-p.rows[i].Indent())
		}
	}
	return p.longest
}

// full reports whether rows [a, b) all but the last had no room for the next row's first word.
func (p *sectionText) full(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if p.Layout.Early(p.rows[i-1].Line, p.rows[i].Line) {
			return false
		}
	}
	return true
}

// flush reports whether rows [a, b) begin at the margin.
func (p *sectionText) flush(a, b int) bool {
	for i := a; i < b; i++ {
		if p.rows[i].Indent() > p.Layout.Margin+1 {
			return false
		}
	}
	return true
}

// hasRoom reports whether rows [a, b), four or more, all end far before the wrap where no indented one
// follows: in a paragraph they would be full. Ballads indent every other line.
func (p *sectionText) hasRoom(a, b int) bool {
	l := &p.Layout
	if b-a < 4 {
		return false
	}
	joints := 0
	for i := a + 1; i < b; i++ {
		x, y := &p.rows[i-1], &p.rows[i]
		if l.ParagraphIndent(y.Line) {
			continue
		}
		joints++
		if x.Width()+1+y.Word() > max(l.Wrap, desk.Narrow)*9/10 {
			return false
		}
	}
	return joints > 0
}

// breathes reports whether rows [a, b), all of them brief, break where their sentences
// go on and the next words had room.
func (p *sectionText) breathes(a, b int) bool {
	longest, on, full := 0, 0, 0
	for i := a; i < b; i++ {
		longest = max(longest, p.rows[i].Width()-p.rows[i].Indent())
	}
	for i := a + 1; i < b; i++ {
		x, y := &p.rows[i-1], &p.rows[i]
		if passage.GoesOn(x.Line, y.Line) {
			on++
		}
		if x.Width()-x.Indent()+1+y.Word() > longest {
			full++
		}
	}
	return longest <= desk.Narrow && on*5 >= (b-a-1)*2 && full*2 < b-a-1
}

// judgeCaseless judges rows of a script without capitals, of which the trees know
// little: those that are set off and end far before any wrap keep their lines.
func (p *sectionText) judgeCaseless(a, b int) desk.PieceKind {
	for i := a; i < b; i++ {
		if w := &p.rows[i]; w.Indent() < p.Layout.Margin+2 || p.Layout.ParagraphIndent(w.Line) || !p.Layout.CutShort(w.Line) || w.Tail == passage.EndsStop && i+1 < b {
			return pieceProse
		}
	}
	return pieceKept
}

// endsWide reports whether a row's last sign is one of a script without capitals: "。", "」".
func endsWide(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c >= 0x3000
}

// isSung reports whether a line is marked as a whole, as lyrics are: "♪ la la ♪",
// "//The lamp goes out//", "_The tide comes in,_".
func isSung(s string) bool {
	c := char.FirstRune(s)
	if c == '♪' || c == '♫' {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return c == last && len(s) > 4 && (c == '_' || c == '*' || c == '/' || c == '~' || c == '#') && strings.Count(s, s[:1])&1 == 0 && (strings.Count(s, s[:1]) == 2 || s[1] == s[0] && strings.Count(s, s[:1]) == 4)
}

// verse makes verse of pieces that keep their lines; each is a stanza.
func (p *sectionText) verse(stanzas []desk.Piece) *book.Verse {
	v := &book.Verse{Stanzas: make([][]book.VerseLine, 0, len(stanzas)), Span: p.at(stanzas[0].A(), stanzas[len(stanzas)-1].B())}
	left := p.rows[stanzas[0].A()].Indent()
	for _, s := range stanzas {
		for i := s.A(); i < s.B(); i++ {
			left = min(left, p.rows[i].Indent())
		}
	}
	through := p.markedThrough(stanzas[0].A(), stanzas[len(stanzas)-1].B())
	for _, s := range stanzas {
		mark := through
		if mark == "" {
			mark = p.markedThrough(s.A(), s.B())
		}
		lines := make([]book.VerseLine, 0, s.B()-s.A())
		for i := s.A(); i < s.B(); {
			j := i + 1
			for j < s.B() && p.turnsOver(&p.rows[j-1], &p.rows[j]) && (j+1 == s.B() || p.rows[j+1].Indent() <= p.rows[j].Indent()+1) { // else it is a step
				j++
			}
			text, marked := p.joined(i, j)
			if mark != "" { // each line is stressed by itself
				text = mark + strings.TrimSuffix(strings.TrimPrefix(text, mark), mark) + mark
				marked = true
			}
			// Two columns are one step; a poem set by hand seldom has more than a few.
			lines = append(lines, book.VerseLine{Indent: min((p.rows[i].Indent()-left+1)/2, 12), Inlines: p.inlines(text, marked, i, j)})
			i = j
		}
		v.Stanzas = append(v.Stanzas, lines)
	}
	return v
}

// markedThrough is the mark of emphasis that rows [a, b) begin and end with, if it
// stands nowhere else in them: lyrics are often marked as a whole.
func (p *sectionText) markedThrough(a, b int) string {
	first, last := p.rows[a].Text, p.rows[b-1].Text
	n := 1
	for n < len(first) && n < 2 && first[n] == first[0] {
		n++
	}
	mark := first[:n]
	if b-a < 2 || inlines.SignIndex[first[0]] == 0 || first[0] == '=' || len(first) <= n || !strings.HasSuffix(last, mark) || len(last) <= n {
		return ""
	}
	for i := a; i < b; i++ {
		text := p.rows[i].Text
		if i == a {
			text = text[n:]
		}
		if i == b-1 {
			text = text[:len(text)-n]
		}
		if strings.IndexByte(text, first[0]) >= 0 {
			return ""
		}
	}
	return mark
}

// turnsOver reports whether row y is the end of a line of verse that was too long
// for the page: it goes on, deeper, where row x is nearly full.
func (p *sectionText) turnsOver(x, y *desk.Row) bool {
	l := &p.Layout
	if y.Indent() < x.Indent()+2 || !passage.GoesOn(x.Line, y.Line) || y.Marks&passage.IsKept != 0 {
		return false
	}
	if l.Wrap == 0 {
		return x.Width()-l.Margin >= 60
	}
	return (x.Width()-l.Margin)*5 >= (l.Wrap-l.Margin)*3
}

// lines are rows [a, b) as lines of a block that keeps them.
func (p *sectionText) lines(a, b int) []book.Line {
	out := make([]book.Line, 0, b-a)
	for i := a; i < b; i++ {
		out = append(out, p.lineInlines(i))
	}
	return slices.Clip(out)
}

// lineInlines are the inlines of one row that stays a line.
func (p *sectionText) lineInlines(i int) []book.Inline {
	w := &p.rows[i]
	return p.inlines(w.Folded(), w.Marks&passage.HasMarks != 0, i, i+1)
}
