package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// OpeningSeen is the beginning of the zone as the learned trees look at it.
func (z *Zone) OpeningSeen() *evidence.Opening {
	r := z.R
	o := &evidence.Opening{Lines: r.Lines, From: z.From, To: z.To, Brief: z.later, Says: z.forms, Plain: func(n int) string { return says.Unboxed(r.Lines[n].Text) }, File: bareFileName(r.Src.Name), Title: r.Known.Title, Given: isGiven, Word: isEnglish}
	for _, c := range r.Known.Credits {
		o.Names = append(o.Names, c.Name)
	}
	return o
}

// forms are the definite forms of line n.
func (z *Zone) forms(n int) evidence.Says {
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

func (z *Zone) formsOf(n int) (s evidence.Says) {
	text := says.Unboxed(z.R.Lines[n].Text)
	if text == "" || IsRule(z.R.Lines[n].Text) {
		return evidence.SaysRule
	}
	say := func(is bool, form evidence.Says) {
		if is {
			s |= form
		}
	}
	if l, ok := z.label(n); ok && l.Known() {
		say(true, evidence.SaysLabel)
		say(l.Sure, evidence.SaysSureLabel)
		say(l.Name == "title", evidence.SaysTitleLabel)
		say(l.Name == "author", evidence.SaysAuthorLabel)
	} else {
		say(ok, evidence.SaysUnknownLabel)
	}
	b, by := says.BylineOf(text)
	say(by && !b.Alone || mailsAs(text), evidence.SaysByline)
	say(by && b.Alone, evidence.SaysByAlone)
	if title, names, _, both := says.TitleByAuthor(text); both {
		say(says.TitleLike(says.WithoutAside(title)) && names != "", evidence.SaysTitleBy)
	}
	_, named := z.namedTitle(n)
	say(says.TitleDashName(text) > 0 || says.TitleByRights(text) > 0 || named || z.titleOrName(n) > 0, evidence.SaysTitleBy)
	say(says.HelperAt(text) > 0, evidence.SaysHelper)
	say(wording.LooksLikeHeading(text) && !says.IsRights(text), evidence.SaysHeading)
	say(says.IsContentsWord(text), evidence.SaysContents)
	field := says.Unlabelled(text)
	say(says.IsDateLine(text) || field == "date", evidence.SaysDate)
	say(says.IsRights(text), evidence.SaysRights)
	say(says.IsImprint(text) || says.PublishedWhere(text), evidence.SaysImprint)
	_, address := says.IsAddressLine(text)
	say(address, evidence.SaysAddress)
	say(says.Permits(text), evidence.SaysPermission)
	_, _, part := wording.PartLine(text)
	say(part, evidence.SaysPart)
	say(field != "" || says.FactsRow(text) != nil, evidence.SaysField)
	say(says.TitleLike(text), evidence.SaysTitleLike)
	say(says.SubtitleLike(text), evidence.SaysSubtitle)
	say(says.NamesLike(text), evidence.SaysNames)
	name := says.Unbracketed(strings.Trim(text, "*_#= ")) // emphasised, or a heading of Markdown
	say(says.BareName(name), evidence.SaysBareName)
	say(says.FullName(name), evidence.SaysFullName)
	say(says.NamesStory(text), evidence.SaysStory)
	say(says.HasSpeech(text) || says.OpensSpeech(text), evidence.SaysSpeech)
	say(says.IsSentence(text), evidence.SaysSentence)
	weight, person := says.RemarkWeight(text)
	say(weight > 0 || person || says.IsFarewell(text), evidence.SaysRemark)
	say(says.IsScene(text), evidence.SaysScene)
	say(says.IsEndMark(text), evidence.SaysEnd)
	say(z.frontNoteEnd(n, z.To) > n, evidence.SaysNote)
	say(z.R.Known.Title != "" && (says.SameLetters(z.R.Known.Title, text) || says.SameLetters(z.R.Known.Title, says.TitleOf(text).Text)), evidence.SaysKnownTitle)
	say(z.R.Known.Credited(text) || by && z.R.Known.Credited(b.Names), evidence.SaysKnownName)
	say(IsStoryLabel(text), evidence.SaysStop)
	say(kindAlone(text), evidence.SaysKind)
	say(says.IsPairing(text), evidence.SaysPairing)
	say(says.SaysRating(text), evidence.SaysRating)
	say(says.SeriesLine(text) != "", evidence.SaysSeries)
	say(!z.later && n < z.From+40 && len(text) < 60 && (n == z.From || z.R.Lines[n-1].Blank()) && n+1 < len(z.R.Lines) && z.R.Lines[n+1].Blank() && z.siblings(n), evidence.SaysSiblings)
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
	given, _ := says.GivenName(word)
	return given
}

func isEnglish(word string) bool {
	known, _ := lexicon.EnglishWord(word)
	return known
}

// headsFront reports whether a line says by its word that it heads front matter:
// "PREFACE", "A Foreword by a Friend".
func headsFront(text string) bool {
	for _, article := range [...]string{"a ", "an ", "the "} {
		if char.HasFoldPrefix(text, article) {
			text = text[len(article):]
			break
		}
	}
	f := wording.FormOf(text)
	if f.Verdict == wording.NoHeading || f.Word == 0 || f.Number != 0 {
		return false
	}
	switch wording.HeadingList[f.Word].Role {
	case book.Preface, book.Foreword, book.Introduction:
		return !f.Titled() || StartsByline(text[f.Title:])
	}
	return false
}
