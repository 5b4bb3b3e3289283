package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
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

// titleRows chooses the rows that give the title: of all runs of them the one that is
// most likely; where the page has none, a half-title.
func (z *Zone) titleRows(p *page, rows int) (best claim) {
	for _, r := range p.roles[:rows] {
		if r == decide.TitleAuthor {
			return best // it gives the title itself
		}
	}
	const least = 250 // thousandths: what a byline below is worth
	top := 0
	for _, role := range [...]decide.Role{decide.Title, decide.HalfTitle} {
		for i := 0; i < rows; i++ {
			if p.roles[i] != role && (role != decide.Title || p.roles[i] != decide.TitleMore) || IsRule(z.R.Lines[p.lines[i]].Text) {
				continue
			}
			from, worth := i, p.chance(i, decide.Title, decide.TitleMore, decide.HalfTitle)
			for i+1 < rows && z.goesOnTitle(p, from, i+1) {
				i++
				worth = max(worth, p.chance(i, decide.Title, decide.TitleMore, decide.HalfTitle))
			}
			if worth > least && p.bylineBelow(i, rows) {
				worth += least
			}
			if from == best.to && worth < top+top/5 { // of two titles above one byline the second goes on with the first
				continue
			}
			if worth > top {
				top, best = worth, claim{from, i + 1}
			}
		}
		if top > 0 {
			break
		}
	}
	return best
}

// bylineBelow reports whether a byline or a subtitle stands below row i, or a second title
// that has one: "The Lamp", "An Invention", "by Annie".
func (p *page) bylineBelow(i, rows int) bool {
	for k := i + 1; k < rows; k++ {
		switch p.roles[k] {
		case decide.By, decide.Author:
			return true
		case decide.Subtitle:
			return k == i+1
		case decide.Title, decide.TitleMore:
		default:
			return false
		}
	}
	return false
}

// goesOnTitle reports whether row i goes on with the title that begins in row from.
func (z *Zone) goesOnTitle(p *page, from, i int) bool {
	const most = 6                                                         // lines between
	if p.measures[i-1][jointMeasure] == 1 && p.lines[i]-p.lines[i-1] < 4 { // "THE", "GOVERNMENT OF ENGLAND"
		switch p.roles[i] {
		case decide.Title, decide.Subtitle, decide.Series, decide.HalfTitle:
			return !z.saysTwice(p, from, i) && z.forms(p.lines[i])&evidence.SaysSeries == 0
		}
	}
	if (p.roles[i] == decide.Title || p.roles[i] == decide.Subtitle && p.chance(i, decide.Title, decide.TitleMore) > p.chance(i, decide.Subtitle)) && p.lines[i] == p.lines[i-1]+1 && p.measures[i][hangsMeasure] == 1 && says.FirstIsLower(z.R.Lines[p.lines[i]].Text) { // "What the Widow Said", "on the Last Night"
		return true
	}
	if (p.roles[i] == decide.Subtitle || p.roles[i] == decide.Title) && p.lines[i]-p.lines[i-1] < 3 && z.hangsOn(p, i) { // "HARVEY'S VIEWS", "OF THE BLOOD"
		return true
	}
	goesOn := p.roles[i] == decide.TitleMore || p.roles[i] == decide.HalfTitle && p.roles[from] == decide.HalfTitle && !z.saysTwice(p, from, i)
	return goesOn && p.lines[i]-p.lines[i-1] < most && !IsRule(z.R.Lines[p.lines[i]].Text)
}

// hangsOn reports whether row i is set as the row above it and begins with a word that
// joins it to that: "of", "und".
func (z *Zone) hangsOn(p *page, i int) bool {
	above, text := z.R.Lines[p.lines[i-1]].Text, z.R.Lines[p.lines[i]].Text
	first, _, more := strings.Cut(text, " ")
	if namesOthers(text) {
		return false
	}
	switch strings.ToLower(first) {
	case "of", "and", "des", "du", "della", "del", "van", "und", "et", "y", "e":
		return more && book.Shouts(above) == book.Shouts(text) && !strings.ContainsAny(above[len(above)-1:], ".;:!?")
	}
	return false
}

// saysTwice reports whether row i says what rows from on have said together.
func (z *Zone) saysTwice(p *page, from, i int) bool {
	text := says.Unboxed(z.R.Lines[p.lines[i]].Text)
	return says.SameLetters(text, z.joined(p.lines[from], p.lines[i-1]+1)) || says.SameLetters(text, says.Unboxed(z.R.Lines[p.lines[from]].Text))
}

// subtitleRows are the first rows of a subtitle below the title.
func (z *Zone) subtitleRows(p *page, rows int, title claim) (sub claim) {
	if title.to == 0 {
		return sub
	}
	for i := title.to; i < rows; i++ {
		second := p.roles[i] == decide.Title && i == title.to && p.bylineBelow(i, rows) // "The Lamp", "An Invention", "by Annie"
		if p.roles[i] != decide.Subtitle && !second || z.forms(p.lines[i])&evidence.SaysSeries != 0 {
			continue
		}
		sub = claim{i, i + 1}
		for sub.to < rows && p.roles[sub.to] == decide.Subtitle && p.lines[sub.to]-p.lines[sub.to-1] < 4 {
			sub.to++
		}
		return sub
	}
	return sub
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
	e.value, e.end = e.raw, z.R.Lines[line].Start+at
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
