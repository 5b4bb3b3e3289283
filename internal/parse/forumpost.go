package parse

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/says"
)

// The head of a post copied from a forum: the thread's name, the day and the post's
// number, and what the forum keeps of its author: "tallow", "Senior Member", "Join Date:
// Jan 2005", "Posts: 1,204". It is read as a message's envelope is.

// forumHead reads such a head, and returns the first line behind it.
func forumHead(r *desk.Reading, from, to int) int {
	const most, longest = 14, 60 // lines; bytes of a line
	first := opening.NextText(r, from, to)
	name, kept, end, thread := -1, 0, first, -1
	for n := first; n < min(to, first+most); n++ {
		t := r.Lines[n].Text
		if t == "" {
			continue
		}
		low := strings.ToLower(t)
		if len(t) > longest {
			break
		}
		switch {
		case strings.HasPrefix(low, "thread: ") || strings.HasPrefix(low, "topic: "):
			thread = n
		case keptOfUsers(low):
			kept++
			end = n + 1
		case name < 0 && n > first && postStamp(r.Lines[n-1].Text):
			name = n
		}
	}
	if name < 0 || kept < 2 || !says.NamesLike(says.Spelled(r.Lines[name].Text)) {
		return from
	}
	r.Known.Credits = says.AddAuthors(r.Known.Credits, "aut", r.Lines[name].Text)
	if thread >= 0 && thread < name {
		t := r.Lines[thread].Text
		r.Known.Title = char.FirstOf(r.Known.Title, strings.TrimSpace(t[strings.IndexByte(t, ':')+1:]))
	}
	r.LeaveOutAs("envelope", desk.ArchiveWordsCut, first, end, "the post's head was read for title and author")
	return end
}

// keptOfUsers reports whether a line, in small letters, is what a forum keeps of its users.
func keptOfUsers(low string) bool {
	for _, label := range [...]string{"join date: ", "joined: ", "posts: ", "registered: ", "location: ", "messages: ", "member since: ", "reputation: ", "likes received: ", "thanks: "} {
		if strings.HasPrefix(low, label) {
			return true
		}
	}
	return false
}

// postStamp reports whether a line is the day of a post and its number in the thread:
// "03-04-2008, 08:14 PM #1".
func postStamp(s string) bool {
	when, number, ok := strings.Cut(s, "#")
	return ok && char.IsDigits(number) && says.Unlabelled(strings.TrimRight(when, " ,")) == "date"
}
