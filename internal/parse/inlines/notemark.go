package inlines

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/char"
)

// MarkAt reads a note's mark at s[i]: "[1]", "[A]", "[*]", "[^1]", "(1)", "{12a}", "¹²",
// "^1", "*", "††", "*(2)". It returns the mark, how it is typed, and the first byte
// after it; 0 when there is none.
func MarkAt(s string, i int) (mark string, form NoteForm, end int) {
	switch c := s[i]; c {
	case '[':
		if strings.HasPrefix(s[i:], "[^") {
			return labelAt(s, i)
		}
		if mark, end = inBrackets(s, i, ']'); end == 0 {
			mark, end = wordedMark(s, i)
		}
		return mark, SquareForm, end
	case '(':
		mark, end = inBrackets(s, i, ')')
		return mark, RoundForm, end
	case '{':
		mark, end = inBrackets(s, i, '}')
		return mark, curlForm, end
	case '^':
		j := i + 1
		for j < len(s) && j-i < 4 && char.IsDigit(rune(s[j])) {
			j++
		}
		if j == i+1 || j < len(s) && char.KindOf(rune(s[j])) == char.OfWord {
			return "", 0, 0
		}
		return s[i+1 : j], caretForm, j
	default:
		if mark, end = raisedAt(s, i); end > 0 {
			return mark, raised, end
		}
	}
	mark, end = StarMark(s, i)
	return mark, Starred, end
}

// labelAt reads a note's label as Markdown writes it: "[^1]", "[^rope]".
func labelAt(s string, i int) (mark string, form NoteForm, end int) {
	j := i + 2
	for j < len(s) && j-i < 24 && (char.KindOf(rune(s[j])) == char.OfWord || s[j] == '-' || s[j] == '_') {
		j++
	}
	if j == i+2 || j == len(s) || s[j] != ']' {
		return "", 0, 0
	}
	return s[i+2 : j], SquareForm, j + 1
}

func inBrackets(s string, i int, until byte) (string, int) {
	j := i + 1
	for j < len(s) && j-i < 5 && s[j] != until {
		c := s[j]
		letter := 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
		smallRoman := until == ']' && (c == 'i' || c == 'v' || c == 'x')
		if !char.IsDigit(rune(c)) && c != '*' && (!letter || j-i > 1 && until != '}' && !smallRoman) {
			return "", 0
		}
		j++
	}
	if j == i+1 || j >= len(s) || s[j] != until {
		return "", 0
	}
	return s[i+1 : j], j + 1
}

// markWords stand before the figure in a mark that says what it is.
var markWords = [...]string{"note", "footnote", "fn", "n", "n.", "nota", "anm.", "прим."}

// wordedMark reads "[note 1]", "[fn 2]".
func wordedMark(s string, i int) (mark string, end int) {
	for _, w := range markWords {
		if !char.HasFoldPrefix(s[i+1:], w) {
			continue
		}
		j := i + 1 + len(w)
		if j < len(s) && s[j] == ' ' {
			j++
		}
		for from := j; j < len(s) && j-from < 3 && char.IsDigit(rune(s[j])); {
			j++
		}
		if char.IsDigit(rune(s[j-1])) && j < len(s) && s[j] == ']' {
			return s[i+1 : j], j + 1
		}
	}
	return "", 0
}

// raisedAt reads raised figures: "¹", "¹²".
func raisedAt(s string, i int) (mark string, end int) {
	var b strings.Builder
	for end = i; end < len(s) && b.Len() < 3; {
		r, size := utf8.DecodeRuneInString(s[end:])
		switch {
		case r == '¹':
			b.WriteByte('1')
		case r == '²' || r == '³':
			b.WriteByte(byte('2' + r - '²'))
		case r == '⁰' || r >= '⁴' && r <= '⁹':
			b.WriteByte(byte('0' + r - '⁰'))
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		end += size
	}
	if b.Len() == 0 {
		return "", 0
	}
	return b.String(), end
}

// StarMark reads stars or daggers at s[i], with the number that may follow them:
// "*", "**", "*(2)", "†", "††".
func StarMark(s string, i int) (mark string, end int) {
	j := i
	for j < len(s) && s[j] == '*' {
		j++
	}
	if j == i {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c != '†' && c != '‡' && c != '§' && c != '¶' {
			return "", 0
		}
		for j = i + size; j-i < 3*size && strings.HasPrefix(s[j:], s[i:i+size]); {
			j += size
		}
		return s[i:j], j
	}
	if j-i > 3 {
		return "", 0
	}
	if k := j + 1; k < len(s) && s[j] == '(' {
		for k < len(s) && k-j < 4 && char.IsDigit(rune(s[k])) {
			k++
		}
		if k > j+1 && k < len(s) && s[k] == ')' {
			return s[i : k+1], k + 1
		}
	}
	return s[i:j], j
}
