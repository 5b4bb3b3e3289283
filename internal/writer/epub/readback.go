package epub

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"

	"storybind/internal/book"
)

// readBack opens the finished EPUB and reads every content document: each must
// be well-formed, and the digest of each section's text is what its documents
// really say. Lists of contents do not count; a scene break's ornament and a
// note's way back are no text.
func readBack(file []byte, pages []page) (map[string]book.Digest, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
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
	digests, errs := make([]book.Digest, len(from)), make([]error, len(from))
	parallel(len(from), func(n int) {
		to := len(pages)
		if n+1 < len(from) {
			to = from[n+1]
		}
		var buf []byte
		for i := from[n]; i < to && errs[n] == nil; i++ {
			name := pages[i].file()
			f := entries[packageFolder+textFolder+name]
			if f == nil {
				errs[n] = fmt.Errorf("the finished file lacks %s", name)
				break
			}
			if buf, errs[n] = unpack(buf, f); errs[n] != nil {
				errs[n] = fmt.Errorf("the finished file's %s cannot be read: %w", name, errs[n])
			} else if err := digest(string(buf), &digests[n]); err != nil {
				errs[n] = fmt.Errorf("%s is not well-formed: %w", name, err)
			}
		}
	})
	drawn := make(map[string]book.Digest, len(from))
	for n, i := range from {
		if errs[n] != nil {
			return nil, errs[n]
		}
		if s := pages[i].Section; s != nil {
			drawn[s.ID] = digests[n]
		}
	}
	return drawn, nil
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
