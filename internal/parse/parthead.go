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

// A cut is a stretch of lines [from, to) inside the story that is no part of it.
type cut struct {
	reason   string
	from, to int
}

const (
	repeatedHeaderCut = "repeated header"
	archiveWordsCut   = "archive's own words"
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
// returns the first line after it, n when there is none, and the heading that it
// makes: the line that numbers the part, if there is one (otherwise h.to is 0).
func (r *reading) partHead(n, to int) (h heading, end int) {
	e, end := r.envelopeAt(n, to)
	title := r.book.Meta.Title
	if end > n && !(e.parts.part > 0 && e.parts.of > 0) && !(title != "" && sameLetters(e.parts.text, title)) {
		return h, n // a message about something else: the story's own, or another story
	}
	if hd, after := r.headerAt(end, min(to, end+maxPartHead)); after > end {
		labels := 0
		for _, f := range hd.fields {
			if f.Label != "" {
				labels++
			}
		}
		if labels > 1 && title != "" && sameLetters(hd.title, title) || labels > 0 && end > n {
			end = after
		}
	}
	if end == n {
		return h, n
	}
	// A heading that stands behind the header serves better than the header's own lines.
	if next := r.nextText(end, to); next < to {
		t := r.lines[next].text
		if f := formOf(t); f.verdict >= nameAlone {
			return h, end
		}
		if tl := titleOf(t); len(t) < maxHeading && tl.part > 0 && title != "" && sameLetters(tl.text, title) {
			return h, end
		}
	}
	best := 0
	for i := n; i < end; i++ {
		if f, rank := r.partLineIn(i, title); rank >= best && rank > 0 {
			best = rank
			h = heading{form: f, line: int32(i), from: int32(n), to: int32(end), block: int32(end), style: repeated}
		}
	}
	return h, end
}

// maxPartHead is the most lines that a later part's header is looked for in.
const maxPartHead = 80

// partLineIn reads line n of a header as the line that numbers the part; rank is
// 0 when it does not, and higher the nearer the line is to a heading.
func (r *reading) partLineIn(n int, title string) (f form, rank int) {
	t := r.lines[n].text
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

// headPart sets aside what the head of a part says besides its heading.
func (b *binding) headPart(h *heading) {
	l := &b.lines[h.line]
	if h.from < h.line {
		b.setAside(repeatedHeaderCut, int(h.from), int(h.line))
	}
	if h.valueOnly() && h.open > 0 {
		b.book.SetAside = append(b.book.SetAside, book.SetAside{Reason: repeatedHeaderCut, Span: b.src.Span(l.start, l.start+int(h.open))})
	}
	if h.line+1 < h.to {
		b.setAside(repeatedHeaderCut, int(h.line)+1, int(h.to))
	}
	b.tellRepeated(int(h.from), int(h.to))
}

func (b *binding) tellRepeated(from, to int) {
	b.remark("repeated-header", diag.Note, from, to, "this part repeats what the story's header says; set aside", "")
}

// takeCuts sets aside the cuts that make no heading, and lists everything that
// is no part of the sections' text, printed contents included.
func (b *binding) takeCuts() {
	for _, c := range b.cuts {
		b.setAside(c.reason, c.from, c.to)
		if c.reason == repeatedHeaderCut {
			b.tellRepeated(c.from, c.to)
		}
	}
	for i := range b.contents {
		b.cuts = append(b.cuts, cut{"", b.contents[i].from, b.contents[i].to})
	}
	slices.SortFunc(b.cuts, func(x, y cut) int { return x.from - y.from })
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
