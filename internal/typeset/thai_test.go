package typeset

import (
	"slices"
	"strings"
	"testing"
)

// Thai is cut into words; a name that is in no list stays whole, and no syllable is cut
// before a vowel that follows.
func TestThaiWords(t *testing.T) {
	for _, text := range []string{
		"คน|เฝ้า|ประภาคาร|จุด|ตะเกียง",
		"ทะเล|เงียบสงบ|และ|ลม|พัด|มาจาก|ทิศตะวันตก",
		"เขา|กระซิบ|ถาม",
		"น้ำทะเล",
	} {
		whole := strings.ReplaceAll(text, "|", "")
		var want []int
		at := 0
		for _, w := range strings.Split(text, "|") {
			at += len(w)
			want = append(want, at)
		}
		if got := thaiBreaks(whole); !slices.Equal(got, want[:len(want)-1]) {
			var cut []string
			from := 0
			for _, at := range append(got, len(whole)) {
				cut = append(cut, whole[from:at])
				from = at
			}
			t.Errorf("%s is cut as %s", text, strings.Join(cut, "|"))
		}
	}
	for _, text := range []string{"ฺฮฮะะาๅๆฯเเเ", "เ", "ะ", strings.Repeat("ฮ", 90)} {
		for _, at := range thaiBreaks(text) {
			if !thaiMayEnd(runeBefore(text, at), runeAt(text, at)) {
				t.Errorf("%s is cut at %d", text, at)
			}
		}
	}
}
