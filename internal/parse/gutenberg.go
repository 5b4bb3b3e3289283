package parse

import (
	"strings"
)

// gutenberg sets aside what Project Gutenberg puts around a text: header or
// "small print", credits, and the licence at the end. The header's fields are
// kept for the book's metadata.
func (r *reading) gutenberg(from, to int) (int, int) {
	start := r.gutenbergStart(from, to)
	end := r.gutenbergEnd(max(start, from), to)
	if start == from && end == to {
		return from, to
	}
	if start > from {
		first := r.nextText(from, start)
		r.known.firm = r.gutenbergFields(first, start)
		r.leaveOutAs("licence", "licence text", first, start, "Project Gutenberg's header was read for title and author")
		start = r.creditsOfText(start, end)
	}
	if end < to {
		last := to
		for last > end && r.lines[last-1].Blank() {
			last--
		}
		if last > end {
			r.leaveOutAs("licence", "licence text", end, last, "Project Gutenberg's licence")
		}
	}
	return start, end
}

// gutenbergStart is the first line after Project Gutenberg's header; from when
// there is none.
func (r *reading) gutenbergStart(from, to int) int {
	const (
		head = 900 // lines: the longest old headers have about 400
		most = 60  // lines between a START line and the small print below it
	)
	seen, started, small, start := false, false, false, from
	for n := from; n < min(to, from+head); n++ {
		t := r.lines[n].Text
		if t == "" {
			continue
		}
		if !seen {
			if n > from+40 {
				return from
			}
			seen = containsFold(t, "project gutenberg")
			if !seen {
				continue
			}
		}
		switch {
		case isMarker(t, "start of") && containsFold(t, "gutenberg"):
			start, started = n+1, true
			for start < to && !r.lines[start].Blank() && strings.HasSuffix(r.lines[start].Text, "***") { // a marker on two lines
				start++
			}
		case started && n <= start+most && strings.IndexByte(t, '*') >= 0 && containsFold(t, "start*the small print"):
			small = true
		case started && !small && (isMarker(t, "end of") || strings.IndexByte(t, '*') >= 0 && containsFold(t, "small print")):
			return start // the small print of a short text stands at its end
		case strings.IndexByte(t, '*') >= 0 && containsFold(t, "small print") && (containsFold(t, "*end*") || containsFold(t, "end the small") || containsFold(t, "end*the small")):
			start = n + 1
		case !started && start == from && isStarRule(t) && r.gutenbergHead(from, n):
			start = n + 1
		}
	}
	return start
}

// isStarRule reports whether a line is a long row of asterisks, with which the heads of
// etexts end that have no START line.
func isStarRule(s string) bool { return len(s) >= 20 && strings.Trim(s, "*") == "" }

// gutenbergHead reports whether lines [from, to) are an etext's head: they have the
// catalogue's number, and its fields.
func (r *reading) gutenbergHead(from, to int) bool {
	number, fields := false, 0
	for n := from; n < to; n++ {
		t := r.lines[n].Text
		number = number || containsFold(t, "[etext #") || containsFold(t, "[ebook #")
		if hasFoldPrefix(t, "title:") || hasFoldPrefix(t, "author:") || hasFoldPrefix(t, "release date:") || hasFoldPrefix(t, "language:") {
			fields++
		}
	}
	return number && fields > 1
}

// isMarker reports whether a line is one of the starred markers: "*** START OF
// THIS PROJECT GUTENBERG EBOOK", "***END OF".
func isMarker(s, words string) bool {
	t := strings.TrimLeft(s, "* ")
	return len(s)-len(t) >= 3 && strings.HasPrefix(s, "***") && hasFoldPrefix(t, words)
}

