package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
	"storybind/internal/parse/weigh"
)

// settledPrinted takes from row i the roles that the title page of a printed book does not
// give such a line: its publisher's series, what it was called before, a word between the
// lines of its title.
func (z *Zone) settledPrinted(p *page, i int, text string, scores []int32, forbid func(...decide.Role)) {
	const most, near = 40, 6 // rows
	if i >= most {
		return
	}
	titled := namedRoles[:4]
	if says.FactsRow(text) != nil && !z.labelled(p.lines[i]) {
		forbid(namedRoles...)
		forbid(decide.Text, decide.Heading)
	}
	if says.PublishersSeries(text) && z.titledBelow(p, i, near) { // "CASSELL'S NATIONAL LIBRARY"
		forbid(titled...)
		forbid(decide.Author)
		scores[decide.Series] += 2 * weigh.Unit
	}
	if i > 0 && says.Greets(text) { // "Kära Märta," below "av Signe Holm"
		forbid(decide.Author, decide.By)
	}
	if i == 0 && len(p.lines) > 1 && char.HasFoldPrefix(text, "subject:") && z.labelled(p.lines[1]) { // a post's subject above "Author:"
		forbid(decide.Note, decide.Text, decide.Heading)
		scores[decide.Title] += 6 * weigh.Unit
	}
	if i > 0 && i < 8 && z.imprinted(p, i) { // "Lariat Books", "Abilene, 1949"
		forbid(titled...)
		forbid(decide.Text, decide.Heading, decide.Author)
	}
	if i > 0 && foreignKind(text) { // "RACCONTO STORICO" below the title
		forbid(decide.TitleMore, decide.Author)
		scores[decide.Subtitle] += 3 * weigh.Unit
		if above := says.Unboxed(z.R.Lines[p.lines[i-1]].Text); articled(above) && p.lines[i]-p.lines[i-1] < 4 {
			forbid(decide.Title)
		}
	}
	if formerly(text) || i > 0 && formerly(z.R.Lines[p.lines[i-1]].Text) {
		forbid(titled...)
	}
	joint := func(k int) bool {
		return z.jointAlone(p, k) && k+1 < len(p.lines) && p.lines[k+1]-p.lines[k] < 4 && !says.IsPersons(says.Unboxed(z.R.Lines[p.lines[k+1]].Text)) && z.creditedBelow(p, k+1)
	}
	if i+1 < len(p.lines) && p.lines[i+1]-p.lines[i] < 4 && joint(i+1) {
		forbid(decide.Author)
		scores[decide.Title] += 2 * weigh.Unit
	}
	if i > 0 && joint(i) { // "COURS FAMILIER", "DE", "LITTÉRATURE", with "PAR" below
		forbid(decide.By, decide.Author, decide.Title)
		scores[decide.TitleMore] += 5 * weigh.Unit
	}
	switch n := p.lines[i]; {
	case remnant(z.R.Lines[n].Text):
		forbid(namedRoles...)
	case says.TranslatedFrom(text), i > 0 && p.measures[i][byAloneMeasure] != 0 && says.TranslatedFrom(z.R.Lines[p.lines[i-1]].Text), i > 1 && p.measures[i-1][byAloneMeasure] != 0 && says.TranslatedFrom(z.R.Lines[p.lines[i-2]].Text):
		forbid(namedRoles...) // and who did it
		forbid(decide.Heading, decide.Text)
	case strings.HasSuffix(text, ",") && !z.titledAbove(p, i) && i+2 < len(p.lines) && p.lines[i+1] == n+1 && z.goesOn(n+1) && z.forms(p.lines[i+2])&(evidence.SaysByline|evidence.SaysByAlone) != 0: // "The Lamp of the Keeper," / "after Ten Years" / "by Annie"
		scores[decide.Title] += 3 * weigh.Unit
	case i > 0 && strings.HasSuffix(says.Unboxed(z.R.Lines[n-1].Text), ",") && !z.titledAbove(p, i-1) && p.lines[i-1] == n-1 && z.goesOn(n) && i+1 < len(p.lines) && z.forms(p.lines[i+1])&(evidence.SaysByline|evidence.SaysByAlone) != 0:
		forbid(decide.Title, decide.Author)
		scores[decide.TitleMore] += 3 * weigh.Unit
	}
	if i > 1 && joint(i-1) {
		forbid(decide.Author, decide.Title)
		scores[decide.TitleMore] += 5 * weigh.Unit
	}
}

// goesOn reports whether line n begins small and is no byline.
func (z *Zone) goesOn(n int) bool {
	return says.FirstIsLower(z.R.Lines[n].Text) && z.forms(n)&(evidence.SaysByline|evidence.SaysByAlone|evidence.SaysHelper) == 0 && len(z.R.Lines[n].Text) < 60
}

