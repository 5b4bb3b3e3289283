package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
)

// judge decides whether two or more rows that follow each other without a blank
// line are joined (prose, setOff) or keep their lines.
//
// Wrapped prose fills its lines: the next line's first word had no room, and
// lines begin with small letters as often as not. In verse the poet ends the
// line: early, without a full stop, and the next begins with a capital.
func (p *sectionText) judge(a, b int) pieceKind {
	p.noteKind(a, b)
	l := &p.layout
	rows := p.rows[a:b]
	breaks := len(rows) - 1
	lower, early, open, full, nearly := 0, 0, 0, 0, 0
	longest, shallow, indented, caps := 0, rows[0].Indent, 0, 0
	speech, small, over, sung, dashes := 0, 0, 0, 0, 0
	for i := range rows {
		if kindOf(firstRune(rows[i].Text)) == ofQuote {
			speech++
		}
		if rows[i].Head != passage.StartsUpper {
			small++
		}
		if l.speaks(rows[i].Line) {
			dashes++
		}
		if isSung(rows[i].Text) {
			sung++
		}
		longest = max(longest, rows[i].Width)
		shallow = min(shallow, rows[i].Indent)
		if l.paragraphIndent(rows[i].Line) {
			indented++
		}
	}
	turned, wavy, divided := 0, 0, 0
	for i := 1; i < len(rows); i++ {
		x, y := &rows[i-1], &rows[i]
		if breaksWord(x.Line, y.Line) {
			if divided++; divided > 1 { // no poet does
				return pieceProse
			}
		}
		if x.Indent != y.Indent {
			wavy++
		}
		if p.turnsOver(x, y) {
			turned++
			continue
		}
		if passage.GoesOn(x.Line, y.Line) {
			lower++
		}
		if l.early(x.Line, y.Line) || x.Width > l.wrap+1 {
			early++
		}
		if x.Tail != passage.EndsStop && x.Tail != passage.EndsColon {
			open++
		}
		if x.Width+1+int(y.Word) > longest {
			full++
		}
		if x.Width+3+int(y.Word) > longest {
			nearly++
		}
		if x.Width > l.wrap+1 {
			over++
		}
	}
	switch {
	case sung == len(rows):
		return pieceKept
	case indented == len(rows):
		return pieceProse // each row is a paragraph
	case dashes > 0 && (l.wrap == 0 || dashes*2 >= len(rows)):
		return pieceProse
	}
	if breaks -= turned; breaks == 0 {
		return pieceProse // a paragraph with a hanging indent
	}
	deep := shallow-l.margin >= 2 && !(l.indented && shallow <= l.margin+l.deepest+1)
	// Prose that is set off is not much narrower than the rest.
	broad := longest-shallow >= 40 || l.wrap > 0 && (longest-shallow)*2 >= l.wrap-l.margin
	flows := lower*5 >= breaks*2 && (full*10 >= breaks*7 || lower*10 >= breaks*6)
	switch {
	case l.indented && shallow <= l.margin && indented > 0:
		return pieceProse
	case turned > 1 && breaks > 1 && turned*5 >= breaks:
		return pieceKept // long verses, their ends turned over
	case deep && wavy > 4 && wavy*10 > breaks*7:
		return pieceKept // a shape is drawn with words
	case deep && breaks > 1 && wavy == breaks && rows[0].Indent == rows[2].Indent:
		return pieceKept // every other line is indented
	case flows && l.meant && breaks > 1 && longest-shallow <= brief:
		return pieceKept
	case flows && deep && broad && (full*5 >= breaks*2 || nearly*5 >= breaks*2 && p.setOffAbove(shallow)):
		return pieceSetOff
	case flows && deep:
		return pieceKept
	case flows && l.wrap == 0 && breaks > 1 && full*2 < breaks && longest-shallow <= 45:
		return pieceKept // their next words had room, and nothing else tells of a wrap
	case flows:
		if l.wrap == 0 || early*10 < breaks*7 || longest-shallow > 45 || full == breaks && endsInside(rows[0].Text) {
			return pieceProse
		}
		return pieceKept // lines with small letters, but all of them end early
	}
	for i := range rows {
		if inCapitals(rows[i].Text) {
			caps++
		}
	}
	if caps == len(rows) && rows[0].Text[0] != '"' {
		return pieceCapitals
	}
	switch {
	case deep && l.wrap > 0:
		if early*2 >= breaks || lower == 0 && open > 0 && full*10 < breaks*7 {
			return pieceKept
		}
		return pieceSetOff
	case deep:
		if longest-shallow <= 90 && (open > 0 || breaks > 2) {
			return pieceKept
		}
		return pieceProse
	case l.wrap > 0:
		if rows[0].Marks&passage.IsVerse != 0 && lower == 0 && (over > 0 || early*2 > breaks) {
			return pieceKept
		}
		if early*5 >= breaks*4 && open*5 >= breaks*2 && ((longest-shallow)*4 <= (l.wrap-l.margin)*3 || breaks > 2 && small == 0) {
			return pieceKept
		}
		return pieceProse
	case l.apart && longest-shallow <= 60 && open*2 >= breaks:
		return pieceKept // an address, a list of thanks
	case l.verses:
		if longest-shallow <= 90 && (open*5 >= breaks || breaks < 3 && open > 0) {
			return pieceKept
		}
		return pieceProse
	case l.gap == 0: // each line is a paragraph, unless they are clearly none
		if breaks >= 2 && longest-shallow <= 60 && open*10 >= breaks*6 {
			return pieceKept
		}
		return pieceProse
	}
	if longest-shallow <= 80 && open*5 >= breaks*2 || longest-shallow <= 65 && open > 0 && breaks > 2 && small+speech == 0 {
		return pieceKept
	}
	return pieceProse
}

