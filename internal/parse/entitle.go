package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/lexicon"
)

// entitle makes fields of the lines of the title block: which of them is the
// title, which the subtitle, and who wrote the story.
func (z *zone) entitle(lines []opener, labelled bool) {
	said, _ := z.said()
	title := z.titleAmong(lines, said != "")
	var out []entry
	pending := -1 // first line of a remark that goes on
	flush := func(to int) {
		if pending >= 0 {
			z.entries = out
			z.free(pending, to)
			out = z.entries
			pending = -1
		}
	}
	for i := 0; i < len(lines); i++ {
		o := lines[i]
		if pending >= 0 && (o.kind != otherLine || z.r.lines[o.from-1].Blank()) {
			flush(lines[i-1].to)
		}
		switch o.kind {
		case otherLine:
			if pending < 0 {
				pending = o.from
			}
		case ruleLine:
			z.aside = append(z.aside, aside{"rule of the header", o.from, o.to})
		case titleText:
			switch {
			case i == title:
				to := o.to
				for i+1 < len(lines) && lines[i+1].kind == titleText && (lines[i+1].from == to && z.runsOn(to-1, to) || z.overJoint(to-1, lines[i+1].from)) {
					i++
					to = lines[i].to
				}
				title = i
				out = append(out, z.lineEntry("title", o.from, to, 0))
			case z.sameTitle(lines, title, said, o.from):
				z.aside = append(z.aside, aside{repeatedTitle, o.from, o.to})
			case title >= 0 && i == title+1 && (said == "" || subtitleLike(z.r.lines[o.from].Text)):
				out = append(out, z.lineEntry("subtitle", o.from, o.to, 0))
			default:
				out = append(out, z.lineEntry("notes", o.from, o.to, 0))
			}
		case bothLine:
			t := z.lineEntry("title", o.from, o.from+1, 0)
			l := &z.r.lines[o.from]
			t.value, t.end = strings.TrimRight(l.Text[:o.by], " ,-–—/"), l.Start+o.by
			t.raw = t.value
			out = append(out, t)
			out = append(out, z.credit(o.from, o.by)...)
		case creditLine:
			out = append(out, z.credit(o.from, 0)...)
		case byAlone:
			e := z.lineEntry("author", o.from, lines[i+1].to, 0)
			e.value = folded(e.value)
			i++
			out = append(out, e)
		case nameLine:
			out = append(out, z.lineEntry("author", o.from, o.to, 0))
		case helperLine:
			out = append(out, z.lineEntry("contributor", o.from, o.to, 0))
		case addressLine:
			name, _ := isAddressLine(unboxed(z.r.lines[o.from].Text))
			out = append(out, z.lineEntry(name, o.from, o.to, 0))
		case plainField:
			out = append(out, z.lineEntry(unlabelled(unboxed(z.r.lines[o.from].Text)), o.from, o.to, 0))
		case seriesLine:
			out = append(out, z.lineEntry("series", o.from, o.to, 0))
		case dateLine:
			out = append(out, z.lineEntry("date", o.from, o.to, 0))
		case frontNote:
			if l := &z.r.lines[o.from]; unboxed(l.Text) != l.Text {
				out = append(out, z.lineEntry("notes", o.from, o.to, 0))
				continue
			}
			z.entries = out
			z.paragraphs(o.from, o.to, z.wholeNote)
			out = z.entries
		case partNumber:
			out = append(out, z.lineEntry("subtitle", o.from, o.to, 0))
			z.part, z.of, _ = partLine(z.r.lines[o.from].Text)
		case rightsLine:
			out = append(out, z.lineEntry("notes", o.from, o.to, 0))
			z.rights = firstOf(z.rights, z.r.lines[o.from].Text)
		default:
			out = append(out, z.lineEntry("notes", o.from, o.to, 0))
		}
	}
	if n := len(lines); n > 0 {
		flush(lines[n-1].to)
	}
	z.entries = out
}

// titleAmong chooses the title among the lines of a title block: what the
// licence text calls it, else the line that is dressed as a title, else the first
// before the byline. -1 when there is none, or when a label names it.
func (z *zone) titleAmong(lines []opener, said bool) int {
	best, bestRank := -1, 0
	credited := false
	for i, o := range lines {
		if o.kind == bothLine {
			return -1
		}
		credited = credited || o.kind == creditLine || o.kind == byAlone
		if o.kind != titleText || said {
			continue
		}
		text := unboxed(z.r.lines[o.from].Text)
		rank := 2
		switch {
		case z.r.known.title != "" && z.r.known.names(text):
			rank = 9
		case isFileName(text), hasFoldPrefix(text, "welcome to "), best >= 0 && text[0] == '(' && strings.HasSuffix(text, ")"): // a site's words above its page
			rank = 1
		case o.set || titleOf(text).dressed || z.centred(o.from):
			rank = 4
		}
		if credited && rank < 9 {
			rank -= 2
		}
		if rank > bestRank {
			best, bestRank = i, rank
		}
	}
	return best
}

// isFileName reports whether a line is a file's name: "LAMP.TXT", "lamp1.fic".
func isFileName(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot > 0 && len(s)-dot >= 3 && len(s)-dot <= 5 && !strings.ContainsRune(s, ' ')
}

// wholeNote keeps lines [from, to) as one note without a label.
func (z *zone) wholeNote(from, to int) {
	z.flow.reset()
	for k := from; k < to; k++ {
		z.flow.add(" ", z.r.lines[k].Text, z.r.lines[k].Start)
	}
	last := &z.r.lines[to-1]
	z.entries = append(z.entries, entry{name: "notes", value: folded(string(z.flow.text)), start: z.r.lines[from].Start, end: last.Start + len(last.Text)})
}

