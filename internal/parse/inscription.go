package parse

import (
	"strings"
	"unicode"

	"storybind/internal/book"
)

// inCapitals reports whether a text of at least three letters is set in
// capitals, as signs, telegrams and headlines are.
func inCapitals(s string) bool {
	all, small := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
			if small++; small*8 > len(s) {
				return false
			}
			all++
		case 'A' <= c && c <= 'Z':
			all++
		case c >= 0x80:
			return inCapitalsUnicode(s)
		}
	}
	return all >= 3 && small*10 <= all && all*2 >= len(s)-strings.Count(s, " ")
}

func inCapitalsUnicode(s string) bool {
	all, small, signs := 0, 0, 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			all++
		case unicode.IsLetter(c):
			all++
			small++
		case c != ' ':
			signs++
		}
	}
	return all >= 3 && small*10 <= all && signs <= all
}

// inscription makes an inscription of rows [a, b).
func (p *sectionText) inscription(a, b int) *book.Inscription {
	return &book.Inscription{Lines: p.lines(a, b), Span: p.at(a, b)}
}

// isSign reports whether rows that keep their lines are a sign: the first in
// capitals, or all of them centred on each other.
func (p *sectionText) isSign(a, b int) bool {
	if b-a > 6 || greets(p.rows[a].Text) {
		return false
	}
	if inCapitals(p.rows[a].Text) {
		return true
	}
	if b-a < 2 {
		return p.centred(&p.rows[a])
	}
	indents := false
	for i := a; i < b; i++ {
		w := &p.rows[i]
		if abs(w.Indent+w.Width-p.rows[a].Indent-p.rows[a].Width) > 2 || w.Indent-p.layout.margin < 4 {
			return false
		}
		indents = indents || w.Indent != p.rows[a].Indent
	}
	return indents || b-a <= 2 && p.centred(&p.rows[a])
}

// besideStanza reports whether piece k, lines that look like a sign because they
// happen to be centred on each other, is a stanza: another that is no sign stands
// next to it, as far to the right.
func (p *sectionText) besideStanza(k int) bool {
	c := p.pieces[k]
	if c.b-c.a < 2 || inCapitals(p.rows[c.a].Text) {
		return false
	}
	for _, j := range [...]int{k - 1, k + 1} {
		if j < 0 || j == len(p.pieces) {
			continue
		}
		s, below := p.pieces[j], max(j, k)
		if s.kind == pieceKept && s.b-s.a > 1 && p.leftmost(s) == p.leftmost(c) && !p.isSign(s.a, s.b) &&
			p.rows[p.pieces[below].a].gap <= max(1, p.layout.gap) && !p.gapBreaks(below) {
			return true
		}
	}
	return false
}

// leftmost is the smallest indent of the piece's rows.
func (p *sectionText) leftmost(c piece) int {
	left := p.rows[c.a].Indent
	for i := c.a + 1; i < c.b; i++ {
		left = min(left, p.rows[i].Indent)
	}
	return left
}

// bare makes an inscription of a piece's first row as it stands: its signs are no
// marks of emphasis.
func (p *sectionText) bare(c piece) *book.Inscription {
	return &book.Inscription{Lines: []book.Line{{book.Text{Value: p.rows[c.a].Folded()}}}, Span: p.at(c.a, c.b)}
}

// signEnd returns the piece after the sign that begins with piece k: centred lines
// with a blank line between them are one.
func (p *sectionText) signEnd(k, end int) int {
	j := k + 1
	for j < end && j-k < 12 {
		c := p.pieces[j]
		if c.kind != pieceCapitals && c.kind != pieceKept || p.rows[c.a].gap > 1 || c.b-c.a > 3 || !p.centred(&p.rows[c.a]) || !p.centred(&p.rows[p.pieces[k].a]) {
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
