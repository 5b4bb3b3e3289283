package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// repeated sets title and byline aside where they stand a second time between
// header and text, and returns the first line after them.
func (z *Zone) repeated(end int) int {
	const most = 4 // lines
	if z.andOthers() {
		return end // the first story of the collection has the collection's title
	}
	first, last := -1, -1
	for k, n := end, 0; n < most && k < z.To; n++ {
		k = NextText(z.R, k, z.To)
		if k >= z.To {
			break
		}
		if first >= 0 && k-last > 4 {
			break
		}
		text := z.R.Lines[k].Text
		switch {
		case z.repeats(k) && !z.hasSecond(k):
		case first >= 0 && k == last && z.creditAt(k): // the byline that the fields lack
			z.aside = append(z.aside, desk.Aside{Reason: desk.RepeatedTitle, From: first, To: last})
			if next := NextText(z.R, k+1, z.To); next < z.To && z.labelled(next) && !z.heading(next) {
				return z.readFields(next)
			}
			return z.ruleBelow(k + 1)
		case first < 0 && IsRule(text) && k+1 < z.To && z.repeats(k+1): // a box
		case first >= 0 && IsRule(text) && (k == last || z.R.Lines[first].Text == text): // an underline, or the box's end
		default:
			n = most
			continue
		}
		if first < 0 {
			first = k
		}
		last = k + 1
		if b, ok := says.BylineOf(says.Unboxed(text)); ok && b.Alone {
			last = min(z.To, NextText(z.R, k+1, z.To)+1) // the name stands on the next line, if there is one
		}
		k = last
	}
	if first < 0 || last == first+1 && z.beginsParagraph(first) {
		return end
	}
	z.aside = append(z.aside, desk.Aside{Reason: desk.RepeatedTitle, From: first, To: last})
	return z.ruleBelow(last)
}

// beginsParagraph reports whether line n is the first line of a stanza or a paragraph,
// and not a line of its own above one.
func (z *Zone) beginsParagraph(n int) bool {
	if n+1 >= z.To || z.R.Lines[n+1].Blank() || IsRule(z.R.Lines[n+1].Text) || z.labelled(n+1) {
		return false
	}
	l, next := &z.R.Lines[n], &z.R.Lines[n+1]
	if next.Width() > 100 || book.Shouts(l.Text) && !book.Shouts(next.Text) {
		return false
	}
	return next.Indent() < l.Indent()+2 || next.Head == passage.StartsLower || n > z.From && z.indentsVerse(n+1)
}

// indentsVerse reports whether the lines of the block at line n are short, as verse is.
func (z *Zone) indentsVerse(n int) bool {
	for k := n; k < z.To && !z.R.Lines[k].Blank(); k++ {
		if z.R.Lines[k].Width() > 60 {
			return false
		}
	}
	return true
}

// andOthers reports whether the title page is that of a collection named after one of
// its stories: "THE LAMP", "and Other Stories".
func (z *Zone) andOthers() bool {
	for i := range z.entries {
		if e := &z.entries[i]; e.name == "subtitle" && namesOthers(e.value) {
			return true
		}
	}
	return false
}

// namesOthers reports whether a subtitle names the other stories of a collection.
func namesOthers(subtitle string) bool { return char.HasFoldPrefix(subtitle, "and other ") }

// creditAt makes an author of the byline in line n when nobody is named yet.
func (z *Zone) creditAt(n int) bool {
	b, ok := says.BylineOf(says.Unboxed(z.R.Lines[n].Text))
	if _, authors := z.said(); !ok || b.Alone || len(authors) > 0 || n+1 < z.To && !z.R.Lines[n+1].Blank() {
		return false
	}
	z.entries = append(z.entries, z.credit(n, 0)...)
	return true
}

// repeats reports whether line n says the title or the authors that the header
// has named.
func (z *Zone) repeats(n int) bool {
	text := says.Unboxed(z.R.Lines[n].Text)
	title, authors := z.said()
	if f := wording.FormOf(text); title != "" && (!wording.LooksLikeHeading(text) || f.Titled() && says.SameLetters(title, text)) { // "Second Season, Last Crossing"
		if t := says.TitleOf(text).Text; says.SameLetters(title, t) || says.SameLetters(title, text) {
			if !book.Shouts(t) && book.Shouts(title) {
				z.mixed = t
			}
			return true
		}
		if t, names, _, ok := says.TitleByAuthor(text); ok && says.SameLetters(says.TitleOf(t).Text, title) && SameNames(says.AuthorsOf(names), authors) {
			return true
		}
	}
	b, ok := says.BylineOf(text)
	if ok && b.Alone {
		next := NextText(z.R, n+1, min(z.To, n+4))
		return next < min(z.To, n+4) && SameNames(says.AuthorsOf(z.R.Lines[next].Text), authors)
	}
	if ok && SameNames(says.AuthorsOf(b.Names), authors) {
		return true
	}
	// "Annie's The Lamp"
	for _, a := range authors {
		if rest, ok := strings.CutPrefix(text, a); ok && title != "" && says.SameLetters(strings.TrimLeft(rest, "'’"), "s"+title) {
			return true
		}
	}
	return false
}

// SameNames reports whether all names of some are among all.
func SameNames(some, all []string) bool {
	if len(some) == 0 {
		return false
	}
	for _, s := range some {
		found := false
		for _, a := range all {
			found = found || says.SameLetters(s, a)
		}
		if !found {
			return false
		}
	}
	return true
}
