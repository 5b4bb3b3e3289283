package wording

import (
	"storybind/internal/book"
	"storybind/internal/parse/lexicon"
)

// A headingWord is a word that, with a number, opens a division of a book
// ("Chapter"), or that opens one by itself ("Prologue").
type headingWord struct {
	Depth depth
	Role  book.Role
	Alone bool // opens a division without a number
	Plain bool // an everyday word as well: "day", "letter", "part"; alone it proves little
}

// A WordIndex names a word of headingList; 0 is no word.
type WordIndex = uint16

// A depth orders the kinds of division from the outermost in, as printed books
// nest them. The file's own order may overrule it (see headingscheme.go).
type depth uint8

const (
	noDepth      = depth(lexicon.NoDepth)
	VolumeDepth  = depth(lexicon.VolumeDepth)  // volume, tome
	bookDepth    = depth(lexicon.BookDepth)    // book
	partDepth    = depth(lexicon.PartDepth)    // part, act
	ChapterDepth = depth(lexicon.ChapterDepth) // chapter, letter, day
	sceneDepth   = depth(lexicon.SceneDepth)   // scene, section
)

// HeadingList and headingWords are the lexicon's heading words: what each is, and
// its place in the list by its spelling.
var HeadingList, HeadingWords = makeHeadingWords()

func makeHeadingWords() ([]headingWord, map[string]WordIndex) {
	words, places := lexicon.HeadingWords()
	list := make([]headingWord, len(words))
	for i, w := range words {
		list[i] = headingWord{Depth: depth(w.Depth), Role: book.Role(w.Role), Alone: w.Alone, Plain: w.Plain}
	}
	return list, places
}