// gutenbergEnd is the line at which Project Gutenberg's words after the text
// begin; to when there are none. It reads the lines once, backwards.
func (r *reading) gutenbergEnd(from, to int) int {
	end := to
	for n := to - 1; n >= from; n-- {
		t := r.lines[n].Text
		if t == "" {
			continue
		}
		if end < to && isMarker(t, "start of") && containsFold(t, "gutenberg") {
			break
		}
		switch t[0] {
		case '*':
			if isMarker(t, "end of") && containsFold(t, "gutenberg") {
				end = n
			}
		case 'E', 'e', '<', '[':
			if hasFoldPrefix(strings.TrimLeft(t, "<["), "end of") && containsFold(t, "project gutenberg") && to-n < 2000 {
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
func (r *reading) gutenbergFields(from, to int) bool {
	k := &r.known
	var opening, heading string
	various := false
	for n := from; n < to; n++ {
		t := r.lines[n].Text
		if t == "" {
			continue
		}
		if opening == "" && containsFold(t, "project gutenberg") && !isMarker(t, "start") {
			opening = t
			if n+1 < to && !r.lines[n+1].Blank() {
				opening += " " + r.lines[n+1].Text
			}
			various = containsFold(opening, "by various")
		}
		if heading == "" && n+2 < to && (containsFold(t, "[etext #") || containsFold(t, "[ebook #")) {
			var by string
			heading, by = r.textAbove(n, from)
			if by != "" {
				k.credits = addAuthors(k.credits, "aut", catalogued(by)...)
			}
		}
		l, ok := labelOf(t)
		if !ok || l.dash {
			continue
		}
		value := t[l.value:]
		rest := ""
		for n+1 < to && !r.lines[n+1].Blank() && r.lines[n+1].Indent > r.lines[n].Indent {
			n++
			rest += r.lines[n].Text + "\n"
		}
		switch key := labelKey(l.text); key {
		case "title":
			if k.title == "" {
				k.title = titleOf(value).text
				k.subtitle = strings.Join(strings.Fields(rest), " ")
			}
		case "subtitle":
			k.subtitle = value
		case "author", "authors":
			names := strings.Split(value+"\n"+rest, "\n")
			for _, name := range names {
				role := "aut"
				if various { // a magazine: those who wrote its stories did not write the whole
					role = "ctb"
				}
				if !strings.EqualFold(strings.TrimSpace(name), "various") && !strings.EqualFold(strings.TrimSpace(name), "anonymous") {
					k.credits = addAuthors(k.credits, role, catalogued(name)...)
				}
			}
		case "language":
			k.language = firstOf(k.language, languageTag(value))
		case "translator", "translators", "editor", "editors", "illustrator", "illustrators":
			k.credits = addAuthors(k.credits, relator(l.text), catalogued(value+" "+rest)...)
		}
	}
	catalogue := k.title != ""
	if k.title == "" {
		k.title = titleOf(heading).text
	}
	k.announce(opening)
	return catalogue
}

// catalogued splits the names of a catalogue's field; "Louise and Aylmer Maude"
// share a family name.
func catalogued(s string) []string {
	names := authorsOf(s)
	if len(names) == 2 && !strings.ContainsRune(names[0], ' ') && strings.ContainsRune(names[1], ' ') {
		names[0] += names[1][strings.LastIndexByte(names[1], ' '):]
	}
	return names
}

// textAbove is the nearest line above n that is not blank, and the names of a byline
// that stands between them.
func (r *reading) textAbove(n, from int) (title, names string) {
	for n--; n >= from; n-- {
		if r.lines[n].Blank() {
			continue
		}
		t := r.lines[n].Text
		if len(t) >= 80 || isDateLine(t) || strings.ContainsAny(t, "[*") {
			continue
		}
		if b, ok := bylineOf(t); ok && !b.alone && names == "" && hasFoldPrefix(t, "by ") {
			names = b.names
			continue
		}
		return t, names
	}
	return "", names
}

// announce reads the line that opens a text of Project Gutenberg: "The Project
// Gutenberg EBook of Carmilla, by J. Sheridan LeFanu".
func (k *known) announce(s string) {
	s = strings.Trim(s, "* ")
	for i := 0; i < len(s); i++ {
		if !hasFoldPrefix(s[i:], "project gutenberg") {
			continue
		}
		s = s[i+len("project gutenberg"):]
		break
	}
	for _, lead := range [...]string{"'s", "’s", " ebook", " etext", " e-text", " edition", ",", " of"} {
		if hasFoldPrefix(s, lead) {
			s = s[len(lead):]
		}
	}
	s = strings.Trim(s, " ,*.")
	title, names, _, ok := titleByAuthor(s)
	if !ok {
		title = s
	}
	if k.title == "" && titleLike(title) {
		k.title = titleOf(title).text
	}
	if len(k.credits) == 0 && ok && !strings.EqualFold(names, "various") {
		k.credits = addAuthors(k.credits, "aut", catalogued(names)...)
	}
}

// creditsOfText sets aside who made the electronic text: "Produced by ...",
// "This etext was prepared by ...", and what they say about it.
func (r *reading) creditsOfText(from, to int) int {
	at := from
	first, last := -1, -1
	for range 12 {
		n := r.nextText(at, to)
		if n >= to || n-at > 24 {
			break
		}
		end := n
		credit := n < from+4 && r.lines[n].Text[0] != '[' && containsFold(r.lines[n].Text, "volunteer")
		for end < to && !r.lines[end].Blank() && end-n < 40 {
			credit = credit || creditsText(r.lines[end].Text, end == n)
			end++
		}
		if !credit {
			if !isRule(r.lines[n].Text) || end-n > 1 || first < 0 {
				break
			}
			if next := r.nextText(end, to); next >= to || !creditsText(r.lines[next].Text, true) {
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
	r.leaveOutAs("licence", "credits of the electronic text", first, last, "the credits of the electronic text")
	return last
}

// creditsText reports whether a line speaks of the making of an electronic text.
func creditsText(s string, opens bool) bool {
	t := strings.TrimLeft(s, "[*_( ")
	if opens {
		for _, lead := range [...]string{"produced by", "prepared by", "e-text prepared", "etext prepared", "this etext", "this e-text", "this ebook was", "transcribed from", "transcribed by", "transcriber", "scanned by", "scanned and", "html version", "digitized by", "typed by", "original transcriber", "project gutenberg", "the project gutenberg", "credits:", "proofread"} {
			if hasFoldPrefix(t, lead) {
				return true
			}
		}
	}
	return containsFold(s, "etext") || containsFold(s, "distributed proofread") || containsFold(s, "project gutenberg") || containsFold(s, "pgdp.net") || containsFold(s, "gallica")
}
