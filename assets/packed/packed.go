// Package packed reads what is carried in the program packed with Zstandard: fonts,
// hyphenation patterns, lists of words. Packed they are less than half as large,
// and a story needs few of them.
package packed

import (
	"embed"

	"github.com/klauspost/compress/zstd"
)

// Read is the file name of files, which lies there as name.zst, unpacked anew at
// each call; nil where there is none. A broken file is an error of the build: the
// tests of those who carry packed files unpack every one.
func Read(files embed.FS, name string) []byte {
	b, err := files.ReadFile(name + ".zst")
	if err != nil {
		return nil
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil
	}
	defer d.Close()
	content, err := d.DecodeAll(b, nil)
	if err != nil {
		return nil
	}
	return content
}

// Pack packs what Read shall unpack, as small as can be; the same content gives the same bytes.
func Pack(content []byte) ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	return w.EncodeAll(content, nil), nil
}
