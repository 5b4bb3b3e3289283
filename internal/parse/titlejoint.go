package parse

import "strings"

// Title pages in print set the small words of a title in lines of their own, with
// white above and below: "THE", "CLOCKMAKER OF ORLEM"; "DR. MALLOW", "AND", "THE
// YELLOW STAIR".

// jointLine reports whether a line holds nothing but such words in capitals.
func jointLine(s string) bool {
	if !isCapitals(s) && s != "A" {
		return false
	}
	for _, w := range strings.Fields(s) {
		switch strings.Trim(w, ",;") {
		case "THE", "A", "AN", "OF", "AND", "OR", "IN", "ON", "AT":
		default:
			return false
		}
	}
	return true
}

// overJoint reports whether a title goes on from line a to line b, with no more
// than two blank lines between them, because one of the two is a joint.
func (z *zone) overJoint(a, b int) bool {
	const most = 3
	first, second := unboxed(z.r.lines[a].Text), unboxed(z.r.lines[b].Text)
	return b-a <= most && isCapitals(second) && (jointLine(first) || jointLine(second))
}
