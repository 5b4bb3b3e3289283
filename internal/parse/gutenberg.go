package parse

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/says"
)

// gutenberg sets aside what Project Gutenberg puts around a text: header or
// "small print", credits, and the licence at the end. The header's fields are
// kept for the book's metadata.
func gutenberg(r *desk.Reading, from, to int) (int, int) {
	start := outline.GutenbergStart(r, from, to)
	end := gutenbergEnd(r, max(start, from), to)
	if start == from && end == to {
		return from, to
	}
	if start > from {
		first := opening.NextText(r, from, start)
		r.Known.Firm = gutenbergFields(r, first, start)
		r.LeaveOutAs("licence", "licence text", first, start, "Project Gutenberg's header was read for title and author")
		start = creditsOfText(r, start, end)
	}
	if end < to {
		last := to
		for last > end && r.Lines[last-1].Blank() {
			last--
		}
		if last > end {
			r.LeaveOutAs("licence", "licence text", end, last, "Project Gutenberg's licence")
		}
	}
	return start, end
}

// gutenbergEnd is the line at which Project Gutenberg's words after the text
// begin; to when there are none. It reads the lines once, backwards.
func gutenbergEnd(r *desk.Reading, from, to int) int {
	end := to
	for n := to - 1; n >= from; n-- {
		t := r.Lines[n].Text
		if t == "" {
			continue
		}
		if end < to && outline.IsMarker(t, "start of") && char.ContainsFold(t, "gutenberg") {
			break
		}
		switch t[0] {
		case '*':
			if outline.IsMarker(t, "end of") && char.ContainsFold(t, "gutenberg") {
				end = n
			}
		case 'E', 'e', '<', '[':
			if char.HasFoldPrefix(strings.TrimLeft(t, "<["), "end of") && char.ContainsFold(t, "project gutenberg") && to-n < 2000 {
				end = n
			}
		}
		if end < to && n < end-30 { // the last one in the file ends the text
			break
		}
	}
	return end
}

// gutenbergFields reads the header in lines [from, to). It reports whether the
// header is a catalogue's, with fields: the lines that announce older texts ("The
// Project Gutenberg Etext of Alice in Wonderland") shorten titles.
func gutenbergFields(r *desk.Reading, from, to int) bool {
	k := &r.Known
	var announced, heading string
	various := false
	for n := from; n < to; n++ {
		t := r.Lines[n].Text
		if t == "" {
			continue
		}
		if announced == "" && char.ContainsFold(t, "project gutenberg") && !outline.IsMarker(t, "start") {
			announced = t
			if n+1 < to && !r.Lines[n+1].Blank() {
				announced += " " + r.Lines[n+1].Text
			}
			various = char.ContainsFold(announced, "by various")
		}
		if heading == "" && n+2 < to && (char.ContainsFold(t, "[etext #") || char.ContainsFold(t, "[ebook #")) {
			var by string
			heading, by = textAbove(r, n, from)
			if by != "" {
				k.Credits = says.AddAuthors(k.Credits, "aut", desk.Catalogued(by)...)
			}
		}
		l, ok := says.LabelOf(t)
		if !ok || l.Dash {
			continue
		}
		value := t[l.Value:]
		rest := ""
		for n+1 < to && !r.Lines[n+1].Blank() && r.Lines[n+1].Indent() > r.Lines[n].Indent() {
			n++
			rest += r.Lines[n].Text + "\n"
		}
		switch key := says.LabelKey(l.Text); key {
		case "title":
			if k.Title == "" {
				k.Title = says.TitleOf(value).Text
				k.Subtitle = strings.Join(strings.Fields(rest), " ")
			}
		case "subtitle":
			k.Subtitle = value
		case "author", "authors":
			names := strings.Split(value+"\n"+rest, "\n")
			for _, name := range names {
				role := "aut"
				if various { // a magazine: those who wrote its stories did not write the whole
					role = "ctb"
				}
				if !strings.EqualFold(strings.TrimSpace(name), "various") && !strings.EqualFold(strings.TrimSpace(name), "anonymous") {
					k.Credits = says.AddAuthors(k.Credits, role, desk.Catalogued(name)...)
				}
			}
		case "language":
			k.Language = char.FirstOf(k.Language, says.LanguageTag(value))
		case "translator", "translators", "editor", "editors", "illustrator", "illustrators":
			k.Credits = says.AddAuthors(k.Credits, opening.Relator(l.Text), desk.Catalogued(value+" "+rest)...)
		}
	}
	catalogue := k.Title != ""
	if k.Title == "" {
		k.Title = says.TitleOf(heading).Text
	}
	k.Announce(announced)
	return catalogue
}

// textAbove is the nearest line above n that is not blank, and the names of a byline
// that stands between them.
func textAbove(r *desk.Reading, n, from int) (title, names string) {
	for n--; n >= from; n-- {
		if r.Lines[n].Blank() {
			continue
		}
		t := r.Lines[n].Text
		if len(t) >= 80 || says.IsDateLine(t) || strings.ContainsAny(t, "[*") {
			continue
		}
		if b, ok := says.BylineOf(t); ok && !b.Alone && names == "" && char.HasFoldPrefix(t, "by ") {
			names = b.Names
			continue
		}
		return t, names
	}
	return "", names
}

// creditsOfText sets aside who made the electronic text: "Produced by ...",
// "This etext was prepared by ...", and what they say about it.
func creditsOfText(r *desk.Reading, from, to int) int {
	at := from
	first, last := -1, -1
	for range 12 {
		n := opening.NextText(r, at, to)
		if n >= to || n-at > 24 {
			break
		}
		end := n
		credit := n < from+4 && r.Lines[n].Text[0] != '[' && char.ContainsFold(r.Lines[n].Text, "volunteer")
		for end < to && !r.Lines[end].Blank() && end-n < 40 {
			credit = credit || outline.CreditsText(r.Lines[end].Text, end == n)
			end++
		}
		if !credit {
			if !opening.IsRule(r.Lines[n].Text) || end-n > 1 || first < 0 {
				break
			}
			if next := opening.NextText(r, end, to); next >= to || !outline.CreditsText(r.Lines[next].Text, true) {
				break
			}
		}
		if first < 0 {
			first = n
		}
		last, at = end, end
	}
	if first < 0 {
		return from
	}
	r.LeaveOutAs("licence", "credits of the electronic text", first, last, "the credits of the electronic text")
	return last
}
