package parse

import "strings"

// linkIn finds a web address in text[from:to], a stretch without blanks.
func linkIn(text string, from, to int) (marked, bool) {
	w := text[from:to]
	i := strings.Index(w, "://")
	if i < 0 {
		return marked{}, false
	}
	start := i
	for start > 0 && 'a' <= w[start-1]|0x20 && w[start-1]|0x20 <= 'z' {
		start--
	}
	switch strings.ToLower(w[start:i]) {
	case "http", "https", "ftp":
	default:
		return marked{}, false
	}
	end := len(w)
	for end > i+3 && strings.IndexByte(`.,;:!?)]}>"'*_~|`, w[end-1]) >= 0 {
		end--
	}
	for k := i + 3; k < end; k++ {
		if strings.IndexByte("<>\"`|{}\\^[", w[k]) >= 0 || w[k] >= 0x80 {
			end = k
		}
	}
	if end-i < 6 {
		return marked{}, false
	}
	return marked{from: from + start, to: from + end, what: asLink, ref: w[start:end]}, true
}
