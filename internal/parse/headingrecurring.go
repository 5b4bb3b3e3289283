package parse

import (
	"strings"
)

// Heads that come again: a story told by several voices, at several times or day by
// day says at the head of each section who speaks, or when: "Mara's POV", "NOW" and
// "THEN", "Monday, January 3rd", or the speaker's name alone. One such line proves
// nothing; it is the return that shows the scheme.

// A recurrence is a kind of such heads.
type recurrence uint8

const (
	noRecurrence recurrence = iota
	voiceHead               // "Mara's POV"
	timeHead                // "THEN"
	dayHead                 // "Monday, January 3rd", "Friday", "Sunday, late", "6:00 a.m.", "Noon"
	nameHead                // "Mara"
)

// timeWords are the lines that say when, in stories that go to and fro.
var timeWords = map[string]bool{"now": true, "then": true, "before": true, "after": true, "past": true, "present": true, "the past": true, "the present": true,
	"present day": true, "today": true, "back then": true, "earlier": true, "later": true, "jetzt": true, "damals": true, "heute": true, "maintenant": true, "avant": true, "après": true, "ahora": true, "antes": true, "después": true,
	"сейчас": true, "тогда": true}

// recurrenceOf reads a line that stands alone as a head that may come again.
func recurrenceOf(s string) recurrence {
	low := strings.ToLower(strings.TrimRight(s, ": "))
	words := strings.Count(low, " ") + 1
	switch {
	case timeWords[low]:
		return timeHead
	case words <= 6 && (strings.HasSuffix(low, " pov") || strings.HasSuffix(low, " p.o.v") || strings.HasSuffix(low, " p.o.v.") || strings.HasSuffix(low, " point of view") || strings.HasPrefix(low, "pov ") || strings.HasPrefix(low, "pov: ")):
		return voiceHead
	case isWeekday(low), isDateLine(s) && strings.ContainsAny(s, " "), beginsWithDay(low), isClock(low), isYear(low):
		return dayHead
	case words <= 2 && titleCased(s) && !allCapitals(s) && // a play's speakers are in capitals
		strings.IndexFunc(s, func(c rune) bool { return strings.ContainsRune(".,:;!?\"()0123456789", c) }) < 0:
		return nameHead
	}
	return noRecurrence
}

// beginsWithDay reports whether a short line begins with a day of the week: "sunday
// again", "thursday, late".
func beginsWithDay(low string) bool {
	i := strings.IndexAny(low, " ,")
	return i > 5 && isWeekday(low[:i]) && len(low) <= 30 && strings.Count(low, " ") < 4 && !strings.ContainsAny(low, ".!?;\"")
}

// isClock reports whether a line in small letters is an hour of the day and nothing
// else: "6:00 a.m.", "4 pm", "0600 hours", "noon".
func isClock(low string) bool {
	switch low {
	case "noon", "midday", "midnight":
		return true
	}
	if len(low) > 14 || low == "" || low[0] < '0' || low[0] > '9' {
		return false
	}
	n := 0
	for n < len(low) && (low[n] >= '0' && low[n] <= '9' || low[n] == ':' || low[n] == '.' && n < 3) {
		n++
	}
	switch digits := low[:n]; strings.ReplaceAll(strings.TrimLeft(low[n:], " "), ".", "") {
	case "am", "pm", "hours", "hrs", "o'clock":
		return true
	case "":
		return strings.IndexByte(digits, ':') > 0
	}
	return false
}

// takeRecurring accepts heads that come again as the story's headings, the surest
// kind first, and reports whether there are any.
func (s *scheme) takeRecurring() bool {
	var kinds [nameHead + 1][]int32
	for i := range s.heads {
		h := &s.heads[i]
		if h.style&named == 0 || h.group != 0 || h.before == 0 || h.after == 0 || s.isBookTitle(h) {
			continue
		}
		if k := recurrenceOf(s.lines[h.line].Text[h.open:h.close]); k != noRecurrence {
			kinds[k] = append(kinds[k], int32(i))
		}
	}
	for k := voiceHead; k <= nameHead; k++ {
		if !s.recurs(k, kinds[k]) {
			continue
		}
		at := int32(len(s.groups))
		g := &group{names: true, rank: int(chapterDepth) * 10, taken: true, recurs: true, members: kinds[k]}
		s.groups = append(s.groups, g)
		for _, m := range g.members {
			s.heads[m].group = at
		}
		s.tellNames(g)
		return true
	}
	return false
}

// recurs reports whether heads of one kind come again often enough, and with
// enough text between them, to be the story's scheme.
func (s *scheme) recurs(kind recurrence, members []int32) bool {
	n := len(members)
	if n < 2 {
		return false
	}
	count := map[string]int{}
	for _, m := range members {
		count[plainKey(s.lines[s.heads[m].line].Text)]++
	}
	between := s.textBetween(int(members[0]), int(members[n-1])) / (n - 1)
	atStart := s.lines[s.heads[members[0]].line].Start-s.lines[s.from].Start <= 400
	switch kind {
	case voiceHead:
		return between >= 20
	case timeHead:
		return len(count) > 1 && between >= 200
	case dayHead:
		return n > 2 && atStart && between >= 20
	}
	if len(count) < 2 || len(count) == n || !atStart || between < 500 {
		return false
	}
	for _, c := range count { // a name that stands alone but once is no voice among several
		if c == 1 && n < 6 {
			return false
		}
	}
	return true
}
