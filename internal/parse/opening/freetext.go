package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
)

// An outlook is what follows in the header behind text without a label.
type outlook struct {
	next   what // what ends the text
	at     int  // the line of it
	sure   bool // the label that follows is one that hardly begins a sentence
	lines  int  // lines of text before it
	groups int  // paragraphs before it
	chars  int
	speech bool // somebody speaks in it
	remark int  // how much the text sounds like a remark to the reader (see remarkWeight)
	person bool // it says "I" or "you", as stories do too
}

// what ends a stretch of text in the header.
type what uint8

const (
	theStory what = iota // nothing of a header within reach
	aLabel
	aRule
	aHeading
	aGap // two blank lines and more
)

// outlook looks past the text that begins at line n.
func (z *Zone) outlook(n int) outlook {
	const reach = 40 // lines
	var o outlook
	group, quoted := true, false
	for k := n; k < z.To; k++ {
		l := &z.R.Lines[k]
		if l.Blank() {
			group, quoted = true, false
			continue
		}
		switch {
		case k > n && z.blanks(k) > 1 && !z.labelled(k) && !IsRule(l.Text):
			o.next, o.at = aGap, k
			return o
		case k > n && z.labelled(k) && !z.message(k):
			lb, _ := z.label(k)
			o.next, o.at, o.sure = aLabel, k, lb.Sure
			return o
		case IsRule(l.Text) && k > n && !z.R.Lines[k-1].Blank() && (k-1 == n || z.R.Lines[k-2].Blank()):
			o.next, o.at = aHeading, k-1 // underlined
			return o
		case IsRule(l.Text):
			o.next, o.at = aRule, k
			return o
		case k > n && z.heading(k):
			o.next, o.at = aHeading, k
			return o
		case o.lines == reach, says.IsEndMark(l.Text):
			return o
		}
		if group {
			o.groups++
			group = false
		}
		o.speech = o.speech || says.HasSpeech(l.Text) || quoted && says.EndsSpeech(l.Text)
		quoted = quoted != (strings.Count(l.Text, "\"")%2 == 1)
		o.lines++
		o.chars += len(l.Text)
		weight, person := says.RemarkWeight(l.Text)
		o.remark += weight
		o.person = o.person || person
	}
	return o
}

// closesStory reports whether no paragraph from line n on is without a label: then what
// stands above is the story, and the labels are notes at its end.
func (z *Zone) closesStory(n int) bool {
	const most = 60 // lines of such notes
	if len(z.R.Lines)-n > most {
		return false
	}
	for k := n; k < len(z.R.Lines); k++ {
		if z.startsParagraph(k) && !z.labelled(k) {
			return false
		}
	}
	return true
}

// freeText reads text without a label that stands at line n among or behind the
// fields. It belongs to the open field, or is a remark of its own, or is the
// story's first paragraph: then the header ends, and freeText returns n.
func (z *Zone) freeText(n, gap int) int {
	if z.heading(n) && gap > 0 || z.message(n) || z.labelled(n) && z.endsHeader(n, gap) {
		return n
	}
	if gap == 0 {
		return z.looseLines(n)
	}
	o := z.outlook(n)
	within := false
	switch o.next {
	case aLabel:
		limit := 6
		if z.open != nil && longForm(z.open.name) {
			limit = 30
		}
		within = o.lines <= limit && !o.speech && (o.sure || o.lines <= 3) && (gap < 2 || gap < 5 && (o.remark > 0 || o.person || says.TitleLike(z.R.Lines[n].Text)))
		if _, prose := z.proseAt(n); within && prose && (z.open == nil || !longForm(z.open.name) || len(z.flow.Text) > 0 && z.open.name != "summary") {
			within = z.company(o.at)
		}
		within = within && !z.closesStory(o.at)
	case aRule:
		within = o.groups <= 4 && o.chars <= 1500 && !o.speech && gap < 4 && !z.ruled(o.at) && z.ruleOfHeader(n, gap, o)
	case aGap:
		within = gap == 1 && o.lines <= 6 && o.groups <= 2 && (o.remark > 0 || o.person && o.lines < 3) && !o.speech && z.gapsAreNarrow(o.at)
	}
	if (o.next == aHeading || o.next == aGap && z.heading(o.at)) && gap == 1 && z.open != nil && z.open.name == "notes" && len(z.flow.Text) > 0 {
		within = within || !o.speech && o.lines <= 30 // notes go on until the first heading
	}
	end := o.at
	if !within {
		if gap > 1 || !says.IsFarewell(z.R.Lines[n].Text) {
			return n
		}
		end = n + 1
		if end < z.To && !z.R.Lines[end].Blank() {
			return n
		}
	}
	z.paragraphs(n, end, z.paragraph)
	return end
}

// company reports whether a second label follows the one in line n closely: one
// alone below prose is a line of the story.
func (z *Zone) company(n int) bool {
	for k, lines := n+1, 0; k < z.To && lines < 4; k++ {
		if z.R.Lines[k].Blank() {
			continue
		}
		if z.labelled(k) {
			return !z.endsHeader(k, z.blanks(k))
		}
		lines++
	}
	return false
}

// paragraphs calls f with each stretch of lines in [from, to) without a blank one.
func (z *Zone) paragraphs(from, to int, f func(from, to int)) {
	for k := NextText(z.R, from, to); k < to; k = NextText(z.R, k, to) {
		first := k
		for k < to && !z.R.Lines[k].Blank() {
			k++
		}
		f(first, k)
	}
}

