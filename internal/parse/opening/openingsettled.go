package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
	"storybind/internal/parse/weigh"
	"storybind/internal/parse/wording"
)

// namedRoles say what the story is called or who wrote it; the first four what it is called.
var namedRoles = []decide.Role{decide.Title, decide.TitleMore, decide.HalfTitle, decide.TitleAuthor, decide.Author, decide.By, decide.Subtitle, decide.Series}

// settled takes from row i the roles that the definite form of its line forbids.
func (z *Zone) settled(p *page, i int, scores []int32) {
	const never = 20 * weigh.Unit
	forbid := func(roles ...decide.Role) {
		for _, r := range roles {
			scores[r] -= never
		}
	}
	named := namedRoles
	titled := named[:4]
	n := p.lines[i]
	text := says.Unboxed(z.R.Lines[n].Text)
	if z.R.Known.Names(text) {
		return
	}
	s := z.forms(n)
	b, by := says.BylineOf(text)
	first, _, _ := strings.Cut(b.Names, " ")
	f := wording.FormOf(text)
	if p.prose(i) > 0 && says.IsSentence(text) && s&(evidence.SaysRights|evidence.SaysPermission) == 0 && says.Sentences(text) > 0 { // an imprint is never a sentence
		forbid(decide.Imprint, decide.Series, decide.Credit)
	}
	if s&evidence.SaysImprint != 0 && i > 0 && i < 12 && n-p.lines[i-1] < 6 && p.prose(i) == 0 && !says.IsSentence(text) { // "First published 1974"
		forbid(decide.Text, decide.Heading)
	}
	if i < 12 && (says.CountsWords(text) || i > 0 && says.PublishedWhere(text)) { // "Approx. 1,200 words"
		forbid(named...)
		forbid(decide.Text, decide.Heading)
	}
	if headsFront(text) {
		scores[decide.Heading] += never
	} else if says.HeadsContents(text) {
		forbid(named...)
	}
	if k := &z.R.Known; k.Firm && len(k.Credits) > 0 && !by && (i == 0 || p.measures[i-1][byAloneMeasure] == 0) { // a catalogue has said who wrote it
		forbid(decide.Author)
	}
	if s&evidence.SaysHeading != 0 && (f.Verdict == wording.WordNumber || f.Verdict == wording.BareNumber || f.Number > 0) { // "I--THE GATE" below "THE GATE"
		forbid(decide.HalfTitle)
	}
	if s&evidence.SaysSeries != 0 {
		forbid(decide.TitleMore)
	}
	if s&evidence.SaysHeading != 0 && !by && f.Word != 0 && f.Number == 0 && !f.Titled() && !says.IsPersons(text) { // "Prologue" names nobody
		forbid(decide.Author)
	}
	if f.Verdict == wording.BareNumber && !by && len(text) < 8 && !f.Titled() { // nor does "II"
		forbid(decide.Author)
	}
	if by && !b.Alone && (says.IsPersons(b.Names) || says.Honoured(b.Names)) { // "By A. Writer" heads no chapter
		forbid(decide.Text, decide.Heading)
	}
	if !by && says.NamesKind(text) && !says.IsPersons(text) && !kindBy(text) { // "Conte d'hiver", "Novelle"
		forbid(decide.Author)
	}
	if (!by || char.HasFoldPrefix(text, "de ")) && articled(text) && (z.besidePerson(p, i) || i == 0 && z.creditedBelow(p, i)) { // "De stille haven" below "Joris Blom"
		by = false
		forbid(decide.Author)
	}
	z.settledBare(p, i, by, f, scores, forbid)
	z.settledPrinted(p, i, text, scores, forbid)
	if z.teaser(n) {
		scores[decide.Note] += 4 * weigh.Unit
	}
	if _, names, _, ok := says.TitleByAuthor(text); ok && !by {
		if word, _, _ := strings.Cut(names, " "); says.FirstIsLower(word) && says.NotNames[word] { // "Comments are welcome, by mail please"
			forbid(decide.TitleAuthor, decide.Author)
		}
	}
	if s&evidence.SaysContents != 0 {
		forbid(decide.Author, decide.TitleAuthor, decide.By, decide.Series, decide.Note, decide.Inscription, decide.Imprint)
	}
	switch {
	case says.IsWideSentence(text), s&evidence.SaysRule != 0, s&evidence.SaysRights != 0, z.message(n) && !char.HasFoldPrefix(text, "subject:"), s&evidence.SaysPart != 0, char.HasFoldPrefix(text, "by the author of"), z.formBelow(n, s), archivesWords(text):
		forbid(named...)
	case f.Of != 0 && i > 0 && !by: // "Part One of Three"
		forbid(named...)
		forbid(decide.Series)
		scores[decide.Subtitle] += 2 * weigh.Unit
	case char.HasFoldPrefix(text, "to my ") && strings.HasSuffix(text, ","), char.HasFoldPrefix(text, "for my ") && strings.HasSuffix(text, ","): // "To my mother,"
		forbid(named...)
	case z.datesOn(n, s):
		forbid(named...)
		forbid(decide.Imprint, decide.Note, decide.Credit, decide.Inscription)
	case f.Verdict == wording.BareNumber && len(strings.Trim(text, " -[]().*")) < 4, says.IsFarewell(text): // "-1-", "Enjoy!"
		forbid(titled...)
	case says.Disclaims(text), char.ContainsFold(text, "disclaimer"), z.quotes(n):
		forbid(named...)
	case strings.HasSuffix(text, ".]") && text[0] == '[', strings.HasSuffix(text, ".)") && text[0] == '(' && !strings.HasSuffix(text, "..)"): // "[Written for the exchange.]"
		forbid(named...)
	case excerptOf(text) && i < 4:
		forbid(named...)
	case streetLine(text):
		forbid(named...)
		forbid(decide.Text, decide.Heading)
	case s&evidence.SaysHelper != 0 && i > 0 && p.lines[i]-p.lines[i-1] == 1 && z.forms(p.lines[i-1])&(evidence.SaysByline|evidence.SaysHelper|evidence.SaysNames) != 0: // right below the author's
		forbid(named...)
		forbid(decide.Text, decide.Heading, decide.Note)
	case s&evidence.SaysHelper != 0, says.IsCounters(text), says.CreditsAlone(text), text[0] == '[' && says.PictureWord(text) > 0, z.belowCredit(p, i):
		forbid(named...)
	case fileLine(text), siteLine(text):
		forbid(named...)
	case i < 6 && says.Awarded(text) && (i > 0 && z.blankBelow(n) || z.titleFollows(n) || i+1 < len(p.lines) && z.labelled(p.lines[i+1])):
		forbid(named...)
		forbid(decide.Text, decide.Heading)
	case !by && dashed(text): // "――a tale of the hill――" stands below a title
		if forbid(decide.Author, decide.TitleMore); i > 0 && strings.ContainsRune("―—─", char.FirstRune(text)) {
			forbid(titled...)
		}
	case i == 0 && z.addressBelow(p):
		forbid(titled...)
		scores[decide.Author] += never
	case s&evidence.SaysPairing != 0 && z.titleFollows(n):
		forbid(named...)
	case s&evidence.SaysSeries != 0 && i == 0 && z.titleFollows(n):
		forbid(titled...)
	case by && !b.Alone && i > 0 && says.NotNames[strings.ToLower(first)] && z.creditedAbove(p, i): // "BY THE RIVER" below "by Annie"
		forbid(decide.Author, decide.By, decide.TitleAuthor)
	case !by && i < 4 && s&evidence.SaysTitleBy != 0 && !kindBy(text) && s&evidence.SaysLabel == 0 && (s&evidence.SaysSentence == 0 || says.TitleKindBy(text) || z.titleOrName(n) > 0): // "The Lamp, by Annie"
		forbid(decide.Author, decide.By)
		scores[decide.TitleAuthor] += 2 * weigh.Unit
		if t, ok := z.namedTitle(n); ok && t.Sure || z.titleOrName(n) > 0 {
			scores[decide.TitleAuthor] += never
		} else if _, names, _, _ := says.TitleByAuthor(text); ok || strings.Contains(text, ", by ") || strings.HasPrefix(text, "《") || says.IsPersons(names) {
			scores[decide.TitleAuthor] += 3 * weigh.Unit
		}
	case by && b.Alone && nextByline(z.R, n+1, z.To): // "Door", "by Annie": a title
		forbid(decide.By)
	case by && b.Alone && !z.inRights(p, i):
		forbid(titled...)
		if next := NextText(z.R, n+1, z.To); next < z.To && says.NamesLike(says.Unboxed(z.R.Lines[next].Text)) {
			forbid(decide.Subtitle, decide.Author, decide.Note, decide.Text, decide.Series)
		}
	case by && i == 0 && z.otherByline(n, b.Names): // "By Friday", "by Annie": a title
		forbid(decide.Author)
	case by && !says.NotNames[strings.ToLower(first)]:
		forbid(decide.TitleAuthor, decide.Title, decide.TitleMore, decide.HalfTitle, decide.Subtitle, decide.Series)
	case mailsAs(text) && i > 0 && i < 6 && !z.tells(p, 1, i):
		scores[decide.Author] += never
	case i+1 < len(p.lines) && strings.EqualFold(strings.Trim(z.R.Lines[p.lines[i+1]].Text, " *_."), "presents"):
		forbid(titled...)
	case i == 0 && says.EndsFold(text, " presents") && strings.Count(text, " ") < 6:
		forbid(titled...)
	case says.IsFileName(text), strings.EqualFold(strings.Trim(text, " *_."), "presents"):
		forbid(decide.Title, decide.TitleMore, decide.Author)
	case says.FullName(text):
		forbid(decide.Title, decide.TitleMore)
	case i > 1 && !by && n == p.lines[i-1]+1 && companyLine(says.Unboxed(z.R.Lines[p.lines[i-1]].Text)): // where it is
		forbid(decide.Author, decide.Title, decide.TitleMore)
	case kindAlone(text), !by && companyLine(text), !by && says.HasStoryWord(text) && articleFirst(text):
		forbid(decide.Author)
	case says.IsScene(text), strings.HasSuffix(text, ":") && !says.TitleOf(text).Dressed && !z.subtitled(p, i), (says.Sentences(text) > 2 || says.Sentences(text) > 1 && p.prose(i) > 10) && !says.TitleOf(text).Dressed && p.measures[i][initialsMeasure] == 0, !by && BannerWords(text) > 0:
		forbid(decide.Title, decide.TitleMore, decide.Author)
	case !by && says.BareName(text) && (i == 0 || p.measures[i-1][byAloneMeasure] == 0) && !z.besideKind(p, i) && (z.nameSaid(n) || z.siblingName(n, s)):
		forbid(decide.Author)
	case i > 0 && f.Verdict == wording.BareNumber && f.Number == 1 && !f.Titled(): // the first chapter
		scores[decide.Heading] += never
	case f.Verdict == wording.WordNumber:
		forbid(decide.TitleMore)
		if !wording.HeadingList[f.Word].Plain {
			forbid(decide.Title, decide.Author, decide.TitleAuthor)
		}
	}
	if i > 0 && z.namesOn(p.lines[i-1], n) {
		scores[decide.Author] += never / 4
	} else if i > 0 && !by && z.hangsOn(p, i) && p.lines[i] == p.lines[i-1]+1 { // "THE TRUE ACCOUNT", "OF THE LOSS"
		forbid(decide.Author)
	}
	if i == 0 && (z.speaks(n) || z.stanza(n)) {
		forbid(titled...)
	}
	if s&evidence.SaysKind != 0 && i > 0 && i < 6 { // "novelli" below the title
		forbid(decide.Text, decide.Heading)
	}
	if i > 0 && p.lines[i]-p.lines[i-1] < 4 && says.NamesLike(text) {
		if above, ok := says.BylineOf(says.Unboxed(z.R.Lines[p.lines[i-1]].Text)); ok && above.Alone && !by && !z.inRights(p, i-1) {
			scores[decide.Author] += never / 4
		}
	}
	if next := NextText(z.R, n+1, z.To); next < z.To && next > n+1 && says.FirstIsLower(z.R.Lines[next].Text) && says.IsSentence(z.R.Lines[next].Text) { // the sentence goes on
		if forbid(decide.Title, decide.TitleMore); !by {
			forbid(decide.Author)
		}
	}
}

