package parse

// blockBelow reads the title block that stands between the header's fields and the
// text, where the fields name no title: a title with its byline below it, set off
// from the text. It returns the first line after it; end when there is none.
func (z *zone) blockBelow(end int) int {
	title, authors := z.said()
	if title != "" {
		return end
	}
	n := z.r.nextText(end, z.to)
	if n < z.to && isRule(z.r.lines[n].Text) {
		n = z.r.nextText(n+1, z.to)
	}
	if n >= z.to || n-end > 5 || z.heading(n) || !titleLike(unboxed(z.r.lines[n].Text)) {
		return end
	}
	at := z.r.nextText(n+1, z.to)
	if at >= z.to || at-n > 3 {
		return end
	}
	b, ok := bylineOf(unboxed(z.r.lines[at].Text))
	if !ok || b.alone || at+1 < z.to && !z.r.lines[at+1].Blank() && !isRule(z.r.lines[at+1].Text) {
		return end
	}
	if first := z.r.nextText(end, z.to); first < n {
		z.aside = append(z.aside, aside{"rule of the header", first, n})
	}
	z.entries = append(z.entries, z.lineEntry("title", n, n+1, 0))
	if len(authors) == 0 {
		z.entries = append(z.entries, z.credit(at, 0)...)
	} else {
		z.aside = append(z.aside, aside{repeatedTitle, at, at + 1})
	}
	return z.ruleBelow(at + 1)
}
