package opening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// readFields reads labelled fields from line n on and returns the first line after the header.
func (z *Zone) readFields(n int) int {
	for n < z.To {
		text := z.R.Lines[n].Text
		gap := z.blanks(n)
		l, ok := z.label(n)
		switch {
		case text == "":
			next := NextText(z.R, n, z.To)
			if next == z.To {
				z.close()
				return next
			}
			n = next
			continue
		case ok && l.Known() && !z.endsHeader(n, gap):
			if z.open != nil && gap == 0 && z.straddles(n) {
				z.flow.Add(" ", text, z.R.Lines[n].Start())
			} else {
				z.begin(n, l)
			}
			n++
			continue
		case IsStoryLabel(text):
			z.close()
			z.aside = append(z.aside, desk.Aside{Reason: "archive's own words", From: n, To: n + 1})
			return n + 1
		case IsRule(text) || isShortRule(text):
			next := NextText(z.R, n+1, z.To)
			if next < z.To && z.labelled(next) && !z.message(next) && z.fieldsBegin(next, 0, 0, true) {
				z.close()
				z.aside = append(z.aside, desk.Aside{Reason: "rule of the header", From: n, To: n + 1})
				n = next
				continue
			}
			z.close()
			if z.ruled(n) {
				return n
			}
			z.aside = append(z.aside, desk.Aside{Reason: "rule under the header", From: n, To: n + 1})
			return n + 1
		case gap == 0 && z.open != nil && z.continues(n):
			z.more(n)
			n++
			continue
		case gap == 0 && ok && z.R.Lines[n].Indent() <= z.R.Lines[z.From].Indent()+1: // an unknown label among known ones
			z.begin(n, l)
			n++
			continue
		}
		if z.open != nil && gap > 0 && gap < 4 && len(z.flow.Text) == 0 && !z.heading(n) { // a label alone: the value stands below
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
func (z *Zone) endsHeader(n, gap int) bool {
	if gap == 0 {
		return false
	}
	if next := NextText(z.R, n+1, z.To); gap > 4 && (next == z.To || !z.labelled(next)) {
		l, _ := z.label(n)
		if !l.Sure {
			return true
		}
	}
	l, _ := z.label(n)
	if l.Name == "title" && says.LabelKey(l.Text) == "title" && !z.repeatsTitle(l, n) { // another story, or a card that somebody reads
		return true
	}
	return l.Name == "subtitle" && z.heading(n) && gap > 1 || z.message(n)
}

// repeatsTitle reports whether the title that line n gives with a label agrees
// with a title that another line has given with its label, if one has.
func (z *Zone) repeatsTitle(l says.Label, n int) bool {
	title := ""
	for i := range z.entries {
		if e := &z.entries[i]; title == "" && e.name == "title" && says.LabelKey(e.label) == "title" {
			title = e.value
		}
	}
	if e := z.open; title == "" && e != nil && e.name == "title" && says.LabelKey(e.label) == "title" {
		title = string(z.flow.Text)
	}
	return title == "" || says.SameLetters(says.TitleOf(title).Text, says.TitleOf(z.R.Lines[n].Text[l.Value:]).Text)
}

// IsStoryLabel reports whether a line says that the story's text begins, as the
// Archive of Our Own prints it.
func IsStoryLabel(s string) bool {
	switch strings.ToLower(strings.Trim(s, " *_")) {
	case "work text:", "chapter text:", "story text:", "chapter text", "work text":
		return true
	}
	return false
}

// begin opens the field whose label line n begins with.
func (z *Zone) begin(n int, l says.Label) {
	z.close()
	ln := &z.R.Lines[n]
	z.open = &entry{name: l.Name, label: l.Text, start: ln.Start() + l.Start, end: ln.Start() + l.Start + len(l.Text), raw: ln.Text[l.Value:]}
	if z.open.name == "" {
		z.open.name = "other"
	}
	z.flow.Reset()
	z.flow.Add("", z.inBox(ln.Text, l.Value), ln.Start()+l.Value)
}

// inBox is line s from byte at on, without the side of a box at its end.
func (z *Zone) inBox(s string, at int) string {
	if at >= len(s) || says.Unboxed(s) == s {
		return s[at:]
	}
	return strings.TrimRight(s[at:len(s)-1], " ")
}

// more adds line n to the open field.
func (z *Zone) more(n int) {
	ln := &z.R.Lines[n]
	joint := " "
	if len(z.flow.Text) > 0 && z.open.listed {
		joint = ", "
	} else if len(z.flow.Text) == 0 {
		z.open.listed = listName(z.open.name) && z.oneEach(n)
	}
	z.flow.Add(joint, ln.Text, ln.Start())
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
func (z *Zone) oneEach(n int) bool {
	k := n
	for k < z.To && !z.R.Lines[k].Blank() && !z.labelled(k) && !IsRule(z.R.Lines[k].Text) {
		t := z.R.Lines[k].Text
		if strings.HasSuffix(t, ",") || strings.HasSuffix(t, ".") || says.FirstIsLower(t) && k > n || k > n && z.full(k-1, k) {
			return false
		}
		k++
	}
	return k-n > 1
}

// continues reports whether line n, which follows without a blank line, goes on
// with the open field's value.
func (z *Zone) continues(n int) bool {
	prev, ln := &z.R.Lines[n-1], &z.R.Lines[n]
	if len(z.flow.Text) == 0 || says.EndsInLabel(prev.Text) {
		return z.open.name != "author" && z.open.name != "title" || !z.tellsStory(n)
	}
	if says.EndsInCount(prev.Text) {
		return false
	}
	if !longForm(z.open.name) && z.tellsStory(n) { // a value never swallows a paragraph
		return false
	}
	if says.Sentences(prev.Text) > 0 && !z.full(n-1, n) && says.Unlabelled(ln.Text) != "" {
		return false
	}
	if b, ok := says.BylineOf(ln.Text); ok && !b.Alone && (z.open.name == "title" || !z.full(n-1, n)) {
		return false
	}
	if z.heading(n) && !says.FirstIsLower(ln.Text) && !z.full(n-1, n) {
		return false
	}
	if z.open.listed {
		return z.oneEach(n) || n+1 >= z.To || z.R.Lines[n+1].Blank() || z.labelled(n+1)
	}
	if ln.Indent() > z.R.Lines[z.From].Indent() && (ln.Indent() > prev.Indent() || ln.Indent() == prev.Indent() && !z.labelled(n-1)) {
		// Deeper than its label; but an indented paragraph of the story goes on flush.
		return !z.labelled(n-1) || n+1 >= z.To || z.R.Lines[n+1].Blank() || z.R.Lines[n+1].Indent() >= ln.Indent() || z.labelled(n+1) || !z.full(n, n+1) || z.full(n-1, n)
	}
	if c, _ := utf8.DecodeRuneInString(ln.Text); unicode.IsLower(c) || strings.HasSuffix(prev.Text, ",") {
		return true
	}
	return z.full(n-1, n) && !says.IsFarewell(ln.Text)
}

// tellsStory reports whether line n is a whole paragraph in one line.
func (z *Zone) tellsStory(n int) bool {
	const long = 100 // columns
	l := &z.R.Lines[n]
	if l.Head == passage.StartsCaseless && l.Tail == passage.EndsStop {
		return l.Width()-l.Indent() > long/3
	}
	return l.Width()-l.Indent() > long && says.IsSentence(l.Text) && l.Head != passage.StartsLower
}

// close ends the open field, splitting off the fields that begin inside its value.
func (z *Zone) close() {
	e := z.open
	if e == nil {
		return
	}
	z.open = nil
	text := string(z.flow.Text)
	at := 0
	emit := func(end int) {
		value := text[at:end]
		trimmed := strings.TrimRight(value, " \t;|/,")
		if dash := strings.TrimRight(trimmed, "-–.·•~"); len(dash) < len(trimmed) && strings.HasSuffix(dash, " ") && !strings.HasSuffix(trimmed, "..") {
			trimmed = strings.TrimRight(dash, " ")
			value = trimmed + "|" // the dash parts two fields
		}
		if len(trimmed) < len(value) && !strings.ContainsAny(value[len(trimmed):], ";|/,") {
			trimmed = strings.TrimRight(value, " \t")
		}
		if end == len(text) {
			trimmed = value
		}
		e.value = char.Folded(trimmed)
		if len(trimmed) > 0 {
			e.end = z.flow.Src(at+len(trimmed)-1) + 1
		}
		from := at
		if e.name == "author" && strings.IndexByte(trimmed, '@') >= 0 {
			whole := *e
			whole.value = trimmed
			z.entries = append(z.entries, splitAddresses(whole, func(k int) int { return z.flow.Src(from + k) })...)
			return
		}
		z.entries = append(z.entries, *e)
	}
	if l, ok := says.LabelOf(text); ok && l.Known() && l.Start == 0 && says.LabelKey(e.label) == "stats" { // "Stats: Published: 2015-01-01"
		emit(0)
		at = l.Value
		e = &entry{name: l.Name, label: l.Text, start: z.flow.Src(0)}
		e.end = e.start + len(l.Text)
	}
	for {
		cut, l, value := says.InnerLabel(text, at, book.Shouts(e.label) && !book.Shouts(text))
		if cut < 0 {
			break
		}
		emit(cut)
		at = value
		e = &entry{name: l.Name, label: l.Text, start: z.flow.Src(cut)}
		e.end = e.start + len(l.Text)
	}
	emit(len(text))
}
