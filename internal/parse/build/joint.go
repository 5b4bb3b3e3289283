package build

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
)

// joined is the text of rows [a, b) as running text: white space folded, words
// broken at a line's end joined. It also says whether the text may hold marks of
// emphasis, notes, tags or links.
func (p *sectionText) joined(a, b int) (string, bool) {
	w := &p.rows[a]
	if b-a == 1 && w.Marks&passage.HasRuns == 0 {
		return w.Text, w.Marks&passage.HasMarks != 0
	}
	buf := p.buf[:0]
	marked := false
	for i := a; i < b; i++ {
		w := &p.rows[i]
		marked = marked || w.Marks&passage.HasMarks != 0
		if i > a {
			switch p.Layout.Joint(p.rows[i-1].Line, w.Line) {
			case desk.JointBlank:
				buf = append(buf, ' ')
			case desk.JointHyphen:
				buf = buf[:len(buf)-1]
			}
		}
		if w.Marks&passage.HasRuns == 0 {
			buf = append(buf, w.Text...)
		} else {
			buf = passage.AppendFolded(buf, w.Text)
		}
	}
	p.buf = buf
	return string(buf), marked
}
