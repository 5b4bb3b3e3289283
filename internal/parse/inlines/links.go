package inlines

import "strings"

// LinkIn finds a web address in text[from:to], a stretch without blanks.
func LinkIn(text string, from, to int) (Marked, bool) {
	w := text[from:to]
	i := strings.Index(w, "://")
	if i < 0 {
		return Marked{}, false
	}
	start := i
	for start > 0 && 'a' <= w[start-1]|0x20 && w[start-1]|0x20 <= 'z' {
		start--
	}
	switch strings.ToLower(w[start:i]) {
	case "http", "https", "ftp":
	default:
		return Marked{}, false
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
		return Marked{}, false
	}
	return Marked{From: from + start, To: from + end, What: asLink, Ref: w[start:end]}, true
}
