package parse

import "strings"

// nameUnsaid reports whether a bare name, alone under a title in capitals, is one
// that the story never says: a character's name would come again, the author's does
// not. Further lines like it would be headings.
func (z *zone) nameUnsaid(title string, second, next int) bool {
	const most = 1000 // lines of the story
	text := z.r.lines[second].Text
	if !isCapitals(title) || isCapitals(text) && !middleInitial(text) || !bareName(text) || z.heading(next) || z.siblings(second) || titleLike(z.r.lines[next].Text) || isRule(z.r.lines[next].Text) || z.labelled(next) {
		return false
	}
	for _, w := range strings.Fields(text) {
		if foreignNoun(strings.ToLower(w)) || hasStoryWord(w) || strings.HasSuffix(w, "'s") {
			return false
		}
		small := strings.ToLower(strings.Trim(w, ".,"))
		if len(small) < 3 {
			continue
		}
		for k := next; k < min(len(z.r.lines), next+most); k++ {
			if containsFold(z.r.lines[k].Text, small) {
				return false
			}
		}
	}
	return true
}

// middleInitial reports whether a name has an initial inside: "DOROTHY M. SLATE".
func middleInitial(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		if i > 0 && i < len(words)-1 && len(w) == 2 && w[1] == '.' {
			return true
		}
	}
	return false
}
