package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// firstLabel finds the line at which the header's labelled fields begin; -1 when
// there is no header with labels. A known label alone is no proof: stories begin
// with "Note: the harbour was closed" too. So it is weighed against what stands
// round it.
func (z *zone) firstLabel() int {
	const before = 16 // lines of title block and preamble that may stand before the first label
	seen, prose, credit := 0, 0, false
	told := 0 // paragraphs of the story's own kind
	for n := z.from; n < z.to && seen < before; n++ {
		text := unboxed(z.r.lines[n].text)
		if text == "" {
			continue
		}
		if isRule(text) {
			if next := z.r.nextText(n+1, z.to); credit && z.blanks(n) > 0 && next < z.to && isSentence(z.r.lines[next].text) && !z.labelled(next) {
				return -1 // the rule under a title block: the story begins
			}
			continue
		}
		if z.labelled(n) {
			if z.fieldsBegin(n, seen, prose, credit) {
				return n
			}
			seen++
			_, by := bylineOf(text) // "By: Annie"
			credit = credit || by
			continue
		}
		if z.heading(n) || isEndMark(text) || credit && opensSpeech(text) && !titleLike(text) {
			return -1
		}
		if z.startsParagraph(n) {
			if _, ok := z.proseAt(n); ok {
				told++
			}
			if told > 1 || told > 0 && opensSpeech(text) || z.speechAt(n) {
				return -1
			}
		}
		seen++
		_, by := bylineOf(text)
		_, address := isAddressLine(text)
		switch title, _, _, both := titleByAuthor(text); {
		case by, both && titleLike(title), seen == 1 && titleLike(text):
			credit = true
		case isSentence(text) && !isRights(text) && !address && !isDateLine(text):
			prose++
		}
	}
	return -1
}

// fieldsBegin weighs the labels that begin at line n, behind seen lines of which
// prose are sentences; credit says that a title or a byline is among them.
func (z *zone) fieldsBegin(n, seen, prose int, credit bool) bool {
	labels, sure, dashes, last, plain := 0, 0, 0, n, false
	for k, lines := n, 0; k < z.to && lines < 30; k++ {
		l := &z.r.lines[k]
		if l.blank() {
			if next := z.r.nextText(k, z.to); next == z.to || next-last > 4 && !z.labelled(next) {
				break
			}
			continue
		}
		lines++
		lb, ok := z.label(k)
		if !ok || !lb.known() {
			if labels > 0 && (isRule(l.text) || z.heading(k)) {
				break
			}
			continue
		}
		labels++
		last = k
		if lb.dash {
			dashes++
		}
		if lb.sure {
			sure++
		}
		plain = plain || lb.name != "date" && lb.name != "timeline" && lb.name != "author"
	}
	if z.message(n) {
		return false
	}
	switch {
	case labels >= 2 && (sure > 0 || labels > 2 && plain):
		return prose <= 8
	case credit && prose < 4 && (sure > 0 || prose == 0 && labels > dashes):
		return true
	case seen > 0 && !credit && !z.onlyRules(n) || prose > 0:
		return false
	case sure > 0 && labels > dashes:
		return true
	case labels > 1 && !plain:
		return false
	}
	// One or two doubtful labels at the very top: they are a header when the story
	// is set off from them.
	after := z.r.nextText(last+1, z.to)
	for after < z.to && z.blanks(after) == 0 { // the value goes on
		after = z.r.nextText(after+1, z.to)
	}
	if after >= z.to {
		return false
	}
	if z.blanks(after) > 1 && z.gapsAreNarrow(after) || isRule(z.r.lines[after].text) && after-last < 4 {
		return true
	}
	o := z.outlook(after)
	return credit && o.next == aRule && o.groups < 3 && o.lines < 5 && !o.speech && (o.remark > 0 || isFarewell(z.r.lines[after].text)) && z.ruleOfHeader(after, 1, o)
}

// onlyRules reports whether nothing but rules and blank lines stands before line n.
func (z *zone) onlyRules(n int) bool {
	for k := z.from; k < n; k++ {
		if t := z.r.lines[k].text; t != "" && !isRule(t) {
			return false
		}
	}
	return true
}

