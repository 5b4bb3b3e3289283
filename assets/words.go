package assets

import (
	"embed"

	"storybind/assets/packed"
)

//go:embed words/*.zst
var words embed.FS

// ThaiWords is a list of Thai words, sorted, one a line.
func ThaiWords() string { return string(packed.Read(words, "words/th.txt")) }
