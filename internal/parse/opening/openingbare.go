package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
	"storybind/internal/parse/weigh"
	"storybind/internal/parse/wording"
)

// Lines of bare title pages, whose form, or that of the line beside them, says what they
// cannot be.

// settledBare takes from row i the roles that it cannot have for what stands beside it.
func (z *Zone) settledBare(p *page, i int, by bool, f wording.Form, scores []int32, forbid func(...decide.Role)) {
	const sure, most = 20 * weigh.Unit, 16 // rows
	if i >= most {
		return
	}
	n := p.lines[i]
	text := says.Unboxed(z.R.Lines[n].Text)
	s := z.forms(n)
	if s&evidence.SaysDate != 0 && !by { // no day wrote a story
		forbid(decide.Author, decide.By)
	}
	if !by && (says.ByNobody(text) || i > 0 && says.SetsScene(z.R.Lines[p.lines[i-1]].Text)) { // "Written by hand"; who speaks first in a film
		forbid(decide.Author)
	}
	if i > 0 && (char.HasFoldPrefix(text, "being ") || char.HasFoldPrefix(text, "containing ") || char.HasFoldPrefix(text, "comprising ")) { // old subtitles
		forbid(decide.TitleMore)
	}
	if i == 0 && s&evidence.SaysHeading != 0 && f.Titled() && len(p.lines) > 1 && p.lines[1] == n+1 && z.forms(n+1)&evidence.SaysByline != 0 && !z.countsOn(n) { // "Episode 214: The Goat" above "by Annie"
		forbid(decide.Heading, decide.Text)
		scores[decide.Title] += 3 * weigh.Unit
	}
	if headsOtherBooks(text) || i > 0 && !by && says.AtSchool(text) && (z.titleFollows(n) || i > 1) {
		forbid(namedRoles...)
	}
	if i > 0 && i < 8 && quotedSource(text) {
		forbid(namedRoles...)
	}
	if s&evidence.SaysKind != 0 && i == 0 && z.aboveTitleAndName(p, i) { // "FICTION", as magazines head their pieces
		forbid(namedRoles[:4]...)
	}
	if !by && strings.HasSuffix(text, ".") && says.IsSentence(text) && !says.TitleOf(text).Dressed && p.measures[i][initialsMeasure] == 0 {
		if says.Sentences(text) > 1 || strings.Count(text, " ") > 8 { // nobody is called so
			forbid(decide.Author)
		}
		if i == 0 && n > 0 && p.prose(i) > 10 && strings.Count(text, " ") > 4 { // below labels a sentence is the story's first
			forbid(namedRoles[:4]...)
		}
	}
	if z.subtitled(p, i) {
		scores[decide.Title] += sure
	} else if i == 1 && z.subtitled(p, 0) {
		forbid(decide.Title, decide.Author, decide.HalfTitle)
	} else if i+2 < len(p.lines) && i < 4 && strings.HasSuffix(text, ";") && orAlone(z.R.Lines[p.lines[i+1]].Text) {
		scores[decide.Title] += sure
	} else if i > 0 && orAlone(z.R.Lines[p.lines[i-1]].Text) && p.lines[i]-p.lines[i-1] < 4 {
		forbid(decide.Title, decide.TitleMore, decide.HalfTitle, decide.Author)
	}
}

// excerptOf reports whether a line says that what follows is a part of the book that it names:
// "an excerpt from".
func excerptOf(s string) bool {
	switch strings.ToLower(strings.Trim(s, "*_:. ")) {
	case "an excerpt from", "excerpt from", "excerpted from", "an extract from", "extract from", "extrait de", "auszug aus", "aus", "fragmento de", "estratto da", "fragment uit", "fragment":
		return true
	}
	return false
}

// quotedSource reports whether a line is a quoted sentence, and behind a dash whose it is.
func quotedSource(s string) bool {
	for _, dash := range [...]string{" -- ", " - ", " – ", " — "} {
		if said, _, ok := strings.Cut(s, dash); ok && says.OpensSpeech(said) && strings.ContainsRune("\"”’'»“", wording.LastRune(said)) {
			return strings.ContainsRune(".!?…", wording.LastRune(strings.TrimRight(said, "\"”’'»“")))
		}
	}
	return false
}

