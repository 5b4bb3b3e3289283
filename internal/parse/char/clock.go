package char

import "strings"

// IsClock reports whether a line in small letters is a time of day: "6:00 a.m.", "1430
// hours", "noon".
func IsClock(low string) bool {
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
