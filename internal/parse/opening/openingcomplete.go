package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// complete names a title or an author where the page most likely has one and the
// reading as a whole found none: the line that is likeliest of those above the text.
func (z *Zone) complete(p *page) {
	if len(p.lines) > 1 && p.roles[0] == decide.Title && p.roles[1] == decide.Text && p.onlyTitle(0) && p.likeliest(len(p.roles), decide.Author, 500) < 0 && z.forms(p.lines[0])&evidence.SaysSiblings != 0 {
		p.roles[0] = decide.Heading // the first of several chapters that have names and no numbers
		return
	}
	z.beginsTitle(p)
	z.secondTitle(p)
	z.threeRows(p)
	const leastTitle, leastAuthor, aloneAuthor, aloneTitle = 50, 150, 500, 100
	var title, author bool
	end := 0
	for end < len(p.roles) && p.roles[end] != decide.Text && !(author && p.roles[end] == decide.Contents) {
		switch p.roles[end] {
		case decide.Title, decide.TitleAuthor, decide.HalfTitle:
			title = true
			author = author || p.roles[end] == decide.TitleAuthor
		case decide.Author:
			author = true
		}
		end++
	}
	for i := 1; i < end; i++ { // the story has begun
		if f := wording.FormOf(z.R.Lines[p.lines[i]].Text); p.roles[i] == decide.Heading && (f.Verdict == wording.BareNumber || f.Verdict == wording.WordNumber) {
			end = i
		}
	}
	if end < len(p.roles) && (z.forms(p.lines[end])&evidence.SaysTitleLike != 0 || end == 1 && persons(says.Unboxed(z.R.Lines[p.lines[0]].Text))) && p.chance(end, decide.Text) < 900 {
		end++
	}
	if i := z.nameOnTop(p, end); i >= 0 && (!author || p.likeliest(end, decide.Author, aloneAuthor) < 0) {
		for k, r := range p.roles[:end] {
			if r == decide.Author && !StartsByline(says.Unboxed(z.R.Lines[p.lines[k]].Text)) {
				p.roles[k] = decide.Note
			}
		}
		p.roles[i], p.roles[i+1] = decide.Author, decide.Title
		title, author = true, true
	} else if i := z.turned(p, end); i >= 0 {
		p.roles[i], p.roles[i+1] = p.roles[i+1], p.roles[i]
	}
	if i := z.personBelow(p, end); !title && i > 0 {
		p.roles[i-1], p.roles[i] = decide.Title, decide.Author
		title, author = true, true
	}
	if !author {
		least := leastAuthor
		if !title {
			least = aloneAuthor
		}
		if i := p.likeliest(end, decide.Author, least); i >= 0 && !p.onlyTitle(i) {
			if p.roles[i] == decide.Title && i+1 < end && p.roles[i+1] == decide.TitleMore {
				p.roles[i+1] = decide.Title
			}
			p.roles[i], author = decide.Author, true
		}
	}
	if i := z.nameAbove(p, end); title && !author && i >= 0 {
		p.roles[i], author = decide.Author, true
	}
	if i := z.nameBelow(p, end); title && !author && i > 0 {
		p.roles[i], author = decide.Author, true
	}
	if author && !title {
		if i := p.likeliestTitle(end, leastTitle); i >= 0 {
			p.roles[i] = decide.Title
		} else if i := z.aloneBelow(p); i > 0 {
			p.roles[i] = decide.Title
		} else if len(p.roles) > 1 && p.roles[1] == decide.Author && StartsByline(says.Unboxed(z.R.Lines[p.lines[1]].Text)) && z.forms(p.lines[0])&evidence.SaysTitleLike != 0 && z.forms(p.lines[0])&(evidence.SaysHeading|evidence.SaysAddress|evidence.SaysDate|evidence.SaysRights) == 0 {
			p.roles[0] = decide.Title
		} else if z.aboveByline(p) {
			p.roles[0] = decide.Title
		} else if i := p.row(z.From); p.roles[i] == decide.Author && !StartsByline(says.Unboxed(z.R.Lines[p.lines[i]].Text)) && p.chance(i, decide.Title) > leastTitle { // a title has no author more often than a name no title
			p.roles[i] = decide.Title
		}
	}
	if i := z.aboveLabel(p); !title && i >= 0 {
		p.roles[i], title = decide.Title, true
	}
	if i := z.underlined(p); !title && i >= 0 {
		p.roles[i], title = decide.Title, true
	}
	if i := z.belowPairing(p); !title && i > 0 {
		p.roles[i], title = decide.Title, true
	}
	if !title && len(p.lines) > 1 && z.spacedWord(p) {
		p.roles[0], title = decide.Title, true
	}
	if !title && z.noName(p) {
		p.roles[0], title = decide.Title, true
	}
	if !author && !title && len(p.lines) > 1 && p.roles[0] != decide.Heading && p.chance(0, decide.Title) > aloneTitle && z.aloneAbove(p) {
		p.roles[0] = decide.Title
	}
}

