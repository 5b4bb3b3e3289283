package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordy reports whether a word may go on with r.
func wordy(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func opening(r rune) bool {
	switch r {
	case '“', '‘', '(', '[', '«', '‹', '„', '‚', '"', '\'', '¿', '¡', '’':
		return true
	}
	return false
}

func holdsLetter(s string) bool { return letters(s) > 0 }

// letters counts the letters and digits that s begins with or holds up to the next space.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if r == ' ' {
			break
		}
		if wordy(r) {
			n++
		}
	}
	return n
}

// wide reports whether r belongs to a script that is set without spaces between
// its words, so that lines may end between any two characters.
func wide(r rune) bool {
	return r >= 0x2E80 && (r <= 0xD7FF && (r < 0xA000 || r >= 0xAC00) || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F ||
		r >= 0xFF01 && r <= 0xFF60 || r >= 0x20000 && r <= 0x3FFFF)
}

// noLineStart and noLineEnd hold the characters that may not begin or end a line
// (JIS X 4051's kinsoku, the common core).
func noLineStart(r rune) bool {
	return strings.ContainsRune("、。，．・：；？！ー）］｝〕〉》」』】〙〗〟’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々…‥,.!?;:)]}", r)
}

func noLineEnd(r rune) bool {
	return strings.ContainsRune("（［｛〔〈《「『【〘〖〝‘“([{", r)
}
