package parse

import (
	"strings"

	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/weigh"
)

// settled takes from row i the roles that the definite form of its line forbids.
func (z *zone) settled(p *page, i int, scores []int32) {
	const never = 20 * weigh.Unit
	forbid := func(roles ...decide.Role) {
		for _, r := range roles {
			scores[r] -= never
		}
	}
	named := []decide.Role{decide.Title, decide.TitleMore, decide.HalfTitle, decide.TitleAuthor, decide.Author, decide.By, decide.Subtitle, decide.Series}
	titled := named[:4]
	n := p.lines[i]
	text := unboxed(z.r.lines[n].Text)
	if z.r.known.names(text) {
		return
	}
	s := z.forms(n)
	b, by := bylineOf(text)
	first, _, _ := strings.Cut(b.names, " ")
	f := formOf(text)
	if p.prose(i) > 0 && isSentence(text) && s&(evidence.SaysRights|evidence.SaysPermission) == 0 && sentences(text) > 0 { // an imprint is never a sentence
		forbid(decide.Imprint, decide.Series, decide.Credit)
	}
	if headsFront(text) {
		scores[decide.Heading] += never
	} else if headsContents(text) {
		forbid(named...)
	}
	if k := &z.r.known; k.firm && len(k.credits) > 0 && !by && (i == 0 || p.measures[i-1][byAloneMeasure] == 0) { // a catalogue has said who wrote it
		forbid(decide.Author)
	}
	if s&evidence.SaysHeading != 0 && (f.verdict == wordNumber || f.verdict == bareNumber || f.number > 0) { // "I--THE GATE" below "THE GATE"
		forbid(decide.HalfTitle)
	}
	if s&evidence.SaysSeries != 0 {
		forbid(decide.TitleMore)
	}
	if z.teaser(n) {
		scores[decide.Note] += 4 * weigh.Unit
	}
	if _, names, _, ok := titleByAuthor(text); ok && !by {
		if word, _, _ := strings.Cut(names, " "); firstIsLower(word) && notNames[word] { // "Comments are welcome, by mail please"
			forbid(decide.TitleAuthor, decide.Author)
		}
	}
	if s&evidence.SaysContents != 0 {
		forbid(decide.Author, decide.TitleAuthor, decide.By, decide.Series, decide.Note, decide.Inscription, decide.Imprint)
	}
	switch {
	case s&evidence.SaysRule != 0, s&evidence.SaysRights != 0, z.message(n) && !hasFoldPrefix(text, "subject:"), s&evidence.SaysPart != 0, hasFoldPrefix(text, "by the author of"), z.formBelow(n, s), archivesWords(text):
		forbid(named...)
	case z.datesOn(n, s):
		forbid(named...)
		forbid(decide.Imprint, decide.Note, decide.Credit, decide.Inscription)
	case f.verdict == bareNumber && len(strings.Trim(text, " -[]().*")) < 4, isFarewell(text): // "-1-", "Enjoy!"
		forbid(titled...)
	case disclaims(text), containsFold(text, "disclaimer"), z.quotes(n):
		forbid(named...)
	case streetLine(text):
		forbid(named...)
		forbid(decide.Text, decide.Heading)
	case s&evidence.SaysHelper != 0, isCounters(text), creditsAlone(text), text[0] == '[' && pictureWord(text) > 0, z.belowCredit(p, i):
		forbid(named...)
	case fileLine(text):
		forbid(named...)
	case i == 0 && z.addressBelow(p):
		forbid(titled...)
		scores[decide.Author] += never
	case s&evidence.SaysPairing != 0 && z.titleFollows(n):
		forbid(named...)
	case s&evidence.SaysSeries != 0 && i == 0 && z.titleFollows(n):
		forbid(titled...)
	case by && !b.alone && i > 0 && notNames[strings.ToLower(first)] && z.creditedAbove(p, i): // "BY THE RIVER" below "by Annie"
		forbid(decide.Author, decide.By, decide.TitleAuthor)
	case !by && i < 4 && s&evidence.SaysTitleBy != 0 && !kindBy(text) && s&(evidence.SaysLabel|evidence.SaysSentence) == 0: // "The Lamp, by Annie"
		forbid(decide.Author, decide.By)
		scores[decide.TitleAuthor] += 2 * weigh.Unit
		if _, names, _, _ := titleByAuthor(text); strings.Contains(text, ", by ") || isPersons(names) {
			scores[decide.TitleAuthor] += 3 * weigh.Unit
		}
	case by && b.alone && z.r.nextByline(n+1, z.to): // "Door", "by Annie": a title
		forbid(decide.By)
	case by && b.alone && !z.inRights(p, i):
		forbid(titled...)
		if next := z.r.nextText(n+1, z.to); next < z.to && namesLike(unboxed(z.r.lines[next].Text)) {
			forbid(decide.Subtitle, decide.Author, decide.Note)
		}
	case by && i == 0 && z.otherByline(n, b.names): // "By Friday", "by Annie": a title
		forbid(decide.Author)
	case by && !notNames[strings.ToLower(first)]:
		forbid(decide.TitleAuthor, decide.Title, decide.TitleMore, decide.HalfTitle, decide.Subtitle, decide.Series)
	case mailsAs(text) && i > 0 && i < 6 && !z.tells(p, 1, i):
		scores[decide.Author] += never
	case isFileName(text), strings.EqualFold(strings.Trim(text, " *_."), "presents"):
		forbid(decide.Title, decide.TitleMore, decide.Author)
	case fullName(text):
		forbid(decide.Title, decide.TitleMore)
	case kindAlone(text), !by && companyLine(text), !by && hasStoryWord(text) && articleFirst(text):
		forbid(decide.Author)
	case isScene(text), strings.HasSuffix(text, ":") && !titleOf(text).dressed, sentences(text) > 2 && !titleOf(text).dressed && p.measures[i][initialsMeasure] == 0, !by && bannerWords(text) > 0:
		forbid(decide.Title, decide.TitleMore, decide.Author)
	case !by && bareName(text) && (i == 0 || p.measures[i-1][byAloneMeasure] == 0) && (z.nameSaid(n) || z.siblingName(n, s)):
		forbid(decide.Author)
	case i > 0 && f.verdict == bareNumber && f.number == 1 && !f.titled(): // the first chapter
		scores[decide.Heading] += never
	case f.verdict == wordNumber:
		forbid(decide.TitleMore)
		if !headingList[f.word].plain {
			forbid(decide.Title, decide.Author, decide.TitleAuthor)
		}
	}
	if i > 0 && p.lines[i]-p.lines[i-1] < 4 && namesLike(text) {
		if above, ok := bylineOf(unboxed(z.r.lines[p.lines[i-1]].Text)); ok && above.alone && !by && !z.inRights(p, i-1) {
			scores[decide.Author] += never / 4
		}
	}
	if next := z.r.nextText(n+1, z.to); next < z.to && next > n+1 && firstIsLower(z.r.lines[next].Text) && isSentence(z.r.lines[next].Text) { // the sentence goes on
		forbid(decide.Title, decide.TitleMore)
	}
}