// setOffAbove reports whether the piece before the rows that are judged is prose
// set off to the same column: then they are likely to go on with it.
func (p *sectionText) setOffAbove(column int) bool {
	if len(p.pieces) == 0 {
		return false
	}
	last := p.pieces[len(p.pieces)-1]
	return last.kind == pieceSetOff && p.rows[last.b-1].Indent == column
}

// endsInside reports whether a sentence ends inside a line and another begins.
func endsInside(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && s[i+1] == ' ' && 'A' <= s[i+2] && s[i+2] <= 'Z' {
			return true
		}
	}
	return false
}

// isSung reports whether a line is marked as a whole, as lyrics are: "♪ la la ♪",
// "//The lamp goes out//", "_The tide comes in,_".
func isSung(s string) bool {
	c := firstRune(s)
	if c == '♪' || c == '♫' {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return c == last && len(s) > 4 && (c == '_' || c == '*' || c == '/' || c == '~' || c == '#') && strings.Count(s, s[:1])&1 == 0 && (strings.Count(s, s[:1]) == 2 || s[1] == s[0] && strings.Count(s, s[:1]) == 4)
}

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

// verse makes verse of pieces that keep their lines; each is a stanza.
func (p *sectionText) verse(stanzas []piece) *book.Verse {
	v := &book.Verse{Stanzas: make([][]book.VerseLine, 0, len(stanzas)), Span: p.at(stanzas[0].a, stanzas[len(stanzas)-1].b)}
	left := p.rows[stanzas[0].a].Indent
	for _, s := range stanzas {
		for i := s.a; i < s.b; i++ {
			left = min(left, p.rows[i].Indent)
		}
	}
	through := p.markedThrough(stanzas[0].a, stanzas[len(stanzas)-1].b)
	for _, s := range stanzas {
		mark := through
		if mark == "" {
			mark = p.markedThrough(s.a, s.b)
		}
		lines := make([]book.VerseLine, 0, s.b-s.a)
		for i := s.a; i < s.b; {
			j := i + 1
			for j < s.b && p.turnsOver(&p.rows[j-1], &p.rows[j]) && (j+1 == s.b || p.rows[j+1].Indent <= p.rows[j].Indent+1) { // else it is a step
				j++
			}
			text, marked := p.joined(i, j)
			if mark != "" { // each line is stressed by itself
				text = mark + strings.TrimSuffix(strings.TrimPrefix(text, mark), mark) + mark
				marked = true
			}
			// Two columns are one step; a poem set by hand seldom has more than a few.
			lines = append(lines, book.VerseLine{Indent: min((p.rows[i].Indent-left+1)/2, 12), Inlines: p.inlines(text, marked, i, j)})
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
	if b-a < 2 || signIndex[first[0]] == 0 || first[0] == '=' || len(first) <= n || !strings.HasSuffix(last, mark) || len(last) <= n {
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
func (p *sectionText) turnsOver(x, y *row) bool {
	l := &p.layout
	if y.Indent < x.Indent+2 || !passage.GoesOn(x.Line, y.Line) || y.Marks&passage.IsKept != 0 {
		return false
	}
	if l.wrap == 0 {
		return x.Width-l.margin >= 60
	}
	return (x.Width-l.margin)*5 >= (l.wrap-l.margin)*3
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
