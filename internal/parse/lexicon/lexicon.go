// Package lexicon knows what words mean in the languages that storybind reads:
// heading words, numbers, labels, words for "by", months, contents, ends, imprints.
// The words are data, in assets/lexicon, whose README.md tells the form of the
// files; each file is read once per process, when it is first asked for.
package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/assets"
)

// A line is one line of a list: what its words mean, and the words.
type line struct {
	language string
	key      string
	sure     bool // the key has no "?" behind it
	words    string
	also     [][]swap // other spellings of the language's words
}

// A swap is a letter and what may stand for it.
type swap struct {
	from rune
	to   string
}

// read calls do for each line of the list of one kind, in order. A line is
// "key: words"; "[tr] Turkish" opens a language, "#" a remark, and "also: ı i, ö o"
// tells a second spelling of all words of the language.
func read(kind string, do func(line)) {
	var l line
	for text := range strings.Lines(assets.Lexicon(kind)) {
		text = strings.TrimSuffix(text, "\n")
		switch {
		case text == "" || text[0] == '#':
			continue
		case text[0] == '[':
			tag, _, _ := strings.Cut(text[1:], "]")
			l = line{language: tag}
			continue
		}
		key, words, _ := strings.Cut(text, ": ")
		if key == "also" {
			l.also = append(l.also, swaps(words))
			continue
		}
		l.key, l.words = strings.TrimSuffix(key, "?"), foldSpelt(words)
		l.sure = l.key == key
		do(l)
	}
}

// foldSpelt takes from the lists' words what Fold takes from a text and right spelling wants.
func foldSpelt(words string) string {
	return strings.ReplaceAll(strings.ReplaceAll(words, "\u200c", ""), "ς", "σ")
}

func swaps(words string) []swap {
	var out []swap
	for _, pair := range strings.Split(words, ", ") {
		from, to, _ := strings.Cut(pair, " ")
		c, _ := utf8.DecodeRuneInString(from)
		out = append(out, swap{c, to})
	}
	return out
}

// each calls do for each word of a line, and then for its other spellings.
func (l *line) each(do func(word string, respelt bool)) {
	for word := range strings.SplitSeq(l.words, ", ") {
		do(word, false)
		for _, swaps := range l.also {
			if other := respell(word, swaps); other != word {
				do(other, true)
			}
		}
	}
}

// set is all words of the lines with one of some keys, other spellings included.
func set(kind string, keys ...string) map[string]bool {
	m := map[string]bool{}
	read(kind, func(l line) {
		if slices.Contains(keys, l.key) {
			l.each(func(word string, _ bool) { m[word] = true })
		}
	})
	return m
}

// list is all words of the lines with one key, in order, other spellings included.
func list(kind, key string) []string {
	var out []string
	read(kind, func(l line) {
		if l.key == key {
			l.each(func(word string, _ bool) {
				if !slices.Contains(out, word) {
					out = append(out, word)
				}
			})
		}
	})
	return out
}

// respell is a word with all letters that swaps name in their other spelling.
func respell(word string, swaps []swap) string {
	if b := appendRespelt(nil, word, swaps); b != nil {
		return string(b)
	}
	return word
}

// appendRespelt appends the other spelling of a word to b, when it differs.
func appendRespelt[T string | []byte](b []byte, word T, swaps []swap) []byte {
	done := 0 // bytes of word that are in b
	for i, c := range string(word) {
		if c < utf8.RuneSelf {
			continue
		}
		for k := range swaps {
			if swaps[k].from == c {
				b = append(append(b, word[done:i]...), swaps[k].to...)
				done = i + utf8.RuneLen(c)
				break
			}
		}
	}
	if done > 0 {
		b = append(b, word[done:]...)
	}
	return b
}

// Fold is a text (composed, as decode makes it) as the lists spell it: small letters, straight
// apostrophes, blanks for hyphens, without points and without signs that only join or
// part letters.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return foldWide(s)
		}
	}
	return strings.ReplaceAll(strings.ToLower(s), "-", " ")
}

func foldWide(s string) string { return string(AppendFold(make([]byte, 0, len(s)), s)) }

// AppendFold appends Fold of s to b.
func AppendFold(b []byte, s string) []byte {
	for _, c := range s {
		if c < utf8.RuneSelf {
			switch {
			case c >= 'A' && c <= 'Z':
				c |= 0x20
			case c == '-':
				c = ' '
			case c == '`':
				c = '\''
			}
			b = append(b, byte(c))
			continue
		}
		switch c {
		case '\u2010', '\u2011', '\u00a0':
			c = ' '
		case '’', '‘', 'ʼ', '׳', '´':
			c = '\''
		case 'ς': // in capitals the last s of a Greek word is like any other
			c = 'σ'
		case '\u00ad', '\u200c', '\u200d', '\u200e', '\u200f', 'ـ': // invisible, and the stroke that widens Arabic words
			continue
		}
		if c >= 0x064b && c <= 0x0652 || c >= 0x0591 && c <= 0x05c7 { // Arabic and Hebrew points
			continue
		}
		b = utf8.AppendRune(b, unicode.ToLower(c))
	}
	return b
}