// The measures of a line that settle something.
var (
	proseMeasure      = evidence.OpeningMeasure("prose words")
	underlinedMeasure = evidence.OpeningMeasure("underlined")
	jointMeasure      = evidence.OpeningMeasure("ends in joint")
	dressMeasure      = evidence.OpeningMeasure("dress")
	byAloneMeasure    = evidence.OpeningMeasure("says by alone")
	initialsMeasure   = evidence.OpeningMeasure("initials")
)

// prose is the share of row i's words that sentences have, in hundredths.
func (p *page) prose(i int) int32 { return p.measures[i][proseMeasure] }

// archivesWords reports whether a line is what the Archive of Our Own prints above the
// fields of a work.
func archivesWords(s string) bool {
	return strings.EqualFold(strings.Trim(s, " *_:"), "work header") || isStoryLabel(s)
}

// formBelow reports whether line n and a line right above or below it are labels with
// values that no header has: a card or a form that the story tells of.
func (z *zone) formBelow(n int, s evidence.Says) bool {
	if s&evidence.SaysUnknownLabel == 0 || hasFoldPrefix(z.r.lines[n].Text, "subject:") {
		return false
	}
	const label = evidence.SaysUnknownLabel | evidence.SaysLabel
	return n > z.from && z.forms(n-1)&label != 0 || n+1 < z.to && z.forms(n+1)&label != 0
}

