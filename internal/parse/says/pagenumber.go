package says

import (
	"strings"
)

// StripPage takes the page number and the leader from an entry's end:
// "The Gate . . . . 17", "The Gate      17".
func StripPage(t string) (string, bool) {
	end := len(t)
	for end > 0 && t[end-1] >= '0' && t[end-1] <= '9' {
		end--
	}
	if end == len(t) {
		for end > 0 && strings.IndexByte("ivxlc", t[end-1]) >= 0 {
			end--
		}
	}
	if end == 0 || end == len(t) || len(t)-end > 5 {
		return t, false
	}
	cut := strings.TrimRight(t[:end], " .\t…·_-–")
	if lead := t[len(cut):end]; len(lead) > 2 || strings.Contains(lead, "\t") || len(lead) == 2 && lead == "  " {
		return cut, cut != ""
	}
	return t, false
}
