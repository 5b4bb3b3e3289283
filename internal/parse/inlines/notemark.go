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
	case '<':
		if i+1 == len(s) || !char.IsDigit(rune(s[i+1])) {
			return "", 0, 0
		}
		mark, end = inBrackets(s, i, '>')
		return mark, curlForm, end
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		mark, end = gluedFigure(s, i)
		return mark, bareForm, end
	case 0xEF:
		mark, end = wideMark(s, i)
		return mark, RoundForm, end
	case '^':
		if strings.HasPrefix(s[i+1:], "(") { // ^(1)
			mark, end = inBrackets(s, i+1, ')')
			return mark, CaretForm, end
		}
		j := i + 1
		for j < len(s) && j-i < 4 && char.IsDigit(rune(s[j])) {
			j++
		}
		if j == i+1 || j < len(s) && char.KindOf(rune(s[j])) == char.OfWord {
			return "", 0, 0
		}
		return s[i+1 : j], CaretForm, j
	default:
		if mark, end = raisedAt(s, i); end > 0 {
			return mark, RaisedForm, halfBracket(s, i, end)
		}
		if mark, end = wideMark(s, i); end > 0 { // ※１
			return mark, RoundForm, end
		}
	}
	if mark, end = StarMark(s, i); end > 0 {
		end = halfBracket(s, i, end)
	}
	return mark, Starred, end
}

// halfBracket is the end of a mark s[i:end] with the bracket that German print sets behind
// it, "Furt*)": one that nothing before it opens.
func halfBracket(s string, i, end int) int {
	if end < len(s) && s[end] == ')' && strings.LastIndexByte(s[:i], '(') <= strings.LastIndexByte(s[:i], ')') {
		end++
	}
	return end
}

// gluedFigure reads a note's number that has lost its form, glued to a word of small
// letters or to the stop behind it: "ford1 and", "ford.1". What stands in "No.7" is none.
func gluedFigure(s string, i int) (mark string, end int) {
	from := i
	for from > 0 && strings.IndexByte(".,;:!?\"'", s[from-1]) >= 0 {
		from--
	}
	word := from
	for word > 0 && 'a' <= s[word-1] && s[word-1] <= 'z' {
		word--
	}
	for end = i; end < len(s) && end-i < 3 && char.IsDigit(rune(s[end])); {
		end++
	}
	if from-word < 3 || i-from > 2 || notNumbered[s[word:from]] || end < len(s) && s[end] != ' ' && s[end] != '"' {
		return "", 0
	}
	return s[i:end], end
}

// notNumbered are words whose number is their own.
var notNumbered = map[string]bool{"vol": true, "chap": true, "fig": true, "sec": true, "page": true, "note": true, "line": true, "verse": true}

// wideMark reads the marks of Japanese notes: "（注１）", "［１］", "※１".
func wideMark(s string, i int) (mark string, end int) {
	bracket := strings.HasPrefix(s[i:], "（") || strings.HasPrefix(s[i:], "［")
	if !bracket && !strings.HasPrefix(s[i:], "※") {
		return "", 0
	}
	from := i
	if bracket {
		from += len("（")
	}
	end = from
	for figures := 0; end < len(s) && figures < 3; {
		r, size := utf8.DecodeRuneInString(s[end:])
		switch {
		case figures == 0 && (r == '注' || r == '註' || r == '※' && end == i):
		case r >= '０' && r <= '９' || r >= '0' && r <= '9':
			figures++
		default:
			if mark = s[from:end]; figures == 0 || bracket && r != '）' && r != '］' {
				return "", 0
			}
			if bracket {
				end += size
			}
			return mark, end
		}
		end += size
	}
	return "", 0
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
		letter := s[j-1] == ' ' && j < len(s) && 'A' <= s[j] && s[j] <= 'Z' // "[Footnote A]"
		if letter {
			j++
		}
		if (letter || char.IsDigit(rune(s[j-1]))) && j < len(s) && s[j] == ']' {
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
			if size = 0; b.Len() == 0 && r == '⁽' || b.Len() > 0 && r == '⁾' {
				size = len("⁽")
			}
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
		if c == '+' && !strings.HasPrefix(s[i+1:], "+") {
			return "+", i + 1
		}
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
