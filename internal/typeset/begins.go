package typeset

// Begins reports whether the line is the first of what it belongs to: of a
// paragraph, a line of verse, an entry of a log. It is not where one turns over.
func (l *Line) Begins() bool { return l.at == 0 }
