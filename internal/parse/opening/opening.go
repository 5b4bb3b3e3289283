package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/says"
)

// readOpening reads the title block from line n: all of it up to line end when
// labelled says that fields begin there, else as far as it goes. It returns the
// first line after it; n when there is none.
func (z *Zone) readOpening(n, end int, labelled bool) int {
	if labelled && NextText(z.R, n, end) == end {
		return end
	}
	p := z.page()
	rows := p.row(end)
	if !labelled {
		if rows = z.ends(p); rows == 0 {
			return n
		}
	}
	z.entitle(p, rows)
	if labelled {
		if rows > 0 && p.row(end) == len(p.lines) { // beyond what was measured
			z.paragraphs(p.lines[rows-1]+1, end, z.free)
		}
		return end
	}
	return z.ruleBelow(p.lines[rows-1] + 1)
}

// A claim is the rows [from, to) that give the title or the subtitle.
type claim struct{ from, to int }

// entitle makes fields of the first rows of the page, by their roles.
func (z *Zone) entitle(p *page, rows int) {
	said, _ := z.said()
	var title, sub claim
	if said == "" {
		title = z.titleRows(p, rows)
	}
	sub = z.subtitleRows(p, rows, title)
	if title.to > title.from {
		said = says.TitleOf(z.titleEntry(p, title, rows).raw).Text
		z.trust(p, title)
	}
	if said == "" {
		said = z.R.Known.Title
	}
	for i := 0; i < rows; {
		n := p.lines[i]
		switch {
		case i == title.from && title.to > i:
			z.entries = append(z.entries, z.titleEntry(p, title, rows))
			z.underlines(p, title)
			i = title.to
			if line, at := z.byAtEnd(p, title, rows); line >= 0 {
				e := z.lineEntry("author", line, p.lines[i]+1, at)
				e.value = char.Folded(e.value)
				z.entries = append(z.entries, e)
				z.trustAuthor(p, i)
				i++
			}
		case i == sub.from && sub.to > i:
			z.entries = append(z.entries, z.lineEntry("subtitle", n, p.lines[sub.to-1]+1, 0))
			i = sub.to
		default:
			i = z.openingRow(p, i, rows, said)
		}
	}
}

func (z *Zone) titleEntry(p *page, c claim, rows int) entry {
	line, at := z.byAtEnd(p, c, rows)
	if line < 0 {
		return z.lineEntry("title", p.lines[c.from], p.lines[c.to-1]+1, 0)
	}
	if at == 0 { // it has the line to itself
		return z.lineEntry("title", p.lines[c.from], p.lines[c.to-2]+1, 0)
	}
	e := z.lineEntry("title", p.lines[c.from], line+1, 0)
	e.raw = strings.TrimRight(e.raw[:len(e.raw)-len(" by")], " ,")
	e.value, e.end = e.raw, z.R.Lines[line].Start()+at
	return e
}

// byAtEnd is the line and the byte of the word "by" with which a title's last line ends,
// where the next row is the name: "A TALE BY", "ANNIE LEE". The line is -1 when it does not.
func (z *Zone) byAtEnd(p *page, c claim, rows int) (line, at int) {
	if c.to >= rows || p.roles[c.to] != decide.Author {
		return -1, 0
	}
	line = p.lines[c.to-1]
	text := z.R.Lines[line].Text
	switch said := says.Unboxed(text); {
	case says.EndsFold(said, " by"):
		return line, strings.Index(text, said) + len(said) - len("by")
	case strings.EqualFold(said, "by") && c.to-c.from > 1:
		return line, 0
	}
	return -1, 0
}

// underlines sets rules aside that stand among a title's lines.
func (z *Zone) underlines(p *page, c claim) {
	for n := p.lines[c.from]; n < p.lines[c.to-1]; n++ {
		if t := z.R.Lines[n].Text; t != "" && isMarks(t) {
			z.aside = append(z.aside, desk.Aside{Reason: "rule of the header", From: n, To: n + 1})
		}
	}
}

// trust keeps how sure the title is, and why.
func (z *Zone) trust(p *page, c claim) {
	sure := 1000
	for i := c.from; i < c.to; i++ {
		sure = min(sure, p.chance(i, decide.Title, decide.TitleMore, decide.TitleAuthor, decide.HalfTitle))
	}
	z.titleSure, z.titleBecause = sure, p.because(c.from)
	if n := p.lines[c.from]; sure < sureEnough {
		which := "the line "
		if c.from == 0 {
			which = "the first line "
		}
		z.doubt("doubtful-title", n, which+desk.Quoted(z.R.Lines[n].Text)+" was read as the title", "overrule it with --title")
	}
}

// sureEnough is how sure a title must be, in thousandths, that nobody is asked to look.
const sureEnough = 500

// trustAuthor keeps how sure an author's name is.
func (z *Zone) trustAuthor(p *page, i int) {
	sure := p.chance(i, decide.Author, decide.TitleAuthor)
	z.authorsSure = append(z.authorsSure, sure)
	n := p.lines[i]
	text := says.Unboxed(z.R.Lines[n].Text)
	_, _, _, by := says.TitleByAuthor(text)
	if sure >= sureEnough && (by || StartsByline(text)) || i > 0 && p.roles[i-1] == decide.By {
		return
	}
	where, hint := " under the title", "overrule it with --author"
	if !saysTitle(p.roles[:i]) {
		where, hint = " above the title", "overrule it with --author and --title"
	}
	z.doubt("doubtful-author", n, "the line "+desk.Quoted(z.R.Lines[n].Text)+where+" was read as the author's name", hint)
}

// saysTitle reports whether one of the roles is a title.
func saysTitle(roles []decide.Role) bool {
	for _, r := range roles {
		if r == decide.Title || r == decide.HalfTitle || r == decide.TitleAuthor {
			return true
		}
	}
	return false
}
