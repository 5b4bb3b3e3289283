package desk

import "storybind/internal/parse/passage"

// IsSceneBreak reports whether line n, taken by itself, is the mark of a scene
// break. Where it stands (after the header, round a heading, at a section's
// edge) is for the caller to see.
func (r *Reading) IsSceneBreak(n int) bool { return r.Lines[n].Marks&passage.IsMark != 0 }

// LetterMarks marks lines between blank lines that hold only an "x" or an "o" as
// scene breaks, if the same one stands there at least twice.
func (r *Reading) LetterMarks(from, to int) {
	var found [2][]int
	for n := from + 1; n < to-1; n++ {
		if l := &r.Lines[n]; l.Text == "x" || l.Text == "o" {
			if r.Lines[n-1].Blank() && r.Lines[n+1].Blank() {
				found[l.Text[0]&1] = append(found[l.Text[0]&1], n)
			}
		}
	}
	for _, lines := range found {
		if len(lines) < 2 {
			continue
		}
		for _, n := range lines {
			r.Lines[n].Marks |= passage.IsMark
		}
	}
}