// ruleOfHeader reports whether the rule behind the text at line n closes the
// header rather than a scene.
func (z *Zone) ruleOfHeader(n, gap int, o outlook) bool {
	if next := NextText(z.R, o.at+1, z.To); next < z.To && (z.heading(next) || z.repeats(next)) {
		return true // no scene ends right above a heading
	}
	remark := o.remark
	if o.groups == 1 && says.IsFarewell(z.R.Lines[n].Text) {
		remark++
	}
	if o.groups == 1 && says.Disclaims(z.R.Lines[n].Text) {
		remark += 2
	}
	switch {
	case z.usedAgain(o.at):
		return remark > 1 && gap == 1
	case gap > 1:
		return (remark > 1 || o.person) && o.lines < 6 || gap == 2 && o.lines == 1 && o.chars <= 60
	}
	return remark > 0 || o.person || o.groups == 1 && o.lines < 3
}

// longForm reports whether a field's text may have several paragraphs.
func longForm(name string) bool {
	switch name {
	case "notes", "summary", "disclaimer":
		return true
	}
	return false
}

// paragraph reads lines [from, to), a paragraph without a label: the next
// paragraph of the open field, or free lines.
func (z *Zone) paragraph(from, to int) {
	if e := z.open; e != nil && longForm(e.name) && len(z.flow.Text) > 0 && !z.standsAlone(from, to) {
		for k := from; k < to; k++ {
			joint := " "
			if k == from {
				joint = "\n\n"
			}
			z.flow.Add(joint, z.R.Lines[k].Text, z.R.Lines[k].Start())
		}
		return
	}
	z.close()
	z.free(from, to)
}

// standsAlone reports whether a paragraph behind a summary, a disclaimer or
// notes is a remark of its own: a few words, or a closing phrase.
func (z *Zone) standsAlone(from, to int) bool {
	text := z.R.Lines[from].Text
	if to-from > 1 || z.open.below && text[0] != '(' {
		return false
	}
	if says.IsFarewell(text) || text[0] == '[' || strings.Count(text, " ") < 7 {
		return true
	}
	return z.open.name != "notes" && len(text) < 80 && says.Sentences(text) == 1
}

// looseLines reads text that stands right under a field without going on with
// it: free lines, up to the next label, rule or blank line. Four lines and more
// are a paragraph of the story.
func (z *Zone) looseLines(n int) int {
	k := n
	for k < z.To && !z.R.Lines[k].Blank() && !z.labelled(k) && !IsRule(z.R.Lines[k].Text) && !IsStoryLabel(z.R.Lines[k].Text) {
		k++
	}
	if z.tellsStory(n) {
		return n
	}
	follows := k < z.To && (z.labelled(k) || IsRule(z.R.Lines[k].Text))
	if k-n > 3 && !(follows && k-n <= 8) {
		return n
	}
	if k-n > 1 && !follows && z.full(n, n+1) { // wrapped prose
		if weight, person := says.RemarkWeight(z.R.Lines[n].Text); weight == 0 && !person {
			return n
		}
	}
	z.close()
	z.free(n, k)
	return k
}

// free keeps lines [from, to) as notes without a label: one entry a line, unless
// a line goes on with the one before.
func (z *Zone) free(from, to int) {
	for k := from; k < to; {
		if z.namedByRole(k) {
			k++
			continue
		}
		first := k
		z.flow.Reset()
		z.flow.Add("", z.R.Lines[k].Text, z.R.Lines[k].Start())
		for k++; k < to && !StartsByline(z.R.Lines[k].Text) && (z.full(k-1, k) || says.FirstIsLower(z.R.Lines[k].Text) && 2*z.R.Lines[k-1].Width() > max(z.wrap, 60) || z.R.Lines[k].Indent() > z.R.Lines[first].Indent()+1 && z.R.Lines[k].Indent() < 12); k++ {
			z.flow.Add(" ", z.R.Lines[k].Text, z.R.Lines[k].Start())
		}
		last := &z.R.Lines[k-1]
		e := entry{name: "notes", value: char.Folded(string(z.flow.Text)), start: z.R.Lines[first].Start(), end: last.Start() + len(last.Text)}
		if name := says.Unlabelled(e.value); name != "" {
			e.name = name
		} else if series := says.SeriesLine(e.value); series != "" {
			e.name, e.value = "series", series
		}
		if b, ok := says.BylineOf(e.value); ok && !b.Alone && k == first+1 {
			z.entries = append(z.entries, z.credit(first, 0)...)
			continue
		}
		z.entries = append(z.entries, e)
	}
}

// StartsByline reports whether s is a byline with a name in it.
func StartsByline(s string) bool {
	b, ok := says.BylineOf(s)
	return ok && !b.Alone
}

// usedAgain reports whether the rule of line n returns further on: then it is
// the story's scene break as well.
func (z *Zone) usedAgain(n int) bool {
	text := z.R.Lines[n].Text
	for k := n + 1; k < min(len(z.R.Lines), n+3000); k++ {
		if z.R.Lines[k].Text == text {
			return true
		}
	}
	return false
}

// ruled reports whether the rule of line n stands above a heading that has
// another rule below it: then it belongs to the heading.
func (z *Zone) ruled(n int) bool {
	if n+2 >= len(z.R.Lines) || z.R.Lines[n+1].Blank() || !IsRule(z.R.Lines[n+2].Text) {
		return false
	}
	return z.heading(n+1) || says.TitleLike(z.R.Lines[n+1].Text) && !z.repeats(n+1)
}
