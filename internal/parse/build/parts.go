package build

import (
	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/wording"
)

// firstPart takes back the line "The Lamp (1/3)" that was set aside above the
// text as the title repeated, when the first heading found is that of part 2.
func (b *binding) firstPart() {
	if len(b.Heads) == 0 || b.Heads[0].Number != 2 || b.Heads[0].Of == 0 || b.Heads[0].Prefix == 0 {
		return
	}
	for i, a := range b.Book.SetAside {
		if a.Reason != desk.RepeatedTitle {
			continue
		}
		n, last := b.Src.LineAt(a.Span.Start), b.Src.LineAt(a.Span.End)
		for ; n <= last; n++ {
			f, prefix := wording.SeriesForm(b.Lines[n].Text)
			if f.Number != 1 || f.Of != b.Heads[0].Of || prefix == 0 {
				continue
			}
			b.Book.SetAside = append(b.Book.SetAside[:i], b.Book.SetAside[i+1:]...)
			from := b.Src.LineAt(a.Span.Start)
			if from < n {
				b.SetAside(a.Reason, from, n)
			}
			if n < last {
				b.SetAside(a.Reason, n+1, last+1)
			}
			h := b.Heads[0]
			h.Form, h.Prefix, h.Line, h.From, h.To, h.Block = f, prefix, int32(n), int32(n), int32(n+1), int32(n+1)
			h.Before, h.After = outline.StartOfStory, 1
			b.Heads = append([]outline.Heading{h}, b.Heads...)
			return
		}
	}
}

// headFirst gives the story's first part its heading when the next part has one:
// the line that is the story's title as well, "The Lamp, Chapter 1".
func (b *binding) headFirst(s *book.Section) {
	if len(b.Heads) == 0 || b.Heads[0].Number != 2 || b.Heads[0].Prefix == 0 && !b.Heads[0].ValueOnly() {
		return
	}
	for i := range b.Book.Meta.Fields {
		f := &b.Book.Meta.Fields[i]
		if f.Name != "title" {
			continue
		}
		if _, part, _, ok := wording.CutPart(f.Value); ok && part == 1 {
			s.Heading, s.Title = f.Value, b.InlinesOf(f.Value)
			s.Span.Start = f.Span.Start // the heading stands there
			return
		}
	}
}

// findParts notes whether the story is a row of parts as they were posted.
func (b *binding) findParts() {
	for i := range b.Heads {
		b.parts = b.parts || b.Heads[i].Of != 0 || b.Heads[i].Prefix > 0
	}
}

// repeatedHeader sets aside the lines that a part's head repeats from the first
// part: its byline, an address. They stand right below the heading without a blank
// line; so does nothing of the text. It returns the
// first line behind them.
func (b *binding) repeatedHeader(i, from, to int) int {
	h := &b.Heads[i]
	if i == 0 && h.Number != 2 || h.Prefix == 0 || from >= int(h.Block) {
		return from
	}
	end := from
	for end < int(h.Block) && end < to && end-from < 6 && outline.RepeatsHeader(b.Scheme.Reading, end) {
		end++
	}
	if end == from {
		return from
	}
	b.SetAside(desk.RepeatedHeaderCut, from, end)
	b.tellRepeated(from, end)
	return end
}
