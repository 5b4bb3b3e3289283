package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/says"
)

// lineEntry makes a field without a label of lines [from, to), from byte skip of
// the first one on. A rule under them is not part of the value.
func (z *Zone) lineEntry(name string, from, to, skip int) entry {
	first := &z.R.Lines[from]
	e := entry{name: name, start: first.Start() + skip, end: first.Start() + len(first.Text)}
	for k := from; k < to; k++ {
		l := &z.R.Lines[k]
		if l.Blank() || isMarks(l.Text) {
			continue
		}
		t := l.Text
		if k == from {
			t = t[skip:]
		} else {
			e.raw += " "
			e.end = l.Start() + len(l.Text)
		}
		t = says.Unboxed(t)
		if name == "title" && to-from > 1 && len(t) > 2 && t[0] == t[len(t)-1] && strings.IndexByte("=_*", t[0]) >= 0 { // each line has marks of its own
			t = strings.Trim(t, t[:1])
		}
		e.raw += t
	}
	e.value = e.raw
	if name != "title" {
		e.value = char.Folded(e.raw)
	}
	return e
}

// credit makes the fields of a byline in line n from byte skip on; the addresses
// in it become fields of their own.
func (z *Zone) credit(n, skip int) []entry {
	e := z.lineEntry("author", n, n+1, skip)
	text := z.R.Lines[n].Text[skip:]
	e.value = text
	out := splitAddresses(e, func(k int) int { return e.start + k })
	for i := range out {
		out[i].value = char.Folded(says.Unboxed(out[i].value))
	}
	return out
}

// said is the title and the authors that the entries so far name.
func (z *Zone) said() (title string, authors []string) {
	for _, es := range [...][]entry{z.entries, z.below} {
		for i := range es {
			switch e := &es[i]; {
			case e.name == "author":
				authors = append(authors, e.names()...)
			case e.name != "title" || title != "" || strings.EqualFold(e.label, "story") && says.IsSentence(e.value):
			case e.label != "":
				title = says.TitleOf(e.value).Text
			default:
				title = says.TitleOf(e.raw).Text
			}
		}
	}
	return title, authors
}

// people are the authors that an author field names, and who helped them.
func (e *entry) people() []book.Contributor {
	v := e.value
	if e.label == "" {
		if b, ok := says.BylineOf(v); ok && !b.Alone {
			v = b.Names
		} else if says.IsRights(v) {
			v = says.RightsHolder(v)
		} else if _, names, _, ok := says.TitleByAuthor(v); ok { // "Poems by Annie"
			v = names
		} else if i := strings.IndexByte(v, ' '); i > 0 && leadsByline(v[:i]) {
			v = v[i+1:]
		} else if len(v) > 10 && char.HasFoldPrefix(v, "written by") {
			v = v[10:]
		}
	}
	return says.PeopleOf(v)
}

// names are the authors that an author field names.
func (e *entry) names() []string {
	m := book.Metadata{Contributors: e.people()}
	return m.Authors()
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
func (z *Zone) ruleBelow(n int) int {
	next := NextText(z.R, n, z.To)
	above := len(z.entries)
	if next < z.To && len(z.entries) > 1 && !IsRule(z.R.Lines[next].Text) && !z.heading(next) { // a remark between title block and rule
		if o := z.outlook(next); o.next == aRule && o.lines <= 4 && o.groups == 1 && !o.speech && (o.remark > 0 || says.Disclaims(z.joined(next, o.at))) && next-n < 4 && !z.ruled(o.at) && z.ruleOfHeader(next, 1, o) {
			z.paragraphs(next, o.at, z.free)
			next = o.at
		}
	}
	if next >= z.To || !IsRule(z.R.Lines[next].Text) || z.ruled(next) {
		z.entries = z.entries[:above] // no rule closes the remark: it is story
		return n
	}
	if inside := next + 1; inside < z.To && strings.HasPrefix(z.R.Lines[inside].Text, "【") {
		for k := inside; k < z.To; k++ {
			if IsRule(z.R.Lines[k].Text) {
				z.aside = append(z.aside, desk.Aside{Reason: "archive's notes on its marks", From: next, To: k + 1})
				return k + 1
			}
		}
		z.entries = z.entries[:above]
		return n
	}
	z.aside = append(z.aside, desk.Aside{Reason: "rule under the header", From: next, To: next + 1})
	return next + 1
}

// wholeNote keeps lines [from, to) as one note without a label.
func (z *Zone) wholeNote(from, to int) {
	z.flow.Reset()
	for k := from; k < to; k++ {
		z.flow.Add(" ", z.R.Lines[k].Text, z.R.Lines[k].Start())
	}
	last := &z.R.Lines[to-1]
	z.entries = append(z.entries, entry{name: "notes", value: char.Folded(string(z.flow.Text)), start: z.R.Lines[from].Start(), end: last.Start() + len(last.Text)})
}

// joined is the text of lines [from, to) in one line.
func (z *Zone) joined(from, to int) string {
	var b strings.Builder
	for k := from; k < to; k++ {
		if k > from {
			b.WriteByte(' ')
		}
		b.WriteString(z.R.Lines[k].Text)
	}
	return b.String()
}

// doubt notes a doubtful decision about line n.
func (z *Zone) doubt(code string, n int, message, hint string) {
	z.guesses = append(z.guesses, desk.Guess{Code: code, From: n, To: n + 1, Message: message, Hint: hint})
}
