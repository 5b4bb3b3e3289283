package outline

import (
	"strings"

	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Whether a story stands below a header, or only notes, lists and prices.

// storyBelow reports whether a story's text stands below line n, and not only
// notes, further fields or a list: a wrapped paragraph, one long line, a sentence below
// a heading.
func storyBelow(r *desk.Reading, n, to int) bool {
	headed := false
	for n = opening.NextText(r, n, to); n < to; n = opening.NextText(r, n, to) {
		end := n
		for end < to && !r.Lines[end].Blank() {
			end++
		}
		l := &r.Lines[n]
		switch _, label := says.LabelOf(l.Text); {
		case label, passage.IsRule(l.Text), says.IsTheEnd(l.Text), priced(l.Text):
			return false
		case wording.LooksLikeHeading(l.Text) && l.Width() <= 55: // or the first entry of a list
			headed = true
			if end-n > 1 && r.Lines[n+1].Width() > 40 {
				return true
			}
		case end-n >= leastStory && l.Width() > 40, l.Width() > 55, headed && l.Tail == passage.EndsStop, says.HasSpeech(l.Text):
			return true
		}
		n = end
		to = min(to, n+12)
	}
	return false
}

// listsOn reports whether a title with its author stands above a line or two, and again
// above a line or two, below line n: what else there is to read, and no stories.
func listsOn(r *desk.Reading, n, to int) bool {
	const reach, entries = 24, 2 // lines; further entries
	found := 0
	for k := n; k < min(to, n+reach); k++ {
		if k > n && r.Lines[k-1].Blank() && !r.Lines[k].Blank() {
			if _, names, _, ok := says.TitleByAuthor(r.Lines[k].Text); ok && says.IsPersons(names) {
				if found++; found == entries {
					return true
				}
			}
		}
	}
	return false
}

// priced reports whether a line says what a book costs or how it is made, as publishers'
// lists do.
func priced(s string) bool {
	for _, w := range [...]string{"8vo", "12mo", "_s._", "_d._", "Cloth,", "Cloth.", "cloth,", "each volume"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// sentenceBelow reports whether the text below line n begins with a sentence, be the
// story ever so short.
func sentenceBelow(r *desk.Reading, n, to int) bool {
	if n = opening.NextText(r, n, to); n == to {
		return false
	}
	l := &r.Lines[n]
	_, label := says.LabelOf(l.Text)
	return !label && !passage.IsRule(l.Text) && !says.IsTheEnd(l.Text) && (l.Tail == passage.EndsStop || l.Width() > 40)
}
