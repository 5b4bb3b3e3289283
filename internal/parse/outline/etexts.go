package outline

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Two texts of Project Gutenberg in one file: between them stand the first one's
// licence and the second one's head, which says whose and what it is.

// nextEtext reads what stands between two etexts, if the first ends in line n: the
// heading that the second one's head makes, and what of it is no part of the book.
// end is n when no etext follows.
func nextEtext(r *desk.Reading, n, to int) (h Heading, cuts []Cut, end int) {
	t := r.Lines[n].Text
	if len(t) > wording.MaxHeading || !IsMarker(t, "end of") && !char.HasFoldPrefix(strings.TrimLeft(t, "<["), "end of") || !char.ContainsFold(t, "gutenberg") {
		return h, nil, n
	}
	start := GutenbergStart(r, n, to)
	if start == n || opening.NextText(r, start, to) == to {
		return h, nil, n
	}
	line, open := -1, 0
	for k := n + 1; k < start && (line < 0 || open == 0); k++ {
		t := r.Lines[k].Text
		if char.HasFoldPrefix(t, "title:") && len(t) > len("title:") {
			line, open = k, len(t)-len(strings.TrimLeft(t[len("title:"):], " "))
		} else if at := strings.Index(strings.ToLower(t), "project gutenberg e"); line < 0 && at >= 0 && at < 6 && strings.Contains(t, " of ") {
			line = k
		}
	}
	if line < 0 {
		return h, nil, n
	}
	if open == 0 {
		open = strings.Index(r.Lines[line].Text, " of ") + len(" of ")
	}
	end = start
	for k := opening.NextText(r, end, to); k < to && CreditsText(r.Lines[k].Text, true); k = opening.NextText(r, k, to) {
		for ; k < to && !r.Lines[k].Blank(); k++ {
		}
		end = k
	}
	if line > n {
		cuts = append(cuts, Cut{LicenceCut, n, line, n})
	}
	from := line + 1
	for k := from; k < start; k++ { // somebody else wrote it: the line stays
		if t := r.Lines[k].Text; char.HasFoldPrefix(t, "author:") && !opening.SameNames(says.AuthorsOf(t[len("author:"):]), r.Book.Meta.Authors()) {
			if first := opening.NextText(r, from, k); first < k {
				cuts = append(cuts, Cut{LicenceCut, first, k, n})
			}
			from = k + 1
		}
	}
	cuts = append(cuts, Cut{LicenceCut, from, end, n})
	return storyHeading(r, n, line, open, end), cuts, end
}

const LicenceCut = "licence text"
