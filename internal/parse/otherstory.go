package parse

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// A file may hold several stories: an anthology, a round robin, a digest of a
// mailing list. Where one has ended and a header with another title begins, with
// text below it, another story begins. It is a section of its own, headed by its
// title; the rest of its header stands below that, for it says nothing about the
// book.

// Limits of what stands between two stories.
const (
	tailOfStory = 16 // lines of notes and signature between the end and the next header
	longRule    = 20 // signs of a rule that parts messages
	nearEnd     = 3  // lines of text between the end and a title with nothing but a byline
	leastStory  = 2  // lines of wrapped text, below its header, that make a story
)

// mayBeginStory asks quickly whether another story's header may begin with line n.
func (r *reading) mayBeginStory(n, from int) bool {
	return (n > from && r.lines[n-1].Blank() || r.known.digest) && (mayHeadPart(r.lines[n].Text) || len(r.lines[n].Text) <= maxHeading && r.endedAbove(n, from, nearEnd))
}

// endedAbove reports whether a story says that it ends in one of the last lines
// above line n, blank ones apart.
func (r *reading) endedAbove(n, from, most int) bool {
	for k := n - 1; k >= from && n-k < tailOfStory && most > 0; k-- {
		t := r.lines[k].Text
		if t == "" || passage.IsRule(t) {
			continue
		}
		if isTheEnd(t) && !endsPart(bareEnd(t)) && !goesOnElsewhere(t) {
			return !slices.ContainsFunc(r.lines[k+1:n], func(l passage.Line) bool { return len(l.Text) <= maxHeading && r.namesOwnAuthor(l.Text) }) // a list of the author's books
		}
		most--
	}
	return false
}

// ruleAbove is the width of the rule with which the text above line n ends; 0 when
// it ends with none. The messages of a digest end with a long one.
func (r *reading) ruleAbove(n int) int {
	for n--; n >= 0 && r.lines[n].Blank(); n-- {
	}
	if n >= 0 && passage.IsRule(r.lines[n].Text) {
		return r.lines[n].Width
	}
	return 0
}

// headedAlike reports whether a header is set as the file's own is: it begins with
// a title's label, and all its labels are among those of the file's header.
func (r *reading) headedAlike(hd *head) bool {
	own := r.book.Meta.Fields
	for i := range hd.fields {
		f := &hd.fields[i]
		if f.Label == "" || !slices.ContainsFunc(own, func(g book.Field) bool { return g.Label != "" && g.Name == f.Name }) {
			return false
		}
	}
	return len(hd.fields) > 1 && hd.fields[0].Name == "title"
}

// otherStory reads the header of another story that begins at line n of a text
// that began at line from: its heading, and what of it is no part of the book.
// end is n when none begins there.
func (r *reading) otherStory(n, from, to int) (h heading, cuts []cut, end int) {
	if h, cuts, end := r.nextEtext(n, to); end > n {
		return h, cuts, end
	}
	if !r.mayBeginStory(n, from) {
		return h, nil, n
	}
	ended, rule := r.endedAbove(n, from, tailOfStory), r.ruleAbove(n)
	if !ended && rule == 0 {
		return h, nil, n
	}
	e, posted := r.envelopeAt(n, to)
	if posted > n && !ended && rule < longRule {
		return h, nil, n
	}
	end = min(to, posted+maxPartHead)
	for k := posted; k < end && r.known.digest; k++ {
		if t := r.lines[k].Text; r.lines[k].Width >= longRule && passage.IsRule(t) { // the message's end
			end = k
		}
	}
	hd, after := r.laterHeader(posted, end)
	for k := len(hd.fields) - 1; k > 0 && hd.fields[k].Label == "" && hd.fields[k].Name == "notes"; k-- { // the story's first words
		after = r.src.LineAt(hd.fields[k].Span.Start)
		hd.fields = hd.fields[:k]
	}
	title := -1
	labels := 0
	for i := range hd.fields {
		if f := &hd.fields[i]; f.Label != "" {
			labels++
		}
		if f := &hd.fields[i]; title < 0 && f.Name == "title" {
			title = i
		}
	}
	alike := posted == n && after > n && (rule > 0 || r.endedAbove(n, from, 1)) && r.headedAlike(&hd) && r.sentenceBelow(after, to)
	if posted == n && !ended && !alike && !r.known.digest {
		return h, nil, n // a card between two rules
	}
	switch own := r.book.Meta.Title; {
	case after == posted, title < 0, r.namesOwnAuthor(hd.title), own != "" && sameLetters(hd.title, own), len(hd.authors()) == 0 && !alike,
		labels < 2 && posted == n && !r.endedAbove(n, from, nearEnd), hd.fields[0].Name == "notes", !alike && !r.storyBelow(after, to):
		return r.otherMessage(e, n, posted, to)
	}
	r.failed--
	f := &hd.fields[title]
	line := r.src.LineAt(f.Span.Start)
	text := r.lines[line].Text
	open := 0
	if l, ok := labelOf(text); ok && f.Label != "" && l.value < len(text) && l.value < maxHeading {
		open = l.value
	}
	h = r.storyHeading(n, line, open, after)
	if posted > n {
		cuts = append(cuts, cut{mailHeaderCut, n, posted, n})
	}
	for i := range hd.fields { // each field is read by itself
		if k := r.src.LineAt(hd.fields[i].Span.Start); k > line || k < line && k >= posted {
			cuts = append(cuts, cut{repeatedHeaderCut, k, k, n})
		}
	}
	for _, a := range hd.aside {
		if a.reason == repeatedTitle {
			cuts = append(cuts, cut{repeatedHeaderCut, a.from, a.to, n})
		}
	}
	return h, cuts, after
}