// gapsAreNarrow reports whether the story parts its paragraphs by less than two
// blank lines, so that a wider gap means something.
func (z *zone) gapsAreNarrow(n int) bool {
	narrow, wide, gap := 0, 0, 0
	for k := n; k < min(len(z.r.lines), n+200); k++ {
		if z.r.lines[k].blank() {
			gap++
			continue
		}
		if gap == 0 || gap == 1 {
			narrow++
		} else {
			wide++
		}
		gap = 0
	}
	return narrow >= wide
}

// message reports whether line n stands in the head of a message inside the
// story: "From:" and its kin together with "To:" or "Subject:".
func (z *zone) message(n int) bool {
	first := n
	for first > z.from && !z.r.lines[first-1].blank() {
		first--
	}
	mail, to, other := 0, false, 0
	for k := first; k < z.to && !z.r.lines[k].blank(); k++ {
		l, ok := labelOf(z.r.lines[k].text)
		if !ok {
			continue
		}
		switch labelKey(l.text) {
		case "from", "date", "sent", "time":
			mail++
		case "to", "subject", "cc", "re", "bcc":
			mail++
			to = true
		default:
			if l.known() {
				other++
			}
		}
	}
	return to && mail > 1 && other < mail
}

// readFields reads labelled fields from line n on and returns the first line after the header.
func (z *zone) readFields(n int) int {
	for n < z.to {
		text := z.r.lines[n].text
		gap := z.blanks(n)
		l, ok := z.label(n)
		switch {
		case text == "":
			next := z.r.nextText(n, z.to)
			if next == z.to {
				z.close()
				return next
			}
			n = next
			continue
		case ok && l.known() && !z.endsHeader(n, gap):
			if z.open != nil && gap == 0 && z.straddles(n) {
				z.flow.add(" ", text, z.r.lines[n].start)
			} else {
				z.begin(n, l)
			}
			n++
			continue
		case isStoryLabel(text):
			z.close()
			z.aside = append(z.aside, aside{"archive's own words", n, n + 1})
			return n + 1
		case isRule(text):
			next := z.r.nextText(n+1, z.to)
			if next < z.to && z.labelled(next) && !z.message(next) && z.fieldsBegin(next, 0, 0, true) {
				z.close()
				z.aside = append(z.aside, aside{"rule of the header", n, n + 1})
				n = next
				continue
			}
			z.close()
			if z.ruled(n) {
				return n
			}
			z.aside = append(z.aside, aside{"rule under the header", n, n + 1})
			return n + 1
		case gap == 0 && z.open != nil && z.continues(n):
			z.more(n)
			n++
			continue
		case gap == 0 && ok && z.r.lines[n].indent <= z.r.lines[z.from].indent+1: // an unknown label among known ones
			z.begin(n, l)
			n++
			continue
		}
		if z.open != nil && gap > 0 && gap < 4 && len(z.flow.text) == 0 && !z.heading(n) { // a label alone: the value stands below
			z.more(n)
			n++
			continue
		}
		end := z.freeText(n, gap)
		if end == n {
			z.close()
			return n
		}
		n = end
	}
	z.close()
	return n
}

// endsHeader reports whether the known label of line n does not belong to the
// header: "Part: Two" after a gap heads the text, "From:" above "To:" a letter.
func (z *zone) endsHeader(n, gap int) bool {
	if gap == 0 {
		return false
	}
	if gap > 4 && !z.labelled(z.r.nextText(n+1, z.to-1)) {
		l, _ := z.label(n)
		if !l.sure {
			return true
		}
	}
	l, _ := z.label(n)
	if l.name == "title" && labelKey(l.text) == "title" && !z.repeatsTitle(l, n) { // another story, or a card that somebody reads
		return true
	}
	return l.name == "subtitle" && z.heading(n) && gap > 1 || z.message(n)
}

// repeatsTitle reports whether the title that line n gives with a label agrees
// with a title that another line has given with its label, if one has.
func (z *zone) repeatsTitle(l label, n int) bool {
	title := ""
	for i := range z.entries {
		if e := &z.entries[i]; title == "" && e.name == "title" && labelKey(e.label) == "title" {
			title = e.value
		}
	}
	if e := z.open; title == "" && e != nil && e.name == "title" && labelKey(e.label) == "title" {
		title = string(z.flow.text)
	}
	return title == "" || sameLetters(titleOf(title).text, titleOf(z.r.lines[n].text[l.value:]).text)
}

