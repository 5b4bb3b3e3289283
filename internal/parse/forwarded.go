package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// forwarded sets aside what somebody who passed a message on wrote above it, with
// the line that says so, and returns the line at which the message's header begins.
func (r *reading) forwarded(from, to int) int {
	const reach = 16 // lines that may stand above the mark
	for n := r.nextText(from, to); n < min(to, from+reach); n++ {
		if !isForwardMark(r.lines[n].Text) {
			continue
		}
		if _, end := r.envelopeAt(n+1, to); end == n+1 || !r.mayStandAbove(from, n) {
			return from
		}
		first := r.nextText(from, to)
		r.leaveOutAs("envelope", mailHeaderCut, first, n+1, "what stands above a forwarded message")
		return n + 1
	}
	return from
}

// mayStandAbove reports whether the lines above such a mark may be those of whoever
// passed the message on: a message's own header, and a few words at most, unless the
// mark only says "original message", as mails in a story do. A story's header and its
// first paragraphs are none of theirs.
func (r *reading) mayStandAbove(from, mark int) bool {
	if _, end := r.envelopeAt(from, mark); end > from {
		from = end
	}
	first := r.nextText(from, mark)
	if first == mark {
		return true
	}
	const fewWords = 4 // lines
	end := first
	for end < mark && !r.lines[end].Blank() {
		if l, ok := labelOf(r.lines[end].Text); ok && l.sure {
			return false
		}
		if b, ok := bylineOf(r.lines[end].Text); ok && !b.alone {
			return false
		}
		end++
	}
	return end-first <= fewWords && r.nextText(end, mark) == mark && !strings.Contains(strings.ToLower(r.lines[mark].Text), "original")
}

// isForwardMark reports whether a line is one that mail programs set above a message
// which is passed on: "---------- Forwarded message ----------".
func isForwardMark(s string) bool {
	if len(s) > 80 {
		return false
	}
	if s = strings.Trim(s, " -_=>:*"); len(s) > 30 { // the longest has 26
		return false
	}
	switch strings.ToLower(s) {
	case "forwarded message", "forwarded message follows", "begin forwarded message", "start of forwarded message", "original message", "weitergeleitete nachricht", "message transféré":
		return true
	}
	return false
}

// unquote takes the ">" from the lines of a story that somebody quoted whole.
func (r *reading) unquote(from, to int) {
	const sample, least = 400, 8 // lines with text that are looked at; those that must be quoted
	lines, quoted := 0, 0
	for n := from; n < to && lines < sample; n++ {
		if t := r.lines[n].Text; t != "" {
			lines++
			if t[0] == '>' {
				quoted++
			}
		}
	}
	if quoted < least || quoted*20 < lines*19 {
		return
	}
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Blank() || l.Text[0] != '>' {
			continue
		}
		skip := 1
		if len(l.Text) > 1 && l.Text[1] == ' ' {
			skip = 2
		}
		passage.Measure(l, l.Text[skip:], l.Start+skip)
	}
}
