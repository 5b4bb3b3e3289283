package parse

import (
	"strings"
	"unicode"

	"storybind/internal/parse/lexicon"
)

// believed decides which lines of a title block without fields are one: a story
// without any header must keep its first sentence.
func (z *zone) believed(lines []opener) []opener {
	credit := -1
	for i, o := range lines {
		if o.kind == creditLine || o.kind == bothLine || o.kind == byAlone || o.kind == nameLine {
			credit = i
			break
		}
	}
	if credit < 0 {
		return z.uncredited(lines)
	}
	if first := lines[credit]; credit == 0 && first.kind == creditLine { // "Written by hand" is no byline
		if b, _ := bylineOf(unboxed(z.r.lines[first.from].Text)); firstIsLower(b.names) && !z.setOff(first.to) {
			return nil
		}
	}
	end := credit + 1
	for i := credit + 1; i < len(lines); i++ {
		switch lines[i].kind {
		case nameLine, addressLine, dateLine, rightsLine, helperLine, partNumber, imprintLine, plainField, frontNote:
			for k := end; k < i; k++ { // what stands between a place and a date is a publisher
				if lines[k].kind == titleText {
					lines[k].kind = imprintLine
				}
			}
			end = i + 1
		case creditLine:
			if i == end {
				end = i + 1
			}
		case titleText:
			if t := z.r.lines[lines[i].from].Text; z.r.known.title != "" && sameLetters(z.r.known.title, t) || lines[i-1].kind == titleText && end == i && kindAlone(t) { // the author stands above
				end = i + 1
				continue
			}
			if lines[i-1].kind != imprintLine && z.r.lines[lines[i].from-1].Blank() {
				return z.trimRules(lines[:end])
			}
			if lines[i-1].kind != imprintLine { // a second line of the byline: "Dean of St. Patrick's"
				lines[i].kind = imprintLine
				end = i + 1
			}
		}
	}
	return z.trimRules(lines[:end])
}

