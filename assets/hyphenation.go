package assets

import (
	"embed"

	"storybind/assets/packed"
)

//go:embed hyphenation/*.zst
var hyphenation embed.FS

// Hyphenation is the TeX patterns of a language, and the words that are divided
// otherwise than the patterns say ("acad-e-my"), each a list parted by white
// space. tag is hyph-utf8's: "en-us", "de-1996". Both are nil for a language that is not here.
func Hyphenation(tag string) (patterns, words []byte) {
	return packed.Read(hyphenation, "hyphenation/hyph-"+tag+".pat.txt"), packed.Read(hyphenation, "hyphenation/hyph-"+tag+".hyp.txt")
}
