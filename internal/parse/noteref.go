package parse

import (
	"unicode/utf8"
)

// markOfNote reads a note's mark at s[i]: "[1]", "[A]", "[*]", "(1)", "{12a}". It returns the
// mark and the first byte after it.
func markOfNote(s string, i int) (string, int) {
	until := byte(']')
	switch s[i] {
	case '(':
		until = ')'
	case '{':
		until = '}'
	}
	j := i + 1
	for j < len(s) && j-i < 5 && s[j] != until {
		c := s[j]
		letter := 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
		if !isDigit(rune(c)) && (until == ')' || c != '*' && (!letter || j-i > 1 && until == ']')) {
			return "", 0
		}
		j++
	}
	if j == i+1 || j >= len(s) || s[j] != until {
		return "", 0
	}
	return s[i+1 : j], j + 1
}

// starMark reads stars or daggers at s[i], with the number that may follow them:
// "*", "**", "*(2)", "†".
func starMark(s string, i int) (mark string, end int) {
	j := i
	for j < len(s) && s[j] == '*' {
		j++
	}
	if j == i {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c != '†' && c != '‡' && c != '§' {
			return "", 0
		}
		return s[i : i+size], i + size
	}
	if j-i > 3 {
		return "", 0
	}
	if k := j + 1; k < len(s) && s[j] == '(' {
		for k < len(s) && k-j < 4 && isDigit(rune(s[k])) {
			k++
		}
		if k > j+1 && k < len(s) && s[k] == ')' {
			return s[i : k+1], k + 1
		}
	}
	return s[i:j], j
}

// refBytes are the bytes with which references to notes begin: brackets, stars, and
// the first bytes of † ‡ and §.
var refBytes = [256]bool{'[': true, '(': true, '{': true, '*': true, 0xE2: true, 0xC2: true}

// noteRefs notes the marks in s[start:] that may refer to notes.
func noteRefs(s string, start, n int, refs map[string]int) {
	for i := start; i < len(s); i++ {
		if !refBytes[s[i]] {
			continue
		}
		switch c := s[i]; {
		case c == '[' || c == '(' || c == '{':
			if c == '(' && (i == 0 || s[i-1] == ' ') {
				continue // "(1)" refers to a note only when it is set close to a word
			}
			if mark, end := markOfNote(s, i); end > 0 {
				refs[mark+s[i:i+1]] = n
				if c == '[' && mark == "*" {
					refs[mark] = n
				}
			}
		case c == '*' || c >= utf8.RuneSelf:
			mark, end := starMark(s, i)
			if end == 0 {
				if c == '*' {
					for i+1 < len(s) && s[i+1] == '*' {
						i++
					}
				}
				continue
			}
			if i > 0 && s[i-1] != '[' && (end == len(s) || kindOf(rune(s[end])) != ofWord) && (s[i-1] != ' ' || end == len(s) || s[end] == ' ') {
				refs[mark] = n
			}
			i = end - 1
		}
	}
}

// after finds the note with a mark that stands behind line n.
func (x *noteIndex) after(mark string, n int) *storyNote {
	of := x.byMark[mark]
	lo, hi := 0, len(of)
	for lo < hi {
		if m := (lo + hi) / 2; x.notes[of[m]].line <= n {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(of) {
		return nil
	}
	return &x.notes[of[lo]]
}

// noteRefAt reads the reference to a note at text[i], which stands in line n.
func (r *reading) noteRefAt(text string, i, n int) (marked, bool) {
	x := r.layout.notes
	if x == nil || n < 0 {
		return marked{}, false
	}
	mark, end := markOfNote(text, i)
	if end == 0 {
		return marked{}, false
	}
	to := x.after(mark, n)
	if to == nil {
		return marked{}, false
	}
	return marked{from: i, to: end, open: 1, close: 1, what: asNoteRef, ref: to.id}, true
}

// readSign reads "(1)" or "†" behind a word as the reference to a note, and
// returns the first byte after it; i when it is none.
func (r *reading) readSign(m *marks, i, n int) int {
	x := r.layout.notes
	if n < 0 || i == 0 || m.text[i-1] == ' ' && m.text[i] != '{' {
		return i
	}
	if m.text[i] == '(' || m.text[i] == '{' {
		mark, end := markOfNote(m.text, i)
		if end == 0 {
			return i
		}
		to := x.after(mark, n)
		if to == nil {
			return i
		}
		m.found = append(m.found, marked{from: i, to: end, open: 1, close: 1, what: asNoteRef, ref: to.id})
		return end
	}
	mark, end := starMark(m.text, i)
	if end == 0 {
		return i
	}
	to := x.after(mark, n)
	if to == nil || to.line-n > footDistance {
		return i
	}
	m.found = append(m.found, marked{from: i, to: end, what: asNoteRef, ref: to.id})
	return end
}

// readStar reads stars behind a word, or alone, as the reference to a note. It
// returns the first byte after them; 0 when they are none.
func (r *reading) readStar(m *marks, i, n int) int {
	x := r.layout.notes
	if x == nil || n < 0 || i == 0 {
		return 0
	}
	mark, end := starMark(m.text, i)
	if end == 0 || m.text[i-1] == ' ' && end < len(m.text) && m.text[end] != ' ' {
		return 0
	}
	to := x.after(mark, n)
	if to == nil || to.line-n > footDistance {
		return 0
	}
	m.found = append(m.found, marked{from: i, to: end, what: asNoteRef, ref: to.id})
	return end
}
