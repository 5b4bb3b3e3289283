package build

import (
	"fmt"

	"storybind/internal/diag"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/wording"
)

// checkNumbers warns of gaps and repeats in the running numbers of headings.
func (b *binding) checkNumbers() {
	const most = 10 // remarks; a file that counts in its own way needs no more
	said := 0
	prev := map[int32]*outline.Heading{}
	for i := range b.Heads {
		h := &b.Heads[i]
		if h.Kind == wording.NoNumeral || h.Kind == wording.FinalNumber || h.Group == 0 || h.Word == 0 && evidence.NamesDate(b.Lines[h.Line].Text) { // days do not run
			continue
		}
		p := prev[h.Group]
		prev[h.Group] = h
		if p == nil || h.Number == 1 || h.Number == p.Number+1 || h.Titled() != p.Titled() && h.Number != p.Number {
			continue
		}
		if said++; said > most {
			continue
		}
		text := b.Lines[h.Line].Text
		message := fmt.Sprintf("%q follows %q: the numbers do not run", text, b.Lines[p.Line].Text)
		switch {
		case h.Number == p.Number && text != b.Lines[p.Line].Text[:min(len(text), len(b.Lines[p.Line].Text))] && (outline.PartsNumber(text, h.Label) || outline.PartsNumber(b.Lines[p.Line].Text, p.Label)): // "Part 2a", "Part 2b", "2", "2 1/2"
			said--
			continue
		case h.Number == p.Number:
			message = fmt.Sprintf("%q has the same number as %q (line %d)", text, b.Lines[p.Line].Text, b.Src.FileLine(int(p.Line)))
		case h.Number == p.Number+2:
			message = fmt.Sprintf("%q follows %q: number %d is missing", text, b.Lines[p.Line].Text, p.Number+1)
		}
		b.Remark("chapter-numbers", diag.Warning, int(h.Line), int(h.Line)+1, message, "look whether a chapter is missing, or a line was taken for a heading that is none")
	}
}
