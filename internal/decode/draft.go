package decode

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"storybind/internal/diag"
	"storybind/internal/source"
)

// A draft is a story's text on its way from bytes to clean text. Each step
// replaces text, never writes into it: the first step's text is the caller's.
type draft struct {
	text    []byte
	name    string  // IANA name of the encoding, in lower case
	lines   []int32 // the file's line of each line of text; nil when they are the same
	found   []finding
	touched bool // a step mended something, so another step may find more
}

// A finding is something mended or lost, counted over the story.
type finding struct {
	code     string
	severity diag.Severity
	line     int // the file's line of the first, counted from 0
	count    int
	message  string // with one %s for "3 times" or "once"
	hint     string
}

// fileLine is the file's line, counted from 0, on which byte at of text stands.
// Line ends must be "\n" already.
func (d *draft) fileLine(at int) int {
	return d.fileLineOf(bytes.Count(d.text[:at], []byte{'\n'}))
}

// fileLineOf is the file's line of line n of text.
func (d *draft) fileLineOf(n int) int {
	if n < len(d.lines) {
		return int(d.lines[n])
	}
	return n
}

// find adds a finding that was made count times, first at byte at of text. The
// same finding of a later round is counted with the first.
func (d *draft) find(f finding, at, count int) {
	if count == 0 {
		return
	}
	d.touched = true
	f.line, f.count = d.fileLine(at), count
	for i := range d.found {
		if d.found[i].code == f.code && d.found[i].message == f.message {
			d.found[i].count += count
			d.found[i].line = min(d.found[i].line, f.line)
			return
		}
	}
	d.found = append(d.found, f)
}

// A rewriting is a step that may add and remove line ends: it keeps account of
// the file's line for each line that it writes.
type rewriting struct {
	d     *draft
	out   []byte
	lines []int32
	at    int // bytes of d.text read so far
	line  int // the line of d.text in which at stands
}

func (d *draft) rewrite() *rewriting {
	w := &rewriting{d: d, out: make([]byte, 0, len(d.text)+len(d.text)/64+16)}
	w.lines = append(w.lines, int32(d.fileLineOf(0)))
	return w
}

// upTo copies the text from where reading stands to byte end.
func (w *rewriting) upTo(end int) {
	for w.at < end {
		n := bytes.IndexByte(w.d.text[w.at:end], '\n')
		if n < 0 {
			w.out = append(w.out, w.d.text[w.at:end]...)
			w.at = end
			return
		}
		w.out = append(w.out, w.d.text[w.at:w.at+n+1]...)
		w.at += n + 1
		w.line++
		w.lines = append(w.lines, int32(w.d.fileLineOf(w.line)))
	}
}

// skip leaves out the text up to byte end.
func (w *rewriting) skip(end int) {
	w.line += bytes.Count(w.d.text[w.at:end], []byte{'\n'})
	w.at = end
	if n := len(w.out); n == 0 || w.out[n-1] == '\n' { // the line being written begins here
		w.lines[len(w.lines)-1] = int32(w.d.fileLineOf(w.line))
	}
}

// put writes text of our own; it must hold no line end.
func (w *rewriting) put(s string) { w.out = append(w.out, s...) }

// newline ends the line being written.
func (w *rewriting) newline() {
	w.out = append(w.out, '\n')
	w.lines = append(w.lines, int32(w.d.fileLineOf(w.line)))
}

// endLine ends the line being written, unless it has just been begun.
func (w *rewriting) endLine() {
	w.trim()
	if n := len(w.out); n > 0 && w.out[n-1] != '\n' {
		w.newline()
	}
}

// emptyLine sees to an empty line before what is written next.
func (w *rewriting) emptyLine() {
	w.endLine()
	if n := len(w.out); n > 1 && w.out[n-2] != '\n' {
		w.newline()
	}
}

// trim takes blanks from the end of the line being written.
func (w *rewriting) trim() {
	n := len(w.out)
	for n > 0 && (w.out[n-1] == ' ' || w.out[n-1] == '\t') {
		n--
	}
	w.out = w.out[:n]
}

// done makes what was written the draft's text.
func (w *rewriting) done() {
	w.upTo(len(w.d.text))
	w.d.text, w.d.lines = w.out, w.lines
	for n, file := range w.lines {
		if int(file) != n {
			return
		}
	}
	w.d.lines = nil
}

// remarks are the findings, and one remark for each line that holds characters
// that nobody can read (U+FFFD), as far as remarks go (see [diag.List]).
func (d *draft) remarks(t *source.Text) []diag.Diagnostic {
	out := d.unreadable(t)
	for _, f := range d.found {
		out = append(out, diag.Diagnostic{
			Code: "decode/" + f.code, Severity: f.severity, Span: spanOfLine(t, f.line),
			Message: fmt.Sprintf(f.message, times(f.count)), Hint: f.hint,
		})
	}
	slices.SortStableFunc(out, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

// spanOfLine is the first line of the text that stands on the file's line, or
// the last before it.
func spanOfLine(t *source.Text, file int) source.Span {
	lo, hi := 0, t.Lines()-1
	for lo < hi {
		if mid := (lo + hi) / 2; t.FileLine(mid) < file {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return t.LineSpan(lo, lo)
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

const replacement = "\uFFFD"

func (d *draft) unreadable(t *source.Text) []diag.Diagnostic {
	var out diag.List
	for at := 0; ; {
		n := strings.Index(t.Body[at:], replacement)
		if n < 0 {
			return out.All()
		}
		line := t.LineAt(at + n)
		text := t.Line(line)
		what := "a character"
		if count := strings.Count(text, replacement); count > 1 {
			what = fmt.Sprintf("%d characters", count)
		}
		out.Add(diag.Diagnostic{Code: "decode/unreadable-character", Severity: diag.Problem, Span: t.Span(at+n, at+n+len(replacement)),
			Message: what + " of this line cannot be read in " + d.name + ", or an earlier program had lost them",
			Hint:    "look at the line in an editor; if the whole story looks wrong, name its encoding with --encoding"})
		at = t.LineStart(line) + len(text)
	}
}
