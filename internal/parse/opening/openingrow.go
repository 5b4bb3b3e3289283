package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// openingRow makes a field of row i, and of those that belong to it, and returns the
// next row.
func (z *Zone) openingRow(p *page, i, rows int, said string) int {
	n := p.lines[i]
	l := &z.R.Lines[n]
	text := says.Unboxed(l.Text)
	put := func(name string) int {
		z.entries = append(z.entries, z.lineEntry(name, n, n+1, 0))
		return i + 1
	}
	if text == "" || IsRule(l.Text) || oneSign(l.Text) {
		z.aside = append(z.aside, desk.Aside{Reason: "rule of the header", From: n, To: n + 1})
		return i + 1
	}
	if StartsByline(text) && z.repeats(n) {
		z.aside = append(z.aside, desk.Aside{Reason: desk.RepeatedTitle, From: n, To: n + 1})
		return i + 1
	}
	if says.CreditsAlone(text) && i+1 < rows {
		e := z.lineEntry("contributor", n, p.lines[i+1]+1, 0)
		if e.value = char.Folded(e.value); says.HelperAt(e.value) > 0 {
			z.entries = append(z.entries, e)
			return i + 2
		}
	}
	if facts := says.FactsRow(text); facts != nil && says.RowFact(text) == "" {
		shift := strings.Index(l.Text, text)
		for _, f := range facts {
			e := z.lineEntry(f.Name, n, n+1, shift+f.At)
			e.label = f.Label
			e.value, e.end = l.Text[shift+f.From:shift+f.To], l.Start()+shift+f.To
			e.raw = e.value
			z.entries = append(z.entries, e)
		}
		return i + 1
	}
	if end := z.dedicationEnd(p, i); end > i {
		z.entries = append(z.entries, z.lineEntry("dedication", n, p.lines[end-1]+1, 0))
		return end
	}
	role := p.roles[i]
	if part, of, ok := wording.PartLine(text); ok && role != decide.Title {
		z.part, z.of = part, of
		return put("subtitle")
	}
	if said != "" && says.SameLetters(said, says.TitleOf(text).Text) {
		z.aside = append(z.aside, desk.Aside{Reason: desk.RepeatedTitle, From: n, To: n + 1})
		return i + 1
	}
	switch role {
	case decide.Title, decide.TitleMore, decide.HalfTitle, decide.TitleAuthor:
		if role == decide.TitleAuthor && z.both(n, said) {
			z.trust(p, claim{i, i + 1})
			return i + 1
		}
		if _, authors := z.said(); role == decide.TitleAuthor && len(authors) == 0 {
			if _, _, at, ok := says.TitleByAuthor(text); ok {
				at += strings.Index(l.Text, text)
				z.entries = append(append(z.entries, z.named("notes", n, at)), z.credit(n, at)...) // the story has another title
				z.trustAuthor(p, i)
				return i + 1
			}
		}
	case decide.By:
		if i+1 < rows && p.roles[i+1] == decide.Author {
			end := i + 2
			for end < rows && p.lines[end] == p.lines[end-1]+1 && says.JoinsName(z.R.Lines[p.lines[end]].Text) { // "ANNIE LEE", "with BEA MOSS"
				end++
			}
			for end+1 < rows && says.NamesJoin(z.R.Lines[p.lines[end]].Text) && says.NamesLike(z.R.Lines[p.lines[end+1]].Text) && p.lines[end+1]-p.lines[end-1] < 5 { // "ANNIE LEE", "&", "BEA MOSS"
				end += 2
			}
			for end < rows && p.lines[end] == p.lines[end-1]+1 && z.oneName(p.lines[end-1], p.lines[end]) && (p.roles[end] == decide.Author || p.roles[end] != decide.Text && z.blankBelow(p.lines[end])) { // "GEORGE", "SAINTSBURY"
				end++
			}
			at := z.kindBefore(n)
			e := z.lineEntry("author", n, p.lines[end-1]+1, at)
			e.value = char.Folded(e.value)
			z.entries = append(z.entries, e)
			z.trustAuthor(p, i+1)
			return end
		}
	case decide.Author:
		if says.JointLine(text) {
			return put("notes")
		}
		if gap := strings.Index(l.Text, "    "); gap > 0 && says.BareName(l.Text[:gap]) { // a manuscript's head in two columns
			e := z.lineEntry("author", n, n+1, 0)
			e.value, e.end = l.Text[:gap], l.Start()+gap
			rest := z.lineEntry("notes", n, n+1, gap)
			rest.value = char.Folded(strings.TrimSpace(rest.raw))
			z.entries = append(z.entries, e, rest)
			z.trustAuthor(p, i)
			return i + 1
		}
		end := n + 1
		for i+1 < rows && end <= p.lines[rows-1] && z.namesOn(end-1, end) {
			end++
		}
		if end > n+1 {
			e := z.lineEntry("author", n, end, 0)
			e.value = char.Folded(e.value)
			z.entries = append(z.entries, e)
			z.trustAuthor(p, i)
			return i + end - n
		}
		if i+1 < rows && p.lines[i+1] == n+1 && says.FirstIsLower(z.R.Lines[n+1].Text) && StartsByline(z.joined(n, n+2)) { // a sentence that goes on
			z.entries = append(z.entries, z.lineEntry("author", n, n+2, 0))
			z.trustAuthor(p, i)
			return i + 2
		}
		z.entries = append(z.entries, z.credit(n, 0)...)
		z.trustAuthor(p, i)
		return i + 1
	case decide.Credit:
		if says.HelperAt(text) > 0 {
			return put("contributor")
		}
	case decide.Series, decide.Subtitle:
		if role == decide.Subtitle && z.forms(n)&evidence.SaysSeries == 0 {
			break
		}
		if i+1 < rows && p.roles[i+1] == decide.Series && p.lines[i+1] == n+1 {
			if name, index := says.SeriesOf("", text+" "+says.Unboxed(z.R.Lines[n+1].Text)); name != "" && index != "" { // "THE SALLOW CYCLE", "Book Two"
				z.entries = append(z.entries, z.lineEntry("series", n, n+2, 0))
				return i + 2
			}
		}
		if t := says.SeriesLine(text); t != "" {
			e := z.lineEntry("series", n, n+1, 0)
			e.value = t
			z.entries = append(z.entries, e)
			return i + 1
		}
		if name, index := says.SeriesOf("", text); name != "" && index != "" && says.WithoutPlaceWord(" "+name) == " "+name { // "EPISODE #14" names no series
			return put("series")
		}
		return put("notes")
	}
	return z.formedRow(p, i, rows)
}

