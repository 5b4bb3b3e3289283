package assets

import (
	"embed"
	"io/fs"
	"strings"
	"testing"

	"storybind/assets/packed"
)

// Every packed file can be unpacked.
func TestUnpack(t *testing.T) {
	for _, files := range []embed.FS{hyphenation, words} {
		names, _ := fs.Glob(files, "*/*.zst")
		if len(names) == 0 {
			t.Error("a folder without packed files")
		}
		for _, name := range names {
			if len(packed.Read(files, strings.TrimSuffix(name, ".zst"))) == 0 {
				t.Errorf("%s cannot be unpacked", name)
			}
		}
	}
}
