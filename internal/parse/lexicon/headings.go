package lexicon

import "sync"

// A Depth orders the kinds of division from the outermost in, as printed books nest them.
type Depth uint8

const (
	NoDepth      Depth = iota
	VolumeDepth        // volume, tome
	BookDepth          // book
	PartDepth          // part, act
	ChapterDepth       // chapter, letter, day
	SceneDepth         // scene, section
)

// A HeadingWord is a word that, with a number, opens a division of a book
// ("Chapter"), or that opens one by itself ("Prologue").
type HeadingWord struct {
	Depth Depth
	Role  string // of the EPUB 3 Structural Semantics Vocabulary: "part", "chapter", "prologue"
	Alone bool   // opens a division without a number
	Plain bool   // an everyday word as well: "day", "letter", "part"; alone it proves little
}

// divisions are the keys of the list that name divisions with numbers.
var divisions = map[string]HeadingWord{
	"volume":  {Depth: VolumeDepth, Role: "volume"},
	"book":    {Depth: BookDepth, Role: "part"},
	"part":    {Depth: PartDepth, Role: "part"},
	"chapter": {Depth: ChapterDepth, Role: "chapter"},
	"scene":   {Depth: SceneDepth, Role: "chapter"},
}

// HeadingWords are the heading words, and the place of each in that list by its
// spelling (see Fold). Place 0 is no word. A word's other spellings share its place.
// A word that one language numbers and another does not ("Tag": a day, a last
// scene) may do either.
var HeadingWords = sync.OnceValues(makeHeadingWords)

func makeHeadingWords() ([]HeadingWord, map[string]uint16) {
	list, index := make([]HeadingWord, 1, 1200), make(map[string]uint16, 1500)
	read("headings", func(l line) {
		w, numbered := divisions[l.key]
		if !numbered {
			w = HeadingWord{Depth: ChapterDepth, Role: l.key, Alone: true}
		}
		if l.key == "interlude" {
			w.Role = "chapter"
		}
		w.Plain = !l.sure
		var at uint16
		l.each(func(word string, respelt bool) {
			have, known := index[word]
			switch {
			case respelt:
				if !known {
					index[word] = at
				}
			case !known:
				at = uint16(len(list))
				index[word] = at
				list = append(list, w)
			default:
				at = have
				list[at].join(w)
			}
		})
	})
	return list, index
}

// join adds what another language means by the same word.
func (w *HeadingWord) join(o HeadingWord) {
	if w.Alone && !o.Alone {
		w.Role = o.Role
	}
	w.Depth = max(w.Depth, o.Depth)
	w.Alone = w.Alone || o.Alone
	w.Plain = w.Plain || o.Plain
}