// imprinted reports whether row i, below a title and a name, is a place and a year that stand
// above blank lines, or right above such a row.
func (z *Zone) imprinted(p *page, i int) bool {
	below := func(k int) bool {
		place, year, ok := strings.Cut(z.R.Lines[p.lines[k]].Text, ", ")
		ok = ok && char.IsYear(year) && strings.Count(place, " ") < 3 && !says.FirstIsLower(place) && !strings.ContainsAny(place, "0123456789.!?")
		return (ok || says.PlacesDate(z.R.Lines[p.lines[k]].Text)) && z.blankBelow(p.lines[k]) && k+1 < len(p.lines) && says.Sentences(z.R.Lines[p.lines[k+1]].Text) > 0
	}
	named := false
	for _, n := range p.lines[:i] {
		named = named || z.forms(n)&(evidence.SaysBareName|evidence.SaysByline|evidence.SaysAuthorLabel) != 0
	}
	if !named {
		return false
	}
	if below(i) {
		return true
	}
	return i+1 < len(p.lines) && p.lines[i+1] == p.lines[i]+1 && below(i+1) && z.forms(p.lines[i])&(evidence.SaysByline|evidence.SaysSentence|evidence.SaysLabel|evidence.SaysFullName) == 0 && i > 1
}

// foreignKind reports whether a line is a word of another language than English for a piece of
// writing, with one beside it that says which: "Kriminalroman", "kort verhaal", "RACCONTO STORICO".
func foreignKind(s string) bool {
	words := strings.Fields(strings.ToLower(strings.Trim(s, " ()[]*_.")))
	switch len(words) {
	case 1:
		return says.ForeignNoun(words[0]) && !says.HasStoryWord(words[0])
	case 2:
		if articled(s) {
			return kindAlone(s)
		}
		return s[0] != '(' && s[0] != '[' && says.ForeignNoun(words[0]) != says.ForeignNoun(words[1]) && !says.IsPersons(s)
	}
	return false
}

// remnant reports whether a line is what is left of a marker over two lines: "LAMP***".
func remnant(s string) bool { return strings.HasSuffix(s, "***") && s[0] != '*' }

// titledAbove reports whether a row above row i is like a title.
func (z *Zone) titledAbove(p *page, i int) bool {
	for _, n := range p.lines[:i] {
		if z.forms(n)&evidence.SaysTitleLike != 0 && !remnant(z.R.Lines[n].Text) {
			return true
		}
	}
	return false
}

// titledBelow reports whether one of the few rows below row i is like a title and no name.
func (z *Zone) titledBelow(p *page, i, few int) bool {
	for k := i + 1; k < min(len(p.lines), i+few); k++ {
		s := z.forms(p.lines[k])
		if s&(evidence.SaysByline|evidence.SaysByAlone|evidence.SaysImprint|evidence.SaysSentence) != 0 {
			return false
		}
		if s&evidence.SaysTitleLike != 0 && s&(evidence.SaysFullName|evidence.SaysHeading|evidence.SaysRule) == 0 {
			return true
		}
	}
	return false
}

// jointAlone reports whether row i is a word that stands between a title's lines and, in
// other languages than English, before the author's name: "DE", "DI".
func (z *Zone) jointAlone(p *page, i int) bool {
	switch strings.ToLower(strings.Trim(z.R.Lines[p.lines[i]].Text, " *_=")) {
	case "de", "di", "del", "della", "dell'", "du", "des", "da", "do":
		return true
	}
	return false
}

// creditedBelow reports whether one of the rows below row i says surely who wrote the book:
// "PAR" or "BY" with a name, or above one.
func (z *Zone) creditedBelow(p *page, i int) bool {
	const few = 8 // rows
	for k := i + 1; k < min(len(p.lines), i+few); k++ {
		if b, ok := says.BylineOf(says.Unboxed(z.R.Lines[p.lines[k]].Text)); ok && !z.jointAlone(p, k) && !z.inRights(p, k) && (!b.Alone || k+1 < len(p.lines) && says.NamesLike(says.Unboxed(z.R.Lines[p.lines[k+1]].Text))) {
			return true
		}
	}
	return false
}

// formerly reports whether a line says that the line below it is what the book was called
// before: "Originally published under the title of".
func formerly(s string) bool {
	const longest = 80
	s = strings.TrimRight(s, " :_*")
	return len(s) < longest && (char.ContainsFold(s, "published") || char.ContainsFold(s, "issued")) &&
		(says.EndsFold(s, "under the title of") || says.EndsFold(s, "under the title") || says.EndsFold(s, "under the name of") || says.EndsFold(s, "published as"))
}
