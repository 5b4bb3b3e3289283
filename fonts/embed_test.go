package fonts

import (
	"io/fs"
	"strings"
	"testing"
)

// Every packed face can be unpacked, and is a TrueType font.
func TestUnpack(t *testing.T) {
	names, _ := fs.Glob(files, "*/*.zst")
	if len(names) == 0 {
		t.Fatal("no faces")
	}
	for _, name := range names {
		folder, style, _ := strings.Cut(strings.TrimSuffix(name, ".ttf.zst"), "/")
		if ttf := string(Face(folder, style)); !strings.HasPrefix(ttf, "\x00\x01\x00\x00") {
			t.Errorf("%s is no TrueType font: %.4q", name, ttf)
		}
	}
}
