package build

import (
	"sync"

	"storybind/assets"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/weigh"
)

// What rows between two blank lines are, where no form says so, is weighed by trees
// that are learned from the labelled kinds of many books (assets/reading).

// kindForest are the learned trees.
var kindForest = sync.OnceValue(func() *weigh.Forest {
	f, err := weigh.Load(assets.Reading("kinds.trees"))
	if err != nil {
		panic(err) // the program carries them; a test loads them
	}
	return f
})

// The classes of the trees.
const (
	weighsProse = iota
	weighsVerse
	weighsQuote
	weighedKinds
)

// weighKind weighs rows [a, b): one of the classes above.
func (p *sectionText) weighKind(a, b int) int {
	if p.plainProse(a, b) {
		return weighsProse
	}
	if p.Learn != nil {
		p.noteKind(a, b)
	}
	if p.setting == nil {
		s := p.Layout.KindSetting()
		p.setting = &s
	}
	p.measures = evidence.Kind(p.measures, p, a, b, p.setting)
	var scores [weighedKinds]int32
	kindForest().Weigh(p.measures, scores[:])
	best := 0
	for k, s := range scores {
		if s > scores[best] {
			best = k
		}
	}
	return best
}

// plainProse reports whether rows [a, b) are wrapped prose beyond doubt: they begin at
// the margin, are as wide as the file's wrap allows, and go on with small letters.
func (p *sectionText) plainProse(a, b int) bool {
	l := &p.Layout
	if l.Wrap == 0 || b-a < 2 {
		return false
	}
	on := 0
	for i := a; i < b; i++ {
		w := &p.rows[i]
		if d := w.Indent() - l.Margin; d > 1 && (i > a || d > l.Deepest) {
			return false
		}
		if i == a {
			continue
		}
		x := &p.rows[i-1]
		if l.Early(x.Line, w.Line) {
			return false
		}
		if passage.GoesOn(x.Line, w.Line) {
			on++
		}
	}
	return on*3 >= b-a-1
}
