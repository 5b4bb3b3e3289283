package book

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Cast is the names that paragraphs of a book begin with again and again, with a full stop
// or a colon: "Algernon. Did you hear what I was playing?"
type Cast map[string]bool

// leastSpeeches is how many paragraphs begin with a name before it is one of the cast.
const leastSpeeches = 3

// CastOf counts the names of a book's body.
func CastOf(b *Book) Cast {
	count := map[string]int{}
	for at, sec := range b.Regions() {
		if at.Region != BodyMatter {
			continue
		}
		for _, bl := range sec.Blocks {
			for text := range saidIn(bl) {
				if name := openingName(text); name != "" {
					count[name]++
				}
			}
		}
	}
	names := Cast{}
	for name, n := range count {
		if n >= leastSpeeches || n > 1 && Shouts(name) {
			names[name] = true
		}
	}
	return names
}

// styles are what stands before a name with a full stop of its own.
var styles = map[string]bool{"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "St": true, "Rev": true, "Prof": true, "Capt": true, "Col": true, "Gen": true, "Lt": true, "Sgt": true, "Mme": true, "Mlle": true, "Hr": true, "Fr": true, "Herr": true}

// openingName is the name that a text begins with: up to three words with capitals, then a full
// stop or a colon, and something that is said; "" for none.
func openingName(text string) string {
	if r, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(r) {
		return ""
	}
	end := strings.IndexAny(text[:min(len(text), 40)], ".:")
	if end < 2 || end+2 >= len(text) || text[end+1] != ' ' {
		return ""
	}
	words := strings.Split(text[:end], " ")
	if len(words) > 3 || styles[words[len(words)-1]] {
		return ""
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("'’-", r) }) {
			return ""
		}
	}
	return text[:end]
}

// Speaker is where the name that a speech begins with ends, 0 for none.
func (c Cast) Speaker(text string) int {
	if end := speaker(text); end > 0 || len(c) == 0 {
		return end
	}
	if name := openingName(text); c[name] {
		return len(name) + 1
	}
	return 0
}

// Named is where a name of the cast in capitals ends that a text begins with and that is
// not what is said: "MARY, aside", "MARY (sings)."; 0 for none.
func (c Cast) Named(text string) int {
	end, words := 0, 0
	for i, r := range text {
		if unicode.IsUpper(r) || strings.ContainsRune("'’-", r) {
			continue
		}
		if strings.ContainsRune(" ,.", r) && c[text[:i]] {
			end = i
		}
		if words++; r != ' ' || words > 3 {
			break
		}
	}
	return end
}
