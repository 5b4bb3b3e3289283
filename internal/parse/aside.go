package parse

import (
	"strings"
	"unicode"

	"storybind/internal/diag"
	"storybind/internal/source"
)

// What is read and left out of the book is told by its first words, so that nobody
// takes "0 lost" for "all printed".

// leaveOutAs sets lines [from, to) aside and says so: what they are, and their
// first words.
func (r *reading) leaveOutAs(code, reason string, from, to int, what string) {
	r.setAside(reason, from, to)
	r.tellAside(code, diag.Note, from, to, what, "")
}

// tellAside says that lines [from, to) are not in the book.
func (r *reading) tellAside(code string, severity diag.Severity, from, to int, what, hint string) {
	r.remark(code, severity, from, to, what+"; not in the book: "+firstWords(r.span(from, to)), hint)
}

// firstWords quotes how a stretch of the story begins.
func firstWords(at source.Span) string {
	const most = 40 // bytes
	raw := at.Raw()
	text := foldSpace(strings.ToValidUTF8(raw[:min(len(raw), 4*most)], ""))
	if len(text) <= most && len(raw) <= 4*most {
		return quoted(text)
	}
	text = text[:min(len(text), most)]
	if i := strings.LastIndexByte(text, ' '); i > most/2 {
		text = text[:i]
	}
	return quoted(strings.ToValidUTF8(text, "") + "…")
}

// saysMore is the first word of lines [from, to) that the story's header does not
// have; "" when it has them all.
func (r *reading) saysMore(from, to int) string {
	said := map[string]bool{}
	add := func(s string) {
		for _, w := range wordsOf(s) {
			said[w] = true
		}
	}
	for i := range r.book.Meta.Fields {
		f := &r.book.Meta.Fields[i]
		add(f.Label)
		add(f.Value)
	}
	for _, a := range r.book.SetAside {
		if a.Reason == mailHeaderCut || a.Reason == repeatedTitle {
			add(a.Span.Raw())
		}
	}
	for n := from; n < to; n++ {
		t := r.lines[n].Text
		if l, ok := labelOf(t); ok && l.known() {
			t = t[l.value:]
		}
		for _, w := range wordsOf(t) {
			if !said[w] && strings.Trim(w, "0123456789") != "" {
				return w
			}
		}
	}
	return ""
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// edgeMark is the reason for leaving out a mark with letters ("oOo") that stands at
// a section's edge.
const edgeMark = "scene break at a section's edge"

// tellEdgeMarks says once that such marks are left out.
func (r *reading) tellEdgeMarks() {
	first, count := -1, 0
	for i, a := range r.book.SetAside {
		if a.Reason == edgeMark {
			if count++; first < 0 || a.Span.Start < r.book.SetAside[first].Span.Start {
				first = i
			}
		}
	}
	if count == 0 {
		return
	}
	at := r.book.SetAside[first].Span
	n := r.src.LineAt(at.Start)
	what := "a mark that parts scenes stands at a section's edge, where it parts nothing"
	if count > 1 {
		what = decimal(count) + " marks that part scenes stand at sections' edges, where they part nothing; the first"
	}
	r.tellAside("edge-mark", diag.Note, n, n+1, what, "")
}
