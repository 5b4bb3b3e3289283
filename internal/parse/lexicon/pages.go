package lexicon

import (
	"strings"
	"sync"
)

// ContentsWords head printed contents.
var ContentsWords = sync.OnceValue(func() map[string]bool { return set("contents", "contents") })

// ContentsPageWords head printed contents on a title page; "table" is one of them
// only there.
var ContentsPageWords = sync.OnceValue(func() map[string]bool { return set("contents", "contents", "page") })

// PicturesWords head lists of pictures.
var PicturesWords = sync.OnceValue(func() map[string]bool { return set("contents", "pictures") })

// Ends are the lines that end a story, those that do so only with ornaments round
// them ("~ Son ~": Turkish; "SON" speaks in English plays), and those that end a part
// and promise another.
type Ends struct {
	End, Ornamented, More map[string]bool
	Openers               map[string]bool // the words with which they begin
}

// EndWords are the lines that end a story, in small letters, without ornaments.
var EndWords = sync.OnceValue(func() *Ends {
	e := &Ends{End: map[string]bool{}, Ornamented: map[string]bool{}, More: map[string]bool{}}
	read("ends", func(l line) {
		words := e.End
		switch {
		case l.key == "more":
			words = e.More
		case !l.sure:
			words = e.Ornamented
		}
		l.each(func(word string, _ bool) { words[word] = true })
	})
	e.Openers = map[string]bool{"the": true, "end": true, "to": true, "continued": true, "fin": true, "fine": true} // of parts, too: "End of part 2"
	for _, words := range [...]map[string]bool{e.End, e.Ornamented, e.More} {
		for word := range words {
			first, _, _ := strings.Cut(word, " ")
			e.Openers[first] = true
		}
	}
	return e
})

// Imprint is what names publishers, printers, editions and towns.
type Imprint struct {
	Within []string // anywhere in a short line
	Last   []string // its last word
	Towns  map[string]bool
	Lands  map[string]bool // countries and states that stand behind a writer's town
	Awards []string        // what a story won, at either end of a line
	Grants []string        // licences, anywhere in a line
}

// ImprintWords are the words of imprints.
var ImprintWords = sync.OnceValue(func() *Imprint {
	p := &Imprint{Towns: map[string]bool{}, Lands: map[string]bool{}}
	read("imprint", func(l line) {
		l.each(func(word string, _ bool) {
			switch l.key {
			case "within": // "_" is a blank at a word's edge
				p.Within = append(p.Within, strings.ReplaceAll(word, "_", " "))
			case "last":
				p.Last = append(p.Last, word)
			case "town":
				p.Towns[word] = true
			case "land":
				p.Lands[word] = true
			case "award":
				p.Awards = append(p.Awards, word)
			case "licence":
				p.Grants = append(p.Grants, word)
			}
		})
	})
	return p
})
