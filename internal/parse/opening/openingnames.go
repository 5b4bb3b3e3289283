package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
)

// Names on title pages: above titles, over several lines.

// nameOnTop is the row of a person's name with which the title begins, where what stands
// below it may be the title by itself: "KARINTHY FRIGYES", "ESIK A HÓ". -1 when there is none.
func (z *Zone) nameOnTop(p *page, end int) int {
	const least = 200 // thousandths
	for i := 0; i+1 < end; i++ {
		if p.roles[i] != decide.Title && p.roles[i] != decide.HalfTitle {
			continue
		}
		text, below := says.Unboxed(z.R.Lines[p.lines[i]].Text), says.Unboxed(z.R.Lines[p.lines[i+1]].Text)
		s := z.forms(p.lines[i+1])
		if articled(below) && !says.NamesStory(below) { // "De koperen ketel", "The Iron Stove"
			s &^= evidence.SaysByline | evidence.SaysSubtitle
		}
		switch {
		case !persons(text) || z.nameSaid(p.lines[i]) || z.forms(p.lines[i])&evidence.SaysByline != 0:
		case s&(evidence.SaysSubtitle|evidence.SaysHeading|evidence.SaysByline|evidence.SaysByAlone|evidence.SaysSentence|evidence.SaysRule) != 0 || kindAlone(below) || says.FirstIsLower(below):
		case p.chance(i+1, decide.Title, decide.TitleMore, decide.Subtitle) > least, i == 0 && z.onlyTwo(p, i):
			return i
		}
		return -1
	}
	return -1
}

// onlyTwo reports whether nothing stands above the text but row i and a line below it that looks
// like a title, with white around it, and like no other further down.
func (z *Zone) onlyTwo(p *page, i int) bool {
	if i+2 >= len(p.roles) || p.roles[i+2] != decide.Text {
		return false
	}
	n := p.lines[i+1]
	return z.forms(n)&evidence.SaysTitleLike != 0 && z.forms(n)&evidence.SaysSiblings == 0 && n-p.lines[i] > 1 && p.lines[i+2]-n > 1 && p.roles[i+1] != decide.Author
}

// nameAbove is the row of a person's name right above the title, where it begins the page; -1
// when there is none.
func (z *Zone) nameAbove(p *page, end int) int {
	for i := 1; i < end; i++ {
		if p.roles[i] != decide.Title {
			continue
		}
		if n := p.lines[i-1]; persons(says.Unboxed(z.R.Lines[n].Text)) && z.forms(n)&(evidence.SaysHeading|evidence.SaysHelper|evidence.SaysStory) == 0 && !z.nameSaid(n) && p.lines[i]-n < 5 {
			return i - 1
		}
		break
	}
	return -1
}

// personBelow is the row of a person's name right below the only row that was taken for one, and
// which is none for sure: "Two Bells", "Annie Lee". 0 when there is none.
func (z *Zone) personBelow(p *page, end int) int {
	at := 0
	for i, r := range p.roles[:end] {
		if r == decide.Author {
			if at > 0 {
				return 0
			}
			at = i + 1
		}
	}
	if at == 0 || at >= len(p.lines) || p.lines[at]-p.lines[at-1] > 4 || p.roles[at] == decide.By {
		return 0
	}
	above, name := says.Unboxed(z.R.Lines[p.lines[at-1]].Text), says.Unboxed(z.R.Lines[p.lines[at]].Text)
	if !persons(name) || persons(above) || StartsByline(above) || StartsByline(name) || z.forms(p.lines[at-1])&evidence.SaysTitleLike == 0 || says.FullName(above) || z.nameSaid(p.lines[at]) || !z.blankBelow(p.lines[at]) {
		return 0
	}
	return at
}

// turned is the first of two rows that the page calls title and name, or name and title, while
// the rows by themselves are likelier to be that in the other order: that a name stands below
// a title more often than above it tells little where the words do. -1 when there is none.
func (z *Zone) turned(p *page, end int) int {
	const forms = evidence.SaysByline | evidence.SaysByAlone | evidence.SaysTitleBy | evidence.SaysLabel | evidence.SaysHeading | evidence.SaysRule
	at := -1
	for i, r := range p.roles[:end] {
		switch r {
		case decide.Title, decide.Author:
			if at < 0 {
				at = i
			} else if i != at+1 || r == p.roles[at] { // there are more of them
				return -1
			}
		case decide.TitleMore, decide.HalfTitle, decide.By, decide.TitleAuthor:
			return -1
		}
	}
	if at < 0 || at+1 >= end || p.roles[at+1] != decide.Title && p.roles[at+1] != decide.Author || (z.forms(p.lines[at])|z.forms(p.lines[at+1]))&forms != 0 {
		return -1
	}
	a, b := p.roles[at], p.roles[at+1]
	first, second := says.Unboxed(z.R.Lines[p.lines[at]].Text), says.Unboxed(z.R.Lines[p.lines[at+1]].Text)
	if x, y := says.HanName(first), says.HanName(second); x != y {
		if x == (a == decide.Title) {
			return at
		}
		return -1
	}
	if 10*p.chance(at, a)*p.chance(at+1, b) < 6*p.chance(at, b)*p.chance(at+1, a) {
		return at
	}
	return -1
}

// oneName reports whether lines a and b are a word each, set alike: a name over two lines.
func (z *Zone) oneName(a, b int) bool {
	s, t := z.R.Lines[a].Text, z.R.Lines[b].Text
	return strings.IndexByte(s, ' ') < 0 && strings.IndexByte(t, ' ') < 0 && book.Shouts(s) == book.Shouts(t) && isGiven(strings.ToLower(s)) && !isGiven(strings.ToLower(t)) && says.NamesLike(t)
}

// persons reports whether a line is a person's name alone, with the given name in front or,
// of two words, behind: "Annie Lee", "Karinthy Frigyes".
func persons(s string) bool {
	family, given, two := strings.Cut(s, " ")
	return says.IsPersons(s) || two && says.BareName(s) && isGiven(strings.ToLower(given)) && !isGiven(strings.ToLower(family))
}

// namesOn reports whether line n goes on with the names of a byline in line a, right above
// it, or of one that does: "by Ada Moor,", "Ben Tull,", "and Cass Orme".
func (z *Zone) namesOn(a, n int) bool {
	const most = 8 // names
	if n != a+1 || z.R.Lines[n].Blank() {
		return false
	}
	text := strings.TrimRight(says.Unboxed(z.R.Lines[n].Text), ",")
	for _, joint := range [...]string{"and ", "& ", "und ", "et ", "y "} {
		if char.HasFoldPrefix(text, joint) {
			text = text[len(joint):]
			break
		}
	}
	if !says.BareName(text) || StartsByline(text) {
		return false
	}
	for k := a; k >= max(z.From, a-most); k-- {
		if t := says.Unboxed(z.R.Lines[k].Text); !strings.HasSuffix(t, ",") {
			return false
		} else if StartsByline(strings.TrimRight(t, ",")) {
			return true
		}
	}
	return false
}
