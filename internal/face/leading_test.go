package face

import "testing"

// A sign does not push the lines of its paragraph apart.
func TestSameLeading(t *testing.T) {
	text := regular(t)
	signs, err := Symbols().Subset([]rune("♥"))
	if err != nil {
		t.Fatal(err)
	}
	before, err := Parse("signs", signs)
	if err != nil {
		t.Fatal(err)
	}
	if before.metrics.Ascender <= text.metrics.Ascender {
		t.Fatal("the face of signs asks for no more room than the text: this test shows nothing")
	}
	leaded, err := text.SameLeading(signs)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Parse("signs", leaded)
	if err != nil {
		t.Fatal(err)
	}
	if a, m := after.metrics, text.metrics; a.Ascender != m.Ascender || a.Descender != m.Descender {
		t.Errorf("ascent %d, descent %d; the text's are %d and %d", a.Ascender, a.Descender, m.Ascender, m.Descender)
	}
	for at := 68; at < 78; at += 2 {
		if got, want := be.Uint16(after.tables["OS/2"][at:]), be.Uint16(text.tables["OS/2"][at:]); got != want {
			t.Errorf("OS/2 has %d at %d, the text's %d", got, at, want)
		}
	}
	if after.upem != before.upem || string(after.tables["glyf"]) != string(before.tables["glyf"]) {
		t.Error("the drawings have changed")
	}
	if again, _ := Parse("signs", signs); again.metrics != before.metrics {
		t.Error("the file handed in was changed")
	}
	if _, err := text.SameLeading([]byte("no font")); err == nil {
		t.Error("no error for a file that is no font")
	}
}