// isStoryLabel reports whether a line says that the story's text begins, as the
// Archive of Our Own prints it.
func isStoryLabel(s string) bool {
	switch strings.ToLower(strings.Trim(s, " *_")) {
	case "work text:", "chapter text:", "story text:", "chapter text", "work text":
		return true
	}
	return false
}

// begin opens the field whose label line n begins with.
func (z *zone) begin(n int, l label) {
	z.close()
	ln := &z.r.lines[n]
	z.open = &entry{name: l.name, label: l.text, start: ln.start + l.start, end: ln.start + l.start + len(l.text), raw: ln.text[l.value:]}
	if z.open.name == "" {
		z.open.name = "other"
	}
	z.flow.reset()
	z.flow.add("", z.inBox(ln.text, l.value), ln.start+l.value)
}

// inBox is line s from byte at on, without the side of a box at its end.
func (z *zone) inBox(s string, at int) string {
	if at >= len(s) || unboxed(s) == s {
		return s[at:]
	}
	return strings.TrimRight(s[at:len(s)-1], " ")
}

// more adds line n to the open field.
func (z *zone) more(n int) {
	ln := &z.r.lines[n]
	joint := " "
	if len(z.flow.text) > 0 && z.open.listed {
		joint = ", "
	} else if len(z.flow.text) == 0 {
		z.open.listed = listName(z.open.name) && z.oneEach(n)
	}
	z.flow.add(joint, ln.text, ln.start)
}

// listName reports whether a field's values may stand one a line.
func listName(name string) bool {
	switch name {
	case "fandom", "pairing", "characters", "keywords", "warnings", "category", "author":
		return true
	}
	return false
}

// oneEach reports whether the lines from n to the next label or blank line are
// values of their own, not one wrapped value.
func (z *zone) oneEach(n int) bool {
	k := n
	for k < z.to && !z.r.lines[k].blank() && !z.labelled(k) && !isRule(z.r.lines[k].text) {
		t := z.r.lines[k].text
		if strings.HasSuffix(t, ",") || strings.HasSuffix(t, ".") || firstIsLower(t) && k > n || k > n && z.full(k-1, k) {
			return false
		}
		k++
	}
	return k-n > 1
}

// continues reports whether line n, which follows without a blank line, goes on
// with the open field's value.
func (z *zone) continues(n int) bool {
	prev, ln := &z.r.lines[n-1], &z.r.lines[n]
	if len(z.flow.text) == 0 || endsInLabel(prev.text) {
		return true
	}
	if sentences(prev.text) > 0 && !z.full(n-1, n) && unlabelled(ln.text) != "" {
		return false
	}
	if b, ok := bylineOf(ln.text); ok && !b.alone && (z.open.name == "title" || !z.full(n-1, n)) {
		return false
	}
	if z.heading(n) && !firstIsLower(ln.text) && !z.full(n-1, n) {
		return false
	}
	if z.open.listed {
		return z.oneEach(n) || n+1 >= z.to || z.r.lines[n+1].blank() || z.labelled(n+1)
	}
	if ln.indent > z.r.lines[z.from].indent && (ln.indent > prev.indent || ln.indent == prev.indent && !z.labelled(n-1)) {
		// Deeper than its label; but an indented paragraph of the story goes on flush.
		return z.labelled(n-1) == false || n+1 >= z.to || z.r.lines[n+1].blank() || z.r.lines[n+1].indent >= ln.indent || z.labelled(n+1) || !z.full(n, n+1) || z.full(n-1, n)
	}
	if c, _ := utf8.DecodeRuneInString(ln.text); unicode.IsLower(c) || strings.HasSuffix(prev.text, ",") {
		return true
	}
	return z.full(n-1, n) && !isFarewell(ln.text)
}

// endsInLabel reports whether a line ends in a label whose value must follow:
// "... be kind. Description:".
func endsInLabel(s string) bool {
	if !strings.HasSuffix(s, ":") {
		return false
	}
	cut, _, _ := innerLabel(s, 0)
	return cut > 0
}

