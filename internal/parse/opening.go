package parse

import (
	"strings"
)

// An opener is one line of the title block: what stands above the fields, or
// above the text when there are no fields.
type opener struct {
	kind     openerKind
	from, to int // lines; an underline belongs to its title
	name     int // byte in the line where the names of a byline begin
	by       int // byte in a "Title by Author" line where the byline begins
	set      bool
}

type openerKind uint8

const (
	otherLine  openerKind = iota // a remark, or prose
	titleText                    // may be the title or the subtitle
	bothLine                     // "Title by Author"
	creditLine                   // a byline
	nameLine                     // the name below "by"
	byAlone                      // "by"
	addressLine
	dateLine
	rightsLine // "Copyright 1999 Annie"
	helperLine // "Translated by Bea"
	partNumber
	ruleLine
	seriesLine  // the name of a series and the number of the book in it
	imprintLine // place, publisher, edition
	plainField  // "Rated PG", "For Bea": a field without a label
	frontNote   // "[Transcriber's Note: ...]" above or among the title's lines
)

// readOpening reads the title block from line n: all of it up to line end when
// labelled says that fields begin there, else as far as it goes. It returns the
// first line after it; n when there is none.
func (z *zone) readOpening(n, end int, labelled bool) int {
	lines := z.openers(n, end, labelled)
	if !labelled {
		lines = z.believed(lines)
		if len(lines) == 0 {
			return n
		}
	}
	if len(lines) == 0 {
		return n
	}
	z.entitle(lines, labelled)
	last := lines[len(lines)-1].to
	if labelled {
		return last
	}
	return z.ruleBelow(last)
}

