package decode

import (
	"bytes"
	"strings"

	"storybind/internal/diag"
)

// raisedFigures and loweredFigures are the figures that Unicode has of their own.
var (
	raisedFigures  = [...]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}
	loweredFigures = [...]string{"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"}
)

// raised reads figures in tags as the raised or lowered figures that they mean: the mark of
// a note, "ford<sup>1</sup>", a power, a formula. Other words in such tags stay for parse.
func (d *draft) raised() {
	t := d.text
	if !bytes.Contains(t, []byte("/su")) && !bytes.Contains(t, []byte("/SU")) {
		return
	}
	var w *rewriting
	var done tallyOf
	next := sooner(t, '<', '[')
	for i := next(0); i < len(t); i = next(i) {
		to, end := raisedTag(t[i:])
		if end == 0 {
			i++
			continue
		}
		if w == nil {
			w = d.rewrite()
		}
		done.add(i)
		w.upTo(i)
		w.put(to)
		i += end
		w.skip(i)
	}
	if w == nil {
		return
	}
	d.find(finding{code: "board-tags", severity: diag.Note, message: "tags that raise or lower figures stand in the story %s; the figures are raised or lowered without them"}, done.at, done.count)
	w.done()
}

// raisedTag reads "<sup>1</sup>" or "[sub]2[/sub]" at the start of t: what it means, and its
// length; 0 when it is none.
func raisedTag(t []byte) (to string, end int) {
	until := byte('>')
	if t[0] == '[' {
		until = ']'
	}
	if len(t) < len("<sup>1</sup>") || t[4] != until {
		return "", 0
	}
	name := strings.ToLower(string(t[1:4]))
	figures := &raisedFigures
	switch name {
	case "sup":
	case "sub":
		figures = &loweredFigures
	default:
		return "", 0
	}
	i := 5
	var b strings.Builder
	for i < len(t) && i < 5+3 && in(t[i], '0', '9') {
		b.WriteString(figures[t[i]-'0'])
		i++
	}
	close := len("</sup>")
	if i == 5 || i+close > len(t) || t[i] != t[0] || t[i+1] != '/' || !strings.EqualFold(string(t[i+2:i+5]), name) || t[i+5] != until {
		return "", 0
	}
	return b.String(), i + close
}
