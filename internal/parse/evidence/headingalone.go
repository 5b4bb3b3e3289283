package evidence

import (
	"storybind/internal/parse/says"
	"storybind/internal/parse/weigh"
)

// headAlone helps the one heading that a short story has: with no other to compare it with,
// capitals that stand alone above the story's first words are doubted, and are nothing
// else where they are neither a place nor a date.
func (o *Sight) headAlone(scores [][roles]int32) {
	const capitals, words, least = 95, 8, 100 // hundredths; words; thousandths
	u := &o.Units[0]
	p := &o.Passages[u.At]
	if u.At != 0 || u.Caps < capitals || u.words > words || u.dated || p.After == 0 || o.Second[0][HeadsSection] < least || len(o.Passages) < 3 {
		return
	}
	if t := o.lines[u.Line].Text; says.IsSentence(t) || says.IsScene(t) || says.IsTheEnd(t) {
		return
	}
	for i := range o.Second {
		if i > 0 && o.Second[i][HeadsSection] > 300 {
			return
		}
	}
	scores[0][HeadsSection] += 2 * weigh.Unit
	o.Second[0] = scores[0]
	weigh.Probability(o.Second[0][:])
}
