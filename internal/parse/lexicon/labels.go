package lexicon

import "sync"

// A Label is what a label of a header's field stands for.
type Label struct {
	Name string // canonical: "rating"
	Sure bool   // hardly ever begins a sentence of a story; the others need company
}

// Labels are the known labels, singular, as parse's labelKey spells them: small
// letters, straight apostrophes, single blanks, without hyphens and full stops.
// The English ones follow the archives' header templates: Gossamer, the FFML,
// alt.startrek.creative, LiveJournal communities, the Archive of Our Own,
// FanFicFare's text output, Project Gutenberg; the others what archives of their
// languages print. Of two languages' meanings of a label the first in the list counts.
var Labels = sync.OnceValue(makeLabels)

func makeLabels() map[string]Label {
	m := make(map[string]Label, 3000)
	read("labels", func(l line) {
		l.each(func(word string, _ bool) {
			if _, known := m[word]; !known {
				m[word] = Label{l.key, l.sure}
			}
		})
	})
	return m
}