// formedRow makes a field of row i by the form of its words; what has none is a note,
// and so are the rows of its paragraph.
func (z *Zone) formedRow(p *page, i, rows int) int {
	n := p.lines[i]
	text := says.Unboxed(z.R.Lines[n].Text)
	put := func(name string) int {
		z.entries = append(z.entries, z.lineEntry(name, n, n+1, 0))
		return i + 1
	}
	switch s := z.forms(n); {
	case s&evidence.SaysNote != 0:
		end := z.frontNoteEnd(n, z.To)
		z.paragraphs(n, end, z.wholeNote)
		return p.row(end)
	case says.IsRights(text):
		z.rights = char.FirstOf(z.rights, z.R.Lines[n].Text)
		end := i + 1
		for end < rows && z.goesOnRights(p.lines[end-1], p.lines[end]) {
			end++
		}
		z.entries = append(z.entries, z.lineEntry("notes", n, p.lines[end-1]+1, 0))
		return end
	case s&evidence.SaysField != 0:
		return put(says.Unlabelled(text))
	}
	end := i + 1
	for end < rows && p.lines[end] == p.lines[end-1]+1 && p.roles[end] == p.roles[i] && !z.hasForm(p.lines[end]) && !IsRule(z.R.Lines[p.lines[end]].Text) && text == z.R.Lines[n].Text {
		end++
	}
	switch {
	case text != z.R.Lines[n].Text: // inside a box
	case p.roles[i] == decide.Text || p.roles[i] == decide.Note || p.roles[i] == decide.Inscription || p.roles[i] == decide.Ads:
		z.free(n, p.lines[end-1]+1)
		return end
	case p.roles[i] == decide.Credit:
		z.entries = append(z.entries, z.lineEntry("notes", n, p.lines[end-1]+1, 0))
		return end
	}
	return put("notes")
}

// goesOnRights reports whether line n goes on with a claim of copyright in line a.
func (z *Zone) goesOnRights(a, n int) bool {
	t := z.R.Lines[n].Text
	return n == a+1 && !says.IsRights(t) && !z.labelled(n) && !IsRule(t) && (says.FirstIsLower(t) || z.full(a, n) || says.Permits(t)) && !StartsByline(t)
}

// both splits line n, "The Lamp by Annie"; false when it does not part.
func (z *Zone) both(n int, said string) bool {
	l := &z.R.Lines[n]
	text := says.Unboxed(l.Text)
	if t, ok := z.namedTitle(n); ok && said == "" {
		z.putNamedTitle(n, t)
		return true
	}
	at := max(says.TitleDashName(text), says.TitleByRights(text), z.titleOrName(n))
	if at == 0 {
		_, _, by, ok := says.TitleByAuthor(text)
		if !ok {
			return false
		}
		at = by
	}
	at += strings.Index(l.Text, text)
	if said == "" || says.SameLetters(said, says.TitleOf(strings.TrimRight(l.Text[:at], joints)).Text) {
		credit := z.credit(n, at)
		if open := strings.IndexByte("([{<", l.Text[at-1]); open >= 0 { // "The Lamp (by Annie)"
			credit[0].value = strings.TrimSuffix(credit[0].value, ")]}>"[open:open+1])
		}
		title := z.named("title", n, at)
		z.entries = append(z.entries, title)
		if whole := strings.TrimRight(l.Text[:at], joints); len(title.raw) < len(whole) { // "The Lamp -- a fable -- Annie"
			kind := z.named("subtitle", n, at)
			kind.start += len(whole) - len(strings.TrimLeft(whole[len(title.raw):], joints))
			kind.value = whole[kind.start-l.Start():]
			kind.raw = kind.value
			z.entries = append(z.entries, kind)
		}
		z.entries = append(z.entries, credit...)
		return true
	}
	return false
}

// joints are the signs that part a title from a name behind it.
const joints = " ,:-–—―－~/／|｜([{<"

// named is what line n says before byte at, where its author's name begins.
func (z *Zone) named(name string, n, at int) entry {
	l := &z.R.Lines[n]
	e := z.lineEntry(name, n, n+1, 0)
	e.value, e.end = strings.TrimRight(l.Text[:at], joints), l.Start()+at
	e.value = says.WithoutKind(e.value)
	e.raw = e.value
	return e
}
