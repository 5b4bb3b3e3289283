package typeset

// hangLeft and hangRight say how far a mark at the edge of a line hangs out of
// the text block, in thousandths of an em, so that the edge looks straight
// (margin kerning, Thành 2000). Rounder letters are left alone: the gain is
// smaller than the risk with faces that nobody has looked at.
func hangLeft(r rune) int32 {
	switch r {
	case '“', '‘', '"', '\'', '’', '„', '‚', '«', '‹':
		return 180
	case '(', '[', '—':
		return 60
	case 'A', 'T', 'V', 'W', 'X', 'Y':
		return 30
	}
	return 0
}

func hangRight(r rune) int32 {
	switch r {
	case '.', ',':
		return 140
	case '-', '‐', '’', '”', '\'', '"', '»', '›':
		return 150
	case ':', ';', '–':
		return 90
	case '!', '?', '…', '—', ')', ']':
		return 60
	}
	return 0
}
