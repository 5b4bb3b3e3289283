package typogrify

import (
	"strings"
	"unicode/utf8"
)

// longest is the most bytes of text without emphasis that are set as one line of
// thought. A longer one is a file without line ends; what is known of each of its
// quotes at the same time would take many times its size.
const longest = 1 << 18

// manyPieces is how many pieces of a verse are set as one line of thought: a quotation that
// goes on over thousands of lines has its end elsewhere. Each piece takes 24 bytes, and the
// text of all stands in memory once more.
const manyPieces = 1 << 13

// setLong sets a long piece stretch by stretch, parted at blanks where there are any.
func (c *compositor) setLong(p piece) {
	var b strings.Builder
	b.Grow(len(p.text()) + len(p.text())/16)
	for rest := p.text(); rest != ""; {
		end := len(rest)
		if end > longest {
			if end = strings.LastIndexByte(rest[:longest], ' '); end <= 0 {
				for end = longest; !utf8.RuneStart(rest[end]); end-- {
				}
			}
		}
		stretch := rest[:end]
		rest = rest[end:]
		c.pieces = append(c.pieces[:0], piece{value: &stretch})
		c.set()
		b.WriteString(stretch)
	}
	p.put(b.String())
}
