package epub

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// gap is what no face has.
type gap struct {
	runes        []rune
	letters, all int // how often letters without a glyph, and letters at all, occur
}

// share gives each of the book's characters to the first source that has it.
func (e *edition) share(from []*source) (missing gap) {
	count := e.characters(&missing)
	if !from[0].prepared {
		for r := ' '; r <= '~'; r++ { // whatever page numbers a device adds
			count[r] = max(count[r], 1)
		}
		from[0].letters = missing.all // those of ASCII, which are not counted one by one
	}
	for r, n := range count {
		if unicode.IsLetter(r) && r >= utf8.RuneSelf {
			missing.all += n
		}
		s := slices.IndexFunc(from, func(s *source) bool { return s.covers(r) })
		switch {
		case s >= 0:
			from[s].runes = append(from[s].runes, r)
			if unicode.IsLetter(r) {
				from[s].letters += n
			}
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r): // no glyph needed
		default:
			missing.runes = append(missing.runes, r)
			if unicode.IsLetter(r) {
				missing.letters += n
			}
		}
	}
	slices.Sort(missing.runes)
	for _, s := range from {
		if !s.prepared && slices.ContainsFunc(s.runes, func(r rune) bool { return unicode.Is(unicode.M, r) }) {
			s.addLetters(count)
		}
		slices.Sort(s.runes)
	}
	return missing
}

// addLetters adds every letter of the book: a letter and the mark on it must come
// from one face.
func (s *source) addLetters(count map[rune]int) {
	for r := range count {
		if unicode.IsLetter(r) && s.covers(r) && !slices.Contains(s.runes, r) {
			s.runes = append(s.runes, r)
		}
	}
	for r := 'A'; r <= 'z'; r++ {
		s.runes = append(s.runes, r)
	}
}

// characters counts the book's characters beyond ASCII, and its ASCII letters.
func (e *edition) characters(letters *gap) map[rune]int {
	var common [0x3000]int // everything but East Asian scripts and signs
	count := map[rune]int{}
	for i := range e.pages {
		body := e.pages[i].body
		inText := 1 // 0 in markup
		for at := 0; at < len(body); {
			c := body[at]
			if c < utf8.RuneSelf {
				at++
				switch c {
				case '<':
					inText = 0
				case '>':
					inText = 1
				}
				letters.all += int(asciiLetter[c]) & inText
				continue
			}
			r, n := utf8.DecodeRune(body[at:])
			at += n
			if int(r) < len(common) {
				common[r]++
			} else {
				count[r]++
			}
		}
	}
	for r, n := range common {
		if n > 0 {
			count[rune(r)] = n
		}
	}
	return count
}

// asciiLetter is 1 for ASCII's letters.
var asciiLetter = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		if isLetter(byte(c)) {
			t[c] = 1
		}
	}
	return t
}()

// sample names some of the characters.
func sample(runes []rune) string {
	const shown = 8
	var out []string
	for _, r := range runes[:min(len(runes), shown)] {
		out = append(out, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	s := strings.Join(out, ", ")
	if rest := len(runes) - shown; rest > 0 {
		s += fmt.Sprintf(" and %d others", rest)
	}
	return s
}

// words are the stretches of text without spaces and markup, each once.
func (e *edition) words() []string {
	seen := map[string]bool{}
	for i := range e.pages {
		body := string(e.pages[i].body)
		for body != "" {
			text, markup, _ := strings.Cut(body, "<")
			for w := range strings.FieldsSeq(text) {
				seen[w] = true
			}
			_, body, _ = strings.Cut(markup, ">")
		}
	}
	return slices.Collect(maps.Keys(seen)) // what becomes of them does not depend on their order
}
