package parse

// Books of a series say so above their title: the series, the number of the book,
// and then title and byline.

// volumeAbove reports whether line n, "Book Two", stands below the name of a series
// in line above, and a title with its byline follows.
func (z *zone) volumeAbove(above, n int) bool {
	const widest, gap = 20, 3
	text := z.r.lines[n].Text
	if len(text) > widest || n-above > gap || !hasFoldPrefix(text, "book ") && !hasFoldPrefix(text, "volume ") && !hasFoldPrefix(text, "vol. ") && !hasFoldPrefix(text, "part ") && !hasFoldPrefix(text, "story ") {
		return false
	}
	next := z.r.nextText(n+1, min(z.to, n+1+gap))
	return next < min(z.to, n+1+gap) && z.titleAboveByline(next)
}