// namesOwnAuthor reports whether a title names the story's own author: "ANNIE EXAMPLE'S
// NOVELS" heads a list of books.
func (r *reading) namesOwnAuthor(title string) bool {
	key := plainKey(title)
	for _, a := range r.book.Meta.Authors() {
		if k := plainKey(a); len(k) > 4 && strings.Contains(key, k) {
			return true
		}
	}
	return false
}

// otherMessage heads a message of a digest that brings no story with its subject;
// it is a section of its own too. end is n when it is none.
func (r *reading) otherMessage(e envelope, n, posted, to int) (h heading, cuts []cut, end int) {
	if posted == n || !r.known.digest {
		return h, nil, n
	}
	for k := n; k < posted; k++ {
		if name, value, ok := mailField(r.lines[k].Text); ok && name == "subject" && value != "" {
			return r.storyHeading(n, k, len(r.lines[k].Text)-len(value), posted), nil, posted
		}
	}
	return h, nil, n
}

// storyHeading is the heading in line n of a header of lines [from, to); its
// words begin with byte open.
func (r *reading) storyHeading(from, n, open, to int) heading {
	end := min(len(r.lines[n].Text), 255)
	h := heading{line: int32(n), from: int32(from), to: int32(to), block: int32(to), style: repeated | ofStory, after: 1}
	h.open, h.label, h.title, h.close = uint8(min(open, end)), uint8(min(open, end)), uint8(min(open, end)), uint8(end)
	return h
}

// ownStory opens a section for the file's first story, headed by its title, when
// others follow it, and tells of them.
func (b *binding) ownStory(from int) *book.Section {
	others := 0
	var titles strings.Builder
	for i := range b.heads {
		if h := &b.heads[i]; h.style&ofStory != 0 {
			if others++; others <= 3 {
				fmt.Fprintf(&titles, ", %q", strings.TrimSpace(b.lines[h.line].Text[h.open:]))
			}
		}
	}
	if b.several = others > 0; !b.several {
		return nil
	}
	if others > 3 {
		fmt.Fprintf(&titles, " and %d more", others-3)
	}
	first := 0
	for b.heads[first].style&ofStory == 0 {
		first++
	}
	n := int(b.heads[first].line)
	b.remark("several-stories", diag.Warning, n, n+1, "the file holds several texts under titles of their own: "+titles.String()[2:]+"; each is a section, and what its header says stands in it",
		"the title and the author of the book are those of the file's beginning; give others with --title and --author")
	at := b.titleSaid()
	if first == 0 && b.nextText(from, b.to) >= int(b.heads[0].from) || b.book.Meta.Title == "" || at < 0 {
		return nil
	}
	s := &book.Section{Role: book.Part, Title: b.inlinesOf(b.book.Meta.Title), Heading: b.book.Meta.Title, Span: b.src.Span(at, b.span(from, int(b.heads[first].from)).End)}
	if first == 0 {
		s.Role = book.Chapter
	}
	s.ID = b.id(string(s.Role), "")
	b.book.Body = append(b.book.Body, s)
	b.body = true
	b.open, b.level = append(b.open, s), append(b.level, 1)
	return s
}

// titleSaid is the byte at which the file says its own title: in a field, or in a
// message's header or a licence text that was set aside; -1 when it does not.
func (b *binding) titleSaid() int {
	for i := range b.book.Meta.Fields {
		if f := &b.book.Meta.Fields[i]; f.Name == "title" {
			return f.Span.Start
		}
	}
	if b.book.Meta.TitleFrom == book.FromHeader && len(b.book.SetAside) > 0 {
		return b.book.SetAside[0].Span.Start
	}
	return -1
}
