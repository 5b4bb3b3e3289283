// Package decode turns a file's bytes into clean UTF-8 text.
//
// The whole file decides what its bytes mean, never a sample of its beginning:
// a story may be plain English for a hundred pages before its first é. What
// older programs did to the text on its way (mail encodings, text encoded twice,
// HTML leftovers, control bytes) is mended, and every mending is a remark.
package decode

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"storybind/internal/diag"
	"storybind/internal/source"
)

// Options are the settings of decode.
type Options struct {
	Encoding string // IANA name; "" means that the file decides
}

// Flags declares the settings on fs.
func (o *Options) Flags(fs *pflag.FlagSet) {
	fs.Var((*encodingName)(&o.Encoding), "encoding", "read the story in this `encoding`, for example windows-1252 (default: the file decides)")
}

var (
	errEmpty  = errors.New("the story is empty")
	errBlanks = errors.New("the story has no text: the file holds nothing but blanks and control characters")
)

// Text turns a file's bytes into clean text (see [source.Text]). The errors are
// that the file is empty or no text at all, and that o names no encoding.
// Text of a text already clean changes nothing.
func Text(name string, data []byte, o Options) (*source.Text, []diag.Diagnostic, error) {
	var forced *charset
	if o.Encoding != "" {
		var err error
		if forced, err = named(o.Encoding); err != nil {
			return nil, nil, err
		}
	}
	if len(data) == 0 {
		return nil, nil, errEmpty
	}
	if err := isOther(data); err != nil {
		return nil, nil, err
	}
	d := &draft{text: data, name: "us-ascii"}
	if forced != nil || !isPlain(data) || packed(data) {
		var err error
		if d, err = mended(data, forced); err != nil {
			return nil, nil, err
		}
	} else {
		d.newlines()
		d.blankRuns()
		d.escapes()
		d.markdownLinks()
		d.raised()
		d.boardTags()
		d.eastMarks()
		d.tagLines()
	}
	if len(bytes.TrimSpace(d.text)) == 0 {
		return nil, nil, errBlanks
	}
	if err := crowded(d.text); err != nil {
		return nil, nil, err
	}
	t := source.New(name, len(data), d.name, string(d.text))
	t.Renumber(d.lines)
	return t, d.remarks(t), nil
}

// mended reads data that are not plain ASCII, and mends the text until there is
// nothing left to mend. A text that never comes to rest is left as it stands,
// but for its control bytes: so reading a clean text again changes nothing.
func mended(data []byte, forced *charset) (*draft, error) {
	d := &draft{text: data}
	if err := d.read(forced, true); err != nil {
		return nil, err
	}
	if ok, err := d.settle(); ok || err != nil {
		return d, err
	}
	d = &draft{text: data}
	if err := d.read(forced, false); err != nil {
		return nil, err
	}
	plain := *d
	if err := d.again(); err != nil {
		return nil, err
	}
	if ok, err := d.settle(); ok || err != nil {
		return d, err
	}
	return &plain, nil
}

// settle mends until nothing changes, and reports whether it came to that.
func (d *draft) settle() (bool, error) {
	for range rounds {
		if !d.touched {
			return true, nil
		}
		before := d.text
		if err := d.again(); err != nil || bytes.Equal(before, d.text) {
			return true, err
		}
	}
	return false, nil
}

// again reads a draft that is UTF-8 already once more. Its name stays.
func (d *draft) again() error {
	name := d.name
	d.touched = false
	err := d.read(nil, true)
	d.name = name
	return err
}

// read takes a draft through every step once. Without mend, only the encoding,
// the newlines and the control bytes are seen to.
func (d *draft) read(forced *charset, mend bool) error {
	wide := false
	if forced == nil || forced.wide {
		wide = d.wide(forced)
		if !wide && forced != nil {
			return errors.New("the file is not " + forced.name + "; leave --encoding out and let the file decide")
		}
	}
	d.newlines()
	d.blankRuns()
	if mend {
		d.attachments()
		d.quotedPrintable()
	}
	if !wide {
		d.charset(forced)
	}
	if mend {
		d.encodedWords()
		d.twice()
	}
	if err := d.controls(); err != nil {
		return err
	}
	if mend {
		d.compose()
		d.oddSpaces()
		d.drawnLetters()
		d.escapes()
		d.markdownLinks()
		d.raised()
		d.boardTags()
		d.eastMarks()
		if err := isOther(d.text); err != nil { // before its tags go
			return err
		}
		d.markup()
		d.tagLines()
	}
	return nil
}

// isPlain reports whether data are printable ASCII, tabs and line ends, without
// any trace of mail encoding or markup: the fast path of most stories.
func isPlain(data []byte) bool {
	return plainRun(data) == len(data) &&
		bytes.IndexByte(data, '&') < 0 && bytes.IndexByte(data, '<') < 0 && bytes.IndexByte(data, '=') < 0
}

// plainRun is the length of the run of printable ASCII, tabs and line ends with
// which data begin. It looks at eight bytes at a time.
func plainRun(data []byte) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(data); i += 8 {
		b := data[i : i+8 : i+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		// A byte is odd when it is high, below a blank, or DEL (whose successor is high).
		if (x|(x-ones*' ')|(x+ones))&highs == 0 {
			continue
		}
		for k, c := range b {
			if !plainByte(c) {
				return i + k
			}
		}
	}
	for ; i < len(data); i++ {
		if !plainByte(data[i]) {
			return i
		}
	}
	return i
}

func plainByte(c byte) bool {
	return c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t'
}

// isASCII reports whether no byte is high.
func isASCII(data []byte) bool { return asciiRun(data) == len(data) }

// asciiRun is the length of the run of ASCII with which data begin.
func asciiRun(data []byte) int {
	i := 0
	for ; i+8 <= len(data); i += 8 {
		b := data[i : i+8 : i+8]
		if (b[0]|b[1]|b[2]|b[3]|b[4]|b[5]|b[6]|b[7])&0x80 != 0 {
			break
		}
	}
	for i < len(data) && data[i] < utf8.RuneSelf {
		i++
	}
	return i
}
