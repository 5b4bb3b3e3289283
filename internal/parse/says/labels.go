package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/lexicon"
)

// A Label is the word before a header's value ("Rated: PG-13") as it stands in a line.
type Label struct {
	Text  string // as written, without decoration: "Rated"
	Name  string // canonical name: "rating"; "" for a label that is not known
	Sure  bool   // hardly ever begins a sentence of a story
	Dash  bool   // parted from its value by a dash or "=", not by a colon
	Start int    // where the label begins in the line, decoration included
	Value int    // where the value begins in the line
}

// Known reports whether the label is one that the field guide names.
func (l Label) Known() bool { return l.Name != "" }

// maxLabel is the most bytes of a label; the longest in use are near 40.
const maxLabel = 48

// LabelOf reads the label that a line begins with: "Title: X", "TITLE......: X",
// "Title - X", "TITLE / X", "*Title*: X", "[Title] X", "» Title: X". Dashes, "=" and brackets
// count only after a known label. ok is false when the line begins with none.
func LabelOf(s string) (l Label, ok bool) {
	if l, ok := wideBracketed(s); ok {
		return l, true
	}
	start := 0
	bracket := byte(0)
	for start < len(s) {
		c, size := utf8.DecodeRuneInString(s[start:])
		if c == '[' || c == '<' || c == '{' {
			bracket = s[start]
		} else if c != '*' && c != '_' && c != '~' && c != ' ' && c != '»' && c != '•' && c != '·' && c != '#' && c != '|' && c != '+' && c != '=' && (c != '-' || start+1 >= len(s) || s[start+1] != ' ') {
			break
		}
		start += size
	}
	if c, _ := utf8.DecodeRuneInString(s[start:]); !unicode.IsLetter(c) && c != '\'' {
		return l, false
	}
	if bracket == '[' && PictureWord(s[start-1:]) > 0 { // "[Illustration: a ship]"
		return l, false
	}
	for i := start; i < len(s) && i-start <= maxLabel; {
		c, size := utf8.DecodeRuneInString(s[i:])
		colon := c == ':' || c == '：'
		slash := c == '/' && slashed(s, start, i)
		switch {
		case colon, slash, c == '-' && dashed(s, i), (c == '–' || c == '—' || c == '=') && i > start && s[i-1] == ' ', c == '=' && i > start+2 && book.Shouts(s[start:i]), // "TITLE=The Lamp"
			(c == ']' && bracket == '[') || (c == '>' && bracket == '<') || (c == '}' && bracket == '{'),
			c == '.' && strings.HasPrefix(s[i:], "...") || c == '\t', c == '|' && s[0] == '|' && i > start && s[i-1] == ' ': // a table's row
			text := strings.TrimRight(s[start:i], " \t.*_~#|")
			name, sure, known := LookupLabel(text)
			if !known && EndsFold(text, " rating") || EndsFold(text, " ratings") { // "Overall rating: PG"
				if at, _ := skipSeparator(s, i); isRating(s[at:]) {
					name, sure, known = "rating", true, true
				}
			}
			if known || colon && labelShaped(text) {
				l = Label{Text: text, Name: name, Sure: sure, Dash: !colon && c != ']' && c != '>' && c != '}', Start: start}
				if slash { // what follows may begin with a dash of its own
					l.Value = i + 2
					return l, true
				}
				l.Value, colon = skipSeparator(s, i)
				l.Dash = l.Dash && !colon
				return l, known || colon
			}
			if colon {
				return l, false
			}
		case c == '«' && i > start+2 && s[i-1] == ' ': // "Фэндом «...»"
			text := strings.TrimSpace(s[start:i])
			if name, sure, known := LookupLabel(text); known && sure {
				return Label{Text: text, Name: name, Sure: true, Start: start, Value: i}, true
			}
			return l, false
		case c == '"' || c == '“' || c == '!' || c == '?' || c == ';':
			return l, false
		}
		i += size
	}
	return l, false
}

// wideBracketed reads a known label in brackets of Chinese and Japanese: "【作者】Annie",
// "［題名］：The Lamp".
func wideBracketed(s string) (l Label, ok bool) {
	for _, pair := range [...][2]string{{"【", "】"}, {"［", "］"}, {"〔", "〕"}, {"〈", "〉"}, {"《", "》"}, {"≪", "≫"}} {
		if !strings.HasPrefix(s, pair[0]) {
			continue
		}
		end := strings.Index(s, pair[1])
		if end < 0 || end > maxLabel {
			return l, false
		}
		text := strings.Trim(s[len(pair[0]):end], " \u3000")
		name, sure, known := LookupLabel(text)
		if !known {
			return l, false
		}
		l = Label{Text: text, Name: name, Sure: sure}
		l.Value, _ = skipSeparator(s, end+len(pair[1]))
		return l, l.Value < len(s)
	}
	return l, false
}

