package book

import (
	"slices"
	"unicode"
)

// Shouts reports whether a text is typed in capitals: it has two or more, and no lower-case letters.
func Shouts(text string) bool {
	capitals := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}

// Loud reports whether a title is typed in capitals, all of it or most of it and the rest is
// emphasised: "THE KEEPER'S JOURNAL—_continued_".
func Loud(title []Inline) bool {
	whole := Plain(title)
	if Shouts(whole) {
		return true
	}
	bare := Plain(slices.DeleteFunc(slices.Clone(title), func(in Inline) bool { _, ok := in.(Emphasis); return ok }))
	return 2*len(bare) > len(whole) && Shouts(bare)
}
