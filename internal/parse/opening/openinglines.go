package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
)

// What single lines of an opening are, beyond the forms that are measured.

// belowCredit reports whether row i is the name that "EDITED BY" above it announces.
func (z *Zone) belowCredit(p *page, i int) bool {
	return i > 0 && p.lines[i]-p.lines[i-1] < 4 && says.CreditsAlone(says.Unboxed(z.R.Lines[p.lines[i-1]].Text))
}

// companyLine reports whether a line ends as companies' names do: "ACE BOOKS, INC."
func companyLine(s string) bool {
	last := strings.ToLower(strings.Trim(s[strings.LastIndexByte(s, ' ')+1:], " .,_*"))
	switch last {
	case "inc", "ltd", "limited", "company", "co", "sons", "bros", "brothers", "books", "press", "publications", "magazines", "publishers", "verlag", "gmbh", "éditeur", "éditeurs", "editore", "editores":
		return strings.IndexByte(s, ' ') > 0
	}
	return false
}

// teaser reports whether line n belongs to a paragraph between doubled brackets, as serials
// say what went before: ">>>The ferry is late<<<", "(((Last month ...)))".
func (z *Zone) teaser(n int) bool {
	const most = 8 // lines
	first, last := n, n
	for first > z.From && n-first < most && !z.R.Lines[first-1].Blank() {
		first--
	}
	for last+1 < z.To && last-n < most && !z.R.Lines[last+1].Blank() {
		last++
	}
	a, b := z.R.Lines[first].Text, z.R.Lines[last].Text
	for _, m := range [...][2]string{{">>", "<<"}, {"<<", ">>"}, {"((", "))"}, {"[[", "]]"}, {"{{", "}}"}} {
		if strings.HasPrefix(a, m[0]) && strings.HasSuffix(b, m[1]) {
			return true
		}
	}
	return false
}

// otherByline reports whether the line below line n is a byline that names somebody else.
func (z *Zone) otherByline(n int, names string) bool {
	next := NextText(z.R, n+1, z.To)
	if next == z.To {
		return false
	}
	b, ok := says.BylineOf(says.Unboxed(z.R.Lines[next].Text))
	return ok && !b.Alone && !says.SameLetters(b.Names, names)
}

// kindBy reports whether a line names a kind of writing and who wrote it: "Stories by
// Annie", "Screenplay by Annie".
func kindBy(s string) bool {
	title, _, _, ok := says.TitleByAuthor(s)
	return ok && says.HasStoryWord(title)
}

// quotes reports whether line n is a quoted sentence and the line below it says whose it
// is: an epigraph.
func (z *Zone) quotes(n int) bool {
	t := z.R.Lines[n].Text
	return n+1 < z.To && says.OpensSpeech(t) && says.Sentences(strings.TrimRight(t, "\"”'’»“")) > 0 && !z.R.Lines[n+1].Blank() && strings.ContainsRune("-–—", char.FirstRune(z.R.Lines[n+1].Text)) && attributes(z.R.Lines[n+1].Text)
}

// fileLine reports whether a line tells of the file: "LAMP.ASC = ASCII FILE OF ...",
// "RELEASE 3 = JUNE 1991".
func fileLine(s string) bool {
	if says.NamesDraft(s) {
		return true
	}
	first, rest, _ := strings.Cut(s, " ")
	if strings.EqualFold(first, "file:") || strings.EqualFold(first, "filename:") {
		return says.IsFileName(rest)
	}
	if rest == "" {
		return false
	}
	switch strings.ToLower(strings.Trim(first, ".:")) {
	case "version", "release", "rev", "revision", "ver":
		return rest[0] >= '0' && rest[0] <= '9'
	}
	name := strings.Trim(first, ":,\"")
	if !says.IsFileName(name) {
		return false
	}
	switch strings.ToLower(name[strings.LastIndexByte(name, '.')+1:]) {
	case "txt", "asc", "doc", "zip", "arc", "arj", "lzh", "lha", "sty", "sto", "fic", "lit", "rtf", "text", "wp", "wps":
		return true
	}
	return false
}

// addressBelow reports whether the page begins with a name above a street or a box: the
// head of a manuscript.
func (z *Zone) addressBelow(p *page) bool {
	first := z.R.Lines[p.lines[0]].Text
	if name, _, ok := strings.Cut(first, "    "); ok {
		first = name
	}
	if len(p.lines) < 4 || !says.BareName(first) || p.lines[1] != p.lines[0]+1 {
		return false
	}
	for _, n := range p.lines[1:4] {
		t := z.R.Lines[n].Text
		if street, _, ok := strings.Cut(t, "    "); ok {
			t = street
		}
		if streetLine(t) || char.HasFoldPrefix(t, "p.o. box") || char.HasFoldPrefix(t, "po box") || char.HasFoldPrefix(t, "box ") {
			return true
		}
	}
	return false
}