// The measures of a line that settle something.
var (
	proseMeasure      = evidence.OpeningMeasure("prose words")
	underlinedMeasure = evidence.OpeningMeasure("underlined")
	jointMeasure      = evidence.OpeningMeasure("ends in joint")
	hangsMeasure      = evidence.OpeningMeasure("begins in joint")
	dressMeasure      = evidence.OpeningMeasure("dress")
	byAloneMeasure    = evidence.OpeningMeasure("says by alone")
	initialsMeasure   = evidence.OpeningMeasure("initials")
)

// prose is the share of row i's words that sentences have, in hundredths.
func (p *page) prose(i int) int32 { return p.measures[i][proseMeasure] }

// archivesWords reports whether a line is what the Archive of Our Own prints above the
// fields of a work.
func archivesWords(s string) bool {
	return strings.EqualFold(strings.Trim(s, " *_:"), "work header") || IsStoryLabel(s)
}

// formBelow reports whether line n and a line right above or below it are labels with
// values that no header has: a card or a form that the story tells of.
func (z *Zone) formBelow(n int, s evidence.Says) bool {
	if s&evidence.SaysUnknownLabel == 0 || char.HasFoldPrefix(z.R.Lines[n].Text, "subject:") {
		return false
	}
	const label = evidence.SaysUnknownLabel | evidence.SaysLabel
	return n > z.From && z.forms(n-1)&label != 0 || n+1 < z.To && z.forms(n+1)&label != 0
}

