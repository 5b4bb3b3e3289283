package epub

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"

	"storybind/internal/book"
)

// readBack opens the finished EPUB and reads every content document: each must
// be well-formed, and the digest of each section's text is what its documents
// really say. Lists of contents do not count; a scene break's ornament and a
// note's way back are no text.
func readBack(file []byte, pages []page) (map[string]book.Digest, error) {
	z, err := openZip(file)
	if err != nil {
		return nil, fmt.Errorf("the finished file cannot be read: %w", err)
	}
	entries := make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		if entries[f.Name] != nil {
			return nil, fmt.Errorf("the finished file holds %s twice", f.Name)
		}
		entries[f.Name] = f
	}
	// One stretch of pages after the other is one section.
	var from []int
	for i := range pages {
		if i == 0 || pages[i].Section != pages[i-1].Section {
			from = append(from, i)
		}
	}
	digests := make([]book.Digest, len(from))
	works := make([]func() error, len(from))
	for n := range from {
		to := len(pages)
		if n+1 < len(from) {
			to = from[n+1]
		}
		works[n] = func() error { return readPages(entries, pages[from[n]:to], &digests[n]) }
	}
	if err := parallel(works); err != nil {
		return nil, err
	}
	drawn := make(map[string]book.Digest, len(from))
	for n, i := range from {
		if s := pages[i].Section; s != nil {
			drawn[s.ID] = digests[n]
		}
	}
	return drawn, nil
}

// readPages reads the pages of one section.
func readPages(entries map[string]*zip.File, pages []page, d *book.Digest) (err error) {
	var buf []byte
	for i := range pages {
		name := pages[i].file()
		f := entries[packageFolder+textFolder+name]
		if f == nil {
			return fmt.Errorf("the finished file lacks %s", name)
		}
		if buf, err = unpack(buf, f); err != nil {
			return fmt.Errorf("the finished file's %s cannot be read: %w", name, err)
		}
		if err := digest(string(buf), d); err != nil {
			return fmt.Errorf("%s is not well-formed: %w", name, err)
		}
	}
	return nil
}

// openZip opens a zip file in memory.
func openZip(file []byte) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err == nil {
		z.RegisterDecompressor(zip.Deflate, inflater)
	}
	return z, err
}

// inflaters are kept: they hold a window of 32 KB.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// inflater unpacks what r holds, until it is closed.
func inflater(r io.Reader) io.ReadCloser {
	in := inflaters.Get().(io.ReadCloser)
	in.(flate.Resetter).Reset(r, nil) // without a dictionary it cannot fail
	return &lent{in}
}

// A lent inflater goes back to the others when it is closed.
type lent struct{ io.ReadCloser }

func (l *lent) Close() error {
	if l.ReadCloser == nil {
		return nil
	}
	err := l.ReadCloser.Close()
	inflaters.Put(l.ReadCloser)
	l.ReadCloser = nil
	return err
}

// unpack reads an entry into buf; the zip reader compares its checksum.
func unpack(buf []byte, f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return buf, err
	}
	if n := int(f.UncompressedSize64); cap(buf) < n {
		buf = make([]byte, n)
	}
	buf = buf[:f.UncompressedSize64]
	if _, err := io.ReadFull(r, buf); err != nil {
		return buf, err
	}
	// The checksum is compared when the end is reached.
	if n, err := r.Read(make([]byte, 1)); n != 0 || !errors.Is(err, io.EOF) {
		return buf, errors.Join(err, errors.New("the entry is longer than it says"))
	}
	return buf, r.Close()
}
