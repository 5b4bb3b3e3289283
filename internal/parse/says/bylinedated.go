package says

import (
	"strings"
)

// Sites print in one line who posted a story and on which day: "Posted on May 3, 2014 by
// Annie", "3 mai 2014 par Anne Petit", "Publicado por Ana Ruiz en 3 mayo 2014".

// datedByline reads such a line: where the names stand in it. ok is false when it is none.
func datedByline(s string) (start, end int, ok bool) {
	const most = 100 // bytes
	if len(s) > most || !strings.ContainsAny(s, "0123456789") {
		return 0, 0, false
	}
	for _, mark := range [...]string{" | ", " · ", " • "} { // "June 12, 2007 | Annie Lee"
		a, b, two := strings.Cut(s, mark)
		switch {
		case two && IsDateLine(withoutClock(a)) && BareName(b):
			return len(s) - len(b), len(s), true
		case two && IsDateLine(withoutClock(b)) && BareName(a):
			return 0, len(a), true
		}
	}
	for i := 1; i < len(s); i++ {
		if s[i-1] != ' ' {
			continue
		}
		size := byAt(s[i:])
		if size == 0 {
			continue
		}
		before := strings.Trim(s[:i], " ,|·•-–—")
		start = i + size
		if names := s[start:]; dateMade(before) && !strings.ContainsAny(names, "0123456789") {
			return start, len(s), NamesLike(names)
		}
		if end = start + dayBehind(s[start:]); end < len(s) && postedWord(before) {
			return start, end, NamesLike(s[start:end])
		}
	}
	return 0, 0, false
}

// byAt is the number of bytes that a word for "by" and the blank behind it have at the start
// of s; 0 when none stands there.
func byAt(s string) int {
	for _, word := range [...]string{"by ", "par ", "por ", "von ", "door ", "av ", "af ", "di ", "da ", "de ", "od ", "przez "} {
		if strings.HasPrefix(s, word) {
			return len(word)
		}
	}
	return 0
}

// dateMade reports whether a text is a date, with or without what was done that day.
func dateMade(s string) bool {
	return IsDateLine(withoutClock(s)) || WhenMade(s) != s
}

// postedWord reports whether a text says that something was posted, and no more: "Publicado".
func postedWord(s string) bool {
	for _, lead := range postedWords(s) {
		first, _, _ := strings.Cut(lead, " ")
		if strings.EqualFold(s, lead) || len(first) > 3 && foldedPrefix(s, first) == len(s) {
			return true
		}
	}
	return false
}

// dayBehind is where a name ends behind which a day stands: "Ana Ruiz en 3 mayo 2014". It is
// the length of s when none does.
func dayBehind(s string) int {
	for _, joint := range [...]string{" on ", " at ", " en ", " el ", " le ", " am ", " il ", " em ", " op ", " den ", ", ", " - ", " | ", " · "} {
		if i := strings.Index(s, joint); i > 0 && IsDateLine(withoutClock(s[i+len(joint):])) {
			return i
		}
	}
	return len(s)
}
