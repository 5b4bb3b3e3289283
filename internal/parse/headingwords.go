package parse

import (
	"storybind/internal/book"
	"storybind/internal/parse/lexicon"
)

// A headingWord is a word that, with a number, opens a division of a book
// ("Chapter"), or that opens one by itself ("Prologue").
type headingWord struct {
	depth depth
	role  book.Role
	alone bool // opens a division without a number
	plain bool // an everyday word as well: "day", "letter", "part"; alone it proves little
}

// A wordIndex names a word of headingList; 0 is no word.
type wordIndex = uint16

// A depth orders the kinds of division from the outermost in, as printed books
// nest them. The file's own order may overrule it (see headingscheme.go).
type depth uint8

const (
	noDepth      = depth(lexicon.NoDepth)
	volumeDepth  = depth(lexicon.VolumeDepth)  // volume, tome
	bookDepth    = depth(lexicon.BookDepth)    // book
	partDepth    = depth(lexicon.PartDepth)    // part, act
	chapterDepth = depth(lexicon.ChapterDepth) // chapter, letter, day
	sceneDepth   = depth(lexicon.SceneDepth)   // scene, section
)

// headingList and headingWords are the lexicon's heading words: what each is, and
// its place in the list by its spelling.
var headingList, headingWords = makeHeadingWords()

func makeHeadingWords() ([]headingWord, map[string]wordIndex) {
	words, places := lexicon.HeadingWords()
	list := make([]headingWord, len(words))
	for i, w := range words {
		list[i] = headingWord{depth: depth(w.Depth), role: book.Role(w.Role), alone: w.Alone, plain: w.Plain}
	}
	return list, places
}