// openers classifies the lines of the title block.
func (z *zone) openers(n, end int, labelled bool) []opener {
	const most = 12 // lines of a title block without fields
	var out []opener
	texts := 0
	for k := n; k < end; k++ {
		l := &z.r.lines[k]
		if l.Blank() {
			continue
		}
		o := opener{kind: otherLine, from: k, to: k + 1}
		text := unboxed(l.Text)
		b, by := bylineOf(text)
		if by && hasFoldPrefix(text, "posted by ") && (labelled || texts == 0 || credits(out) || z.r.nextByline(k+1, end)) { // who posted is the author where nobody else is named
			by = false
		}
		_, names, at, both := titleByAuthor(text)
		part, _, isPart := partLine(text)
		_, address := isAddressLine(text)
		if !by && both && texts > 0 && (hasStoryWord(titleByAuthorTitle(text)) || foreignNoun(lastWordLower(titleByAuthorTitle(text)))) { // "Poems by Annie" under a title
			by, b = true, byline{names: names}
		}
		if !by && texts > 0 && k > n && mailsAs(text) { // "Annie Lee <annie@x.invalid>" under a title
			by, b = true, byline{names: text}
		}
		switch {
		case text == "": // a box's empty line
			o.kind = ruleLine
		case texts > 0 && hasFoldPrefix(text, "by the author of"): // and the books
			o.kind = imprintLine
			for o.to < end && !z.r.lines[o.to].Blank() && !z.labelled(o.to) {
				o.to++
			}
			k = o.to - 1
		case z.frontNoteEnd(k, end) > k:
			o.kind, o.to = frontNote, z.frontNoteEnd(k, end)
			k = o.to - 1
		case isRule(l.Text):
			if isMarks(l.Text) && len(out) > 0 && out[len(out)-1].to == k && out[len(out)-1].kind != ruleLine && k+1 < len(z.r.lines) && (z.r.lines[k+1].Blank() || out[len(out)-1].kind == titleText) && !z.boxed(out) {
				out[len(out)-1].to, out[len(out)-1].set = k+1, true // an underline
				continue
			}
			o.kind = ruleLine
		case isPart && part > 0 && (labelled || !z.heading(k) || k == n && z.titleAboveByline(z.r.nextText(k+1, z.to))):
			o.kind = partNumber
		case by && b.alone && (strings.EqualFold(strings.Trim(text, " *_~:-=."), "by") || texts > 0 || hasFoldPrefix(text, "w")):
			name := z.r.nextText(k+1, min(end, k+4))
			if name >= min(end, k+4) || !namesLike(unboxed(z.r.lines[name].Text)) {
				break
			}
			o.kind = byAlone
			out = append(out, o, opener{kind: nameLine, from: name, to: name + 1})
			k = name
			continue
		case z.r.known.credited(text):
			o.kind = nameLine
		case by:
			o.kind, o.name = creditLine, strings.Index(l.Text, b.names)
		case len(out) > 0 && helperAt(text) > 0:
			o.kind = helperLine
		case address:
			o.kind = addressLine
			if last := len(out) - 1; last > 0 && texts > 1 && out[last].to == k && out[last].kind == titleText && signsWithMail(out, z.r.lines[out[last].from].Text, text) {
				out[last].kind = nameLine
			}
		case isRights(text):
			o.kind = rightsLine
			for o.to < end && !z.r.lines[o.to].Blank() && !isRights(z.r.lines[o.to].Text) && !z.labelled(o.to) && !isRule(z.r.lines[o.to].Text) &&
				(firstIsLower(z.r.lines[o.to].Text) || z.full(o.to-1, o.to) || permits(z.r.lines[o.to].Text)) && !startsByline(z.r.lines[o.to].Text) {
				o.to++
			}
			k = o.to - 1
		case isDateLine(text):
			next := z.r.nextText(k+1, z.to)
			if !labelled && (namesDay(text) || z.datesAgain(k)) && z.blanks(k) > 0 && next < z.to && next > k+1 && !isRule(z.r.lines[next].Text) {
				return out // the first entry of a diary
			}
			o.kind = dateLine
		case len(out) > 1 && z.permission(k) > k:
			o.kind, o.to = imprintLine, z.permission(k)
			k = o.to - 1
		case len(out) > 0 && unlabelled(text) != "":
			o.kind = plainField
		case len(out) == 0 && titleDashName(text) > 0:
			o.kind, o.by = bothLine, strings.Index(l.Text, text)+titleDashName(text)
		case both && !z.r.nextByline(k+1, end) && titleLike(withoutAside(titleByAuthorTitle(text))) && names != "":
			o.kind, o.by = bothLine, strings.Index(l.Text, text)+at
		case !labelled && len(out) > 0 && out[len(out)-1].kind == titleText && texts == 1 && z.volumeAbove(out[len(out)-1].from, k):
			out[len(out)-1].kind, out[len(out)-1].to = seriesLine, k+1
			texts = 0
			continue
		case !labelled && (z.heading(k) || z.labelled(k) || texts > 0 && isContentsWord(text)):
			return out
		case texts == 0 && k == n && z.plainTitle(k, end, labelled):
			o.kind = titleText
			texts++
		case titleLike(text) || z.r.known.names(text), len(out) > 0 && subtitleLike(text):
			o.kind = titleText
			texts++
			if isImprint(text) && texts > 1 {
				o.kind = imprintLine
			}
		case texts > 0 && out[len(out)-1].kind == titleText && z.subtitleOfByline(k) && (out[len(out)-1].to == k || namesKind(text)):
			o.kind = titleText
			texts++
		case isImprint(text) && !(len(text) > 45 && k+1 < z.to && firstIsLower(z.r.lines[k+1].Text)): // no "New York, 1929. That was where it"
			o.kind = imprintLine
		}
		if o.kind == otherLine && text != l.Text { // a further line of the title's box
			o.kind = frontNote
		}
		if !labelled && (o.kind == otherLine && !z.bylineBelow(k) || len(out) >= most) {
			return out
		}
		out = append(out, o)
	}
	if labelled {
		z.signed(out)
	}
	return out
}

// credits reports whether a line of a title block names the author.
func credits(lines []opener) bool {
	for _, o := range lines {
		if o.kind == creditLine || o.kind == nameLine || o.kind == byAlone || o.kind == bothLine {
			return true
		}
	}
	return false
}

