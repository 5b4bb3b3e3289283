package parse

import (
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
)

// pageWords sets aside what a page copied from a large archive has above and below the
// work for visitors to click on; two such lines at least.
func pageWords(r *desk.Reading, from, to int) (int, int) {
	first, lines := opening.NextText(r, from, to), 0
	n := first
	for n < to && isPageWord(r.Lines[n].Text) {
		n = opening.NextText(r, n+1, to)
		lines++
	}
	if lines > 1 && n < to {
		r.LeaveOutAs("archive-page", desk.ArchiveWordsCut, first, n, "what an archive's page has above the work for its visitors")
		from = n
	}
	if n = opening.NextText(r, from, to); n < to { // nothing may be left above a footer
		from = followed(r, n, to)
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
		r.LeaveOutAs("archive-page", desk.ArchiveWordsCut, first, last, "what an archive's page has below the work for its visitors")
		to = first
	}
	return from, to
}

// visitorsWords are what the pages of large archives print above and below a work.
var visitorsWords = [...]string{"Main Content", "Skip header", "Skip to content", "Archive of Our Own", "beta", "User Navigation", "Site Navigation", "Work Header", "Actions", "Top", "Bookmark", "Mark for Later", "Kudos", "Share", "Download", "Chapter Index", "Chapter by Chapter", "Full-Page Index", "Entire Work", "Hide Creator's Style", "Next Chapter", "Previous Chapter", "Hide Comments", "Comments", "Log In", "Fandoms", "Browse", "Search", "About the Archive", "About", "Subscribe",
	"Footer", "Site Map", "Diversity Statement", "Terms of Service", "Content Policy", "Privacy Policy", "DMCA Policy", "Contact Us", "Policy Questions & Abuse Reports", "Technical Support & Feedback", "Development", "Known Issues", "View License", "Customize", "Low Vision Default", "Default", "Reversi", "Snow Blue",
	"FanFiction | unleash your imagination", "Just In", "Community", "Forum", "Betas", "Story", "Login | Sign Up"}

// isPageWord reports whether a line is nothing but links and buttons of an archive's page.
func isPageWord(s string) bool {
	if strings.HasSuffix(s, "left kudos on this work!") {
		return true
	}
	const longest = 120
	if s == "" || len(s) > longest {
		return false
	}
	for {
		if s = strings.TrimLeft(s, "↑←→ \t"); s == "" {
			return true
		}
		i := slices.IndexFunc(visitorsWords[:], func(w string) bool {
			return strings.HasPrefix(s, w) && (len(s) == len(w) || strings.HasPrefix(s[len(w):], " ") || s[len(w)] == '\t')
		})
		if i < 0 {
			return false
		}
		s = s[len(visitorsWords[i]):]
		if rest, ok := strings.CutPrefix(s, " ("); ok { // "Comments (12)"
			count, more, closed := strings.Cut(rest, ")")
			if !closed || strings.Trim(count, "0123456789,") != "" {
				return false
			}
			s = more
		}
	}
}

// followed takes what a page has for its visitors off the line of the title, and the way
// to the page above it: "TV Shows > Harbour Lights", "Fiction » Fantasy »", "Follow/Fav The Lamp".
func followed(r *desk.Reading, n, to int) int {
	const mark = "Follow/Fav "
	next := opening.NextText(r, n+1, to)
	if t := r.Lines[n].Text; next < to && (strings.Contains(t, " > ") && strings.HasPrefix(r.Lines[next].Text, mark) || strings.Contains(t, " » ") && strings.HasSuffix(t, "»")) {
		r.LeaveOutAs("archive-page", desk.ArchiveWordsCut, n, next, "the way to a work on the archive's pages")
		n = next
	}
	if l := &r.Lines[n]; strings.HasPrefix(l.Text, mark) && len(l.Text) > len(mark) {
		r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: desk.ArchiveWordsCut, Span: r.Src.Span(l.Start(), l.Start()+len(mark))})
		passage.Measure(l, l.Text[len(mark):], l.Start()+len(mark))
	}
	return n
}
