package desk

import (
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/passage"
)

// KindSetting is what measures of kinds ask of the layout.
func (l *Layout) KindSetting() evidence.KindSetting {
	return evidence.KindSetting{
		Habits: passage.Habits{Wrap: l.Wrap, Gap: l.Gap, Margin: l.Margin, Deepest: l.Deepest, Double: l.Double, Indented: l.Indented},
		Slack:  l.slack, Justified: l.Justified, LineEnds: l.LineEnds, Meant: l.Meant, Verses: l.Verses, Dashes: l.Dashes, Apart: l.Apart,
	}
}
