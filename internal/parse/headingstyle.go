package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How a heading's line is set.

// A style says how a heading's line is set.
type style uint16

const (
	underlined style = 1 << iota // a rule below it
	ruled                        // rules above and below it
	ornamented                   // "~*~ The Gate ~*~", "[2]", "## The Gate"
	capitals                     // no small letter
	inset                        // set in from the margin, as centred lines are
	named                        // not a number and not a heading word: a name, if it is a heading
	cased                        // its words are capitalised as a title's are
	listed                       // the printed contents name it
	satellite                    // "Prologue" and its kin
	inside                       // stands in a block of text, without a blank line before it
	repeated                     // stands in the header that a later part repeats
	ofStory                      // the title of another story in the same file
	said                         // a person says that it heads a section
)

// framed styles set a line apart without any blank lines.
const framed = underlined | ruled | ornamented

// framesName reports whether ornaments stand on both sides of a line's words, or
// it is marked as a heading is in Markdown. Marks of emphasis are no ornaments.
func framesName(text string, open, end int) bool {
	return open > 0 && (end < len(text) && text[0] != '_' || text[0] == '#')
}

// allCapitals reports whether a text has letters and none of them is small.
func allCapitals(s string) bool {
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

func opensQuote(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"'“‘«»„`「『", c)
}
