package parse

import (
	"testing"

	"storybind/internal/parse/passage"
)

func TestSceneMark(t *testing.T) {
	for _, s := range []string{
		"***", "* * *", "*****", "---", "--- --- ---", "-----", "===", "~*~", "~~~", "~*~*~", "#", "# # #", "###", "+++", "oOo", "o0o", "oOoOo", "ooo000ooo",
		"<><><>", "<>", "-x-x-x-", "x-x-x", "xXx", "X X X", "xxxxx", "XOXOX", "- 0 - 0 - 0 -", "@@@", "^^^", "&&&", "%%%", "$$$", "::", ":::", "•••", "§", ". . .", "...",
		"_____", "///", `\\\\`, "|", "♦ ❦ ■", "[scene break]", "(time skip)", "*** Scene Change ***", "-o0o-", "-=*=-", "-0-", "*\t*\t*", "<*><*><*>", "!!!",
		"-v-v-v-", "~v~V~v~", "⁂", "※", "＊　＊　＊", "—", "~", "*", "…", "-*-*-*-", "<><><><><>", "-=-=-=-=-",
	} {
		if !passage.SceneMark(s) {
			t.Errorf("%q is not taken for a mark", s)
		}
	}
	for _, s := range []string{
		"", "1999", "1", "I", "X", "XX", "XXX", "-X-", `"..."`, "“…”", "「……」", "?", "!", "?!", ":)", ":-(", "^_^", ">", "> >", "No.", "oh", "Ooo", "xoxo", "0-0",
		"[3]", "- 2 -", "*3*", "(iv)", "-I-", "Break", "the end", "A-a-a", "x", "o", "0", ".", "--", "O, X", "...!?", "***ing", "* item", "- Oh", "break", "break.", "Line break.", "<g>", "x.", "# 5",
	} {
		if passage.SceneMark(s) {
			t.Errorf("%q is taken for a mark", s)
		}
	}
}
