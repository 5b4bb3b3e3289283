package opening

import (
	"strings"

	"storybind/internal/parse/evidence"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/says"
)

// Title and name in one line, in forms that a title may have as well: what stands round the
// line and the story below say which it is.

// namedTitle reads line n as a name and, behind it, a title.
func (z *Zone) namedTitle(n int) (says.NamedTitle, bool) {
	text := z.R.Lines[n].Text
	if !z.topLine(n) {
		return says.NamedTitle{}, false
	}
	t, ok := says.NamedTitleOf(text)
	if ok && !t.Sure && (z.creditsBelow(n) || z.tellsOf(text[t.Name[0]:t.Name[1]], n)) {
		return t, false
	}
	return t, ok
}

// titleOrName is where the name begins in line n, "The Lamp — Annie Roe": no list knows it,
// its words are no everyday words, the story does not tell of that person, and no line
// below names another.
func (z *Zone) titleOrName(n int) int {
	text := says.Unboxed(z.R.Lines[n].Text)
	if !z.topLine(n) {
		return 0
	}
	at := says.TitleOrName(text)
	if _, _, _, both := says.TitleByAuthor(text); both || at == 0 || z.creditsBelow(n) || z.tellsOf(text[at:], n) {
		return 0
	}
	for w := range strings.FieldsSeq(strings.ToLower(text[at:])) { // one of a name's words may be a word as well: "Corin Bale"
		if _, common := lexicon.EnglishWord(w); !common {
			return at
		}
	}
	return 0
}

// topLine reports whether line n is the first of the zone that is not blank, stands alone, or above a rule, and
// is no label's.
func (z *Zone) topLine(n int) bool {
	return !z.later && n+1 < z.To && NextText(z.R, z.From, z.To) == n && (z.R.Lines[n+1].Blank() || IsRule(z.R.Lines[n+1].Text)) && !z.labelled(n)
}

// creditsBelow reports whether a line right below line n says who wrote the story.
func (z *Zone) creditsBelow(n int) bool {
	const most = 4 // lines that are not blank
	for k := 0; k < most; k++ {
		if n = NextText(z.R, n+1, z.To); n >= z.To {
			return false
		}
		if z.forms(n)&(evidence.SaysByline|evidence.SaysByAlone|evidence.SaysAuthorLabel|evidence.SaysFullName) != 0 || says.IsPersons(says.Unboxed(z.R.Lines[n].Text)) {
			return true
		}
	}
	return false
}

// putNamedTitle makes fields of line n, a name and a title behind it.
func (z *Zone) putNamedTitle(n int, t says.NamedTitle) {
	l := &z.R.Lines[n]
	put := func(name string, part [2]int) {
		e := z.lineEntry(name, n, n+1, part[0])
		e.value, e.raw, e.end = l.Text[part[0]:part[1]], l.Text[part[0]:part[1]], l.Start()+part[1]
		z.entries = append(z.entries, e)
	}
	if t.Others != nil {
		put("title", t.Title)
		put("author", t.Name)
		for _, part := range t.Others {
			name := says.RowFact(l.Text[part[0]:part[1]])
			if name == "" {
				name = "other"
			}
			put(name, part)
		}
		return
	}
	put("author", t.Name)
	if t.Series[1] > 0 {
		put("series", t.Series)
	}
	put("title", t.Title)
}