// signed finds the author in a line right below the title, where neither the fields
// nor a byline name anybody: a bare name, or one word.
func (z *zone) signed(lines []opener) {
	if _, authors := z.said(); len(authors) > 0 || len(z.r.known.credits) > 0 {
		return
	}
	at := -1
	for i, o := range lines {
		switch o.kind {
		case titleText:
			if at < 0 {
				at = i + 1
			}
		case creditLine, nameLine, byAlone, bothLine:
			return
		}
	}
	if at < 1 || at >= len(lines) || lines[at].from != lines[at-1].to || lines[at].kind != titleText && lines[at].kind != otherLine {
		return
	}
	n := lines[at].from
	text := unboxed(z.r.lines[n].Text)
	if title := z.r.lines[n-1].Text; firstIsLower(title) && text == strings.ToLower(text) && strings.Count(text, " ") < 3 && !isSentence(text) {
		lines[at].kind = nameLine // all of the header is in small letters
		z.doubt("doubtful-author", n, "the line "+quoted(text)+" under the title was read as the author's name", "overrule it with --author")
		return
	}
	oneWord := len(text) > 2 && len(text) <= 24 && !strings.ContainsAny(text, " .,:;!?\"'()[]/*~") && !isCapitals(text)
	if !oneWord && !bareName(text) || hasStoryWord(text) || z.heading(n) || !z.r.lines[n+1].Blank() && !z.labelled(n+1) || isCapitals(text) && isCapitals(z.r.lines[n-1].Text) && !fullName(text) {
		return
	}
	lines[at].kind = nameLine
	z.doubt("doubtful-author", n, "the line "+quoted(text)+" under the title was read as the author's name", "overrule it with --author")
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

// frontNoteEnd is the line after a note in brackets that begins in line n and says
// where a printed story comes from, or what its transcriber did; n when none does.
func (z *zone) frontNoteEnd(n, end int) int {
	t := z.r.lines[n].Text
	if t[0] != '[' || !z.startsParagraph(n) {
		return n
	}
	k := n
	for k < min(end, n+12) && !z.r.lines[k].Blank() && !strings.Contains(z.r.lines[k].Text, "]") {
		k++
	}
	if k >= min(end, n+12) || z.r.lines[k].Blank() || !strings.HasSuffix(z.r.lines[k].Text, "]") || k+1 < end && !z.r.lines[k+1].Blank() {
		return n
	}
	inside := t[1:]
	for _, lead := range [...]string{"transcri", "from ", "illustration", "editor", "note", "this etext", "this e-text", "originally", "first published", "reprinted"} {
		if hasFoldPrefix(inside, lead) {
			return k + 1
		}
	}
	return n
}

// mailsAs reports whether a line is a name with its address, and nothing else.
func mailsAs(s string) bool {
	a, ok := nextAddress(s, 0)
	if !ok || len(s) > 90 {
		return false
	}
	start, end := bracketed(s, a)
	name := strings.TrimSpace(s[:start])
	return name != "" && strings.Trim(s[end:], " .)>]") == "" && namesLike(name) && strings.Count(name, " ") < 4 && !strings.Contains(name, ":") && !isSentence(name)
}

// signsWithMail reports whether text, the last line of a title block that nobody is
// credited in, is the author's name: a bare name, the mail address right below it.
func signsWithMail(out []opener, text, address string) bool {
	return !credits(out) && strings.IndexByte(address, '@') > 0 && bareName(unboxed(text))
}

// boxed reports whether the title block began with a rule: the next rule then
// closes the box.
func (z *zone) boxed(out []opener) bool { return len(out) > 0 && out[0].kind == ruleLine }

// unboxed takes the sides of a box off a line: "*  THE LAMP  *", "| by Annie |".
func unboxed(s string) string {
	for _, side := range [...]string{"│", "║", "┃"} { // drawn with the signs of old terminals
		if inner, ok := strings.CutPrefix(s, side); ok {
			if inner, ok = strings.CutSuffix(inner, side); ok {
				return strings.TrimSpace(inner)
			}
		}
	}
	if len(s) < 5 || s[0] != s[len(s)-1] || strings.IndexByte("*|#+:!=", s[0]) < 0 || s[1] != ' ' || s[len(s)-2] != ' ' {
		return s
	}
	return strings.TrimSpace(s[1 : len(s)-1])
}

// names reports whether a line says the title or one of the names that the
// licence text gave.
func (k *known) names(s string) bool {
	if k.title != "" && (sameLetters(k.title, s) || sameLetters(k.title, titleOf(s).text)) {
		return true
	}
	for _, c := range k.credits {
		if sameLetters(c.Name, s) {
			return true
		}
	}
	return false
}

// credited reports whether a line is the name of somebody whom the licence text credits.
func (k *known) credited(s string) bool {
	for _, c := range k.credits {
		if sameLetters(c.Name, s) {
			return true
		}
	}
	return false
}