// inRights reports whether row i goes on with a claim of copyright or a publisher's
// words in the row above it: "COPYRIGHT, 1903", "BY", "HENRY HOLT & CO."
func (z *zone) inRights(p *page, i int) bool {
	return i > 0 && p.lines[i]-p.lines[i-1] < 4 && z.forms(p.lines[i-1])&(evidence.SaysRights|evidence.SaysImprint|evidence.SaysDate|evidence.SaysHelper) != 0
}

// nameSaid reports whether the story says each word of the name in line n, or a short
// one its first: a character's name comes again, the author's does not.
func (z *zone) nameSaid(n int) bool {
	const most, short = 1000, 200 // lines of the story
	words := strings.Fields(z.r.lines[n].Text)
	for i, w := range words {
		w = strings.Trim(w, ".,*_")
		if len(w) < 3 {
			continue
		}
		found := false
		for k := n + 2; k < min(len(z.r.lines), n+most) && !found; k++ {
			found = strings.Contains(z.r.lines[k].Text, w)
		}
		if !found {
			return false
		}
		if i == 0 && len(z.r.lines)-n < short {
			return true
		}
	}
	return len(words) > 1
}

// siblingName reports whether line n is a name that stands alone as others do further
// down: then it heads a chapter that this person tells.
func (z *zone) siblingName(n int, s evidence.Says) bool {
	if s&evidence.SaysSiblings == 0 {
		return false
	}
	for k := n + 3; k < min(len(z.r.lines)-1, n+1500); k++ {
		if t := z.r.lines[k].Text; t != "" && len(t) < 40 && z.r.lines[k-1].Blank() && z.r.lines[k+1].Blank() && bareName(t) {
			return true
		}
	}
	return false
}

// datesOn reports whether line n is a date as diaries have them: others stand alone
// further down.
func (z *zone) datesOn(n int, s evidence.Says) bool {
	return s&evidence.SaysDate != 0 && z.r.lines[n].Text != "" && (namesDay(z.r.lines[n].Text) || z.datesAgain(n)) && (n+1 >= len(z.r.lines) || z.r.lines[n+1].Blank())
}

// datesAgain reports whether a date stands alone again below line n, as in diaries.
func (z *zone) datesAgain(n int) bool {
	r := z.r
	for k := n + 2; k < min(len(r.lines)-1, n+200); k++ {
		if l := &r.lines[k]; !l.Blank() && len(l.Text) <= 40 && r.lines[k-1].Blank() && r.lines[k+1].Blank() && isDateLine(l.Text) {
			return true
		}
	}
	return false
}

// siblings reports whether further lines of the story stand alone as line n
// does, in the same dress: then line n is the first of the chapters' headings.
func (z *zone) siblings(n int) bool {
	r := z.r
	caps, centred := isCapitals(r.lines[n].Text), r.lines[n].Indent > 8
	for k := n + 3; k < min(len(r.lines)-1, n+1500); k++ {
		l := &r.lines[k]
		if l.Blank() || len(l.Text) > 60 || !r.lines[k-1].Blank() || !r.lines[k-2].Blank() || !r.lines[k+1].Blank() || isRule(l.Text) {
			continue
		}
		if isCapitals(l.Text) == caps && (l.Indent > 8) == centred && titleLike(l.Text) && !isEndMark(l.Text) && !looksLikeHeading(l.Text) {
			if next := r.nextText(k+1, len(r.lines)); next < len(r.lines) && len(r.lines[next].Text) > len(l.Text) {
				return true
			}
		}
	}
	return false
}

// nextByline reports whether the next text line is a byline of its own, so that
// "Stand by Me" above it is a title.
func (r *reading) nextByline(n, to int) bool {
	n = r.nextText(n, to)
	if n >= to {
		return false
	}
	if l, ok := labelOf(r.lines[n].Text); ok && l.name == "author" {
		return true
	}
	_, ok := bylineOf(unboxed(r.lines[n].Text))
	return ok
}