// streetLine reports whether a line is a street with a house's number: "9 Foundry Row".
func streetLine(s string) bool {
	s, _, _ = strings.Cut(s, ",") // "42 Dock Lane, Hull"
	words := strings.Fields(strings.TrimRight(s, ". "))
	if len(words) < 3 || len(words) > 5 || !char.IsDigits(words[0]) || len(words[0]) > 5 {
		return false
	}
	switch strings.ToLower(strings.Trim(words[len(words)-1], ".")) {
	case "street", "st", "road", "rd", "row", "lane", "ln", "avenue", "ave", "drive", "dr", "court", "ct", "place", "pl", "square", "terrace", "way", "boulevard", "blvd", "close":
		return true
	}
	return false
}

// articleFirst reports whether a line begins with "a", as "a short story" does.
func articleFirst(s string) bool {
	return char.HasFoldPrefix(s, "a ") || char.HasFoldPrefix(s, "an ")
}

// articled reports whether a line begins with an article of a language in which articles begin
// names as well, and names nobody for sure.
func articled(s string) bool {
	first, rest, ok := strings.Cut(s, " ")
	switch strings.ToLower(first) {
	case "de", "het", "la", "le", "les", "il", "lo", "el", "los", "las", "den", "det", "der", "die", "das", "o", "os", "as", "the", "a", "an", "un", "une", "una", "ein", "eine", "een", "en", "et":
		given, _, _ := strings.Cut(rest, " ")
		return ok && !isGiven(strings.ToLower(given))
	}
	return false
}

// besidePerson reports whether the row above row i or the one below it is a person's name and
// nothing else.
func (z *Zone) besidePerson(p *page, i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(p.lines) && p.lines[max(i, k)]-p.lines[min(i, k)] < 5 && persons(says.Unboxed(z.R.Lines[p.lines[k]].Text)) {
			return true
		}
	}
	return false
}

// besideKind reports whether the row above row i says what kind of writing the story is, and
// nothing else: a name below it is the writer's, whoever is called so in the story.
func (z *Zone) besideKind(p *page, i int) bool {
	return i > 1 && p.lines[i]-p.lines[i-1] < 5 && z.forms(p.lines[i-1])&evidence.SaysKind != 0
}

// titleFollows reports whether the line below line n may be a title, and is no byline:
// then a pairing in line n is none.
func (z *Zone) titleFollows(n int) bool {
	next := NextText(z.R, n+1, z.To)
	if next == z.To || next-n > 4 {
		return false
	}
	text := says.Unboxed(z.R.Lines[next].Text)
	return len(text) < 60 && !StartsByline(text) && !says.IsSentence(text) && !IsRule(text) && z.forms(next)&(evidence.SaysLabel|evidence.SaysHeading) == 0
}

// creditedAbove reports whether a row above row i is a byline.
func (z *Zone) creditedAbove(p *page, i int) bool {
	for _, n := range p.lines[:i] {
		if z.forms(n)&(evidence.SaysByline|evidence.SaysTitleBy) != 0 {
			return true
		}
	}
	return false
}

// mailsAs reports whether a line is a name with its address, and nothing else.
func mailsAs(s string) bool {
	a, ok := says.NextAddress(s, 0)
	if !ok || len(s) > 90 {
		return false
	}
	start, end := says.Bracketed(s, a)
	name := strings.TrimSpace(s[:start])
	if last := strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:]); last == "to" || last == "at" || last == "me" { // "Feedback to annie@..."
		return false
	}
	return name != "" && strings.Trim(s[end:], " .)>]") == "" && says.NamesLike(name) && strings.Count(name, " ") < 4 && !strings.Contains(name, ":") && !says.IsSentence(name)
}

// kindAlone reports whether a line is a word for a kind of writing and nothing else, but for
// an article, or, in brackets, one word more: "Erzählung", "en berättelse", "(nouvelle inédite)".
func kindAlone(s string) bool {
	word := strings.ToLower(strings.Trim(s, " ()[]*_.（）〈〉【】"))
	first, rest, two := strings.Cut(word, " ")
	switch {
	case !two:
		return says.ForeignNoun(word) || says.HasStoryWord(word)
	case strings.IndexByte(rest, ' ') >= 0:
		return false
	case s[0] == '(' || s[0] == '[':
		return says.ForeignNoun(first) || says.ForeignNoun(rest) || says.HasStoryWord(rest)
	}
	switch first {
	case "ein", "eine", "un", "une", "una", "um", "uma", "en", "et", "ett", "een", "egy", "o":
		return says.ForeignNoun(rest) || says.HasStoryWord(rest)
	}
	return false
}
