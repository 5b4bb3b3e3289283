package face

import (
	"strings"
	"testing"

	"storybind/fonts"
)

// collection puts fonts into one file.
func collection(files ...[]byte) []byte {
	out := append([]byte("ttcf\x00\x01\x00\x00"), 0, 0, 0, byte(len(files)))
	at := len(out) + 4*len(files)
	for _, f := range files {
		out = be.AppendUint32(out, uint32(at))
		at += len(f)
	}
	for i, f := range files {
		moved := append([]byte(nil), f...)
		start := be.Uint32(out[12+4*i:])
		for k := range int(be.Uint16(f[4:])) {
			rec := moved[12+16*k+8:]
			be.PutUint32(rec, be.Uint32(rec)+start)
		}
		out = append(out, moved...)
	}
	return out
}

func TestCollections(t *testing.T) {
	regular, italic := fonts.Face("literata", "regular"), fonts.Face("literata", "italic")
	files := map[string][]byte{"two.ttc": collection(regular, italic), "one.ttc": collection(italic), "cut.ttc": collection(regular, italic)[:30], "plain.ttf": regular}
	open := func(name string) ([]byte, error) { return files[name], nil }
	for name, want := range map[string]string{
		"two.ttc#1": "Literata-Regular", "two.ttc#2": "Literata-Italic", "one.ttc": "Literata-Italic",
		"two.ttc": "!#1 Literata Regular, #2 Literata Italic", "two.ttc#3": "!2 fonts", "cut.ttc#1": "!cut.ttc#1 is broken", "plain.ttf": "Literata-Regular",
	} {
		var c Choice
		if err := c.Set(name); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		err := c.Load(open)
		if said, ok := strings.CutPrefix(want, "!"); ok {
			if err == nil || !strings.Contains(err.Error(), said) {
				t.Errorf("%s: %v, want an error about %s", name, err, said)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		f, _ := c.Family()
		if got := f.Face(Regular).Name(); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
