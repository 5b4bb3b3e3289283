package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
)

// markdownHeads marks the headings that the writer marked, as Markdown does: "# Rain",
// "## The Rope", with a blank line before and behind. The first of them is the story's
// title if the others stand on a level below it, or a byline stands under it.
func (r *reading) markdownHeads(from, to int) {
	type head struct{ line, level, text int }
	var heads []head
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Text == "" || l.Text[0] != '#' || l.Marks&passage.NoHead != 0 {
			continue
		}
		level := 0
		for level < len(l.Text) && l.Text[level] == '#' {
			level++
		}
		text := level
		for text < len(l.Text) && l.Text[text] == ' ' {
			text++
		}
		if level > 6 || text == level || text == len(l.Text) || n > from && !r.lines[n-1].Blank() || n+1 < to && !r.lines[n+1].Blank() || len(l.Text) > 200 {
			continue
		}
		if strings.TrimRight(l.Text[text:], "# ") == "" {
			continue
		}
		heads = append(heads, head{n, level, text})
	}
	if len(heads) > 0 {
		alone := true // on its level, above the others
		for _, h := range heads[1:] {
			alone = alone && h.level > heads[0].level
		}
		if (alone || r.book.Meta.TitleFrom != book.FromHeader) && r.isMarkdownTitle(heads[0].line, from, to, alone) {
			heads = heads[1:]
		}
	}
	if len(heads) < 2 { // a chapter by itself is read by what it says
		return
	}
	r.headLevels = map[int]int{}
	for _, h := range heads {
		l := &r.lines[h.line]
		kept := l.Marks & passage.GivenMarks
		end := len(strings.TrimRight(l.Text, "# "))
		passage.Measure(l, l.Text[h.text:end], l.Start+h.text)
		l.Marks |= kept | passage.IsHead
		r.headLevels[h.line] = h.level
	}
}

// isMarkdownTitle reports whether the marked line n is the story's title: nothing but the
// lines of a header stand before it, and what is marked behind it stands below it, or
// a byline does.
func (r *reading) isMarkdownTitle(n, from, to int, above bool) bool {
	if r.nextText(from, to) != n {
		return false
	}
	next := r.nextText(n+1, to)
	if next < to {
		if b, ok := bylineOf(r.lines[next].Text); ok && (b.alone || b.names != "") {
			return true
		}
	}
	return above && next < to && r.lines[next].Text[0] == '#'
}
