package wording

import (
	"unicode"
	"unicode/utf8"
)

// How a heading's line is set.

// A Style says how a heading's line is set.
type Style uint16

const (
	Underlined Style = 1 << iota // a rule below it
	Ruled                        // rules above and below it
	Ornamented                   // "~*~ The Gate ~*~", "[2]", "## The Gate"
	Capitals                     // no small letter
	Inset                        // set in from the margin, as centred lines are
	Named                        // not a number and not a heading word: a name, if it is a heading
	Cased                        // its words are capitalised as a title's are
	listed                       // the printed contents name it
	Satellite                    // "Prologue" and its kin
	inside                       // stands in a block of text, without a blank line before it
	Repeated                     // stands in the header that a later part repeats
	OfStory                      // the title of another story in the same file
	Said                         // a person says that it heads a section
)

// Framed styles set a line apart without any blank lines.
const Framed = Underlined | Ruled | Ornamented

// FramesName reports whether ornaments stand on both sides of a line's words, or
// it is marked as a heading is in Markdown. Marks of emphasis are no ornaments.
func FramesName(text string, open, end int) bool {
	return open > 0 && (end < len(text) && text[0] != '_' || text[0] == '#')
}

// AllCapitals reports whether a text has letters and none of them is small.
func AllCapitals(s string) bool {
	all, upper := 0, 0
	for _, c := range s {
		if c < utf8.RuneSelf {
			if 'a' <= c && c <= 'z' {
				return false
			}
			if 'A' <= c && c <= 'Z' {
				upper++
			}
			continue
		}
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			upper++
		} else if unicode.IsLetter(c) {
			all++
		}
	}
	return upper > all && upper > 0
}
