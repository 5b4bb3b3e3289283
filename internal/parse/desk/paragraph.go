package desk

import "storybind/internal/parse/passage"

// CutShort reports whether a line of a script without capitals ends far before any
// wrap: a speaker's name, a clause, a speech. Such lines were ended by their writer.
func (l *Layout) CutShort(x *passage.Line) bool {
	most := 30 // characters: few wraps of Chinese and Japanese are narrower
	if l.Wrap > 0 {
		most = (l.Wrap - l.Margin) * 2 / 3
	}
	return x.Width()-x.Indent() < most
}
