package inlines

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
)

// NoteRefs notes the marks in s[start:] that may refer to notes, in line n.
func NoteRefs(s string, start, n int, refs map[RefKey][]int) {
	for i := start; i < len(s); i++ {
		if !passage.RefBytes[s[i]] {
			continue
		}
		mark, form, end := MarkAt(s, i)
		if end == 0 {
			if s[i] == '*' {
				for i+1 < len(s) && s[i+1] == '*' {
					i++
				}
			}
			continue
		}
		if form == RoundForm && IsApart(s, i) {
			if len(mark) < 3 && RefersAt(s, i, form, end) {
				refs[RefKey{mark, ApartForm}] = append(refs[RefKey{mark, ApartForm}], n)
			}
			continue
		}
		if RefersAt(s, i, form, end) {
			refs[RefKey{mark, form}] = append(refs[RefKey{mark, form}], n)
			if form == SquareForm && mark == "*" || form == RoundForm && mark == "*" {
				refs[RefKey{mark, Starred}] = append(refs[RefKey{mark, Starred}], n)
			}
		}
		if form == Starred {
			i = end - 1
		}
	}
}

// IsApart reports whether a number in round brackets at byte i stands behind a blank.
func IsApart(s string, i int) bool {
	if i > 0 && s[i-1] != ' ' || i+2 >= len(s) || s[i] != '(' {
		return false
	}
	return char.IsDigit(rune(s[i+1])) || 'a' <= s[i+1] && s[i+1] <= 'z' && s[i+2] == ')'
}

// RefersAt reports whether the mark s[i:end] stands where a reference to a note does:
// close behind a word, or where its brackets say enough.
func RefersAt(s string, i int, form NoteForm, end int) bool {
	apart := i == 0 || s[i-1] == ' '
	switch form {
	case SquareForm, curlForm, bareForm:
		return true
	case Starred:
		return i > 0 && s[i-1] != '[' && s[i-1] != '(' && (end == len(s) || char.KindOf(rune(s[end])) != char.OfWord) && (!apart || end == len(s) || s[end] == ' ')
	case RaisedForm:
		return !apart && !isPower(s, i) && (end == len(s) || char.KindOf(char.FirstRune(s[end:])) != char.OfWord)
	}
	return !apart || s[i+1] == '*' || IsApart(s, i) && i > 1 && !enumerates(s[:i-1])
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
	for from > 0 && char.KindOf(rune(s[from-1])) == char.OfWord {
		from--
	}
	w := s[from:i]
	if w == "" {
		return i > 0 && s[i-1] == ')'
	}
	if char.IsDigit(rune(w[len(w)-1])) || len(w) == 1 {
		return w != "I" && w != "a"
	}
	switch w {
	case "mm", "cm", "dm", "km", "ft", "in", "yd", "mi", "sq", "mc", "ab", "xy":
		return true
	}
	return len(w) == 2 && strings.ToLower(w) == w && !strings.ContainsAny(w, "aeiouy")
}

// A NoteCall is a mark in the text that may refer to a note.
type NoteCall struct {
	Mark  string
	Typed string // as it stands in the story: "[1]"
	Line  int
}

// CallID is the ID of a reference that is not settled yet.
func CallID(ref string) string { return "?" + ref }
