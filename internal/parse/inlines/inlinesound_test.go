package inlines

import (
	"strings"
	"testing"
)

// Underscores round the name of a file or of a program's part are no emphasis.
func TestSoundNames(t *testing.T) {
	for text, want := range map[string]bool{
		"In [__init__].py, and": false, "obj.[__dict__], and": false, "call [_reset_]() now": false, "[_old_].txt": false,
		"[_joke_], Dev.": true, "He [__swore__] it.": true, "[_Stop_].": true, "[_Stop_]. Now.": true, "Stop.[_Now_] he": true, "([_he_])": true,
	} {
		from, to := strings.IndexByte(text, '['), strings.IndexByte(text, ']')-1
		plain := strings.NewReplacer("[", "", "]", "").Replace(text)
		for plain[from] == '_' {
			from++
		}
		for plain[to-1] == '_' {
			to--
		}
		if m := (&Marks{Text: plain}); m.Sound('_', from, to) != want {
			t.Errorf("%s: emphasis is %v", text, !want)
		}
	}
}
