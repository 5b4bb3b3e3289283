package outline

import (
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/mail"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// A file may hold several stories: an anthology, a round robin, a digest of a
// mailing list. Where one has ended and a header with another title begins, with
// text below it, another story begins. It is a section of its own, headed by its
// title; the rest of its header stands below that, for it says nothing about the
// book.

// Limits of what stands between two stories.
const (
	tailOfStory = 16 // lines of notes and signature between the end and the next header
	LongRule    = 20 // signs of a rule that parts messages
	nearEnd     = 3  // lines of text between the end and a title with nothing but a byline
	leastStory  = 2  // lines of wrapped text, below its header, that make a story
)

// mayBeginStory asks quickly whether another story's header may begin with line n.
func mayBeginStory(r *desk.Reading, n, from int) bool {
	return (n > from && r.Lines[n-1].Blank() || r.Known.Digest) && (MayHeadPart(r.Lines[n].Text) || len(r.Lines[n].Text) <= wording.MaxHeading && endedAbove(r, n, from, nearEnd))
}

// endedAbove reports whether a story says that it ends in one of the last lines
// above line n, blank ones apart.
func endedAbove(r *desk.Reading, n, from, most int) bool {
	for k := n - 1; k >= from && n-k < tailOfStory && most > 0; k-- {
		t := r.Lines[k].Text
		if t == "" || passage.IsRule(t) {
			continue
		}
		if says.IsTheEnd(t) && !says.EndsPart(says.BareEnd(t)) && !says.GoesOnElsewhere(t) {
			return !slices.ContainsFunc(r.Lines[k+1:n], func(l passage.Line) bool { return len(l.Text) <= wording.MaxHeading && namesOwnAuthor(r, l.Text) }) // a list of the author's books
		}
		most--
	}
	return false
}

// ruleAbove is the width of the rule with which the text above line n ends; 0 when
// it ends with none. The messages of a digest end with a long one.
func ruleAbove(r *desk.Reading, n int) int {
	for n--; n >= 0 && r.Lines[n].Blank(); n-- {
	}
	if n >= 0 && passage.IsRule(r.Lines[n].Text) {
		return r.Lines[n].Width()
	}
	return 0
}

// headedAlike reports whether a header is set as the file's own is: it begins with
// a title's label, and all its labels are among those of the file's header.
func headedAlike(r *desk.Reading, hd *desk.Head) bool {
	own := r.Book.Meta.Fields
	for i := range hd.Fields {
		f := &hd.Fields[i]
		if f.Label == "" || !slices.ContainsFunc(own, func(g book.Field) bool { return g.Label != "" && g.Name == f.Name }) {
			return false
		}
	}
	return len(hd.Fields) > 1 && hd.Fields[0].Name == "title"
}

// OtherStory reads the header of another story that begins at line n of a text
// that began at line from: its heading, and what of it is no part of the book.
// end is n when none begins there.
func OtherStory(r *desk.Reading, n, from, to int) (h Heading, cuts []Cut, end int) {
	if h, cuts, end := nextEtext(r, n, to); end > n {
		return h, cuts, end
	}
	if !mayBeginStory(r, n, from) {
		return h, nil, n
	}
	ended, rule := endedAbove(r, n, from, tailOfStory), ruleAbove(r, n)
	if !ended && rule == 0 {
		return h, nil, n
	}
	e, posted := opening.EnvelopeAt(r, n, to)
	if posted > n && !ended && rule < LongRule {
		return h, nil, n
	}
	end = min(to, posted+maxPartHead)
	for k := posted; k < end && r.Known.Digest; k++ {
		if t := r.Lines[k].Text; r.Lines[k].Width() >= LongRule && passage.IsRule(t) { // the message's end
			end = k
		}
	}
	hd, after := opening.LaterHeader(r, posted, end)
	for k := len(hd.Fields) - 1; k > 0 && hd.Fields[k].Label == "" && hd.Fields[k].Name == "notes"; k-- { // the story's first words
		after = r.Src.LineAt(hd.Fields[k].Span.Start)
		hd.Fields = hd.Fields[:k]
	}
	title := -1
	labels := 0
	for i := range hd.Fields {
		if f := &hd.Fields[i]; f.Label != "" {
			labels++
		}
		if f := &hd.Fields[i]; title < 0 && f.Name == "title" {
			title = i
		}
	}
	alike := posted == n && after > n && (rule > 0 || endedAbove(r, n, from, 1)) && headedAlike(r, &hd) && sentenceBelow(r, after, to)
	if posted == n && !ended && !alike && !r.Known.Digest {
		return h, nil, n // a card between two rules
	}
	switch own := r.Book.Meta.Title; {
	case after == posted, title < 0, namesOwnAuthor(r, hd.Title), own != "" && says.SameLetters(hd.Title, own), len(hd.Authors()) == 0 && !alike,
		labels < 2 && posted == n && !endedAbove(r, n, from, nearEnd), hd.Fields[0].Name == "notes", !alike && !storyBelow(r, after, to), labels == 0 && listsOn(r, after, to):
		return otherMessage(r, e, n, posted, to)
	}
	r.Failed--
	f := &hd.Fields[title]
	line := r.Src.LineAt(f.Span.Start)
	text := r.Lines[line].Text
	open := 0
	if l, ok := says.LabelOf(text); ok && f.Label != "" && l.Value < len(text) && l.Value < wording.MaxHeading {
		open = l.Value
	}
	h = storyHeading(r, n, line, open, after)
	if posted > n {
		cuts = append(cuts, Cut{desk.MailHeaderCut, n, posted, n})
	}
	for i := range hd.Fields { // each field is read by itself
		if k := r.Src.LineAt(hd.Fields[i].Span.Start); k > line || k < line && k >= posted {
			cuts = append(cuts, Cut{desk.RepeatedHeaderCut, k, k, n})
		}
	}
	for _, a := range hd.Aside {
		if a.Reason == desk.RepeatedTitle {
			cuts = append(cuts, Cut{desk.RepeatedHeaderCut, a.From, a.To, n})
		}
	}
	return h, cuts, after
}

// namesOwnAuthor reports whether a title names the story's own author: "ANNIE EXAMPLE'S
// NOVELS" heads a list of books.
func namesOwnAuthor(r *desk.Reading, title string) bool {
	key := char.PlainKey(title)
	for _, a := range r.Book.Meta.Authors() {
		if k := char.PlainKey(a); len(k) > 4 && strings.Contains(key, k) {
			return true
		}
	}
	return false
}

// otherMessage heads a message of a digest that brings no story with its subject;
// it is a section of its own too. end is n when it is none.
func otherMessage(r *desk.Reading, e mail.Envelope, n, posted, to int) (h Heading, cuts []Cut, end int) {
	if posted == n || !r.Known.Digest {
		return h, nil, n
	}
	for k := n; k < posted; k++ {
		if name, value, ok := mail.MailField(r.Lines[k].Text); ok && name == "subject" && value != "" {
			return storyHeading(r, n, k, len(r.Lines[k].Text)-len(value), posted), nil, posted
		}
	}
	return h, nil, n
}

// storyHeading is the heading in line n of a header of lines [from, to); its
// words begin with byte open.
func storyHeading(r *desk.Reading, from, n, open, to int) Heading {
	end := min(len(r.Lines[n].Text), 255)
	h := Heading{Line: int32(n), From: int32(from), To: int32(to), Block: int32(to), Style: wording.Repeated | wording.OfStory, After: 1}
	h.Open, h.Label, h.Title, h.Close = uint8(min(open, end)), uint8(min(open, end)), uint8(min(open, end)), uint8(end)
	return h
}
