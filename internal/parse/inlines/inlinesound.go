package inlines

import (
	"strings"

	"storybind/internal/parse/char"
)

// Whether what stands between two marks can be stressed.

// Sound reports whether text[from:to], between two marks, can be a stressed stretch.
func (m *Marks) Sound(sign byte, from, to int) bool {
	if to <= from {
		return false
	}
	in := m.Text[from:to]
	switch sign {
	case '/':
		if len(in) > 400 || strings.IndexByte(in, '/') >= 0 && strings.IndexByte(in, ' ') < 0 { // a path
			return false
		}
	case '*':
		if len(in) > 3000 || len(in) <= 14 && isAction(m.Text, from-1, in) {
			return false
		}
	case '_':
		if inName(m.Text, from, to) {
			return false
		}
	case '|', '=', '+', '~':
		if len(in) > 400 {
			return false
		}
	}
	for k := 0; k < len(in); k++ {
		if in[k] >= 0x80 || char.KindOf(rune(in[k])) == char.OfWord || in[k] == '.' || in[k] == '?' || in[k] == '!' {
			return true
		}
	}
	return false
}

// inName reports whether the underscores round text[from:to] belong to the name of a file
// or of a program's part: "__init__.py", "obj.__dict__", "_reset_()".
func inName(text string, from, to int) bool {
	const longest = 40
	if to-from > longest || strings.IndexByte(text[from:to], ' ') >= 0 {
		return false
	}
	letter := func(i int) bool { return i >= 0 && i < len(text) && char.KindOf(rune(text[i])) == char.OfWord }
	for from > 0 && text[from-1] == '_' {
		from--
	}
	for to < len(text) && text[to] == '_' {
		to++
	}
	rest := text[to:]
	switch {
	case from > 0 && text[from-1] == '.' && letter(from-2): // "Stop._Now_" has a capital
		return 'a' <= text[from-2] && text[from-2] <= 'z' && strings.ToLower(text[from:to]) == text[from:to]
	case strings.HasPrefix(rest, "()"):
		return true
	}
	return len(rest) > 1 && rest[0] == '.' && 'a' <= rest[1] && rest[1] <= 'z'
}

// StrayMark is the mark that stands once more behind the stop that follows a stressed
// stretch: "_Bowing_._"; 0 when there is none.
func StrayMark(text string, i int, c byte) int {
	k := i
	for k < len(text) && strings.IndexByte(".,;:!?", text[k]) >= 0 {
		k++
	}
	if c != '_' || k == i || k == len(text) || text[k] != c || k+1 < len(text) && char.KindOf(rune(text[k+1])) != char.OfBlank && char.KindOf(rune(text[k+1])) != char.OfEnd {
		return 0
	}
	return k
}

// EndsInWord reports whether the mark at byte i, which stands inside a word, ends
// the stretch opened before byte from: "_her_self", but not "_per_word_". One that goes on
// from the line above has no byte before it.
func EndsInWord(text string, from, i int) bool {
	if i < from || i-from > 48 || strings.IndexByte(text[from:i], ' ') >= 0 {
		return false
	}
	for k, c := range text[i+1:] {
		switch {
		case k > 48 || c == rune(text[i]):
			return false
		case char.KindOf(c) != char.OfWord:
			return true
		}
	}
	return true
}

// actions are what writers of mail and chat do between asterisks; they are not stress.
var actions = map[string]bool{
	"g": true, "eg": true, "beg": true, "bg": true, "vbg": true, "veg": true, "weg": true, "grin": true, "grins": true, "sigh": true, "sighs": true, "hug": true, "hugs": true,
	"giggle": true, "giggles": true, "wink": true, "winks": true, "blush": true, "blushes": true, "snort": true, "snorts": true, "snicker": true, "snickers": true, "smirk": true,
	"smirks": true, "cough": true, "coughs": true, "shrug": true, "shrugs": true, "waves": true, "ducks": true, "glomps": true, "pouts": true, "sob": true, "sobs": true, "lol": true,
	"facepalm": true, "headdesk": true, "eyeroll": true, "evil grin": true, "ahem": true, "cringe": true, "cringes": true, "runs away": true, "hides": true, "laughs": true,
}

// isAction reports whether *in*, whose first mark is at byte at, is such an
// action: it stands by itself, not inside a sentence.
func isAction(text string, at int, in string) bool {
	if !actions[strings.ToLower(in)] {
		return false
	}
	for at > 0 && text[at-1] == ' ' {
		at--
	}
	return at == 0 || strings.IndexByte(".!?)", text[at-1]) >= 0
}
