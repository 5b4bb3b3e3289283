package parse

// findPosted finds the heads of later parts and of other stories in lines [from, to):
// they have a form of their own, so that nothing needs to be weighed. It returns the
// lines that belong to them.
func (o *sight) findPosted(from, to int) (held [][2]int) {
	gap := startOfStory
	for n := from; n < to; {
		if o.lines[n].Blank() {
			n++
			continue
		}
		h, cuts, end := o.otherStory(n, from, to)
		if end == n && gap > 0 && mayHeadPart(o.lines[n].Text) {
			h, cuts, end = o.partHead(n, to)
		}
		if end > n {
			if h.to > 0 {
				h.before, h.chance, h.unit = uint8(gap), 1000, -1
				o.heads = append(o.heads, h)
			}
			o.cuts = append(o.cuts, cuts...)
			held = append(held, [2]int{n, end})
			gap, n = startOfStory-1, end
			continue
		}
		first := n
		for n < to && !o.lines[n].Blank() {
			n++
		}
		if n == first+1 && len(o.lines[first].Text) < 14 && isStoryLabel(o.lines[first].Text) { // a page copied from AO3
			o.cuts = append(o.cuts, cut{archiveWordsCut, first, n, first})
			held = append(held, [2]int{first, n})
		}
		gap = 0
		for k := n; k < to && o.lines[k].Blank() && gap < startOfStory-1; k++ {
			gap++
		}
	}
	return held
}