// dashed reports whether the "-" at s[i] parts a label from a value: a blank
// stands before or after the dashes.
func dashed(s string, i int) bool {
	end := i
	for end < len(s) && s[end] == '-' {
		end++
	}
	return i > 0 && (s[i-1] == ' ' || end < len(s) && s[end] == ' ' && s[i-1] != '-') && end < len(s)
}

// slashed reports whether the "/" at s[i] parts a label from a value: "RATING / PG".
// The label stands in capitals, and no colon behind it says that two labels share
// the line ("RATING / WARNINGS: PG").
func slashed(s string, start, i int) bool {
	return i > start+1 && i+2 < len(s) && s[i-1] == ' ' && s[i+1] == ' ' && book.Shouts(s[start:i]) &&
		strings.IndexByte(s[i:min(len(s), start+maxLabel)], ':') < 0
}

// skipSeparator is where the value begins behind a label that ends at s[i], and
// whether there is a colon among what parts the two.
func skipSeparator(s string, i int) (at int, colon bool) {
	dashes := false
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == ':' || c == '：':
			if colon {
				return i, true
			}
			colon = true
		case c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000' || c == '|' && s[0] == '|':
		case colon && (c == '*' || c == '_') && i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == s[i]):
			// the end of a decorated label: "**Title:** The Lamp"
		case colon || dashes && c != '-':
			return i, colon
		case c == '-' || c == '–' || c == '—' || c == '=':
			dashes = true
		case c == '.' || c == ']' || c == '>' || c == '}' || c == '*' || c == '_' || c == '~':
		default:
			return i, colon
		}
		i += size
	}
	return i, colon
}

// labelShaped reports whether an unknown text may be a label: up to four words,
// the first with a capital, no sentence inside.
func labelShaped(s string) bool {
	if len(s) == 0 || len(s) > 32 || strings.Count(s, " ") > 3 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(s)
	return (unicode.IsUpper(c) || !unicode.IsLower(c) && unicode.IsLetter(c)) && !strings.ContainsAny(s, ".,;!?\"“()")
}

// LookupLabel finds the canonical name of a label as written: case, plural,
// "(s)" and "/s", hyphens and the story's own name for itself do not matter. Of
// two labels joined by "/", "&" or "and" the first decides.
func LookupLabel(s string) (name string, sure, known bool) {
	if len(s) == 0 || len(s) > maxLabel {
		return "", false, false
	}
	key := LabelKey(s)
	if k, ok := labelNamed(key); ok {
		return k.Name, k.Sure, true
	}
	if c, _ := utf8.DecodeRuneInString(key); c >= 0x3000 && strings.IndexByte(key, ' ') > 0 { // 作　者
		if k, ok := labelNamed(strings.ReplaceAll(key, " ", "")); ok {
			return k.Name, k.Sure, true
		}
	}
	if open := strings.Index(key, " ("); open > 0 && strings.HasSuffix(key, ")") { // "Warnings (rot13)"
		if k, ok := labelNamed(key[:open]); ok {
			return k.Name, k.Sure, true
		}
	}
	for _, joint := range [...]string{"/", " & ", " and ", ", ", " + ", " or "} {
		if first, second, ok := strings.Cut(key, joint); ok {
			a, okA := labelNamed(strings.TrimSpace(first))
			_, sure, known := LookupLabel(strings.TrimSpace(second))
			if okA && known {
				return a.Name, a.Sure || sure, true
			}
		}
	}
	return "", false, false
}

func labelNamed(key string) (lexicon.Label, bool) {
	labelKinds := lexicon.Labels()
	if k, ok := labelKinds[key]; ok {
		return k, true
	}
	for _, end := range [...]string{"s", "(s)", "/s", "'s"} {
		if k, ok := labelKinds[strings.TrimSuffix(key, end)]; ok && strings.HasSuffix(key, end) {
			return k, true
		}
	}
	if k, ok := labelKinds[strings.TrimRight(key, " 0123456789")]; ok && k.Name == "notes" { // "A/N 2"
		return k, true
	}
	for _, lead := range [...]string{"the ", "story ", "fic ", "my ", "archive "} {
		if rest, ok := strings.CutPrefix(key, lead); ok {
			if k, ok := labelKinds[rest]; ok {
				return k, true
			}
		}
	}
	return lexicon.Label{}, false
}

// LabelKey is a label in small letters, with straight apostrophes, single blanks
// and without hyphens and full stops.
func LabelKey(s string) string {
	var b strings.Builder
	blank := false
	for _, c := range s {
		switch c {
		case '’', '‘', '`', '´', '\u05f3':
			c = '\''
		case 'ς':
			c = 'σ'
		case '-', '_', ' ', '\t', '\u00a0', '\u3000', '\u2011':
			blank = b.Len() > 0
			continue
		case '.', '*', '~', '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u0640', '\ufeff': // the last ones are invisible, or only widen a word
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}
