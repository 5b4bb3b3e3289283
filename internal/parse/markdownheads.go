package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// markdownHeads marks the headings that the writer marked, as Markdown does: "# Rain",
// "## The Rope", with a blank line before and behind. The first of them is the story's
// title if the others stand on a level below it, or a byline stands under it.
func markdownHeads(r *desk.Reading, from, to int) {
	heads := markedHeads(r, from, to)
	if len(heads) > 0 {
		alone := true // on its level, above the others
		for _, h := range heads[1:] {
			alone = alone && h.level > heads[0].level
		}
		if (alone || r.Book.Meta.TitleFrom != book.FromHeader) && isMarkdownTitle(r, heads[0].line, from, to, alone) {
			heads = heads[1:]
		}
	}
	if len(heads) == 0 || len(heads) == 1 && heads[0].level == 1 && !wording.LooksLikeHeading(headText(r, heads[0])) { // read by what it says
		return
	}
	r.HeadLevels = map[int]int{}
	for _, h := range heads {
		l := &r.Lines[h.line]
		kept := l.Marks & passage.GivenMarks
		end := headEnd(r, h.line)
		passage.Measure(l, l.Text[h.text:end], l.Start()+h.text)
		l.Marks |= kept | passage.IsHead
		r.HeadLevels[h.line] = h.level
	}
}

// isMarkdownTitle reports whether the marked line n is the story's title: nothing but the
// lines of a header stand before it, and what is marked behind it stands below it, or
// a byline does.
func isMarkdownTitle(r *desk.Reading, n, from, to int, above bool) bool {
	if opening.NextText(r, from, to) != n {
		return false
	}
	next := opening.NextText(r, n+1, to)
	if next < to {
		if b, ok := says.BylineOf(r.Lines[next].Text); ok && (b.Alone || b.Names != "") {
			return true
		}
	}
	return above && next < to && r.Lines[next].Text[0] == '#'
}

// headEnd is where the words of the marked line n end: before closing signs, and before
// the name that Markdown gives a heading for links, "# One {#one}", which is set aside.
func headEnd(r *desk.Reading, n int) int {
	l := &r.Lines[n]
	if at := strings.LastIndex(l.Text, " {#"); at > 0 && strings.HasSuffix(l.Text, "}") {
		r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: "name of a heading for links", Span: r.Src.Span(l.Start()+at+1, l.Start()+len(l.Text))})
		return len(strings.TrimRight(l.Text[:at], "# "))
	}
	return len(strings.TrimRight(l.Text, "# "))
}

// A markedHead is a heading as Markdown marks it: where its words begin in its line.
type markedHead struct{ line, level, text int }

// markedHeads finds the lines "# Rain" of lines [from, to).
func markedHeads(r *desk.Reading, from, to int) []markedHead {
	var heads []markedHead
	for n := from; n < to; n++ {
		l := &r.Lines[n]
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
		if level > 6 || text == level || text == len(l.Text) || n > from && !r.Lines[n-1].Blank() || n+1 < to && !r.Lines[n+1].Blank() || len(l.Text) > 200 {
			continue
		}
		if strings.TrimRight(l.Text[text:], "# ") == "" {
			continue
		}
		heads = append(heads, markedHead{n, level, text})
	}
	return heads
}

func headText(r *desk.Reading, h markedHead) string {
	return strings.TrimRight(r.Lines[h.line].Text[h.text:], "# ")
}

// firstMarked is the first of lines [from, to) that is marked as one of several headings
// of its level, and so is below the story's header; to when there is none. The first
// line of all is one only if it says so: it may be the title.
func firstMarked(r *desk.Reading, from, to int) int {
	heads := markedHeads(r, from, to)
	var level [7]int
	for _, h := range heads {
		level[h.level]++
	}
	first := opening.NextText(r, from, to)
	for _, h := range heads {
		text := headText(r, h)
		told := wording.LooksLikeHeading(text)
		if b, ok := says.BylineOf(text); ok && b.Names != "" {
			continue
		}
		if _, labelled := says.LabelOf(text); labelled && !told || h.line == first && !told || level[h.level] < 2 && !told {
			continue
		}
		return h.line
	}
	return to
}
