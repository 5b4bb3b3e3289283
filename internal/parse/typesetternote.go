package parse

import (
	"fmt"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
)

// typesetterNotes takes the notes for typesetters off the ends of lines [from, to),
// as an archive of Japanese books writes them: "［＃８字下げ］一［＃「一」は中見出し］"
// is the heading "一". They are set aside; notes inside a line stay.
func typesetterNotes(r *desk.Reading, from, to int) {
	const open, shut = "［＃", "］"
	first, before := -1, len(r.Book.SetAside)
	inset := false // between "［＃ここから２字下げ］" and its end: a letter, a poem, a notice
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Marks&passage.HasWide == 0 {
			continue
		}
		if strings.HasPrefix(l.Text, open+"ここ") {
			inset = strings.HasPrefix(l.Text, open+"ここから")
		} else if inset && !strings.Contains(r.Src.Line(n), "見出し］") {
			l.Marks |= passage.NoHead
		}
		kept := l.Marks &^ (passage.HasWide | passage.HasRuns) // what a person said of the line
		for strings.HasPrefix(l.Text, open) {
			end := strings.Index(l.Text, shut)
			if end < 0 {
				break
			}
			end += len(shut)
			typesetterNote(r, l.Start(), l.Start()+end)
			passage.Measure(l, l.Text[end:], l.Start()+end)
		}
		for strings.HasSuffix(l.Text, shut) {
			at := strings.LastIndex(l.Text, open)
			if at < 0 || strings.Contains(l.Text[at:len(l.Text)-len(shut)], shut) {
				break
			}
			typesetterNote(r, l.Start()+at, l.Start()+len(l.Text))
			passage.Measure(l, l.Text[:at], l.Start())
		}
		if kept&passage.NoHead == 0 && strings.Contains(r.Src.Line(n), "見出し］") {
			kept |= passage.IsHead
			if r.HeadLevels == nil {
				r.HeadLevels = map[int]int{}
			}
			r.HeadLevels[n] = 2
		}
		l.Marks |= kept
		if first < 0 && len(r.Book.SetAside) > before {
			first = n
		}
	}
	if first >= 0 {
		r.Remark("typesetter-notes", diag.Note, first, first+1, fmt.Sprintf("%d notes for typesetters, of which this line has the first, are not in the book", len(r.Book.SetAside)-before), "")
	}
}

func typesetterNote(r *desk.Reading, from, to int) {
	r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: "note for typesetters", Span: r.Src.Span(from, to)})
}
