package parse

// findPosted finds the heads of later parts and of other stories in lines [from, to):
// they have a form of their own, so that nothing needs to be weighed. It returns them,
// what of them is no part of the story, and the lines that belong to them.
func (r *reading) findPosted(from, to int) (heads []heading, cuts []cut, held [][2]int) {
	gap := startOfStory
	for n := from; n < to; {
		if r.lines[n].Blank() {
			n++
			continue
		}
		h, more, end := r.otherStory(n, from, to)
		if end == n && gap > 0 && mayHeadPart(r.lines[n].Text) {
			h, more, end = r.partHead(n, to)
		}
		if end > n {
			if h.to > 0 {
				h.before, h.chance, h.unit = uint8(gap), 1000, -1
				heads = append(heads, h)
			}
			cuts = append(cuts, more...)
			held = append(held, [2]int{n, end})
			gap, n = startOfStory-1, end
			continue
		}
		first := n
		for n < to && !r.lines[n].Blank() {
			n++
		}
		if n == first+1 && len(r.lines[first].Text) < 14 && isStoryLabel(r.lines[first].Text) { // a page copied from AO3
			cuts = append(cuts, cut{archiveWordsCut, first, n, first})
			held = append(held, [2]int{first, n})
		}
		gap = 0
		for k := n; k < to && r.lines[k].Blank() && gap < startOfStory-1; k++ {
			gap++
		}
	}
	return heads, cuts, held
}