// inRights reports whether row i goes on with a claim of copyright or a publisher's
// words in the row above it: "COPYRIGHT, 1903", "BY", "HENRY HOLT & CO."
func (z *Zone) inRights(p *page, i int) bool {
	return i > 0 && p.lines[i]-p.lines[i-1] < 4 && z.forms(p.lines[i-1])&(evidence.SaysRights|evidence.SaysImprint|evidence.SaysDate|evidence.SaysHelper) != 0
}

// nameSaid reports whether the story says each word of the name in line n, or a short
// one its first: a character's name comes again, the author's does not.
func (z *Zone) nameSaid(n int) bool { return z.tellsOf(z.R.Lines[n].Text, n) }

// tellsOf is the same of a name in line n, or in a part of it.
func (z *Zone) tellsOf(name string, n int) bool {
	const most, short, prose = 1000, 200, 30 // lines of the story; bytes of a line that tells
	words := strings.Fields(name)
	for i, w := range words {
		w = strings.Trim(w, ".,*_")
		if len(w) < 3 {
			continue
		}
		found := false
		for k := n + 2; k < min(len(z.R.Lines), n+most) && !found; k++ {
			t := z.R.Lines[k].Text
			found = len(t) > prose && strings.Contains(t, w) && !book.Shouts(t) && !tellsOfWriter(t, name) // a title page names the author twice
		}
		if !found {
			return false
		}
		if i == 0 && len(z.R.Lines)-n < short {
			return true
		}
	}
	return len(words) > 1
}

