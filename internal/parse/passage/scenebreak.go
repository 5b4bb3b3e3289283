package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestMark is the most bytes of a line that may be a mark: a rule across the page.
const longestMark = 240

// SceneMark reports whether a line's text is the mark of a scene break: signs
// alone ("* * *", "---", "#", "~*~*~", "• • •"), signs with the letters o, x and 0
// ("oOo", "-x-x-x-", "- 0 - 0 -"), or the words for it ("[scene break]").
//
// Speech ("...!"), numbers, emoticons and blank lines of quoted mail are none.
func SceneMark(s string) bool {
	if s == "" || len(s) > longestMark {
		return false
	}
	signs, plain, other := 0, 0, 0 // signs; letters o, x and 0; other letters
	var first, letter rune
	same, dots, arrows, small := true, true, true, false
	for _, c := range s {
		switch {
		case c == ' ' || c == '\t' || c == '\u00A0' || c == '\u3000':
			continue
		case c == 'o' || c == 'O' || c == '0' || c == 'x' || c == 'X':
			plain++
			small = small || c != 'X'
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			low := c | 0x20
			if other > 0 && low != letter {
				return sceneWords(s)
			}
			letter = low
			other++
		case c == '"' || c == '\'' || c == '`' || c == ',' || c == '?' || '1' <= c && c <= '9':
			return false
		case c < utf8.RuneSelf:
			signs++
		case strings.ContainsRune("“”‘’„‚«»‹›「」『』", c):
			return false
		case unicode.IsLetter(c) || unicode.IsNumber(c): // "¹" and "①" are no signs
			return sceneWords(s)
		default:
			signs++
		}
		if first == 0 {
			first = c
		} else if c != first {
			same = false
		}
		dots = dots && (c == '.' || c == '…')
		arrows = arrows && (c == '>' || c == '<')
	}
	switch {
	case plain+other == 0:
		return signsMark(s, first, signs, same, dots, arrows)
	case other > 0: // "-v-v-v-"
		c, _ := utf8.DecodeLastRuneInString(s)
		return plain == 0 && other >= 3 && signs > other && c == first && !unicode.IsLetter(first)
	case !mirrored(s):
		return false
	case signs == 0: // "oOo", "xXx"; but "XXX" is a number, and "Ooo" a sound
		return plain >= 3 && (small || plain > 3 || strings.Count(s, " ") == plain-1) // "X X X", "XXXXX"
	case small && (first == 'o' || first == 'x' || first == 'O' || first == 'X' || first == '0'):
		return plain >= 3 // "x-x-x"; but "0-0" is a result
	}
	return small // "-x-"; but "-X-" is a number
}

// signsMark judges a line of n signs without any letter.
func signsMark(s string, first rune, n int, same, dots, arrows bool) bool {
	switch {
	case dots:
		return n >= 3 || strings.Contains(s, "…")
	case arrows && same: // ">", ">>": a blank line of quoted mail
		return first != '>'
	case n == 1:
		return !strings.ContainsRune(".:;!<>()[]{}", first)
	case same && first == '!':
		return n >= 3
	case first == ':' || first == ';':
		return same && n >= 2 || !strings.ContainsAny(s, "()[]DPp|/\\")
	case s == "^_^" || s == "-_-" || s == ">_<" || s == "--" || s == "()" || s == "[]":
		return false
	}
	return true
}

// mirrored reports whether a line reads the same from both ends.
func mirrored(s string) bool {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		if s[i] >= utf8.RuneSelf {
			return true // signs of several bytes are not taken apart
		}
		if s[i] != s[j] && !(s[i] == '<' && s[j] == '>' || s[i] == '(' && s[j] == ')' || s[i] == '[' && s[j] == ']') {
			return false
		}
	}
	return true
}

// sceneWords reports whether a line says in words that a scene ends.
func sceneWords(s string) bool {
	if len(s) > 60 {
		return false
	}
	t := strings.Trim(s, " \t*~-=_#+.<>[](){}:|/\\")
	if t == strings.TrimRight(s, ". ") && !strings.EqualFold(t, "scene break") { // "break." may end a sentence
		return false
	}
	if len(t) < 5 || len(t) > 20 {
		return s == "[hr]" || s == "[HR]" || s == "[hr/]" // bulletin boards' own tag
	}
	switch strings.ToLower(strings.ReplaceAll(t, "-", " ")) {
	case "scene":
		return s[0] == '[' || s[0] == '(' || s[0] == '<' || s[0] == '*' || s[0] == '~'
	case "break", "scene break", "scenebreak", "scene change", "change of scene", "new scene", "end scene", "page break", "pagebreak", "line break", "linebreak",
		"section break", "time skip", "timeskip", "time passes", "time break", "pov change", "pov switch", "change of pov", "szenenwechsel", "changement de scène":
		return true
	}
	return false
}
