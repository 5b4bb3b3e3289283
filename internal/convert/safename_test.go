package convert

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSafeName(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Lamp", "The Lamp"},
		{"Lamp: A Story", "Lamp - A Story"},
		{"12:30", "12-30"},
		{"Who Goes There?", "Who Goes There"},
		{`AC/DC \ "Live" <1|2>*`, "AC-DC - 'Live' (1-2)"},
		{"100% #1", "100% #1"},
		{"...and then...", "and then"},
		{"a\tb\u00a0 c\u200b\u202ed\x01\x7f", "a b cd"},
		{"灯守り。", "灯守り。"},
		{"e\u0301", "é"},
		{"e*\u0301", "é"}, {"a\u0301?\u0323", "ạ\u0301"},
		{"bad\xffbytes", "bad_bytes"},
		{"con", "con_"}, {"Nul.tar", "Nul_.tar"}, {"COM1", "COM1_"}, {"lpt²", "lpt²_"}, {"COM10", "COM10"}, {"console", "console"},
		{"???", ""}, {". .", ""}, {"", ""},
		{strings.Repeat("é", 200), strings.Repeat("é", 115)},
		{strings.Repeat("x", 229) + ". .y", strings.Repeat("x", 229)},
	} {
		if got := SafeName(c.text); got != c.want {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzSafeName(f *testing.F) {
	for _, s := range []string{"a/b", "..", "con. ", "nul", strings.Repeat("灯", 100), "\xff\xfe:", "aux.txt", " - "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := SafeName(s)
		if len(got) > LongestName+1 || !utf8.ValidString(got) || strings.ContainsAny(got, `<>:"/\|?*`+"\x00\n\t") ||
			strings.HasPrefix(got, ".") || strings.HasSuffix(got, ".") || strings.HasSuffix(got, " ") || device(got) {
			t.Errorf("%q became %q", s, got)
		}
		if again := SafeName(got); again != got && len(got) < LongestName-4 {
			t.Errorf("%q became %q and then %q", s, got, again)
		}
	})
}