// aboveTitleAndName reports whether two short lines stand below row i, of which the second may
// be a name: a title, and who wrote it.
func (z *Zone) aboveTitleAndName(p *page, i int) bool {
	if i+2 >= len(p.lines) || p.lines[i+2]-p.lines[i] > 8 || !z.titleFollows(p.lines[i]) {
		return false
	}
	title, name := says.Unboxed(z.R.Lines[p.lines[i+1]].Text), says.Unboxed(z.R.Lines[p.lines[i+2]].Text)
	return says.TitleLike(title) && !persons(title) && (says.BareName(name) || StartsByline(name))
}

// subtitled reports whether row i is the first and ends in a colon, with one short line right
// below it and white below that: "Bell Honey:", "A Childhood".
func (z *Zone) subtitled(p *page, i int) bool {
	if i != 0 || len(p.lines) < 3 || p.lines[1] != p.lines[0]+1 || p.lines[2] == p.lines[1]+1 || z.labelled(p.lines[0]) {
		return false
	}
	first, text := z.R.Lines[p.lines[0]].Text, z.R.Lines[p.lines[1]].Text
	return strings.HasSuffix(first, ":") && len(first) < 50 && len(text) < 50 && says.TitleLike(text) && !StartsByline(text)
}

// orAlone reports whether a line is the word between two titles of one book: "OR,".
func orAlone(s string) bool {
	switch strings.ToLower(strings.Trim(s, "*_ ,.;:")) {
	case "or", "oder", "ou", "o", "eller", "vagy", "czyli", "aneb", "или":
		return true
	}
	return false
}

// dashed reports whether a line stands between dashes, as subtitles do in Japan.
func dashed(s string) bool {
	a, b := char.FirstRune(s), wording.LastRune(s)
	return strings.ContainsRune("-–—―─～〜", a) && a == b && len(strings.Trim(s, string(a)+" ")) > 2
}

// headsOtherBooks reports whether a line heads a list of what else the author wrote: "Also by
// Annie Lee", "OUVRAGES DU MÊME AUTEUR".
func headsOtherBooks(s string) bool {
	if len(s) > 60 {
		return false
	}
	for _, lead := range [...]string{"also by ", "other books by ", "other stories by ", "books by ", "a list of books", "a list of works", "list of books", "list of works"} {
		if char.HasFoldPrefix(s, lead) {
			return true
		}
	}
	low := strings.ToLower(s)
	if strings.HasPrefix(low, "a list of ") && (strings.HasSuffix(low, " books") || strings.HasSuffix(low, " works") || strings.HasSuffix(low, " novels")) {
		return true
	}
	for _, same := range [...]string{"the same author", "du même auteur", "de la même auteure", "des gleichen verfassers", "vom selben autor", "von demselben verfasser", "vom gleichen autor", "del mismo autor", "dello stesso autore", "do mesmo autor", "van denzelfden schrijver", "van dezelfde auteur", "av samma författare", "af samme forfatter", "tego samego autora", "того же автора"} {
		if strings.Contains(low, same) {
			return true
		}
	}
	return false
}

// alsoBy is the last row of a list of other books by the same author that begins in row i, all
// of it without a blank line; i when none does.
func (z *Zone) alsoBy(p *page, i int) int {
	const most = 24 // rows
	text := z.R.Lines[p.lines[i]].Text
	if !headsOtherBooks(text) {
		return i
	}
	end := i
	for end+1 < len(p.lines) && end-i < most && p.lines[end+1] == p.lines[end]+1 {
		end++
	}
	if end == i && end+1 < len(p.lines) && p.lines[i+1]-p.lines[i] < 3 {
		for end+1 < len(p.lines) && end-i < most && (end == i || p.lines[end+1] == p.lines[end]+1) && !says.IsSentence(z.R.Lines[p.lines[end+1]].Text) {
			end++
		}
	}
	return end
}
