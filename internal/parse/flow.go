package parse

import "strings"

// A flow is a value gathered from stretches of lines, which remembers where in
// the story each of them stood.
type flow struct {
	text  []byte
	marks []flowMark
}

type flowMark struct{ at, src int } // text[at:] stands at src in the story, up to the next mark

func (f *flow) reset() { f.text, f.marks = f.text[:0], f.marks[:0] }

// add appends a stretch of the story that begins at byte src, with what joins it
// to what is there already.
func (f *flow) add(joint, s string, src int) {
	if s == "" {
		return
	}
	if len(f.text) > 0 {
		f.text = append(f.text, joint...)
	}
	f.marks = append(f.marks, flowMark{len(f.text), src})
	f.text = append(f.text, s...)
}

// src is where text[at] stands in the story.
func (f *flow) src(at int) int {
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

// folded is a value with its white space folded: blanks inside paragraphs to one
// blank, the blank lines between them to "\n\n".
func folded(s string) string {
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
