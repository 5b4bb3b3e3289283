package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The first words of a chapter stand in small capitals: a phrase, of at most so many words
// and letters.
const (
	openingMost    = 6
	openingLetters = 30
)

// openingWords changes the fonts of a chapter's first words. They end at the first mark of
// punctuation, or else before a word that begins a phrase, and never inside a name. An
// opening that begins with anything but words is left as it is.
func (s *setter) openingWords(fl *flat) {
	if len(fl.spans) == 0 || fl.spans[0].font.key.face >= symbolFace || fl.levels != nil {
		return
	}
	if s.openingCapitals(fl) {
		return
	}
	if end := openingEnd(fl.text); end > 0 {
		s.restyle(fl, end, func(k fontKey) fontKey { return s.small(k, smallCaps) })
	}
}

// openingCapitals sets the first words of a text in small capitals where they are typed in
// capitals, as the openings of printed books are: "MY DEAR BROTHER,—I can no longer". A text that
// is typed so throughout is left as it is.
func (s *setter) openingCapitals(fl *flat) bool {
	end := capitalsEnd(fl.text)
	if end == 0 || len(fl.spans) == 0 || fl.spans[0].font.key.face >= symbolFace || fl.levels != nil {
		return false
	}
	first := 0
	for i, r := range fl.text { // the first letter stays a capital
		if unicode.IsLetter(r) {
			first = i + utf8.RuneLen(r)
			break
		}
	}
	s.restyleBetween(fl, first, end, func(k fontKey) fontKey { return s.small(k, allSmall) })
	return true
}

// capitalsEnd is where the words typed in capitals at the beginning of a text end; 0 for none.
// One letter alone at their end, a numeral and words with figures are none.
func capitalsEnd(text string) int {
	end, at, most := 0, 0, 0
	for range openingMost {
		n := strings.IndexAny(text[at:], " \u00A0—")
		if n < 0 {
			return 0 // all of it
		}
		word := text[at : at+n]
		letters, small := 0, false
		for _, r := range word {
			small = small || unicode.IsLower(r) || unicode.IsDigit(r)
			if unicode.IsUpper(r) {
				letters++
			}
		}
		if small || letters == 0 || bareNumber(word) && word != "I" {
			break
		}
		if letters > 1 {
			end, most = at+n, letters
		}
		_, size := utf8.DecodeRuneInString(text[at+n:])
		at += n + size
	}
	if most < 2 || !strings.ContainsFunc(text[end:], unicode.IsLower) {
		return 0
	}
	return end
}

// openingEnd is where the opening words of a text end; 0 for none.
func openingEnd(text string) int {
	var ends []int // of the words
	var words []string
	n, from, started := 0, 0, false
	mark := false // the last word ends in punctuation
scan:
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			if !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Mn) {
				return 0
			}
			started = true
			n++
		case unicode.IsDigit(r):
			break scan
		case r == ' ' || r == 0xA0:
			if !started {
				return 0
			}
			ends, words = append(ends, i), append(words, text[from:i])
			from = i + utf8.RuneLen(r)
			if len(ends) == openingMost || n > openingLetters {
				break scan
			}
		case r == '’' || r == '\'' || r == '-':
			if i+utf8.RuneLen(r) >= len(text) {
				break scan
			}
		case r == '.' && i-from > 0 && i-from <= 3 && len(ends) == 0: // Mr. Bennet
		case !started && strings.ContainsRune("“‘\"«„¿¡—", r):
		default:
			if started && i > from {
				ends, words = append(ends, i), append(words, text[from:i])
				mark = true
			}
			break scan
		}
	}
	if len(ends) == 0 {
		return 0
	}
	if mark && n <= openingLetters {
		return ends[len(ends)-1]
	}
	next := func(k int) string { // the word behind word k
		if k+1 < len(words) {
			return words[k+1]
		}
		rest := text[ends[k]:]
		rest = strings.TrimLeft(rest, " \u00A0")
		if at := strings.IndexAny(rest, " \u00A0,.;:!?"); at > 0 {
			rest = rest[:at]
		}
		return rest
	}
	best, score := 0, 0
	for k := range ends {
		if utf8.RuneCountInString(text[:ends[k]]) > openingLetters+openingMost && k > 0 {
			break
		}
		here := 1
		switch {
		case capital(words[k]) && (k > 0 || littleNot(words[k])) && capital(next(k)), strings.HasSuffix(words[k], "."):
			here = 0 // inside a name
		case littleWords[strings.ToLower(words[k])]:
			here = 1
		case littleWords[strings.ToLower(next(k))]:
			here = 4
		default:
			here = 2
		}
		if k == 0 && here > 1 && len(ends) > 1 {
			here = 1 // one word alone is little
		}
		if here > 0 && here >= score {
			best, score = ends[k], here
		}
	}
	return best
}

// capital reports whether a word begins with a capital.
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "“‘\"«„¿¡—"))
	return unicode.IsUpper(r)
}

// littleNot reports whether a word at the beginning may be part of a name: it is no article.
func littleNot(word string) bool {
	return !littleWords[strings.ToLower(strings.TrimLeft(word, "“‘\"«„¿¡—"))]
}
