package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/evidence"
	"storybind/internal/source"
)

// openingSeen is the beginning of the zone as the learned trees look at it.
func (z *zone) openingSeen() *evidence.Opening {
	r := z.r
	o := &evidence.Opening{Lines: r.lines, From: z.from, To: z.to, Brief: z.later, Says: z.forms, Plain: func(n int) string { return unboxed(r.lines[n].Text) }, File: bareFileName(r.src.Name), Title: r.known.title, Given: isGiven}
	for _, c := range r.known.credits {
		o.Names = append(o.Names, c.Name)
	}
	return o
}

// openingEvidence measures the lines above a story as the header's reading sees them.
func openingEvidence(src *source.Text) Evidence {
	e := Evidence{Names: evidence.OpeningNames}
	r, from, to := aboveStory(src)
	if from = r.nextText(from, to); from == to {
		return e
	}
	z := &zone{r: r, from: from, to: min(to, from+maxHead)}
	z.blankTags()
	z.measure()
	lines, measures := z.openingSeen().Measure()
	for i, n := range lines {
		at := int32(src.FileLine(n))
		e.Rows = append(e.Rows, append([]int32{at, at + 1}, measures[i]...))
	}
	return e
}

// forms are the definite forms of line n.
func (z *zone) forms(n int) evidence.Says {
	s, known := z.formed[n]
	if !known {
		s = z.formsOf(n)
		if z.formed == nil {
			z.formed = map[int]evidence.Says{}
		}
		z.formed[n] = s
	}
	return s
}

func (z *zone) formsOf(n int) (s evidence.Says) {
	text := unboxed(z.r.lines[n].Text)
	if text == "" || isRule(z.r.lines[n].Text) {
		return evidence.SaysRule
	}
	say := func(is bool, form evidence.Says) {
		if is {
			s |= form
		}
	}
	if l, ok := z.label(n); ok && l.known() {
		say(true, evidence.SaysLabel)
		say(l.sure, evidence.SaysSureLabel)
		say(l.name == "title", evidence.SaysTitleLabel)
		say(l.name == "author", evidence.SaysAuthorLabel)
	} else {
		say(ok, evidence.SaysUnknownLabel)
	}
	b, by := bylineOf(text)
	say(by && !b.alone || mailsAs(text), evidence.SaysByline)
	say(by && b.alone, evidence.SaysByAlone)
	if title, names, _, both := titleByAuthor(text); both {
		say(titleLike(withoutAside(title)) && names != "", evidence.SaysTitleBy)
	}
	say(titleDashName(text) > 0 || titleByRights(text) > 0, evidence.SaysTitleBy)
	say(helperAt(text) > 0, evidence.SaysHelper)
	say(looksLikeHeading(text) && !isRights(text), evidence.SaysHeading)
	say(isContentsWord(text), evidence.SaysContents)
	say(isDateLine(text), evidence.SaysDate)
	say(isRights(text), evidence.SaysRights)
	say(isImprint(text), evidence.SaysImprint)
	_, address := isAddressLine(text)
	say(address, evidence.SaysAddress)
	say(permits(text), evidence.SaysPermission)
	_, _, part := partLine(text)
	say(part, evidence.SaysPart)
	say(unlabelled(text) != "", evidence.SaysField)
	say(titleLike(text), evidence.SaysTitleLike)
	say(subtitleLike(text), evidence.SaysSubtitle)
	say(namesLike(text), evidence.SaysNames)
	say(bareName(text), evidence.SaysBareName)
	say(fullName(text), evidence.SaysFullName)
	say(namesStory(text), evidence.SaysStory)
	say(hasSpeech(text) || opensSpeech(text), evidence.SaysSpeech)
	say(isSentence(text), evidence.SaysSentence)
	weight, person := remarkWeight(text)
	say(weight > 0 || person || isFarewell(text), evidence.SaysRemark)
	say(isScene(text), evidence.SaysScene)
	say(isEndMark(text), evidence.SaysEnd)
	say(z.frontNoteEnd(n, z.to) > n, evidence.SaysNote)
	say(z.r.known.title != "" && (sameLetters(z.r.known.title, text) || sameLetters(z.r.known.title, titleOf(text).text)), evidence.SaysKnownTitle)
	say(z.r.known.credited(text) || by && z.r.known.credited(b.names), evidence.SaysKnownName)
	say(isStoryLabel(text), evidence.SaysStop)
	say(kindAlone(text), evidence.SaysKind)
	say(isPairing(text), evidence.SaysPairing)
	say(saysRating(text), evidence.SaysRating)
	say(seriesLine(text) != "", evidence.SaysSeries)
	say(!z.later && n < z.from+40 && len(text) < 60 && (n == z.from || z.r.lines[n-1].Blank()) && n+1 < len(z.r.lines) && z.r.lines[n+1].Blank() && z.siblings(n), evidence.SaysSiblings)
	return s
}

// bareFileName is a file's name without folder and ending.
func bareFileName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	return name
}

func isGiven(word string) bool {
	_, given := givenNames()[word]
	return given
}

// headsFront reports whether a line says by its word that it heads front matter:
// "PREFACE", "A Foreword by a Friend".
func headsFront(text string) bool {
	for _, article := range [...]string{"a ", "an ", "the "} {
		if hasFoldPrefix(text, article) {
			text = text[len(article):]
			break
		}
	}
	f := formOf(text)
	if f.verdict == noHeading || f.word == 0 || f.number != 0 {
		return false
	}
	switch headingList[f.word].role {
	case book.Preface, book.Foreword, book.Introduction:
		return !f.titled() || startsByline(text[f.title:])
	}
	return false
}
