package says

import (
	"strings"
	"unicode/utf8"
)

// IsWideSentence reports whether a line is a sentence in Chinese or Japanese: it has a
// comma inside and a full stop at its end.
func IsWideSentence(s string) bool {
	s = strings.TrimRight(s, "”’」』")
	return (strings.HasSuffix(s, "。") || strings.HasSuffix(s, "！") || strings.HasSuffix(s, "？")) && (strings.Contains(s, "，") || strings.Count(s, "、") > 0)
}

// IsSentence reports whether a line is prose: it ends like a sentence and has
// several words, or it is long.
func IsSentence(s string) bool {
	if len(s) > 80 {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.Count(s, " ") < 3 || !strings.ContainsRune(".!?:;,\"”'…", last) || TitleLike(s) {
		return false
	}
	if isInitials(s[strings.LastIndexByte(s, ' ')+1:]) { // "The Lamp by Annie L."
		_, _, _, both := TitleByAuthor(s)
		return !both
	}
	return true
}
