package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
)

// Which rows of a title page give the title and the subtitle.

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
	if p.roles[i] == decide.Subtitle && z.wordByWord(p, from, i) {
		return true
	}
	goesOn := p.roles[i] == decide.TitleMore || p.roles[i] == decide.HalfTitle && p.roles[from] == decide.HalfTitle && !z.saysTwice(p, from, i)
	return goesOn && p.lines[i]-p.lines[i-1] < most && !IsRule(z.R.Lines[p.lines[i]].Text)
}

// wordByWord reports whether rows from to i are a word each, in capitals and equally far apart:
// "THE", "MAGNIFICENT", "ADVENTURE".
func (z *Zone) wordByWord(p *page, from, i int) bool {
	if i-from < 2 {
		return false
	}
	switch z.R.Lines[p.lines[i]].Text {
	case "NOVEL", "ROMAN", "NOVELLE", "STORY", "TALE", "POEM", "PLAY", "POEMS", "STORIES":
		return false
	}
	gap := p.lines[i] - p.lines[i-1]
	for k := from; k <= i; k++ {
		t := z.R.Lines[p.lines[k]].Text
		if strings.IndexByte(t, ' ') >= 0 || !book.Shouts(t) && t != "A" || k > from && p.lines[k]-p.lines[k-1] != gap {
			return false
		}
	}
	return gap < 4
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

// beginsTitle finds the first line of a title of which the page has only the rest: the row right
// above that, or, where it has a form of its own, the first of these rows.
func (z *Zone) beginsTitle(p *page) {
	if len(p.roles) > 2 && p.roles[1] == decide.Title && p.roles[0] != decide.Title && p.lines[1] == p.lines[0]+1 && p.lines[2]-p.lines[1] < 4 {
		a, b := z.R.Lines[p.lines[0]].Text, z.R.Lines[p.lines[1]].Text // "on not minding", "the cows": small letters throughout
		if a == strings.ToLower(a) && b == strings.ToLower(b) && says.FirstIsLower(a) && says.FirstIsLower(b) && len(a) < 40 && !StartsByline(a) && !StartsByline(b) && z.forms(p.lines[0])&evidence.SaysSentence == 0 && !says.SmallName(a) {
			p.roles[0], p.roles[1] = decide.Title, decide.TitleMore
		}
	}
	for i := 1; i < len(p.roles); i++ {
		if p.roles[i] != decide.TitleMore {
			continue
		}
		switch p.roles[i-1] {
		case decide.Title, decide.TitleMore, decide.HalfTitle:
			continue
		case decide.Author, decide.Note, decide.Text, decide.Subtitle:
			above := says.Unboxed(z.R.Lines[p.lines[i-1]].Text)
			if p.lines[i] == p.lines[i-1]+1 && p.chance(i-1, p.roles[i-1]) < 600 && !StartsByline(above) && !(p.roles[i-1] == decide.Author && says.BareName(above)) && !z.hasForm(p.lines[i-1]) && !saysTitle(p.roles[:i]) {
				p.roles[i-1] = decide.Title
				continue
			}
		}
		if !saysTitle(p.roles[:i]) {
			p.roles[i] = decide.Title
		}
	}
}

// secondTitle makes a heading of a second title that stands right above a numbered section, and
// further down others stand as it does: it heads the first of several stories.
func (z *Zone) secondTitle(p *page) {
	for i := 1; i+1 < len(p.roles); i++ {
		if p.roles[i] != decide.Title {
			continue
		}
		if p.roles[i+1] == decide.Heading && z.forms(p.lines[i])&evidence.SaysSiblings != 0 && saysTitle(p.roles[:i]) && p.lines[i]-p.lines[i-1] > 1 {
			p.roles[i] = decide.Heading
		}
		return
	}
}