// sameTitle reports whether line n says the title once more: the one a label
// gave, or the one chosen among the lines.
func (z *zone) sameTitle(lines []opener, title int, said string, n int) bool {
	if said == "" && title >= 0 {
		said = titleOf(unboxed(z.r.lines[lines[title].from].Text)).text
	}
	return said != "" && sameLetters(said, titleOf(unboxed(z.r.lines[n].Text)).text)
}

// runsOn reports whether a title goes on from line a to the next line b: it
// breaks at a small word, or the licence text gives it as one.
func (z *zone) runsOn(a, b int) bool {
	first, second := z.r.lines[a].Text, z.r.lines[b].Text
	if t := z.r.known.title; t != "" {
		letters := lettersOf(first)
		letters.Add(second)
		if letters == lettersOf(t) {
			return true
		}
	}
	if isCapitals(first) && isCapitals(second) && z.centred(a) && z.centred(b) && !subtitleLike(second) {
		return true
	}
	if z.subtitleOfByline(b) && hasFoldPrefix(second, "a") && namesStory(second) { // "a Deep Orbit story in three parts"
		return false
	}
	words, next := strings.Fields(first), strings.Fields(second)
	return smallWord(strings.ToLower(words[len(words)-1])) || smallWord(strings.ToLower(next[0])) && !subtitleLike(second) || strings.HasSuffix(first, ",")
}

// lineEntry makes a field without a label of lines [from, to), from byte skip of
// the first one on. A rule under them is not part of the value.
func (z *zone) lineEntry(name string, from, to, skip int) entry {
	first := &z.r.lines[from]
	e := entry{name: name, start: first.Start + skip, end: first.Start + len(first.Text)}
	for k := from; k < to; k++ {
		l := &z.r.lines[k]
		if l.Blank() || isMarks(l.Text) {
			continue
		}
		t := l.Text
		if k == from {
			t = t[skip:]
		} else {
			e.raw += " "
			e.end = l.Start + len(l.Text)
		}
		e.raw += unboxed(t)
	}
	e.value = e.raw
	if name != "title" {
		e.value = folded(e.raw)
	}
	return e
}

// credit makes the fields of a byline in line n from byte skip on; the addresses
// in it become fields of their own.
func (z *zone) credit(n, skip int) []entry {
	e := z.lineEntry("author", n, n+1, skip)
	text := z.r.lines[n].Text[skip:]
	e.value = text
	out := splitAddresses(e, func(k int) int { return e.start + k })
	for i := range out {
		out[i].value = folded(unboxed(out[i].value))
	}
	return out
}

// said is the title and the authors that the entries so far name.
func (z *zone) said() (title string, authors []string) {
	for _, es := range [...][]entry{z.entries, z.below} {
		for i := range es {
			switch e := &es[i]; {
			case e.name == "author":
				authors = append(authors, e.names()...)
			case e.name != "title" || title != "" || strings.EqualFold(e.label, "story") && isSentence(e.value):
			case e.label != "":
				title = titleOf(e.value).text
			default:
				title = titleOf(e.raw).text
			}
		}
	}
	return title, authors
}

// names are the authors that an author field names.
func (e *entry) names() []string {
	m := book.Metadata{Contributors: e.people()}
	return m.Authors()
}

// people are the authors that an author field names, and who helped them.
func (e *entry) people() []book.Contributor {
	v := e.value
	if e.label == "" {
		if b, ok := bylineOf(v); ok && !b.alone {
			v = b.names
		} else if _, names, _, ok := titleByAuthor(v); ok { // "Poems by Annie"
			v = names
		} else if i := strings.IndexByte(v, ' '); i > 0 && leadsByline(v[:i]) {
			v = v[i+1:]
		} else if len(v) > 10 && hasFoldPrefix(v, "written by") {
			v = v[10:]
		}
	}
	return peopleOf(v)
}

func leadsByline(word string) bool {
	word = strings.Trim(word, "*_~:-=")
	if strings.EqualFold(word, "by") {
		return true
	}
	for _, l := range lexicon.BylineWords().Alone {
		if strings.EqualFold(word, l) {
			return true
		}
	}
	return false
}

// ruleBelow sets the rule aside that parts the title block from the text, and
// what an archive of Japanese books explains there about its marks.
func (z *zone) ruleBelow(n int) int {
	next := z.r.nextText(n, z.to)
	if next < z.to && len(z.entries) > 1 && !isRule(z.r.lines[next].Text) && !z.heading(next) { // a remark between title block and rule
		if o := z.outlook(next); o.next == aRule && o.lines <= 4 && o.groups == 1 && !o.speech && o.remark > 0 && next-n < 4 && !z.ruled(o.at) && z.ruleOfHeader(next, 1, o) {
			z.paragraphs(next, o.at, z.free)
			next = o.at
		}
	}
	if next >= z.to || !isRule(z.r.lines[next].Text) || z.ruled(next) {
		return n
	}
	if inside := next + 1; inside < z.to && strings.HasPrefix(z.r.lines[inside].Text, "【") {
		for k := inside; k < z.to; k++ {
			if isRule(z.r.lines[k].Text) {
				z.aside = append(z.aside, aside{"archive's notes on its marks", next, k + 1})
				return k + 1
			}
		}
		return n
	}
	z.aside = append(z.aside, aside{"rule under the header", next, next + 1})
	return next + 1
}
