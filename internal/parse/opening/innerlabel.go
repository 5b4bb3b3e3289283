package opening

import (
	"strings"

	"storybind/internal/parse/says"
)

// straddles reports whether line n begins with the second half of a label whose
// first half ends the line before: "... gone. Content" / "Warning: none".
func (z *Zone) straddles(n int) bool {
	if !z.full(n-1, n) {
		return false
	}
	prev := z.R.Lines[n-1].Text
	l, ok := z.R.LabelIn(n)
	if !ok || l.Start != 0 {
		return false
	}
	for k, at := 0, len(prev); k < 3; k++ {
		at = strings.LastIndexByte(prev[:at], ' ')
		if at < 1 {
			return false
		}
		if strings.IndexByte(".!?)\"'", prev[at-1]) >= 0 {
			_, _, known := says.LookupLabel(prev[at+1:] + " " + l.Text)
			return known
		}
	}
	return false
}
