package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/wording"
)

// TitleStop takes the full stop from a title's end, as printed titles have none;
// an abbreviation's stays.
func TitleStop(t string) string {
	if !strings.HasSuffix(t, ".") || strings.HasSuffix(t, "..") {
		return t
	}
	body := t[:len(t)-1]
	last := body[strings.LastIndexByte(body, ' ')+1:]
	if last == "" || len(last) <= 3 && !wording.AllCapitals(last) && (last[0] < '0' || last[0] > '9') || strings.Contains(last, ".") {
		return t
	}
	return body
}

// FoldSpace makes one blank of every stretch of white space.
func FoldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// LabelCase sets a label in capitals as print does: "CHAPTER TWENTY-ONE" is
// "Chapter Twenty-One", "PART II" stays "Part II". Letters and digits stay.
func LabelCase(label string) string {
	if !wording.AllCapitals(label) {
		return label
	}
	var b strings.Builder
	for i := 0; i < len(label); {
		size := wording.FirstWord(label[i:])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(label[i:])
			b.WriteString(label[i : i+size])
			i += size
			continue
		}
		word := label[i : i+size]
		if n := wording.ReadRoman(word); n.Kind == wording.Roman && n.Size == len(word) {
			b.WriteString(word)
		} else {
			begin := true
			for _, c := range word {
				if begin {
					b.WriteRune(c)
				} else {
					b.WriteRune(unicode.ToLower(c))
				}
				begin = c == '-'
			}
		}
		i += size
	}
	return b.String()
}
