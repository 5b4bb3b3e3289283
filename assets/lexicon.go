package assets

import "embed"

//go:embed lexicon/*.txt
var lexicon embed.FS

// Lexicon is the word list of one kind ("headings", "numbers", …; see lexicon/README.md);
// "" when there is none.
func Lexicon(kind string) string {
	data, _ := lexicon.ReadFile("lexicon/" + kind + ".txt")
	return string(data)
}
