package char

import "strings"

// A Flow is a value gathered from stretches of lines, which remembers where in
// the story each of them stood.
type Flow struct {
	Text  []byte
	marks []flowMark
}

type flowMark struct{ at, src int } // text[at:] stands at src in the story, up to the next mark

// Reset empties the flow; its memory is used again.
func (f *Flow) Reset() { f.Text, f.marks = f.Text[:0], f.marks[:0] }

// Add appends a stretch of the story that begins at byte src, with what joins it
// to what is there already.
func (f *Flow) Add(joint, s string, src int) {
	if s == "" {
		return
	}
	if len(f.Text) > 0 {
		f.Text = append(f.Text, joint...)
	}
	f.marks = append(f.marks, flowMark{len(f.Text), src})
	f.Text = append(f.Text, s...)
}

// Src is where text[at] stands in the story.
func (f *Flow) Src(at int) int {
	lo, hi := 0, len(f.marks)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; f.marks[mid].at <= at {
			lo = mid
		} else {
			hi = mid
		}
	}
	if len(f.marks) == 0 {
		return 0
	}
	return f.marks[lo].src + at - f.marks[lo].at
}

// Folded is a value with its white space folded: blanks inside paragraphs to one
// blank, the blank lines between them to "\n\n".
func Folded(s string) string {
	if !strings.Contains(s, "\n") {
		return strings.Join(strings.Fields(s), " ")
	}
	var paras []string
	for _, p := range strings.Split(s, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			paras = append(paras, p)
		}
	}
	return strings.Join(paras, "\n\n")
}