// noName reports whether the page is one line above the story that was taken for its
// author's name, and is no name for sure: a story has no title less often than no author.
func (z *Zone) noName(p *page) bool {
	text := says.Unboxed(z.R.Lines[p.lines[0]].Text)
	return len(p.roles) > 1 && p.roles[0] == decide.Author && p.roles[1] == decide.Text && !StartsByline(text) && !says.IsPersons(text) && z.forms(p.lines[0])&evidence.SaysTitleLike != 0
}

// aloneBelow is the row that looks like a title and stands alone below a name and its
// address; 0 when there is none.
func (z *Zone) aloneBelow(p *page) int {
	for i := 1; i+1 < len(p.lines) && i < 4; i++ {
		n := p.lines[i]
		if p.roles[i-1] != decide.Author && z.forms(p.lines[i-1])&evidence.SaysAddress == 0 {
			continue
		}
		if s := z.forms(n); s&evidence.SaysTitleLike != 0 && s&(evidence.SaysHeading|evidence.SaysAddress) == 0 && n-p.lines[i-1] > 1 && p.lines[i+1]-n > 1 {
			return i
		}
	}
	return 0
}

// aboveByline reports whether the first row is a short line right above a byline that can be
// nothing else: then it is the title, whatever stops it has.
func (z *Zone) aboveByline(p *page) bool {
	const other = evidence.SaysLabel | evidence.SaysUnknownLabel | evidence.SaysHeading | evidence.SaysSpeech | evidence.SaysNote | evidence.SaysRights | evidence.SaysDate | evidence.SaysAddress | evidence.SaysField | evidence.SaysRule
	if len(p.lines) < 2 || p.lines[1]-p.lines[0] > 3 || p.roles[1] != decide.Author {
		return false
	}
	text := z.R.Lines[p.lines[0]].Text
	return (StartsByline(says.Unboxed(z.R.Lines[p.lines[1]].Text)) || p.chance(1, decide.Author) > 800) && z.forms(p.lines[0])&other == 0 && len(text) < 60 && says.Sentences(text) < 4 && !says.IsFarewell(text)
}

// nameBelow is the last row before row end where nobody is named yet: a bare name right below
// title or subtitle, above a gap and the text. -1 when it is none.
func (z *Zone) nameBelow(p *page, end int) int {
	const least = 60 // thousandths
	i := end
	if i < len(p.roles) && p.roles[i] == decide.Text && z.forms(p.lines[i])&evidence.SaysBareName != 0 {
		i++
	}
	if i--; i < 1 || i > 3 || z.forms(p.lines[i])&evidence.SaysBareName == 0 || z.forms(p.lines[i])&(evidence.SaysSiblings|evidence.SaysHeading|evidence.SaysKind) != 0 || p.chance(i, decide.Author) < least {
		return -1
	}
	if r := p.roles[i-1]; r != decide.Title && r != decide.TitleMore && r != decide.Subtitle || p.lines[i] != p.lines[i-1]+1 || !z.blankBelow(p.lines[i]) || z.nameSaid(p.lines[i]) {
		return -1
	}
	return i
}

// aboveLabel is the first row that is no rule, where it is a short line of words and the
// next one begins with a label that is known for sure: then it is the title, however it is
// spelt, as most languages write titles in small letters. -1 when it is not.
func (z *Zone) aboveLabel(p *page) int {
	const most = 60 // bytes
	i := 0
	for i < len(p.lines) && IsRule(z.R.Lines[p.lines[i]].Text) {
		i++
	}
	k := i + 1
	for k < len(p.lines) && (IsRule(z.R.Lines[p.lines[k]].Text) || z.forms(p.lines[k])&evidence.SaysRights != 0) { // an underline, "(c) 1999 Annie"
		k++
	}
	if k+1 >= len(p.lines) || p.lines[k]-p.lines[i] > 5 || z.message(p.lines[k]) {
		return -1
	}
	text := says.Unboxed(z.R.Lines[p.lines[i]].Text)
	if l, ok := z.label(p.lines[k]); !ok || !l.Known() || l.Dash && k == i+1 || !l.Sure && p.roles[k] != decide.Field {
		return -1
	}
	const other = evidence.SaysLabel | evidence.SaysUnknownLabel | evidence.SaysHeading | evidence.SaysSpeech | evidence.SaysNote | evidence.SaysRights | evidence.SaysDate | evidence.SaysAddress | evidence.SaysByline | evidence.SaysByAlone | evidence.SaysField
	s := z.forms(p.lines[i])
	if s&evidence.SaysTitleLike != 0 && says.TitleOf(text).Dressed && !strings.ContainsAny(text, ".!?…") { // quotes round a title
		s &^= evidence.SaysSpeech
	}
	if len(text) >= most || s&other != 0 || says.Sentences(text) > 0 && !says.TitleOf(text).Dressed || strings.HasSuffix(text, ",") || says.IsFarewell(text) || wording.FormOf(text).Verdict == wording.BareNumber || says.Awarded(text) {
		return -1
	}
	return i
}

