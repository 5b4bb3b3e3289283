package fonts

import (
	"embed"
	"io/fs"

	"github.com/klauspost/compress/zstd"
)

// The faces of scripts that the text families lack are packed: most stories need
// none, and none is unpacked before it is asked for.
//
//go:embed */*.ttf.zst
var packed embed.FS

// Script is the face of one script, in "regular" or "bold", unpacked; nil where
// there is none. A broken file is an error of the build: a test unpacks every one.
func Script(folder, style string) []byte {
	b, err := fs.ReadFile(packed, folder+"/"+style+".ttf.zst")
	if err != nil {
		return nil
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil
	}
	defer d.Close()
	ttf, err := d.DecodeAll(b, nil)
	if err != nil {
		return nil
	}
	return ttf
}
