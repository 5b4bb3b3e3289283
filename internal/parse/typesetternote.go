package parse

import (
	"fmt"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// typesetterNotes takes the notes for typesetters off the ends of lines [from, to),
// as an archive of Japanese books writes them: "［＃８字下げ］一［＃「一」は中見出し］"
// is the heading "一". They are set aside; notes inside a line stay.
func (r *reading) typesetterNotes(from, to int) {
	const open, shut = "［＃", "］"
	first, before := -1, len(r.book.SetAside)
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Marks&passage.HasWide == 0 {
			continue
		}
		kept := l.Marks &^ (passage.HasWide | passage.HasRuns) // what a person said of the line
		for strings.HasPrefix(l.Text, open) {
			end := strings.Index(l.Text, shut)
			if end < 0 {
				break
			}
			end += len(shut)
			r.typesetterNote(l.Start, l.Start+end)
			passage.Measure(l, l.Text[end:], l.Start+end)
		}
		for strings.HasSuffix(l.Text, shut) {
			at := strings.LastIndex(l.Text, open)
			if at < 0 || strings.Contains(l.Text[at:len(l.Text)-len(shut)], shut) {
				break
			}
			r.typesetterNote(l.Start+at, l.Start+len(l.Text))
			passage.Measure(l, l.Text[:at], l.Start)
		}
		if kept&passage.NoHead == 0 && strings.Contains(r.src.Line(n), "見出し］") {
			kept |= passage.IsHead
			if r.headLevels == nil {
				r.headLevels = map[int]int{}
			}
			r.headLevels[n] = 2
		}
		l.Marks |= kept
		if first < 0 && len(r.book.SetAside) > before {
			first = n
		}
	}
	if first >= 0 {
		r.remark("typesetter-notes", diag.Note, first, first+1, fmt.Sprintf("%d notes for typesetters, of which this line has the first, are not in the book", len(r.book.SetAside)-before), "")
	}
}

func (r *reading) typesetterNote(from, to int) {
	r.book.SetAside = append(r.book.SetAside, book.SetAside{Reason: "note for typesetters", Span: r.src.Span(from, to)})
}
