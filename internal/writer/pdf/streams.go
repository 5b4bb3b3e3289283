package pdf

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// deflaters are kept: a deflater is 800 KB of tables, and a book has a stream a page.
var deflaters = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// deflate packs one stream. The same bytes always give the same result.
func deflate(data []byte) []byte {
	return deflateBy(len(data), func(put func([]byte)) { put(data) })
}

// deflateBy packs one stream of about size bytes, which write puts.
func deflateBy(size int, write func(put func([]byte))) []byte {
	var out bytes.Buffer
	out.Grow(size/2 + 64)
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&out)
	write(func(p []byte) { z.Write(p) }) // a bytes.Buffer does not fail
	z.Close()
	return out.Bytes()
}
