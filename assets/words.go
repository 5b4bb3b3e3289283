package assets

import (
	_ "embed"

	"github.com/klauspost/compress/zstd"
)

//go:embed words/th.txt.zst
var thai []byte

// ThaiWords is a list of Thai words, sorted, one a line, unpacked anew at each call.
func ThaiWords() string {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return ""
	}
	defer d.Close()
	b, err := d.DecodeAll(thai, nil)
	if err != nil {
		return ""
	}
	return string(b)
}
