package assets

import (
	"embed"

	"storybind/assets/packed"
)

//go:embed words/*.zst
var words embed.FS

// EnglishWords is a list of English words in small letters, in the order of their bytes,
// each ended by "\n"; a star stands behind the everyday ones.
func EnglishWords() string { return string(packed.Read(words, "words/en.txt")) }

// ThaiWords is a list of Thai words, sorted, one a line.
func ThaiWords() string { return string(packed.Read(words, "words/th.txt")) }