// underlined is the first row, where a rule about as long stands right below it and it
// looks like a title; -1 when it does not.
func (z *Zone) underlined(p *page) int {
	n := p.lines[0]
	if p.measures[0][underlinedMeasure] == 0 || z.forms(n)&evidence.SaysTitleLike == 0 || z.forms(n)&(evidence.SaysHeading|evidence.SaysLabel|evidence.SaysByline|evidence.SaysDate|evidence.SaysSpeech) != 0 {
		return -1
	}
	return 0
}

// belowPairing is the row of a short line that stands alone below a pairing at the top of
// the page: "Ann/Bea", "The Lamp". 0 when there is none.
func (z *Zone) belowPairing(p *page) int {
	const other = evidence.SaysLabel | evidence.SaysUnknownLabel | evidence.SaysRule | evidence.SaysHeading | evidence.SaysSpeech | evidence.SaysSentence | evidence.SaysByline | evidence.SaysField
	if len(p.lines) < 3 || z.forms(p.lines[0])&evidence.SaysPairing == 0 || z.forms(p.lines[1])&other != 0 || len(z.R.Lines[p.lines[1]].Text) > 60 || p.lines[2] == p.lines[1]+1 {
		return 0
	}
	return 1
}

// spacedWord reports whether the first row stands alone and has a word that is spaced out,
// as titles are and sentences never: "the one and only  T A L E !"
func (z *Zone) spacedWord(p *page) bool {
	return p.measures[0][dressMeasure] == 8 && p.lines[1]-p.lines[0] > 1 && len(z.R.Lines[p.lines[0]].Text) < 70
}

// aloneAbove reports whether the first row looks like a title, of several words or in
// capitals, alone above a gap.
func (z *Zone) aloneAbove(p *page) bool {
	n := p.lines[0]
	s := z.forms(n)
	if strings.ContainsRune("\"“”'‘’«»„[({", char.FirstRune(z.R.Lines[n].Text)) { // speech, remarks
		return false
	}
	return (s&evidence.SaysTitleLike != 0 || says.TitleSentence(z.R.Lines[n].Text)) && s&(evidence.SaysHeading|evidence.SaysSiblings|evidence.SaysDate) == 0 && (book.Shouts(z.R.Lines[n].Text) || strings.IndexByte(z.R.Lines[n].Text, ' ') > 0) && p.lines[1]-n > 1 && !says.IsScene(z.R.Lines[n].Text)
}

// likeliest is the row before row end that most likely has a role, of those that have
// it with at least so many thousandths; -1 when none has.
func (p *page) likeliest(end int, r decide.Role, least int) int {
	best, top := -1, int32(least-1)
	for i := range p.roles[:end] {
		if c := p.chances[i][r]; c > top {
			best, top = i, c
		}
	}
	return best
}

// likeliestTitle is the row before row end that most likely is a title and names no author;
// -1 when none is with at least so many thousandths.
func (p *page) likeliestTitle(end, least int) int {
	best, top := -1, int32(least-1)
	for i, r := range p.roles[:end] {
		if c := p.chances[i][decide.Title]; c > top && r != decide.Author {
			best, top = i, c
		}
	}
	return best
}

// onlyTitle reports whether row i is all there is of the title.
func (p *page) onlyTitle(i int) bool {
	if p.roles[i] != decide.Title && p.roles[i] != decide.HalfTitle {
		return false
	}
	for k, r := range p.roles {
		if k > i && r == decide.Text { // what stands below the story is another matter
			break
		}
		if k != i && (r == decide.Title || r == decide.TitleMore || r == decide.HalfTitle) {
			return false
		}
	}
	return true
}