// trimRules takes rules off the end of a title block, unless they close its box.
func (z *zone) trimRules(lines []opener) []opener {
	for len(lines) > 0 && lines[len(lines)-1].kind == ruleLine {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// uncredited decides about a title block that names nobody with "by".
func (z *zone) uncredited(lines []opener) []opener {
	t := 0
	for t < len(lines) && lines[t].kind != titleText {
		if k := lines[t].kind; k != ruleLine && k != partNumber && k != dateLine && k != frontNote {
			break
		}
		t++
	}
	if t == len(lines) || lines[t].kind != titleText {
		if len(lines) > 0 && lines[0].kind == partNumber {
			return lines[:1]
		}
		return nil
	}
	if z.mailAboveTitle(lines, t) {
		lines[t].kind = nameLine
		z.doubt("doubtful-author", lines[t].from, "the line "+quoted(z.r.lines[lines[t].from].Text)+" above the title was read as the author's name", "overrule it with --author and --title")
		return lines[:t+3]
	}
	if page := z.nameAboveRights(lines, t); page != nil {
		return page
	}
	if page := z.titleAndName(lines, t); page != nil {
		return page
	}
	if page := z.titleAndHandle(lines, t); page != nil {
		return page
	}
	if !z.titleStands(lines, t) {
		return nil
	}
	end := t + 1
	for i := end; i < len(lines); i++ {
		o := lines[i]
		switch {
		case o.kind == dateLine || o.kind == rightsLine || o.kind == helperLine || o.kind == imprintLine || o.kind == addressLine:
		case o.kind == frontNote:
		case o.kind == titleText && i == end && (!z.r.lines[o.from-1].Blank() || subtitleLike(z.r.lines[o.from].Text) && z.setOff(o.to)):
		default:
			return lines[:end]
		}
		end = i + 1
	}
	return lines[:end]
}

// mailAboveTitle reports whether line t of a title block is a name with the mail
// address right under it, and the title alone below the two.
func (z *zone) mailAboveTitle(lines []opener, t int) bool {
	if t+2 >= len(lines) || lines[t+1].kind != addressLine || lines[t+1].from != lines[t].to || lines[t+2].kind != titleText || !bareName(z.r.lines[lines[t].from].Text) {
		return false
	}
	title := lines[t+2]
	return title.from > lines[t+1].to && title.to < z.to && z.r.lines[title.to].Blank() && !z.heading(title.from)
}

// setOff reports whether two blank lines, a heading, a rule or a list of
// contents follow line n-1.
func (z *zone) setOff(n int) bool {
	next := z.r.nextText(n, z.to)
	return next >= z.to || next-n > 1 || z.heading(next) || isRule(z.r.lines[next].Text) || isContentsWord(z.r.lines[next].Text)
}

// isContentsWord reports whether a line heads a printed table of contents.
func isContentsWord(s string) bool {
	return len(s) < 80 && lexicon.ContentsPageWords()[lexicon.Fold(strings.Trim(s, " *_=-~:.[]"))]
}

// epigraphAt reports whether a few lines begin at line n that name their source behind a
// dash, with a heading below them.
func (z *zone) epigraphAt(n int) bool {
	const most = 8 // lines
	end := n
	for end < min(z.to, n+most) && !z.r.lines[end].Blank() {
		end++
	}
	source := z.r.lines[end-1].Text
	next := z.r.nextText(end, z.to)
	return end > n+1 && next < z.to && z.heading(next) && (strings.HasPrefix(source, "--") || strings.HasPrefix(source, "—") || strings.HasPrefix(source, "–"))
}

// titleStands decides whether the first line of a story without a byline is its
// title.
func (z *zone) titleStands(lines []opener, t int) bool {
	r, o := z.r, lines[t]
	l := &r.lines[o.from]
	text := unboxed(l.Text)
	if r.known.names(text) {
		return true
	}
	if isDateLine(text) || isFarewell(text) || isScene(text) {
		return false
	}
	next := r.nextText(o.to, z.to)
	if next >= z.to {
		return false
	}
	gap := next - o.to
	if gap > 0 && firstIsLower(r.lines[next].Text) && isSentence(r.lines[next].Text) { // the sentence goes on
		return false
	}
	shown := titleOf(text).dressed || o.set || z.boxed(lines) || z.centred(o.from)
	if z.heading(next) || isRule(r.lines[next].Text) && gap > 0 {
		return gap > 0
	}
	if t+1 < len(lines) && (lines[t+1].kind == rightsLine || lines[t+1].kind == addressLine || lines[t+1].kind == helperLine) {
		return true
	}
	if gap == 0 && z.pairStands(o.to) {
		return true
	}
	if gap == 0 {
		return shown && (z.centred(o.from) || isCapitals(text) && r.lines[next].Indent > l.Indent+1 && !isCapitals(r.lines[next].Text)) || o.set
	}
	if t+1 < len(lines) && lines[t+1].kind == titleText && lines[t+1].from == next {
		return true // a heading or a subtitle below: the one above is the title
	}
	if z.siblings(o.from) {
		return false
	}
	if !shown && gap == 1 && (!z.gapsAreNarrow(next) || strings.Count(text, " ") > 8) {
		return false
	}
	if gap == 1 && !o.set && !z.centred(o.from) {
		z.doubt("doubtful-title", o.from, "the first line "+quoted(text)+" was read as the title", "overrule it with --title")
	}
	return true
}

// pairStands reports whether line n, right under the first line of the story, is
// its subtitle, so that both are the title block: "A Story of the Marshes" alone
// above a gap, or any two lines alone above a heading.
func (z *zone) pairStands(n int) bool {
	text := unboxed(z.r.lines[n].Text)
	if n+1 >= z.to || !z.r.lines[n+1].Blank() || len(text) > 70 || isDateLine(text) || isScene(text) || hasSpeech(text) {
		return false
	}
	next := z.r.nextText(n+1, z.to)
	if next >= z.to {
		return false
	}
	if subtitleLike(text) && namesStory(text) {
		return true
	}
	return (titleLike(text) || subtitleLike(text)) && z.heading(next) && !z.heading(n)
}

// namesStory reports whether a word for a piece of writing stands in a line.
func namesStory(s string) bool {
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' }) {
		if hasStoryWord(w) || foreignNoun(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// isScene reports whether a line that looks like a title sets a scene or opens a
// letter: "Tuesday Morning", "Dear Diary", "INT. LIGHTHOUSE - NIGHT".
func isScene(s string) bool {
	first := strings.ToLower(strings.TrimRight(s, ",:"))
	if i := strings.IndexAny(first, " ,"); i > 0 {
		first = first[:i]
	}
	switch first {
	case "dear", "hi", "hello", "int.", "ext.", "int", "ext", "fade", "scene", "enter":
		return true
	}
	if isWeekday(first) && strings.Count(s, " ") < 3 {
		return true
	}
	return strings.HasSuffix(s, "a.m.") || strings.HasSuffix(s, "p.m.") || strings.HasSuffix(s, " hours")
}

// centred reports whether line n stands in the middle of the measure, well away
// from the margin.
func (z *zone) centred(n int) bool {
	l := &z.r.lines[n]
	length := l.Width - l.Indent
	left := l.Indent
	if left < 8 {
		return false
	}
	for k := n + 1; k < min(len(z.r.lines), n+40); k++ { // a margin of the whole file is no centring
		if !z.r.lines[k].Blank() && z.r.lines[k].Indent < left-2 {
			measure := 76
			if z.wrap > 0 {
				measure = z.wrap
			}
			return 2*left+length > measure-16 && 2*left+length < measure+24
		}
	}
	return false
}

// siblings reports whether further lines of the story stand alone as line n
// does, in the same dress: then line n is the first of the chapters' headings.
func (z *zone) siblings(n int) bool {
	r := z.r
	caps, centred := isCapitals(r.lines[n].Text), r.lines[n].Indent > 8
	for k := n + 3; k < min(len(r.lines)-1, n+5000); k++ {
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

// isEndMark reports whether a line says that the story is over.
func isEndMark(s string) bool {
	t := strings.ToLower(strings.Trim(s, " *~-=_.[]<>#()!"))
	return t == "the end" || t == "end" || t == "fin" || t == "finis" || t == "tbc" || strings.HasPrefix(t, "to be continued") || strings.HasPrefix(t, "end of")
}

// doubt notes a doubtful decision about line n.
func (z *zone) doubt(code string, n int, message, hint string) {
	z.guesses = append(z.guesses, guess{code, n, n + 1, message, hint})
}
