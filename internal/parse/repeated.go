package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// repeated sets title and byline aside where they stand a second time between
// header and text, and returns the first line after them.
func (z *zone) repeated(end int) int {
	const most = 4 // lines
	if z.andOthers() {
		return end // the first story of the collection has the collection's title
	}
	first, last := -1, -1
	for k, n := end, 0; n < most && k < z.to; n++ {
		k = z.r.nextText(k, z.to)
		if k >= z.to {
			break
		}
		if first >= 0 && k-last > 4 {
			break
		}
		text := z.r.lines[k].Text
		switch {
		case z.repeats(k):
		case first >= 0 && k == last && z.creditAt(k): // the byline that the fields lack
			z.aside = append(z.aside, aside{repeatedTitle, first, last})
			if next := z.r.nextText(k+1, z.to); next < z.to && z.labelled(next) && !z.heading(next) {
				return z.readFields(next)
			}
			return z.ruleBelow(k + 1)
		case first < 0 && isRule(text) && k+1 < z.to && z.repeats(k+1): // a box
		case first >= 0 && isRule(text) && (k == last || z.r.lines[first].Text == text): // an underline, or the box's end
		default:
			n = most
			continue
		}
		if first < 0 {
			first = k
		}
		last = k + 1
		if b, ok := bylineOf(unboxed(text)); ok && b.alone {
			last = z.r.nextText(k+1, z.to) + 1
		}
		k = last
	}
	if first < 0 || last == first+1 && z.beginsParagraph(first) {
		return end
	}
	z.aside = append(z.aside, aside{repeatedTitle, first, last})
	return z.ruleBelow(last)
}

// beginsParagraph reports whether line n is the first line of a stanza or a paragraph,
// and not a line of its own above one.
func (z *zone) beginsParagraph(n int) bool {
	if n+1 >= z.to || z.r.lines[n+1].Blank() || isRule(z.r.lines[n+1].Text) || z.labelled(n+1) {
		return false
	}
	l, next := &z.r.lines[n], &z.r.lines[n+1]
	if next.Width > 100 || isCapitals(l.Text) && !isCapitals(next.Text) {
		return false
	}
	return next.Indent < l.Indent+2 || next.Head == passage.StartsLower || n > z.from && z.indentsVerse(n+1)
}

// indentsVerse reports whether the lines of the block at line n are short, as verse is.
func (z *zone) indentsVerse(n int) bool {
	for k := n; k < z.to && !z.r.lines[k].Blank(); k++ {
		if z.r.lines[k].Width > 60 {
			return false
		}
	}
	return true
}

// andOthers reports whether the title page is that of a collection named after one of
// its stories: "THE LAMP", "and Other Stories".
func (z *zone) andOthers() bool {
	for i := range z.entries {
		if e := &z.entries[i]; e.name == "subtitle" && namesOthers(e.value) {
			return true
		}
	}
	return false
}

// namesOthers reports whether a subtitle names the other stories of a collection.
func namesOthers(subtitle string) bool { return hasFoldPrefix(subtitle, "and other ") }

// creditAt makes an author of the byline in line n when nobody is named yet.
func (z *zone) creditAt(n int) bool {
	b, ok := bylineOf(unboxed(z.r.lines[n].Text))
	if _, authors := z.said(); !ok || b.alone || len(authors) > 0 || n+1 < z.to && !z.r.lines[n+1].Blank() {
		return false
	}
	z.entries = append(z.entries, z.credit(n, 0)...)
	return true
}

// repeats reports whether line n says the title or the authors that the header
// has named.
func (z *zone) repeats(n int) bool {
	text := unboxed(z.r.lines[n].Text)
	title, authors := z.said()
	if f := formOf(text); title != "" && (!looksLikeHeading(text) || f.titled() && sameLetters(title, text)) { // "Second Season, Last Crossing"
		if t := titleOf(text).text; sameLetters(title, t) || sameLetters(title, text) {
			if !isCapitals(t) && isCapitals(title) {
				z.mixed = t
			}
			return true
		}
		if t, names, _, ok := titleByAuthor(text); ok && sameLetters(titleOf(t).text, title) && sameNames(authorsOf(names), authors) {
			return true
		}
	}
	b, ok := bylineOf(text)
	if ok && b.alone {
		next := z.r.nextText(n+1, min(z.to, n+4))
		return next < min(z.to, n+4) && sameNames(authorsOf(z.r.lines[next].Text), authors)
	}
	if ok && sameNames(authorsOf(b.names), authors) {
		return true
	}
	// "Annie's The Lamp"
	for _, a := range authors {
		if rest, ok := strings.CutPrefix(text, a); ok && title != "" && sameLetters(strings.TrimLeft(rest, "'’"), "s"+title) {
			return true
		}
	}
	return false
}

// sameNames reports whether all names of some are among all.
func sameNames(some, all []string) bool {
	if len(some) == 0 {
		return false
	}
	for _, s := range some {
		found := false
		for _, a := range all {
			found = found || sameLetters(s, a)
		}
		if !found {
			return false
		}
	}
	return true
}
