package desk

import (
	"strings"

	"storybind/internal/parse/passage"
)

// IsSceneBreak reports whether line n, taken by itself, is the mark of a scene
// break. Where it stands (after the header, round a heading, at a section's
// edge) is for the caller to see.
func (r *Reading) IsSceneBreak(n int) bool { return r.Lines[n].Marks&passage.IsMark != 0 }

// LetterMarks marks lines between blank lines that hold only an "x", "X" or "o" as
// scene breaks: where the same one stands there at least twice, and an x also where it
// stands once between paragraphs. An "X" among other Roman numbers is one of them.
func (r *Reading) LetterMarks(from, to int) {
	const letters = "xXo"
	var found [len(letters)][]int
	numbers := false
	for n := from + 1; n < to-1; n++ {
		t := r.Lines[n].Text
		if t == "IX" || t == "XI" {
			numbers = true
		}
		if len(t) != 1 || !r.Lines[n-1].Blank() || !r.Lines[n+1].Blank() {
			continue
		}
		if k := strings.IndexByte(letters, t[0]); k >= 0 {
			found[k] = append(found[k], n)
		}
	}
	for k, lines := range found {
		if len(lines) == 0 || letters[k] == 'X' && numbers || len(lines) == 1 && (letters[k] == 'o' || !r.betweenParagraphs(lines[0], from, to)) {
			continue
		}
		for _, n := range lines {
			r.Lines[n].Marks |= passage.IsMark | passage.NoHead
		}
	}
}

// betweenParagraphs reports whether the text above line n and that below it are
// paragraphs that end in a stop; what stands below "Love, Tom" is a kiss.
func (r *Reading) betweenParagraphs(n, from, to int) bool {
	const least = 60 // columns
	above, below := n-1, n+1
	for above > from && r.Lines[above].Blank() {
		above--
	}
	for below < to-1 && r.Lines[below].Blank() {
		below++
	}
	first := above // of the paragraph above, whose last line may be short
	for first > from && !r.Lines[first-1].Blank() {
		first--
	}
	a, b := &r.Lines[above], &r.Lines[below]
	return a.Tail == passage.EndsStop && max(a.Width(), r.Lines[first].Width()) >= least && b.Width() >= least
}
