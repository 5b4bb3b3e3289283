package parse

import (
	"cmp"
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// A file of joined posts has the story's header again at the head of each part,
// or a message's envelope, or both. They part the file as headings do; what they
// repeat is set aside.

// A cut is a stretch of lines [from, to) inside the story that is no part of it;
// an empty one only parts what stands around it.
type cut struct {
	reason   string
	from, to int
	head     int // the line at which the part's head begins
}

const (
	repeatedHeaderCut = "repeated header"
	archiveWordsCut   = "archive's own words"
	mailHeaderCut     = "mail header"
)

// mayHeadPart asks quickly whether a header or an envelope may begin with a line.
func mayHeadPart(text string) bool {
	switch text[0] {
	case 'T', 't', 'F', 'f', 'S', 's', 'D', 'd', 'P', 'N', 'M', 'X', 'R':
	default:
		return false
	}
	i := strings.IndexByte(text[:min(len(text), 24)], ':')
	return i >= 4 && strings.IndexByte(strings.TrimRight(text[:i], " "), ' ') < 0 || strings.HasPrefix(text, "From ") && isPostmark(text)
}

// partHead reads the header or envelope of a later part that begins at line n. It
// returns the first line after it, n when there is none; the heading that it
// makes: the line that numbers the part, if there is one (otherwise h.to is 0);
// and what of it the story's header has said already.
func (r *reading) partHead(n, to int) (h heading, cuts []cut, end int) {
	e, end := r.envelopeAt(n, to)
	title := r.book.Meta.Title
	if end > n && !r.postsAgain(e) {
		return h, nil, n // a message about something else: the story's own, or another story
	}
	if end == n && title == "" {
		return h, nil, n
	}
	posted := end
	var fields []book.Field
	if hd, after := r.laterHeader(end, min(to, end+maxPartHead)); after > end {
		labels := 0
		for _, f := range hd.fields {
			if f.Label != "" {
				labels++
			}
		}
		same := title == "" || hd.title == "" || sameLetters(hd.title, title)
		if labels > 1 && title != "" && sameLetters(hd.title, title) || labels > 0 && end > n && same {
			end, fields = after, hd.fields
			r.failed--
		}
	}
	if end == n {
		return h, nil, n
	}
	best := 0
	if !r.headedBelow(end, to) {
		for i := n; i < end; i++ {
			if f, rank := r.partLineIn(i, title); rank >= best && rank > 0 {
				best = rank
				h = heading{form: f, line: int32(i), from: int32(n), to: int32(end), block: int32(end), style: repeated}
			}
		}
	}
	for i := n; i < end; {
		if best > 0 && i == int(h.line) {
			i++
			continue
		}
		if k := r.newIn(fields, i, posted, end); k > i { // a field of this part alone
			cuts = append(cuts, cut{repeatedHeaderCut, k, k, n})
			i = k
			continue
		}
		first := i
		reason := repeatedHeaderCut
		if i < posted {
			reason = mailHeaderCut
		}
		for i++; i < end && i != posted && !(best > 0 && i == int(h.line)) && r.newIn(fields, i, posted, end) == i; i++ {
		}
		last := i
		for last > first && r.lines[last-1].Blank() {
			last--
		}
		if first = r.nextText(first, last); first < last {
			cuts = append(cuts, cut{reason, first, last, n})
		}
	}
	return h, cuts, end
}

// postsAgain reports whether the message e brings a later part of the story: its
// subject counts on, or says the story's title again. Messages that the story
// tells do so as well ("Re: Your Boat"); they have none of the fields that news
// and mail servers add, and the story itself came in no envelope.
func (r *reading) postsAgain(e envelope) bool {
	title := r.book.Meta.Title
	same := title != "" && (sameLetters(e.parts.text, title) || numberBehind(e.parts.text, title) > 0)
	if e.parts.of > 0 && (e.parts.part > 1 || e.parts.part == 1 && same) {
		return true
	}
	return same && (r.known.enveloped || e.transport)
}

// numberBehind is the number that stands behind the story's title: 2 in "The Toll (2)",
// "The Toll #2", "The Toll, part two"; 0 when none does.
func numberBehind(s, title string) int {
	if title == "" || len(s) <= len(title) || !strings.EqualFold(s[:len(title)], title) {
		return 0
	}
	rest := strings.Trim(s[len(title):], " ()[]#-:,")
	if i := strings.LastIndexByte(rest, ' '); i > 0 && findHeadingWord(rest[:i]) > 0 {
		return anyNumeral(rest[i+1:])
	}
	n := readDigits(rest + " ")
	if n.kind != digits || n.size != len(rest) || n.value > 999 {
		return 0
	}
	return n.value
}

// headedBelow reports whether a heading stands right behind a part's header: it
// serves better than the header's own lines.
func (r *reading) headedBelow(end, to int) bool {
	next := r.nextText(end, to)
	if next >= to {
		return false
	}
	t, title := r.lines[next].Text, r.book.Meta.Title
	if f := formOf(t); f.verdict >= nameAlone {
		return true
	}
	tl := titleOf(t)
	return len(t) < maxHeading && tl.part > 0 && title != "" && sameLetters(tl.text, title)
}

// newIn is the line after the field that begins in line i of a part's header, when
// it says what the story's header has not said; otherwise i. Of the lines from
// posted to end, those that belong to no field repeat nothing either.
func (r *reading) newIn(fields []book.Field, i, posted, end int) int {
	if i < posted || r.lines[i].Blank() {
		return i
	}
	for k := range fields {
		f := &fields[k]
		if first := r.src.LineAt(f.Span.Start); first == i {
			if r.saidBefore(f) {
				continue
			}
			return min(end, r.src.LineAt(max(f.Span.Start, f.Span.End-1))+1)
		}
	}
	return i
}

// saidBefore reports whether the story's header has a field with the same value.
func (r *reading) saidBefore(f *book.Field) bool {
	m := &r.book.Meta
	switch f.Name {
	case "title":
		if sameLetters(titleOf(f.Value).text, m.Title) {
			return true
		}
	case "author":
		if sameNames(authorsOf(f.Value), m.Authors()) {
			return true
		}
	case "subtitle":
		if rest, _, _, ok := cutPart("x " + f.Value); ok && rest == "x" { // the part's number
			return true
		}
	}
	for i := range m.Fields {
		if g := &m.Fields[i]; g.Name == f.Name && sameLetters(g.Value, f.Value) {
			return true
		}
	}
	return false
}

// maxPartHead is the most lines that a later part's header is looked for in.
const maxPartHead = 80

// partLineIn reads line n of a header as the line that numbers the part; rank is
// 0 when it does not, and higher the nearer the line is to a heading.
func (r *reading) partLineIn(n int, title string) (f form, rank int) {
	t := r.lines[n].Text
	if len(t) > maxHeading {
		return f, 0
	}
	if f := formOf(t); f.verdict == wordNumber {
		return f, 3
	}
	skip := 0
	rank = 3
	for _, label := range [...]string{"title", "subject", "story", "story title"} {
		if hasFoldPrefix(t, label) {
			rest := strings.TrimLeft(t[len(label):], " ")
			if strings.HasPrefix(rest, ":") {
				skip = len(t) - len(strings.TrimLeft(rest, ": "))
				rank = 2
				if label == "subject" {
					rank = 1
				}
			}
		}
	}
	tl := titleOf(t[skip:])
	if n := numberBehind(t[skip:], title); n > 0 && tl.part == 0 {
		tl.part, tl.text = n, title
	}
	if tl.part == 0 || title != "" && !sameLetters(tl.text, title) {
		return f, 0
	}
	end := uint8(len(t))
	f = form{word: headingWords["part"], number: int16(tl.part), of: int16(tl.of), kind: digits, verdict: wordNumber, open: uint8(skip), label: uint8(skip), title: end, close: end}
	if f.of == 0 {
		f.of = -1
	}
	return f, rank
}

// valueOnly reports whether a heading is the value of a repeated field: "Title:
// The Lamp (2/3)" without its label.
func (h *heading) valueOnly() bool { return h.style&repeated != 0 && h.label == h.open }

// headPart reads what the head of a part says besides its heading, and the
// story's header does not.
func (b *binding) headPart(h *heading) []book.Block {
	l := &b.lines[h.line]
	if h.valueOnly() && h.open > 0 {
		b.book.SetAside = append(b.book.SetAside, book.SetAside{Reason: repeatedHeaderCut, Span: b.src.Span(l.Start, l.Start+int(h.open))})
	}
	above := b.text(int(h.from), int(h.line))
	return append(above, b.text(int(h.line)+1, int(h.to))...)
}

// takeCuts sets aside the cuts, and lists everything that is no part of the
// sections' text, printed contents included.
func (b *binding) takeCuts() {
	told := -1
	for _, c := range b.cuts {
		switch {
		case c.from == c.to:
			continue
		case c.reason == repeatedHeaderCut && (c.head != told || b.saysMore(c.from, c.to) != ""):
			b.tellRepeated(c.from, c.to)
			told = c.head
		case c.reason == repeatedTitle:
			b.tellAside("repeated-title", diag.Note, c.from, c.to, "this heading stands a second time right below", "")
		case c.reason == licenceCut:
			b.tellAside("licence", diag.Note, c.from, c.to, "Project Gutenberg's licence and header between two texts", "")
		case c.reason == mailHeaderCut:
			b.tellAside("envelope", diag.Note, c.from, c.to, "the header of a further message", "")
		}
		b.setAside(c.reason, c.from, c.to)
	}
	for i := range b.contents {
		b.cuts = append(b.cuts, cut{"", b.contents[i].from, b.contents[i].to, -1})
	}
	slices.SortStableFunc(b.cuts, func(x, y cut) int { return x.from - y.from })
}

// tellRepeated says that lines [from, to) of a later part's header are left out.
// It is a warning when they have a word that the story's header has not.
func (b *binding) tellRepeated(from, to int) {
	if word := b.saysMore(from, to); word != "" {
		b.tellAside("repeated-header", diag.Warning, from, to, "this part repeats the story's header, but it says more: "+quoted(word), "compare it with the header at the beginning")
		return
	}
	b.tellAside("repeated-header", diag.Note, from, to, "this part repeats what the story's header says", "")
}

// cutsIn are the cuts that touch lines [from, to).
func (b *binding) cutsIn(from, to int) []cut {
	i, _ := slices.BinarySearchFunc(b.cuts, from, func(c cut, n int) int { return cmp.Compare(c.to, n+1) })
	k := i
	for k < len(b.cuts) && b.cuts[k].from < to {
		k++
	}
	return b.cuts[i:k]
}
