package parse

import (
	"fmt"

	"storybind/internal/diag"
)

// checkNumbers warns of gaps and repeats in the running numbers of headings.
func (b *binding) checkNumbers() {
	const most = 10 // remarks; a file that counts in its own way needs no more
	said := 0
	prev := map[int32]*heading{}
	for i := range b.heads {
		h := &b.heads[i]
		if h.kind == noNumeral || h.kind == finalNumber || h.group == 0 || h.word == 0 && namesDate(b.lines[h.line].Text) { // days do not run
			continue
		}
		p := prev[h.group]
		prev[h.group] = h
		if p == nil || h.number == 1 || h.word == headingWords["上"] || h.number == p.number+1 || h.titled() != p.titled() && h.number != p.number {
			continue
		}
		if said++; said > most {
			continue
		}
		text := b.lines[h.line].Text
		message := fmt.Sprintf("%q follows %q: the numbers do not run", text, b.lines[p.line].Text)
		switch {
		case h.number == p.number && text != b.lines[p.line].Text[:min(len(text), len(b.lines[p.line].Text))] && (partsNumber(text, h.label) || partsNumber(b.lines[p.line].Text, p.label)): // "Part 2a", "Part 2b", "2", "2 1/2"
			said--
			continue
		case h.number == p.number:
			message = fmt.Sprintf("%q has the same number as %q (line %d)", text, b.lines[p.line].Text, b.src.FileLine(int(p.line)))
		case h.number == p.number+2:
			message = fmt.Sprintf("%q follows %q: number %d is missing", text, b.lines[p.line].Text, p.number+1)
		}
		b.remark("chapter-numbers", diag.Warning, int(h.line), int(h.line)+1, message, "look whether a chapter is missing, or a line was taken for a heading that is none")
	}
}

// partsNumber reports whether a letter or a fraction stands behind the number of a heading
// whose label ends at byte label.
func partsNumber(text string, label uint8) bool {
	if label < 2 || int(label) > len(text) {
		return false
	}
	c, before := text[label-1], text[label-2]
	return c >= 'a' || before == '/' || c >= 'A' && c <= 'D' && before >= '0' && before <= '9'
}
