package parse

import (
	"strings"

	"storybind/internal/parse/desk"
	"storybind/internal/parse/mail"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// forwarded sets aside what somebody who passed a message on wrote above it, with
// the line that says so, and returns the line at which the message's header begins.
func forwarded(r *desk.Reading, from, to int) int {
	const reach = 16 // lines that may stand above the mark
	for n := opening.NextText(r, from, to); n < min(to, from+reach); n++ {
		if !mail.IsForwardMark(r.Lines[n].Text) {
			continue
		}
		if _, end := opening.EnvelopeAt(r, n+1, to); end == n+1 || !mayStandAbove(r, from, n) {
			return from
		}
		first := opening.NextText(r, from, to)
		r.LeaveOutAs("envelope", desk.MailHeaderCut, first, n+1, "what stands above a forwarded message")
		return n + 1
	}
	return from
}

// mayStandAbove reports whether the lines above such a mark may be those of whoever
// passed the message on: a message's own header, and a few words at most, unless the
// mark only says "original message", as mails in a story do. A story's header and its
// first paragraphs are none of theirs.
func mayStandAbove(r *desk.Reading, from, mark int) bool {
	if _, end := opening.EnvelopeAt(r, from, mark); end > from {
		from = end
	}
	first := opening.NextText(r, from, mark)
	if first == mark {
		return true
	}
	const fewWords = 4 // lines
	end := first
	for end < mark && !r.Lines[end].Blank() {
		if l, ok := says.LabelOf(r.Lines[end].Text); ok && l.Sure {
			return false
		}
		if b, ok := says.BylineOf(r.Lines[end].Text); ok && !b.Alone {
			return false
		}
		end++
	}
	return end-first <= fewWords && opening.NextText(r, end, mark) == mark && !strings.Contains(strings.ToLower(r.Lines[mark].Text), "original")
}

// unquote takes the ">" from the lines of a story that somebody quoted whole, below a
// header of the file's own.
func unquote(r *desk.Reading, from, to int) {
	const header, sample, least = 40, 400, 8 // lines above the first that is quoted; lines with text that are looked at; those that must be quoted
	first := from
	for first < min(to, from+header) && !strings.HasPrefix(r.Lines[first].Text, ">") {
		first++
	}
	lines, quoted := 0, 0
	for n := first; n < to && lines < sample; n++ {
		if t := r.Lines[n].Text; t != "" {
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
		l := &r.Lines[n]
		if l.Blank() || l.Text[0] != '>' {
			continue
		}
		skip := 1
		if len(l.Text) > 1 && l.Text[1] == ' ' {
			skip = 2
		}
		passage.Measure(l, l.Text[skip:], l.Start()+skip)
	}
}
