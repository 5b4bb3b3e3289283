package parse

import "slices"

// A book's notes may be ordered by its chapters: "NOTES", then "Chapter 1" again
// with the notes to it. Those headings head nothing of the story; the notes are one
// section at its end.

// noteWords are the lines that open notes.
var noteWords = map[string]bool{"notes": true, "endnotes": true, "footnotes": true, "notestothetext": true, "anmerkungen": true, "notas": true, "note": true, "примечания": true}

// takeNotes makes endnotes of a "NOTES" line behind which the chapters' numbers
// begin again at once, and takes their headings back up to the next line that heads
// a section without a number ("GLOSSARY").
func (s *scheme) takeNotes() {
	for i := len(s.heads) - 2; i > 0; i-- {
		h, next := &s.heads[i], &s.heads[i+1]
		if h.style&(named|satellite) == 0 || h.before == 0 || h.after == 0 || !noteWords[plainKey(s.lines[h.line].Text)] ||
			!s.isTaken(next) || next.kind == noNumeral || next.number != 1 || next.from > h.block+int32(h.after) {
			continue
		}
		again := s.groups[next.group]
		if k, _ := slices.BinarySearch(again.members, int32(i)); k == 0 {
			continue // the first chapter of the story itself
		}
		end := i + 1
		for end < len(s.heads) && s.heads[end].style&satellite == 0 {
			end++
		}
		for k := i + 1; k < end; k++ {
			if n := &s.heads[k]; s.isTaken(n) {
				g := s.groups[n.group]
				g.members = slices.DeleteFunc(g.members, func(m int32) bool { return int(m) == k })
				n.group = 0
			}
		}
		if s.isTaken(h) {
			return
		}
		h.word, h.verdict, h.style = headingWords["endnotes"], nameAlone, h.style&^named|satellite
		h.group = int32(len(s.groups))
		s.groups = append(s.groups, &group{names: true, rank: int(chapterDepth) * 10, taken: true, members: []int32{int32(i)}})
		return
	}
}
