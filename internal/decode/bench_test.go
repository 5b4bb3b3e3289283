package decode

import (
	"strings"
	"testing"
)

// The figures to beat: a plain copy runs at memory speed, and decode must not be
// what a conversion waits for.
func BenchmarkText(b *testing.B) {
	english := strings.Repeat("The lamp is the first thing he lights, and the last. \"Wait,\" Tom says,\nand waits -- for nobody comes.\n\n", 10_000)
	curly := strings.Repeat("The lamp is the first thing he lights, and the last. “Wait,” Tom says,\nand waits—for nobody comes.\n\n", 10_000)
	french := strings.Repeat("Le gardien alluma la lampe, puis l'éteignit. « Où étais-tu ? » dit-elle. Il avait déjà oublié.\n", 10_000)
	russian := strings.Repeat("Смотритель погасил лампу и пошёл через мост. Было уже поздно, сказала она.\n", 7_000)
	japanese := strings.Repeat("灯台守はランプを消して、橋を渡った。「もう遅い」と彼女は言った。\n", 10_000)
	for _, c := range []struct{ name, text, encoding string }{
		{"ascii-lf", english, "utf-8"},
		{"ascii-crlf", strings.ReplaceAll(english, "\n", "\r\n"), "utf-8"},
		{"utf-8-curly", curly, "utf-8"},
		{"utf-8-french", french, "utf-8"},
		{"utf-8-japanese", japanese, "utf-8"},
		{"utf-16le", english, "utf-16le"},
		{"windows-1252", curly, "windows-1252"},
		{"windows-1251", russian, "windows-1251"},
		{"shift_jis", japanese, "shift_jis"},
		{"quoted-printable", strings.ReplaceAll(curly, "“", "=E2=80=9C"), "utf-8"},
	} {
		b.Run(c.name, func(b *testing.B) {
			data := encode(&testing.T{}, c.encoding, c.text)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := Text("x.txt", data, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPlainRun(b *testing.B) {
	data := []byte(strings.Repeat("The lamp is the first thing he lights, and the last. \"Wait,\" Tom says,\nand waits -- for nobody comes.\n\n", 10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		plainRun(data)
	}
}
