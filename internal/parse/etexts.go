package parse

import "strings"

// Two texts of Project Gutenberg in one file: between them stand the first one's
// licence and the second one's head, which says whose and what it is.

// nextEtext reads what stands between two etexts, if the first ends in line n: the
// heading that the second one's head makes, and what of it is no part of the book.
// end is n when no etext follows.
func (r *reading) nextEtext(n, to int) (h heading, cuts []cut, end int) {
	t := r.lines[n].Text
	if len(t) > maxHeading || !isMarker(t, "end of") && !hasFoldPrefix(strings.TrimLeft(t, "<["), "end of") || !containsFold(t, "gutenberg") {
		return h, nil, n
	}
	start := r.gutenbergStart(n, to)
	if start == n || r.nextText(start, to) == to {
		return h, nil, n
	}
	line, open := -1, 0
	for k := n + 1; k < start && (line < 0 || open == 0); k++ {
		t := r.lines[k].Text
		if hasFoldPrefix(t, "title:") && len(t) > len("title:") {
			line, open = k, len(t)-len(strings.TrimLeft(t[len("title:"):], " "))
		} else if at := strings.Index(strings.ToLower(t), "project gutenberg e"); line < 0 && at >= 0 && at < 6 && strings.Contains(t, " of ") {
			line = k
		}
	}
	if line < 0 {
		return h, nil, n
	}
	if open == 0 {
		open = strings.Index(r.lines[line].Text, " of ") + len(" of ")
	}
	end = start
	for k := r.nextText(end, to); k < to && creditsText(r.lines[k].Text, true); k = r.nextText(k, to) {
		for ; k < to && !r.lines[k].Blank(); k++ {
		}
		end = k
	}
	if line > n {
		cuts = append(cuts, cut{licenceCut, n, line, n})
	}
	from := line + 1
	for k := from; k < start; k++ { // somebody else wrote it: the line stays
		if t := r.lines[k].Text; hasFoldPrefix(t, "author:") && !sameNames(authorsOf(t[len("author:"):]), r.book.Meta.Authors()) {
			if first := r.nextText(from, k); first < k {
				cuts = append(cuts, cut{licenceCut, first, k, n})
			}
			from = k + 1
		}
	}
	cuts = append(cuts, cut{licenceCut, from, end, n})
	return r.storyHeading(n, line, open, end), cuts, end
}

const licenceCut = "licence text"
