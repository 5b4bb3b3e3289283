package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
)

// after reports whether a note with a mark that suits stands behind line n.
func (x *NoteIndex) after(mark string, form inlines.NoteForm, n int) bool {
	of := x.byMark[mark]
	lo, hi := 0, len(of)
	for lo < hi {
		if m := (lo + hi) / 2; x.Notes[of[m]].Line <= n {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for ; lo < len(of); lo++ {
		note := &x.Notes[of[lo]]
		if note.Suits(form) && (form != inlines.Starred || note.Far || note.Line-n <= inlines.FootDistance) {
			return true
		}
	}
	for _, k := range of {
		if note := &x.Notes[k]; note.Early && note.Suits(form) && note.Line < n && n-note.Line <= inlines.FootDistance {
			return true
		}
	}
	return false
}

// afterApart reports whether a note stands behind line n that a number in brackets behind
// a blank may refer to.
func (x *NoteIndex) afterApart(mark string, n int) bool {
	for _, k := range x.byMark[mark] {
		if note := &x.Notes[k]; note.Line > n && note.Apart && (note.Headed || note.Line-n <= max(inlines.NearNote, note.Reach)) {
			return true
		}
	}
	return false
}

// callAt reads the reference to a note at text[i], which stands in line n. Which note
// it refers to is settled when the book is whole: see notepairs.go.
func (r *Reading) callAt(text string, i, n int) (inlines.Marked, bool) {
	mark, end := r.refersAt(text, i, n)
	if end == 0 {
		return inlines.Marked{}, false
	}
	x := r.Layout.Notes
	x.Refs = append(x.Refs, inlines.NoteCall{Mark: mark, Typed: text[i:end], Line: n})
	return inlines.Marked{From: i, To: end, What: inlines.AsNoteRef, Ref: inlines.Decimal(len(x.Refs) - 1)}, true
}

// refersAt reads the mark at text[i], in line n, that refers to a note; end is 0 when there
// is none.
func (r *Reading) refersAt(text string, i, n int) (mark string, end int) {
	x := r.Layout.Notes
	if x == nil || n < 0 {
		return "", 0
	}
	mark, form, end := inlines.MarkAt(text, i)
	if end == 0 || !x.after(mark, form, n) || form == inlines.RoundForm && inlines.IsApart(text, i) && !x.afterApart(mark, n) {
		return "", 0
	}
	return mark, end
}

// readSign reads "(1)", "{1}", "†" or "¹" as the reference to a note, and returns the
// first byte after it; i when it is none.
func (r *Reading) readSign(m *inlines.Marks, i, n int) int {
	if n < 0 || i == 0 {
		return i
	}
	if _, form, end := inlines.MarkAt(m.Text, i); end == 0 || !inlines.RefersAt(m.Text, i, form, end) {
		return i
	}
	if ref, ok := r.callAt(m.Text, i, n); ok {
		m.Found = append(m.Found, ref)
		return ref.To
	}
	return i
}

// readStar reads stars behind a word, or alone, as the reference to a note. It
// returns the first byte after them; 0 when they are none.
func (r *Reading) readStar(m *inlines.Marks, i, n int) int {
	if n < 0 || i == 0 {
		return 0
	}
	_, end := inlines.StarMark(m.Text, i)
	if end == 0 || m.Text[i-1] == ' ' && end < len(m.Text) && m.Text[end] != ' ' {
		return 0
	}
	if ref, ok := r.callAt(m.Text, i, n); ok {
		m.Found = append(m.Found, ref)
		return ref.To
	}
	return 0
}

// CalledAtEnd parts a heading in line n from the references to notes at its end.
func (r *Reading) CalledAtEnd(text string, n int) (string, []book.Inline) {
	x := r.Layout.Notes
	if x == nil {
		return text, nil
	}
	var out []book.Inline
	for len(out) < 3 && len(text) > 1 {
		last, _ := utf8.DecodeLastRuneInString(text)
		if unicode.IsLetter(last) {
			break
		}
		found := false
		for i := max(1, len(text)-26); i < len(text) && !found; i++ {
			if !passage.RefBytes[text[i]] || i > 0 && text[i] == text[i-1] {
				continue
			}
			_, form, end := inlines.MarkAt(text, i)
			if end != len(text) || !inlines.RefersAt(text, i, form, end) {
				continue
			}
			if ref, ok := r.callAt(text, i, n); ok {
				call := x.Refs[len(x.Refs)-1]
				out = append([]book.Inline{book.NoteRef{ID: inlines.CallID(ref.Ref), Mark: call.Mark}}, out...)
				text = strings.TrimRight(text[:i], " ")
				found = true
			}
		}
		if !found {
			break
		}
	}
	return text, out
}
