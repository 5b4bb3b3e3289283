package says

import (
	"strings"
	"unicode/utf8"
)

// IsSentence reports whether a line is prose: it ends like a sentence and has
// several words, or it is long.
func IsSentence(s string) bool {
	if len(s) > 80 {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.Count(s, " ") >= 3 && strings.ContainsRune(".!?:;,\"”'…", last) && !TitleLike(s)
}
