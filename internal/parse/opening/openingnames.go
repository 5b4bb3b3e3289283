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
		switch {
		case !persons(text) || z.nameSaid(p.lines[i]) || z.forms(p.lines[i])&evidence.SaysByline != 0:
		case z.forms(p.lines[i+1])&(evidence.SaysSubtitle|evidence.SaysHeading|evidence.SaysByline|evidence.SaysByAlone|evidence.SaysSentence|evidence.SaysRule) != 0 || kindAlone(below) || says.FirstIsLower(below):
		case p.chance(i+1, decide.Title, decide.TitleMore, decide.Subtitle) > least:
			return i
		}
		return -1
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
