package build

import (
	"cmp"
	"slices"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/outline"
)

// headPart reads what the head of a part says besides its heading, and the
// story's header does not.
func (b *binding) headPart(h *outline.Heading) []book.Block {
	l := &b.Lines[h.Line]
	if h.ValueOnly() && h.Open > 0 {
		b.Book.SetAside = append(b.Book.SetAside, book.SetAside{Reason: desk.RepeatedHeaderCut, Span: b.Src.Span(l.Start(), l.Start()+int(h.Open))})
	}
	above := b.text(int(h.From), int(h.Line))
	return append(above, b.text(int(h.Line)+1, int(h.To))...)
}

// takeCuts sets aside the cuts, and lists everything that is no part of the
// sections' text, printed contents included.
func (b *binding) takeCuts() {
	told := -1
	for _, c := range b.Cuts {
		switch {
		case c.From == c.To:
			continue
		case c.Reason == desk.RepeatedHeaderCut && (c.Head != told || b.SaysMore(c.From, c.To) != ""):
			b.tellRepeated(c.From, c.To)
			told = c.Head
		case c.Reason == desk.RepeatedTitle:
			b.TellAside("repeated-title", diag.Note, c.From, c.To, "this heading stands a second time right below", "")
		case c.Reason == outline.LicenceCut:
			b.TellAside("licence", diag.Note, c.From, c.To, "Project Gutenberg's licence and header between two texts", "")
		case c.Reason == desk.MailHeaderCut:
			b.TellAside("envelope", diag.Note, c.From, c.To, "the header of a further message", "")
		}
		b.SetAside(c.Reason, c.From, c.To)
	}
	for i := range b.Contents {
		b.Cuts = append(b.Cuts, outline.Cut{Reason: "", From: b.Contents[i].From, To: b.Contents[i].To, Head: -1})
	}
	slices.SortStableFunc(b.Cuts, func(x, y outline.Cut) int { return x.From - y.From })
}

// tellRepeated says that lines [from, to) of a later part's header are left out.
// It is a warning when they have a word that the story's header has not.
func (b *binding) tellRepeated(from, to int) {
	if word := b.SaysMore(from, to); word != "" {
		b.TellAside("repeated-header", diag.Warning, from, to, "this part repeats the story's header, but it says more: "+desk.Quoted(word), "compare it with the header at the beginning")
		return
	}
	b.TellAside("repeated-header", diag.Note, from, to, "this part repeats what the story's header says", "")
}

// cutsIn are the cuts that touch lines [from, to).
func (b *binding) cutsIn(from, to int) []outline.Cut {
	i, _ := slices.BinarySearchFunc(b.Cuts, from, func(c outline.Cut, n int) int { return cmp.Compare(c.To, n+1) })
	k := i
	for k < len(b.Cuts) && b.Cuts[k].From < to {
		k++
	}
	return b.Cuts[i:k]
}
