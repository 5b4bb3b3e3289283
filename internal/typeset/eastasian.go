package typeset

import "strings"

// eastAsian reports whether a language is written in characters as wide as they
// are high: Chinese, Japanese, Korean.
func eastAsian(language string) bool {
	base, _, _ := strings.Cut(language, "-")
	switch base {
	case "zh", "ja", "ko":
		return true
	}
	return false
}

// indent is how far a paragraph's first line is indented: by one line's height; by
// one character in Japanese and Korean, by two in Chinese (W3C, Requirements for
// Japanese and for Chinese Text Layout).
func (s *setter) indent() Length {
	switch {
	case !eastAsian(s.language):
		return s.geo.leading
	case strings.HasPrefix(s.language, "zh"):
		return 2 * s.geo.size
	}
	return s.geo.size
}

// wide reports whether r belongs to a script that is set without spaces between
// its words, so that lines may end between any two characters. Korean parts its words.
func wide(r rune) bool {
	return r >= 0x2E80 && (r < 0xA000 || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F ||
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
