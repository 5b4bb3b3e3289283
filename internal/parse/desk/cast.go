package desk

import (
	"strings"

	"storybind/internal/parse/talk"
)

// Voice reads the speaker before a line's text: one of the play's, or one that the
// line alone shows.
func (l *Layout) Voice(s string) talk.Voice {
	if l.Cast != nil {
		if end := talk.StoppedName(s); end > 0 && l.Cast[talk.NameSaid(s[:end])] {
			return talk.Voice{End: end, Sure: true}
		}
	}
	return talk.VoiceOf(s)
}

// Directs reports whether a paragraph of a play tells what is done on the stage.
func (l *Layout) Directs(s string) bool {
	if talk.Action(s) {
		return true
	}
	if l.Cast == nil && !l.Script {
		return false
	}
	switch s[0] {
	case '(', '[':
		return true
	case '_':
		return len(s) > 2
	}
	for _, w := range [...]string{"Enter ", "Exit", "Exeunt", "Re-enter ", "Curtain", "CURTAIN"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
