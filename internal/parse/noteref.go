package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// refBytes are the bytes with which references to notes begin: brackets, stars, ^, and
// the first bytes of † ‡ § and of raised figures.
var refBytes = [256]bool{'[': true, '(': true, '{': true, '*': true, '^': true, 0xE2: true, 0xC2: true}

// noteRefs notes the marks in s[start:] that may refer to notes, in line n.
func noteRefs(s string, start, n int, refs map[refKey][]int) {
	for i := start; i < len(s); i++ {
		if !refBytes[s[i]] {
			continue
		}
		mark, form, end := markAt(s, i)
		if end == 0 {
			if s[i] == '*' {
				for i+1 < len(s) && s[i+1] == '*' {
					i++
				}
			}
			continue
		}
		if form == roundForm && isApart(s, i) {
			if len(mark) < 3 && refersAt(s, i, form, end) {
				refs[refKey{mark, apartForm}] = append(refs[refKey{mark, apartForm}], n)
			}
			continue
		}
		if refersAt(s, i, form, end) {
			refs[refKey{mark, form}] = append(refs[refKey{mark, form}], n)
			if form == squareForm && mark == "*" || form == roundForm && mark == "*" {
				refs[refKey{mark, starred}] = append(refs[refKey{mark, starred}], n)
			}
		}
		if form == starred {
			i = end - 1
		}
	}
}

// isApart reports whether a number in round brackets at byte i stands behind a blank.
func isApart(s string, i int) bool {
	return (i == 0 || s[i-1] == ' ') && i+1 < len(s) && isDigit(rune(s[i+1]))
}

// refersAt reports whether the mark s[i:end] stands where a reference to a note does:
// close behind a word, or where its brackets say enough.
func refersAt(s string, i int, form noteForm, end int) bool {
	apart := i == 0 || s[i-1] == ' '
	switch form {
	case squareForm, curlForm:
		return true
	case starred:
		return i > 0 && s[i-1] != '[' && s[i-1] != '(' && (end == len(s) || kindOf(rune(s[end])) != ofWord) && (!apart || end == len(s) || s[end] == ' ')
	case raised:
		return !apart && !isPower(s, i) && (end == len(s) || kindOf(firstRune(s[end:])) != ofWord)
	}
	return !apart || s[i+1] == '*' || isDigit(rune(s[i+1])) && i > 1 && !enumerates(s[:i-1])
}

// enumerates reports whether a number in brackets behind s counts the parts of a
// sentence, "two rules: (1) never ask, and (2) never tell", and refers to no note.
func enumerates(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(",;:-–—(", last) {
		return true
	}
	switch strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) {
	case "and", "or", "und", "oder", "et", "ou", "y", "o", "e", "и", "или", "see", "siehe", "voir":
		return true
	}
	return false
}

// isPower reports whether raised figures behind byte i belong to a measure or a formula:
// "40 m²", "mc²", "x³".
func isPower(s string, i int) bool {
	from := i
	for from > 0 && kindOf(rune(s[from-1])) == ofWord {
		from--
	}
	w := s[from:i]
	if w == "" {
		return i > 0 && s[i-1] == ')'
	}
	if isDigit(rune(w[len(w)-1])) || len(w) == 1 {
		return w != "I" && w != "a"
	}
	switch w {
	case "mm", "cm", "dm", "km", "ft", "in", "yd", "mi", "sq", "mc", "ab", "xy":
		return true
	}
	return len(w) == 2 && strings.ToLower(w) == w && !strings.ContainsAny(w, "aeiouy")
}

// A noteCall is a mark in the text that may refer to a note.
type noteCall struct {
	mark  string
	typed string // as it stands in the story: "[1]"
	line  int
}

// after reports whether a note with a mark that suits stands behind line n.
func (x *noteIndex) after(mark string, form noteForm, n int) bool {
	of := x.byMark[mark]
	lo, hi := 0, len(of)
	for lo < hi {
		if m := (lo + hi) / 2; x.notes[of[m]].line <= n {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for ; lo < len(of); lo++ {
		note := &x.notes[of[lo]]
		if note.suits(form) && (form != starred || note.far || note.line-n <= footDistance) {
			return true
		}
	}
	return false
}

// afterApart reports whether a note stands behind line n that a number in brackets behind
// a blank may refer to.
func (x *noteIndex) afterApart(mark string, n int) bool {
	for _, k := range x.byMark[mark] {
		if note := &x.notes[k]; note.line > n && note.apart && (note.headed || note.line-n <= nearNote) {
			return true
		}
	}
	return false
}

// callAt reads the reference to a note at text[i], which stands in line n. Which note
// it refers to is settled when the book is whole: see notepairs.go.
func (r *reading) callAt(text string, i, n int) (marked, bool) {
	x := r.layout.notes
	if x == nil || n < 0 {
		return marked{}, false
	}
	mark, form, end := markAt(text, i)
	if end == 0 || !x.after(mark, form, n) || form == roundForm && isApart(text, i) && !x.afterApart(mark, n) {
		return marked{}, false
	}
	x.refs = append(x.refs, noteCall{mark, text[i:end], n})
	return marked{from: i, to: end, what: asNoteRef, ref: decimal(len(x.refs) - 1)}, true
}

// readSign reads "(1)", "{1}", "†" or "¹" as the reference to a note, and returns the
// first byte after it; i when it is none.
func (r *reading) readSign(m *marks, i, n int) int {
	if n < 0 || i == 0 {
		return i
	}
	if _, form, end := markAt(m.text, i); end == 0 || !refersAt(m.text, i, form, end) {
		return i
	}
	if ref, ok := r.callAt(m.text, i, n); ok {
		m.found = append(m.found, ref)
		return ref.to
	}
	return i
}

// readStar reads stars behind a word, or alone, as the reference to a note. It
// returns the first byte after them; 0 when they are none.
func (r *reading) readStar(m *marks, i, n int) int {
	if n < 0 || i == 0 {
		return 0
	}
	_, end := starMark(m.text, i)
	if end == 0 || m.text[i-1] == ' ' && end < len(m.text) && m.text[end] != ' ' {
		return 0
	}
	if ref, ok := r.callAt(m.text, i, n); ok {
		m.found = append(m.found, ref)
		return ref.to
	}
	return 0
}

// calledAtEnd parts a heading in line n from the references to notes at its end.
func (r *reading) calledAtEnd(text string, n int) (string, []book.Inline) {
	x := r.layout.notes
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
			if !refBytes[text[i]] || i > 0 && text[i] == text[i-1] {
				continue
			}
			_, form, end := markAt(text, i)
			if end != len(text) || !refersAt(text, i, form, end) {
				continue
			}
			if ref, ok := r.callAt(text, i, n); ok {
				call := x.refs[len(x.refs)-1]
				out = append([]book.Inline{book.NoteRef{ID: callID(ref.ref), Mark: call.mark}}, out...)
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

// callID is the ID of a reference that is not settled yet.
func callID(ref string) string { return "?" + ref }
