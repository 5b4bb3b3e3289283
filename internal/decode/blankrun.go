package decode

import (
	"bytes"

	"storybind/internal/diag"
)

// blankRuns shortens the runs of blank lines that are longer than that. Of each run
// of white space that may be long enough it sees at least one byte in probe.
func (d *draft) blankRuns() {
	const probe = longestBlankRun / 2
	t := d.text
	var w *rewriting
	first, count := 0, 0
	for i := probe; i < len(t); i += probe {
		if !isBlank(t[i]) {
			continue
		}
		from, to := i, i
		for from > i-probe && isBlank(t[from-1]) {
			from--
		}
		for to < len(t) && isBlank(t[to]) {
			to++
		}
		i = max(i, to-to%probe)
		from, lines := afterLines(t, from, to, longestBlankRun+1) // the first ends a line of text
		if lines <= longestBlankRun {
			continue
		}
		to = bytes.LastIndexByte(t[:to], '\n') + 1
		if from >= to {
			continue
		}
		if w == nil {
			w, first = d.rewrite(), from
		}
		w.upTo(from)
		w.skip(to)
		count++
	}
	if w == nil {
		return
	}
	d.find(finding{code: "blank-lines", severity: diag.Note, message: "more than 1000 blank lines follow each other %s; 1000 were kept"}, first, count)
	w.done()
}

// afterLines is the byte after the n-th line end of t[from:to], and how many of
// them there are.
func afterLines(t []byte, from, to, n int) (at, lines int) {
	for at = from; lines < n; lines++ {
		k := bytes.IndexByte(t[at:to], '\n')
		if k < 0 {
			break
		}
		at += k + 1
	}
	return at, lines
}

func isBlank(c byte) bool { return c == '\n' || c == ' ' || c == '\t' }
