package convert

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/cespare/xxhash/v2"

	"storybind/internal/writer"
)

// A Seal is the line that every book carries about itself: what it was made from,
// what is told about it, and a digest of the whole file. By it a book is known to
// be storybind's, up to date, and untouched, without a list beside it. The digest of
// the file tells of changes, not of forgers: who wants to may seal a book anew.
type Seal struct {
	Storybind int    `json:"storybind"` // the seal's own version, 1
	Made      string `json:"made"`      // see Fingerprint
	Source    string `json:"source"`    // the name of the story's file; of the first of several
	Facts
	Content string `json:"content"` // XXH64 of the file with these digits as zeros
}

const (
	sealVersion   = 1
	sealMark      = `{"storybind":1,`
	contentDigits = 16
	mostAuthors   = 5 // of a seal that is too long
)

// sealed puts a seal on a book.
func sealed(f writer.Format, file []byte, s Seal) []byte {
	s.Storybind, s.Content = sealVersion, strings.Repeat("0", contentDigits)
	line := ascii(s)
	for cut := 400; len(line) > writer.MaxSeal && cut > 1; cut /= 2 { // a name on a disk has at most 255 bytes, and is never cut
		s.Title, s.Authors, s.Source = shorten(s.Title, cut), first(s.Authors, cut), shorten(s.Source, max(cut, 128))
		line = ascii(s)
	}
	file = f.Seal(file, line)
	var sum [8]byte
	binary.BigEndian.PutUint64(sum[:], xxhash.Sum64(file))
	at := bytes.LastIndex(file, []byte(line)) + len(line) - len(`"}`) - contentDigits
	hex.Encode(file[at:], sum[:])
	return file
}

// ascii is a seal's line: JSON whose letters beyond ASCII are escaped, because a
// comment in a book may be read in any encoding.
func ascii(s Seal) string {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err) // texts and numbers only
	}
	var b strings.Builder
	for _, r := range string(data) {
		switch {
		case r < 0x7f:
			b.WriteRune(r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		}
	}
	return b.String()
}

// first is the beginning of a list of names, shortened.
func first(names []string, letters int) []string {
	var out []string
	for _, n := range names[:min(len(names), mostAuthors)] {
		out = append(out, shorten(n, letters/5+1))
	}
	return out
}

var buffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// ReadSeal reads the seal of a book of size bytes. Without an error, a nil seal
// means that storybind did not make the file, and untouched that not a byte of it
// has changed since it did. The whole file is read.
func ReadSeal(file io.ReaderAt, size int64) (s *Seal, untouched bool, err error) {
	s, tail, digits, err := sealAtEnd(file, size)
	if s == nil {
		return nil, false, err
	}
	from := size - int64(len(tail))
	copy(tail[digits:], strings.Repeat("0", contentDigits))
	sum, buf := xxhash.New(), buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(buf)
	for at := int64(0); at < from; {
		n, err := file.ReadAt(buf[:min(int64(len(buf)), from-at)], at)
		if err != nil {
			return nil, false, err
		}
		sum.Write(buf[:n])
		at += int64(n)
	}
	sum.Write(tail)
	return s, hex.EncodeToString(sum.Sum(nil)) == s.Content, nil
}

// PeekSeal reads a book's seal, nil if there is none, and not the rest of the book:
// whether that is untouched it cannot say.
func PeekSeal(file io.ReaderAt, size int64) *Seal {
	s, _, _, _ := sealAtEnd(file, size)
	return s
}

// sealAtEnd finds a seal, the end of the file that it lies in, and where in that its digits are.
func sealAtEnd(file io.ReaderAt, size int64) (s *Seal, tail []byte, digits int, err error) {
	if size == 0 {
		return nil, nil, 0, nil
	}
	tail = make([]byte, min(size, writer.SealReach))
	if _, err := file.ReadAt(tail, size-int64(len(tail))); err != nil {
		return nil, nil, 0, err
	}
	at := bytes.LastIndex(tail, []byte(sealMark))
	if at < 0 {
		return nil, nil, 0, nil
	}
	s = new(Seal)
	d := json.NewDecoder(bytes.NewReader(tail[at:]))
	if d.Decode(s) != nil || len(s.Content) != contentDigits {
		return nil, nil, 0, nil
	}
	digits = at + int(d.InputOffset()) - len(`"}`) - contentDigits
	if digits < at || string(tail[digits:digits+contentDigits]) != s.Content {
		return nil, nil, 0, nil
	}
	return s, tail, digits, nil
}

// Entire reports whether title and authors are surely those of the story, and
// nothing was cut from them to make the seal short enough.
func (s *Seal) Entire() bool {
	cut := func(name string) bool { return strings.HasSuffix(name, "…") }
	return !cut(s.Title) && len(s.Authors) < mostAuthors && !slices.ContainsFunc(s.Authors, cut)
}
