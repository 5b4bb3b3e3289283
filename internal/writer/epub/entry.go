package epub

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"
)

// An entry is one file of the container, compressed already: what is the same in
// every book is compressed once, and what is compressed is copied.
type entry struct {
	name   string
	method uint16 // zip.Store or zip.Deflate
	raw    []byte
	size   int // before compression
	crc    uint32
}

// level is how hard the text is compressed: three times as quick as the standard
// library's usual level, and 2 % longer.
const level = 6

// deflaters are kept because making one costs more than compressing a chapter.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, level)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// deflated is an entry whose content is the parts, one after the other.
func deflated(name string, parts ...[]byte) entry {
	size := 0
	for _, p := range parts {
		size += len(p)
	}
	return deflatedBy(name, size, func(put func([]byte)) {
		for _, p := range parts {
			put(p)
		}
	})
}

// deflatedBy is an entry whose content, about size bytes, is what write puts into it.
func deflatedBy(name string, size int, write func(put func([]byte))) entry {
	e := entry{name: name, method: zip.Deflate}
	buf := bytes.NewBuffer(make([]byte, 0, size/2+64))
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(buf)
	write(func(p []byte) {
		e.size += len(p)
		e.crc = crc32.Update(e.crc, crc32.IEEETable, p)
		w.Write(p) // a buffer takes everything
	})
	w.Close()
	e.raw = buf.Bytes()
	return e
}

// stored is an entry that is compressed in itself or must not be compressed.
func stored(name string, data []byte) entry {
	return entry{name: name, method: zip.Store, raw: data, size: len(data), crc: crc32.ChecksumIEEE(data)}
}

// pack writes the entries as one zip file, all of the same time, without extra
// fields and data descriptors: the plainest form, which every device reads, and
// which EPUB asks of the first entry (EPUB 3.3 section 4.2.3).
func pack(entries []entry, modified time.Time) ([]byte, error) {
	size := 1024
	for _, e := range entries {
		size += len(e.raw) + 2*len(e.name) + 80
	}
	buf := bytes.NewBuffer(make([]byte, 0, size))
	z := zip.NewWriter(buf)
	day, clock := dosTime(modified)
	for _, e := range entries {
		const version20 = 20 // deflate; the lowest that every reader knows
		h := &zip.FileHeader{Name: e.name, Method: e.method, CRC32: e.crc, CreatorVersion: version20, ReaderVersion: version20,
			CompressedSize64: uint64(len(e.raw)), UncompressedSize64: uint64(e.size)}
		//lint:ignore SA1019 CreateRaw writes these fields as they are and does not look at Modified
		h.ModifiedDate, h.ModifiedTime = day, clock
		w, err := z.CreateRaw(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(e.raw); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// dosTime is the time as zip files keep it: since 1980, in steps of two seconds.
func dosTime(t time.Time) (day, clock uint16) {
	t = t.UTC()
	if y := t.Year(); y < 1980 || y > 2107 {
		t = epoch
	}
	return uint16(t.Day() + int(t.Month())<<5 + (t.Year()-1980)<<9), uint16(t.Second()/2 + t.Minute()<<5 + t.Hour()<<11)
}

// epoch is the time of a book that has none.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
