package build

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/says"
)

// inscription makes an inscription of rows [a, b).
func (p *sectionText) inscription(a, b int) *book.Inscription {
	return &book.Inscription{Lines: p.lines(a, b), Span: p.at(a, b)}
}

// isSign reports whether rows that keep their lines are a sign: the first in
// capitals, or all of them centred on each other.
func (p *sectionText) isSign(a, b int) bool {
	if b-a > 6 || says.Greets(p.rows[a].Text) {
		return false
	}
	if desk.InCapitals(p.rows[a].Text) {
		return true
	}
	if b-a < 2 {
		return p.centred(&p.rows[a])
	}
	indents := false
	for i := a; i < b; i++ {
		w := &p.rows[i]
		if char.Abs(w.Indent()+w.Width()-p.rows[a].Indent()-p.rows[a].Width()) > 2 || w.Indent()-p.Layout.Margin < 4 {
			return false
		}
		indents = indents || w.Indent() != p.rows[a].Indent()
	}
	return indents || b-a <= 2 && p.centred(&p.rows[a])
}

// besideStanza reports whether piece k, lines that look like a sign because they
// happen to be centred on each other, is a stanza: another that is no sign stands
// next to it, as far to the right.
func (p *sectionText) besideStanza(k int) bool {
	c := p.pieces[k]
	if c.B()-c.A() < 2 || desk.InCapitals(p.rows[c.A()].Text) {
		return false
	}
	for _, j := range [...]int{k - 1, k + 1} {
		if j < 0 || j == len(p.pieces) {
			continue
		}
		s, below := p.pieces[j], max(j, k)
		if s.Kind == pieceKept && s.B()-s.A() > 1 && p.leftmost(s) == p.leftmost(c) && !p.isSign(s.A(), s.B()) &&
			p.rows[p.pieces[below].A()].Gap() <= max(1, p.Layout.Gap) && !p.gapBreaks(below) {
			return true
		}
	}
	return false
}

// leftmost is the smallest indent of the piece's rows.
func (p *sectionText) leftmost(c desk.Piece) int {
	left := p.rows[c.A()].Indent()
	for i := c.A() + 1; i < c.B(); i++ {
		left = min(left, p.rows[i].Indent())
	}
	return left
}

// bare makes an inscription of a piece's first row as it stands: its signs are no
// marks of emphasis.
func (p *sectionText) bare(c desk.Piece) *book.Inscription {
	return &book.Inscription{Lines: []book.Line{{book.Text{Value: p.rows[c.A()].Folded()}}}, Span: p.at(c.A(), c.B())}
}

// signEnd returns the piece after the sign that begins with piece k: centred lines
// with a blank line between them are one.
func (p *sectionText) signEnd(k, end int) int {
	j := k + 1
	for j < end && j-k < 12 {
		c := p.pieces[j]
		if c.Kind != pieceCapitals && c.Kind != pieceKept || p.rows[c.A()].Gap() > 1 || c.B()-c.A() > 3 || !p.centred(&p.rows[c.A()]) || !p.centred(&p.rows[p.pieces[k].A()]) {
			break
		}
		j++
	}
	return j
}

// pointsBack reports whether the line with which a part begins only sends the
// reader to another part's header: "See part 1 for the notes.".
func pointsBack(s string) bool {
	if len(s) > 90 || len(s) < 12 {
		return false
	}
	t := strings.ToLower(strings.Trim(s, " *_()[]~-"))
	if !strings.HasPrefix(t, "see ") && !strings.HasPrefix(t, "for ") && !strings.HasPrefix(t, "disclaimer") && !strings.HasPrefix(t, "notes") && !strings.HasPrefix(t, "header") && !strings.HasPrefix(t, "all notes") {
		return false
	}
	return containsAny(t, "part ", "chapter ", "first post", "previous part", "prologue") && containsAny(t, "note", "disclaim", "header", "warning", "rating", "summar", "headings", "info")
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