// tellsOfWriter reports whether a line begins with a name and what is said of writers: "Annie
// Lee lives in Cork".
func tellsOfWriter(s, name string) bool {
	rest, ok := strings.CutPrefix(s, name)
	for _, verb := range [...]string{" lives ", " is the author ", " is a writer", " was born ", " writes ", " has published ", " has written "} {
		if ok && strings.HasPrefix(rest, verb) {
			return true
		}
	}
	return false
}

// siblingName reports whether line n is a name that stands alone as others do further
// down: then it heads a chapter that this person tells.
func (z *Zone) siblingName(n int, s evidence.Says) bool {
	if s&evidence.SaysSiblings == 0 {
		return false
	}
	for k := n + 3; k < min(len(z.R.Lines)-1, n+1500); k++ {
		if t := z.R.Lines[k].Text; t != "" && len(t) < 40 && z.R.Lines[k-1].Blank() && z.R.Lines[k+1].Blank() && says.BareName(t) {
			return true
		}
	}
	return false
}

// datesOn reports whether line n is a date as diaries have them: others stand alone
// further down.
func (z *Zone) datesOn(n int, s evidence.Says) bool {
	if above := says.Unboxed(z.R.Lines[max(n-1, 0)].Text); n > z.From+1 && s&evidence.SaysDate != 0 && (StartsByline(above) || says.BareName(above) && !says.IsDateLine(above)) { // right below "by Annie"
		return z.datesAgain(n)
	}
	return s&evidence.SaysDate != 0 && z.R.Lines[n].Text != "" && (says.NamesDay(z.R.Lines[n].Text) || z.datesAgain(n)) && (n+1 >= len(z.R.Lines) || z.R.Lines[n+1].Blank())
}

// datesAgain reports whether a date stands alone again below line n, as in diaries.
func (z *Zone) datesAgain(n int) bool {
	r := z.R
	for k := n + 2; k < min(len(r.Lines)-1, n+200); k++ {
		if l := &r.Lines[k]; !l.Blank() && len(l.Text) <= 40 && r.Lines[k-1].Blank() && r.Lines[k+1].Blank() && says.IsDateLine(l.Text) {
			return true
		}
	}
	return false
}

// siblings reports whether further lines of the story stand alone as line n
// does, in the same dress: then line n is the first of the chapters' headings.
func (z *Zone) siblings(n int) bool {
	r := z.R
	caps, centred := book.Shouts(r.Lines[n].Text), r.Lines[n].Indent() > 8
	for k := n + 3; k < min(len(r.Lines)-1, n+1500); k++ {
		l := &r.Lines[k]
		if l.Blank() || len(l.Text) > 60 || !r.Lines[k-1].Blank() || !r.Lines[k-2].Blank() || !r.Lines[k+1].Blank() || IsRule(l.Text) {
			continue
		}
		if book.Shouts(l.Text) == caps && (l.Indent() > 8) == centred && says.TitleLike(l.Text) && !says.IsEndMark(l.Text) && !wording.LooksLikeHeading(l.Text) {
			if next := NextText(r, k+1, len(r.Lines)); next < len(r.Lines) && len(r.Lines[next].Text) > len(l.Text) {
				return true
			}
		}
	}
	return false
}

// nextByline reports whether the next text line is a byline of its own, so that
// "Stand by Me" above it is a title.
func nextByline(r *desk.Reading, n, to int) bool {
	n = NextText(r, n, to)
	if n >= to {
		return false
	}
	if l, ok := says.LabelOf(r.Lines[n].Text); ok && l.Name == "author" {
		return true
	}
	_, ok := says.BylineOf(says.Unboxed(r.Lines[n].Text))
	return ok
}
