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
	count := e.characters.all()
	missing.all = e.characters.letters
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

// characters count the book's characters beyond ASCII, and its ASCII letters.
type characters struct {
	common  [0x3000]int // all but East Asian scripts and signs
	others  map[rune]int
	letters int // of ASCII
}

// count adds the characters of the pages.
func (c *characters) count(pages []page) {
	for i := range pages {
		body := pages[i].body
		inText := 1 // 0 in markup
		for at := 0; at < len(body); {
			b := body[at]
			if b < utf8.RuneSelf {
				at++
				switch b {
				case '<':
					inText = 0
				case '>':
					inText = 1
				}
				c.letters += int(asciiLetter[b]) & inText
				continue
			}
			r, n := utf8.DecodeRune(body[at:])
			at += n
			if int(r) < len(c.common) {
				c.common[r]++
				continue
			}
			if c.others == nil {
				c.others = map[rune]int{}
			}
			c.others[r]++
		}
	}
}

// all are the characters beyond ASCII, and how often each stands in the book.
func (c *characters) all() map[rune]int {
	count := make(map[rune]int, len(c.others))
	maps.Copy(count, c.others)
	for r, n := range c.common {
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

// words are the stretches of text without spaces and markup, each once. They are asked
// for seldom, and by now the bodies of a long book's other runs are gone: all are drawn anew.
func (e *edition) words(kobo bool) []string {
	seen := map[string]bool{}
	draw := e.drawing(kobo)
	var buf []byte
	for i := range e.pages {
		if e.pages[i].Section == nil { // a cover's page, which has no text
			continue
		}
		buf = draw.body(buf[:0], &e.pages[i])
		body := string(buf)
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
