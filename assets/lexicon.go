package assets

import "embed"

//go:embed lexicon/*.txt
var lexicon embed.FS

// The numbers of lexicon/numbers.txt spelt out, what begins alike on one line,
// not packed: a story asks for few of them. A test of internal/parse/lexicon says how, and
// writes them.
//
//go:embed lexicon/numbers.spelt
var numbers string

// Lexicon is the word list of one kind ("headings", "numbers", …; see lexicon/README.md);
// "" when there is none.
func Lexicon(kind string) string {
	data, _ := lexicon.ReadFile("lexicon/" + kind + ".txt")
	return string(data)
}

// Numbers are the numbers of lexicon/numbers.txt spelt out.
func Numbers() string { return numbers }
