package parse

import (
	"strings"

	"storybind/internal/parse/desk"
	"storybind/internal/parse/mail"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// digest reads the masthead of a mailing list's digest and the list of messages
// below it (RFC 1153: the masthead, the topics, a rule of seventy dashes, then
// messages between rules of thirty), and returns the line of the first message;
// from when the file is no digest.
func digest(r *desk.Reading, from, to int) int {
	const most = 200 // lines of a digest's list
	first := opening.NextText(r, from, to)
	topics := -1
	for n := first; n < min(to, first+12); n++ {
		if len(r.Lines[n].Text) > wording.MaxHeading {
			continue
		}
		switch strings.ToLower(strings.TrimRight(r.Lines[n].Text, " :.-")) {
		case "in this issue", "today's topics", "topics in this digest", "there are messages in this issue", "in today's issue":
			topics = n
		}
	}
	if topics < 0 || topics == first || !strings.Contains(strings.ToLower(r.Lines[first].Text), "digest") {
		return from
	}
	rule := topics + 1
	for rule < min(to, topics+most) && !(r.Lines[rule].Width() >= outline.LongRule && passage.IsRule(r.Lines[rule].Text)) {
		rule++
	}
	if rule >= min(to, topics+most) {
		return from
	}
	if _, end := opening.EnvelopeAt(r, rule+1, to); end == rule+1 {
		return from
	}
	k := &r.Known
	k.Digest = true
	masthead := r.Lines[first].Text
	if name, rest, wide := strings.Cut(masthead, "   "); wide {
		k.Title = name
		if i := strings.Index(rest, "   "); i > 0 {
			rest = rest[:i]
		}
		if day := mail.DayOf(strings.TrimSpace(rest)); day != strings.TrimSpace(rest) {
			k.Published = day
		}
	} else {
		k.Title = says.TitleOf(masthead).Text
	}
	r.LeaveOutAs("digest", "a digest's list of messages", first, rule+1, "the file is a mailing list's digest: each message is a section, and the book's contents stand for the list of messages")
	return rule + 1
}