// straddles reports whether line n begins with the second half of a label whose
// first half ends the line before: "... gone. Content" / "Warning: none".
func (z *zone) straddles(n int) bool {
	if !z.full(n-1, n) {
		return false
	}
	prev := z.r.lines[n-1].text
	l, ok := labelOf(z.r.lines[n].text)
	if !ok || l.start != 0 {
		return false
	}
	for k, at := 0, len(prev); k < 3; k++ {
		at = strings.LastIndexByte(prev[:at], ' ')
		if at < 1 {
			return false
		}
		if strings.IndexByte(".!?)\"'", prev[at-1]) >= 0 {
			_, _, known := lookupLabel(prev[at+1:] + " " + l.text)
			return known
		}
	}
	return false
}

// close ends the open field, splitting off the fields that begin inside its value.
func (z *zone) close() {
	e := z.open
	if e == nil {
		return
	}
	z.open = nil
	text := string(z.flow.text)
	at := 0
	emit := func(end int) {
		value := text[at:end]
		trimmed := strings.TrimRight(value, " \t;|/")
		if dash := strings.TrimRight(trimmed, "-–"); len(dash) < len(trimmed) && strings.HasSuffix(dash, " ") {
			trimmed = strings.TrimRight(dash, " ")
			value = trimmed + "|" // the dash parts two fields
		}
		if len(trimmed) < len(value) && !strings.ContainsAny(value[len(trimmed):], ";|/") {
			trimmed = strings.TrimRight(value, " \t")
		}
		if end == len(text) {
			trimmed = value
		}
		e.value = folded(trimmed)
		if len(trimmed) > 0 {
			e.end = z.flow.src(at+len(trimmed)-1) + 1
		}
		from := at
		if e.name == "author" && strings.IndexByte(trimmed, '@') >= 0 {
			whole := *e
			whole.value = trimmed
			z.entries = append(z.entries, splitAddresses(whole, func(k int) int { return z.flow.src(from + k) })...)
			return
		}
		z.entries = append(z.entries, *e)
	}
	for {
		cut, l, value := innerLabel(text, at)
		if cut < 0 {
			break
		}
		emit(cut)
		at = value
		e = &entry{name: l.name, label: l.text, start: z.flow.src(cut)}
		e.end = e.start + len(l.text)
	}
	emit(len(text))
}

// innerLabel finds the next known label inside a value. Labels count there only
// behind a sentence, a ";", "|" or "/", or a wider gap: "PG. Archive: anywhere".
func innerLabel(s string, from int) (cut int, l label, value int) {
	for i := from; i < len(s); i++ {
		if s[i] != ':' || i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\t' {
			continue
		}
		for k, at := 0, i; k < 5; k++ {
			at = strings.LastIndexByte(s[from:max(at, from)], ' ') + from
			if at <= from || i-at > maxLabel {
				break
			}
			name := strings.TrimLeft(s[at+1:i], "*_[<(")
			c, _ := utf8.DecodeRuneInString(name)
			if !unicode.IsLetter(c) {
				continue
			}
			known, sure, ok := lookupLabel(name)
			if !ok || !boundary(s[from:at+1]) && !inStats(s[from:at], known) || unicode.IsLower(c) && !sure {
				continue
			}
			if known == "author" && !sure || known == "dedication" && !sure || known == "subtitle" {
				continue
			}
			end := i + 1
			for end < len(s) && (s[end] == ' ' || s[end] == '\t' || s[end] == '*' || s[end] == '_') {
				end++
			}
			return i - len(name), label{text: strings.TrimRight(name, "*_ "), name: known, sure: sure}, end
		}
	}
	return -1, label{}, 0
}

// inStats reports whether a label may follow a number without any mark between,
// as archives print their figures: "Published: 2015-01-01 Words: 1,234".
func inStats(before, name string) bool {
	before = strings.TrimRight(before, " ")
	return before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' && (name == "words" || name == "date" || name == "status")
}

// boundary reports whether a label may begin behind s, which ends with a blank.
func boundary(s string) bool {
	t := strings.TrimRight(s, " \t")
	if t == "" {
		return false
	}
	if len(s)-len(t) > 1 || s[len(t)] == '\t' {
		return true
	}
	switch c := t[len(t)-1]; c {
	case '.', '!', '?', ';', '|', '/', ')', ']', '"', '*':
		return true
	}
	if strings.HasSuffix(t, " -") || strings.HasSuffix(t, " –") {
		return true
	}
	return strings.HasSuffix(t, "”") || strings.HasSuffix(t, "…") || strings.HasSuffix(t, "•") || strings.HasSuffix(t, "·")
}
