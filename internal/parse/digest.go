package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// digest reads the masthead of a mailing list's digest and the list of messages
// below it (RFC 1153: the masthead, the topics, a rule of seventy dashes, then
// messages between rules of thirty), and returns the line of the first message;
// from when the file is no digest.
func (r *reading) digest(from, to int) int {
	const most = 200 // lines of a digest's list
	first := r.nextText(from, to)
	topics := -1
	for n := first; n < min(to, first+12); n++ {
		if len(r.lines[n].Text) > maxHeading {
			continue
		}
		switch strings.ToLower(strings.TrimRight(r.lines[n].Text, " :.-")) {
		case "in this issue", "today's topics", "topics in this digest", "there are messages in this issue", "in today's issue":
			topics = n
		}
	}
	if topics < 0 || topics == first || !strings.Contains(strings.ToLower(r.lines[first].Text), "digest") {
		return from
	}
	rule := topics + 1
	for rule < min(to, topics+most) && !(r.lines[rule].Width >= longRule && passage.IsRule(r.lines[rule].Text)) {
		rule++
	}
	if rule >= min(to, topics+most) {
		return from
	}
	if _, end := r.envelopeAt(rule+1, to); end == rule+1 {
		return from
	}
	k := &r.known
	k.digest = true
	masthead := r.lines[first].Text
	if name, rest, wide := strings.Cut(masthead, "   "); wide {
		k.title = name
		if i := strings.Index(rest, "   "); i > 0 {
			rest = rest[:i]
		}
		if day := dayOf(strings.TrimSpace(rest)); day != strings.TrimSpace(rest) {
			k.published = day
		}
	} else {
		k.title = titleOf(masthead).text
	}
	r.leaveOutAs("digest", "a digest's list of messages", first, rule+1, "the file is a mailing list's digest: each message is a section, and the book's contents stand for the list of messages")
	return rule + 1
}
