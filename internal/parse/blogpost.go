package parse

import (
	"strconv"
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// A page copied from a blog: the blog's name, the day, the post's title and text, "Posted
// by Annie at 8:14 PM", and what visitors wrote.

// blogPost sets aside the blog's name above the day and what stands below the line that
// says who posted it: only both together show such a page. What stands below must be the
// page's own (labels, comments): a page of several posts stays whole.
func blogPost(r *desk.Reading, from, to int) (int, int) {
	const above, below = 8, 400 // lines of the page above the title, and of comments
	posted := -1
	for n := from + 1; n < to; n++ {
		if t := r.Lines[n].Text; len(t) < 80 && char.HasFoldPrefix(t, "posted by ") && saysClock(t) && r.Lines[n-1].Blank() {
			if posted >= 0 {
				return from, to
			}
			posted = n
		}
	}
	if posted < 0 || to-posted > below || !visitorsBelow(r, posted+1, to) {
		return from, to
	}
	day := -1
	for n := opening.NextText(r, from, posted); n < min(posted, from+above); n++ {
		if t := r.Lines[n].Text; says.IsDateLine(t) && says.NamesDay(t) && (n == from || r.Lines[n-1].Blank()) && r.Lines[n+1].Blank() {
			day = n
			break
		}
	}
	if day < 0 {
		return from, to
	}
	title := opening.NextText(r, day+1, posted)
	if title == posted || !r.Lines[title+1].Blank() || !says.TitleLike(r.Lines[title].Text) && !says.NamesThing(r.Lines[title].Text) {
		return from, to
	}
	if first := opening.NextText(r, from, day); first < day {
		r.LeaveOutAs("archive-page", desk.ArchiveWordsCut, first, day, "what a blog's page has above the post")
	}
	if opening.NextText(r, posted+1, to) < to {
		r.LeaveOutAs("archive-footer", "archive's footer", posted+1, to, "what a blog's page has below the post")
	}
	return day, posted + 1
}

// visitorsBelow reports whether what begins at line n is what a blog prints below a post:
// labels, or how many comments there are; or nothing is left.
func visitorsBelow(r *desk.Reading, n, to int) bool {
	n = opening.NextText(r, n, to)
	if n == to {
		return true
	}
	low := strings.ToLower(r.Lines[n].Text)
	return len(low) < 80 && (strings.HasPrefix(low, "labels: ") || strings.HasPrefix(low, "tags: ") || strings.Contains(low, "comment"))
}

// saysClock reports whether a line ends in an hour of the clock: "Posted by Annie at 8:14 PM".
func saysClock(s string) bool {
	_, when, ok := strings.Cut(strings.ToLower(s), " at ")
	return ok && char.IsClock(strings.TrimSpace(when))
}

// placeInWhole sets aside the place of a chapter in the whole, "1/14", that a site prints
// alone above the chapter's heading with that number.
func placeInWhole(r *desk.Reading, from, to int) {
	const longest = 9 // bytes
	for n := from; n < to; n++ {
		t := r.Lines[n].Text
		if len(t) < 3 || len(t) > longest || !char.IsDigit(rune(t[0])) || n > from && !r.Lines[n-1].Blank() || n+1 < to && !r.Lines[n+1].Blank() {
			continue
		}
		place, whole, ok := strings.Cut(t, "/")
		if !ok || !char.IsDigits(place) || !char.IsDigits(whole) {
			continue
		}
		next := opening.NextText(r, n+1, to)
		if next == to {
			return
		}
		f := wording.FormOf(r.Lines[next].Text)
		if f.Verdict != wording.WordNumber || strconv.Itoa(int(f.Number)) != strings.TrimLeft(place, "0") {
			continue
		}
		r.SetAside("a web page's counts", n, n+1)
		clear(r, n, n+1)
	}
}
