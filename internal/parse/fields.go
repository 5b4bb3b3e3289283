package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// readFields reads labelled fields from line n on and returns the first line after the header.
func (z *zone) readFields(n int) int {
	for n < z.to {
		text := z.r.lines[n].Text
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
				z.flow.add(" ", text, z.r.lines[n].Start)
			} else {
				z.begin(n, l)
			}
			n++
			continue
		case isStoryLabel(text):
			z.close()
			z.aside = append(z.aside, aside{"archive's own words", n, n + 1})
			return n + 1
		case isRule(text) || text == "--" && gap > 0:
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
		case gap == 0 && ok && z.r.lines[n].Indent <= z.r.lines[z.from].Indent+1: // an unknown label among known ones
			z.begin(n, l)
			n++
			continue
		}
		if z.open != nil && gap > 0 && gap < 4 && len(z.flow.text) == 0 && !z.heading(n) { // a label alone: the value stands below
			z.open.below = true
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
	return title == "" || sameLetters(titleOf(title).text, titleOf(z.r.lines[n].Text[l.value:]).text)
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
	z.open = &entry{name: l.name, label: l.text, start: ln.Start + l.start, end: ln.Start + l.start + len(l.text), raw: ln.Text[l.value:]}
	if z.open.name == "" {
		z.open.name = "other"
	}
	z.flow.reset()
	z.flow.add("", z.inBox(ln.Text, l.value), ln.Start+l.value)
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
	z.flow.add(joint, ln.Text, ln.Start)
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
	for k < z.to && !z.r.lines[k].Blank() && !z.labelled(k) && !isRule(z.r.lines[k].Text) {
		t := z.r.lines[k].Text
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
	if len(z.flow.text) == 0 || endsInLabel(prev.Text) {
		return true
	}
	if !longForm(z.open.name) && z.tellsStory(n) { // a value never swallows a paragraph
		return false
	}
	if sentences(prev.Text) > 0 && !z.full(n-1, n) && unlabelled(ln.Text) != "" {
		return false
	}
	if b, ok := bylineOf(ln.Text); ok && !b.alone && (z.open.name == "title" || !z.full(n-1, n)) {
		return false
	}
	if z.heading(n) && !firstIsLower(ln.Text) && !z.full(n-1, n) {
		return false
	}
	if z.open.listed {
		return z.oneEach(n) || n+1 >= z.to || z.r.lines[n+1].Blank() || z.labelled(n+1)
	}
	if ln.Indent > z.r.lines[z.from].Indent && (ln.Indent > prev.Indent || ln.Indent == prev.Indent && !z.labelled(n-1)) {
		// Deeper than its label; but an indented paragraph of the story goes on flush.
		return !z.labelled(n-1) || n+1 >= z.to || z.r.lines[n+1].Blank() || z.r.lines[n+1].Indent >= ln.Indent || z.labelled(n+1) || !z.full(n, n+1) || z.full(n-1, n)
	}
	if c, _ := utf8.DecodeRuneInString(ln.Text); unicode.IsLower(c) || strings.HasSuffix(prev.Text, ",") {
		return true
	}
	return z.full(n-1, n) && !isFarewell(ln.Text)
}

// tellsStory reports whether line n is a whole paragraph in one line.
func (z *zone) tellsStory(n int) bool {
	const long = 100 // columns
	l := &z.r.lines[n]
	if l.Head == passage.StartsCaseless && l.Tail == passage.EndsStop {
		return l.Width-l.Indent > long/3
	}
	return l.Width-l.Indent > long && isSentence(l.Text) && l.Head != passage.StartsLower
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
		trimmed := strings.TrimRight(value, " \t;|/,")
		if dash := strings.TrimRight(trimmed, "-–"); len(dash) < len(trimmed) && strings.HasSuffix(dash, " ") {
			trimmed = strings.TrimRight(dash, " ")
			value = trimmed + "|" // the dash parts two fields
		}
		if len(trimmed) < len(value) && !strings.ContainsAny(value[len(trimmed):], ";|/,") {
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
	if l, ok := labelOf(text); ok && l.known() && l.start == 0 && labelKey(e.label) == "stats" { // "Stats: Published: 2015-01-01"
		emit(0)
		at = l.value
		e = &entry{name: l.name, label: l.text, start: z.flow.src(0)}
		e.end = e.start + len(l.text)
	}
	for {
		cut, l, value := innerLabel(text, at, isCapitals(e.label) && !isCapitals(text))
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
