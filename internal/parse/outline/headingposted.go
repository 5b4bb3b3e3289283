package outline

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
)

// FindPosted finds the heads of later parts and of other stories in lines [from, to):
// they have a form of their own, so that nothing needs to be weighed. It returns them,
// what of them is no part of the story, and the lines that belong to them.
func FindPosted(r *desk.Reading, from, to int) (heads []Heading, cuts []Cut, held [][2]int) {
	gap := StartOfStory
	for n := from; n < to; {
		if r.Lines[n].Blank() {
			n++
			continue
		}
		h, more, end := OtherStory(r, n, from, to)
		if end == n && gap > 0 && MayHeadPart(r.Lines[n].Text) {
			h, more, end = PartHead(r, n, to)
		}
		if end > n {
			if h.To > 0 {
				h.Before, h.Chance, h.unit = uint8(gap), 1000, -1
				heads = append(heads, h)
			}
			cuts = append(cuts, more...)
			held = append(held, [2]int{n, end})
			gap, n = StartOfStory-1, end
			continue
		}
		first := n
		for n < to && !r.Lines[n].Blank() {
			n++
		}
		if n == first+1 && len(r.Lines[first].Text) < 14 && opening.IsStoryLabel(r.Lines[first].Text) { // a page copied from AO3
			cuts = append(cuts, Cut{desk.ArchiveWordsCut, first, n, first})
			held = append(held, [2]int{first, n})
		}
		gap = 0
		for k := n; k < to && r.Lines[k].Blank() && gap < StartOfStory-1; k++ {
			gap++
		}
	}
	return heads, cuts, held
}
