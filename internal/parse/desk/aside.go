package desk

import (
	"strings"
	"unicode"

	"storybind/internal/diag"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/says"
	"storybind/internal/source"
)

// What is read and left out of the book is told by its first words, so that nobody
// takes "0 lost" for "all printed".

// LeaveOutAs sets lines [from, to) aside and says so: what they are, and their
// first words.
func (r *Reading) LeaveOutAs(code, reason string, from, to int, what string) {
	r.SetAside(reason, from, to)
	r.TellAside(code, diag.Note, from, to, what, "")
}

// TellAside says that lines [from, to) are not in the book.
func (r *Reading) TellAside(code string, severity diag.Severity, from, to int, what, hint string) {
	r.Remark(code, severity, from, to, what+"; not in the book: "+firstWords(r.Span(from, to)), hint)
}

// firstWords quotes how a stretch of the story begins.
func firstWords(at source.Span) string {
	const most = 40 // bytes
	raw := at.Raw()
	text := says.FoldSpace(strings.ToValidUTF8(raw[:min(len(raw), 4*most)], ""))
	if len(text) <= most && len(raw) <= 4*most {
		return Quoted(text)
	}
	text = text[:min(len(text), most)]
	if i := strings.LastIndexByte(text, ' '); i > most/2 {
		text = text[:i]
	}
	return Quoted(strings.ToValidUTF8(text, "") + "…")
}

// SaysMore is the first word of lines [from, to) that the story's header does not
// have; "" when it has them all.
func (r *Reading) SaysMore(from, to int) string {
	said := map[string]bool{}
	add := func(s string) {
		for _, w := range wordsOf(s) {
			said[w] = true
		}
	}
	for i := range r.Book.Meta.Fields {
		f := &r.Book.Meta.Fields[i]
		add(f.Label)
		add(f.Value)
	}
	for _, a := range r.Book.SetAside {
		if a.Reason == MailHeaderCut || a.Reason == RepeatedTitle {
			add(a.Span.Raw())
		}
	}
	for n := from; n < to; n++ {
		t := r.Lines[n].Text
		if l, ok := says.LabelOf(t); ok && l.Known() {
			t = t[l.Value:]
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

// EdgeMark is the reason for leaving out a mark with letters ("oOo") that stands at
// a section's edge.
const EdgeMark = "scene break at a section's edge"

// TellEdgeMarks says once that such marks are left out.
func (r *Reading) TellEdgeMarks() {
	first, count := -1, 0
	for i, a := range r.Book.SetAside {
		if a.Reason == EdgeMark {
			if count++; first < 0 || a.Span.Start < r.Book.SetAside[first].Span.Start {
				first = i
			}
		}
	}
	if count == 0 {
		return
	}
	at := r.Book.SetAside[first].Span
	n := r.Src.LineAt(at.Start)
	what := "a mark that parts scenes stands at a section's edge, where it parts nothing"
	if count > 1 {
		what = inlines.Decimal(count) + " marks that part scenes stand at sections' edges, where they part nothing; the first"
	}
	r.TellAside("edge-mark", diag.Note, n, n+1, what, "")
}
