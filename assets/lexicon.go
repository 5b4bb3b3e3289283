package assets

import (
	"embed"

	"storybind/assets/packed"
)

//go:embed lexicon/*.txt lexicon/*.zst
var lexicon embed.FS

// Lexicon is the word list of one kind ("headings", "numbers", …; see lexicon/README.md);
// "" when there is none.
func Lexicon(kind string) string {
	data, _ := lexicon.ReadFile("lexicon/" + kind + ".txt")
	return string(data)
}

// Numbers are the numbers of lexicon/numbers.txt spelt out, a line each; a test of
// internal/parse/lexicon says how, and writes them.
func Numbers() string { return string(packed.Read(lexicon, "lexicon/numbers")) }

// PackNumbers packs the list that Numbers shall be.
func PackNumbers(spelt string) ([]byte, error) { return packed.Pack([]byte(spelt)) }
