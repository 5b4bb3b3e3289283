package parse

import (
	"strings"

	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
)

// pageWords sets aside what a page copied from the Archive of Our Own has above
// and below the work for visitors to click on; two such lines at least.
func pageWords(r *desk.Reading, from, to int) (int, int) {
	first, lines := opening.NextText(r, from, to), 0
	n := first
	for n < to && isPageWord(r.Lines[n].Text) {
		n = opening.NextText(r, n+1, to)
		lines++
	}
	if lines > 1 && n < to {
		r.LeaveOutAs("archive-page", desk.ArchiveWordsCut, first, n, "what a page of the archive has above the work for its visitors")
		from = n
	}
	last := to
	for last > from && r.Lines[last-1].Blank() {
		last--
	}
	n, lines = last, 0
	for n > from && (r.Lines[n-1].Blank() || isPageWord(r.Lines[n-1].Text)) {
		if n--; !r.Lines[n].Blank() {
			first = n
			lines++
		}
	}
	if lines > 1 && n > from {
		r.LeaveOutAs("archive-page", desk.ArchiveWordsCut, first, last, "what a page of the archive has below the work for its visitors")
		to = first
	}
	return from, to
}

// isPageWord reports whether a line is a link or a button of the Archive of Our Own's pages.
func isPageWord(s string) bool {
	switch strings.TrimLeft(s, "↑←→ ") {
	case "Main Content", "Skip header", "Skip to content", "Archive of Our Own", "Archive of Our Own beta", "User Navigation", "Site Navigation", "Work Header", "Actions", "Top", "Bookmark", "Kudos", "Share", "Download", "Chapter Index", "Entire Work", "Hide Creator's Style", "Next Chapter", "Previous Chapter", "Comments", "Hide Comments", "Log In":
		return true
	}
	rest, ok := strings.CutPrefix(s, "Comments (")
	return ok && strings.Trim(rest, "0123456789,)") == ""
}
