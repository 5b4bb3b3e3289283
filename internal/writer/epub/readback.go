package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"

	"storybind/internal/book"
)

// What goes into the book is read back in two steps: each document as soon as it is
// compressed (readDocument), and the finished file, which must hold just these
// entries, byte for byte (readBack).

// readDocument unpacks a content document and adds the text that it really says to
// the digest; it must be well-formed. Lists of contents do not count; a scene
// break's ornament and a note's way back are no text.
func readDocument(e entry, d *book.Digest) error {
	content, err := e.unpack()
	if err != nil {
		return fmt.Errorf("%s cannot be read again: %w", e.name, err)
	}
	if err := digest(content, d); err != nil {
		return fmt.Errorf("%s is not well-formed: %w", e.name, err)
	}
	return nil
}

// readBack requires the finished file to be a zip file of these entries.
func readBack(file []byte, want []entry) error {
	got, err := entries(file)
	if err != nil {
		return fmt.Errorf("the finished file cannot be read: %w", err)
	}
	if len(got) != len(want) {
		return fmt.Errorf("the finished file holds %d entries, not %d", len(got), len(want))
	}
	names := make(map[string]bool, len(want))
	for i, e := range want {
		g := got[i]
		if g.name != e.name || g.method != e.method || g.size != e.size || g.crc != e.crc || !bytes.Equal(g.raw, e.raw) {
			return fmt.Errorf("the finished file's %s is not what was packed", e.name)
		}
		if names[e.name] {
			return fmt.Errorf("the finished file holds %s twice", e.name)
		}
		names[e.name] = true
	}
	return nil
}

// entries lists what a zip file holds; the raw bytes are the file's own.
func entries(file []byte) ([]entry, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	out := make([]entry, len(z.File))
	for i, f := range z.File {
		from, err := f.DataOffset()
		if err != nil {
			return nil, err
		}
		to := from + int64(f.CompressedSize64)
		if to < from || to > int64(len(file)) {
			return nil, fmt.Errorf("%s ends behind the file", f.Name)
		}
		out[i] = entry{name: f.Name, method: f.Method, raw: file[from:to:to], size: int(f.UncompressedSize64), crc: f.CRC32}
	}
	return out, nil
}

// inflaters are kept: they hold a window of 32 KB.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// unpack is the entry's content, compared with its length and checksum.
func (e *entry) unpack() (string, error) {
	if e.method != zip.Deflate {
		return "", fmt.Errorf("method %d is not deflate", e.method)
	}
	in := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(in)
	in.(flate.Resetter).Reset(bytes.NewReader(e.raw), nil) // without a dictionary it cannot fail
	var content strings.Builder
	content.Grow(e.size)
	sum := crc32.NewIEEE()
	n, err := io.Copy(io.MultiWriter(&content, sum), in)
	if err != nil {
		return "", err
	}
	if int(n) != e.size || sum.Sum32() != e.crc {
		return "", zip.ErrChecksum
	}
	return content.String(), nil
}
