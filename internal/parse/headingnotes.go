package parse

// A book's notes stand at its end, below a line that says so; they are one section,
// though they may be ordered by the book's chapters.

// noteWords are the lines that open notes.
var noteWords = map[string]bool{"notes": true, "endnotes": true, "footnotes": true, "notestothetext": true, "anmerkungen": true, "notas": true, "note": true, "примечания": true}

// opensNotes reports whether a line is nothing but one of these words.
func opensNotes(s string) bool {
	const most = 40 // bytes: asked of every line
	return len(s) <= most && noteWords[plainKey(s)]
}

// takeNotes makes endnotes of a "NOTES" line behind the last numbered heading.
func (s *scheme) takeNotes() {
	for i := len(s.heads) - 1; i > 0; i-- {
		h := &s.heads[i]
		if h.kind != noNumeral {
			return
		}
		if h.style&named != 0 && opensNotes(s.lines[h.line].Text) {
			h.word, h.verdict, h.style = headingWords["endnotes"], nameAlone, h.style&^named|satellite
			return
		}
	}
}
