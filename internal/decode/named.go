package decode

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/transform"
)

// A charset is one encoding, however it was found.
type charset struct {
	name  string // IANA's preferred name, in lower case
	wide  bool   // UTF-16 or UTF-32; see widths
	utf8  bool
	coder encoding.Encoding // nil when wide or utf8
}

// spoken are names that people use and no index has, without hyphens and blanks.
var spoken = map[string]string{
	"ansi": "windows-1252", "western": "windows-1252", "win1252": "windows-1252", "win1251": "windows-1251", "win1250": "windows-1250",
	"mac": "macintosh", "macroman": "macintosh", "xmacroman": "macintosh", "maccyrillic": "x-mac-cyrillic",
	"dos": "ibm437", "oem": "ibm437", "cp437": "ibm437", "cp850": "ibm850", "cp852": "ibm852", "cp866": "ibm866",
	"latin1": "iso-8859-1", "latin2": "iso-8859-2", "latin9": "iso-8859-15", "latin15": "iso-8859-15",
	"sjis": "shift_jis", "cp932": "shift_jis", "ms932": "shift_jis", "eucjp": "euc-jp", "jis": "iso-2022-jp",
	"gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030", "cp950": "big5", "cp949": "euc-kr", "uhc": "euc-kr", "euckr": "euc-kr",
	"utf8": "utf-8", "utf8bom": "utf-8", "utf8sig": "utf-8", "ascii": "us-ascii", "usascii": "us-ascii",
	"utf16": "utf-16", "utf16le": "utf-16le", "utf16be": "utf-16be", "ucs2": "utf-16", "unicode": "utf-16",
	"utf32": "utf-32", "utf32le": "utf-32le", "utf32be": "utf-32be", "ucs4": "utf-32",
}

// named finds the encoding that a person asked for.
func named(name string) (*charset, error) {
	low := strings.ToLower(strings.TrimSpace(name))
	if to, ok := spoken[strings.NewReplacer("-", "", "_", "", " ", "").Replace(low)]; ok {
		low = to
	}
	switch low {
	case "utf-8":
		return &charset{name: low, utf8: true}, nil
	case "us-ascii": // every encoding that a story may be in is a superset, so nothing is gained by refusing it
		return &charset{name: low, utf8: true}, nil
	case "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-32le", "utf-32be":
		return &charset{name: low, wide: true}, nil
	}
	coder, err := ianaindex.IANA.Encoding(low)
	if err != nil || coder == nil {
		coder, err = ianaindex.MIME.Encoding(low)
	}
	if err != nil || coder == nil {
		coder, err = htmlindex.Get(low)
	}
	if err != nil || coder == nil || coder == encoding.Replacement {
		return nil, fmt.Errorf("no encoding is called %q; names such as utf-8, windows-1252, iso-8859-2, koi8-r, macintosh, shift_jis, gb18030, big5 and euc-kr are known", name)
	}
	return &charset{name: nameOf(coder, low), coder: coder}, nil
}

// nameOf is the encoding's name as MIME prefers it, in lower case.
func nameOf(coder encoding.Encoding, otherwise string) string {
	if n, err := ianaindex.MIME.Name(coder); err == nil && n != "" {
		return strings.ToLower(n)
	}
	return otherwise
}

// decode turns t into UTF-8; what the encoding does not know becomes U+FFFD.
func (c *charset) decode(t []byte) []byte {
	if m, ok := c.coder.(*charmap.Charmap); ok {
		return single(m, t)
	}
	out := make([]byte, 0, len(t)+len(t)/2+utf8.UTFMax)
	dec := c.coder.NewDecoder()
	for {
		n, read, err := dec.Transform(out[len(out):cap(out)], t, true)
		out, t = out[:len(out)+n], t[read:]
		switch err {
		case nil:
			return out
		case transform.ErrShortDst:
			grown := make([]byte, len(out), 2*cap(out)+utf8.UTFMax)
			copy(grown, out)
			out = grown
		default: // the decoders of x/text know no other error
			return append(out, replacement...)
		}
	}
}

// single decodes an encoding of one byte a character, with room for the result
// measured beforehand.
func single(m *charmap.Charmap, t []byte) []byte {
	var count [256]int
	for _, c := range t {
		count[c]++
	}
	var to [256]string
	size := 0
	for c := range to {
		to[c] = string(m.DecodeByte(byte(c)))
		size += count[c] * len(to[c])
	}
	out := make([]byte, 0, size)
	for len(t) > 0 {
		n := 0
		for n < len(t) && t[n] < utf8.RuneSelf {
			n++
		}
		if out = append(out, t[:n]...); n == len(t) {
			break
		}
		out = append(out, to[t[n]]...)
		t = t[n+1:]
	}
	return out
}
