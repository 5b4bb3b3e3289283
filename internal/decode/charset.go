package decode

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"storybind/internal/diag"
)

const utf8Mark = "\uFEFF"

// charset reads an encoding whose lower half is ASCII and names it. The order
// of the questions is the order of certainty: bytes that are valid UTF-8 can
// hardly be anything else; the others are weighed against each other.
func (d *draft) charset(forced *charset) {
	switch {
	case forced != nil && !forced.utf8:
		d.name = forced.name
		d.text = forced.decode(d.text)
	case isASCII(d.text):
		d.name = "us-ascii"
		if bytes.Contains(d.text, []byte("\x1b$")) {
			d.shifted()
		}
	case utf8.Valid(d.text):
		d.name = "utf-8"
	case forced != nil:
		d.name = "utf-8"
		d.mixed()
	default:
		d.weigh()
	}
	d.text = bytes.TrimLeft(d.text, utf8Mark)
}

// weigh decides between a damaged UTF-8, the encodings of two bytes a character,
// and those of one.
func (d *draft) weigh() {
	u := surveyUTF8(d.text)
	if u.good >= 4*u.bad {
		d.name = "utf-8"
		d.mixed()
		return
	}
	if c := multibyte(d.text); c != nil {
		d.name = c.name
		d.text = c.decode(d.text)
		return
	}
	if u.marks > 0 || u.latin*4 >= u.bad && u.latin > 0 {
		d.name = "utf-8"
		d.mixed()
		return
	}
	c := singleByte(surveyPairs(d.text), everyCandidate)
	d.name = c.name
	d.text = c.decode(d.text)
}

// shifted reads ISO-2022-JP, the seven-bit encoding of Japanese mail and news,
// which is known by its escape sequences.
func (d *draft) shifted() {
	if t := (&charset{coder: japanese.ISO2022JP}).decode(d.text); !bytes.Contains(t, []byte(replacement)) {
		d.name = "iso-2022-jp"
		d.text = t
	}
}

// A utf8Survey counts what speaks for UTF-8 in bytes that are not all valid.
type utf8Survey struct {
	good  int // valid sequences of two bytes and more
	bad   int // high bytes outside them
	marks int // of the good: punctuation that no other encoding writes so ("â€™")
	latin int // of the good: Latin letters with accents
}

func surveyUTF8(t []byte) (u utf8Survey) {
	for i := 0; i < len(t); {
		if t[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(t[i:])
		switch {
		case n == 1:
			u.bad++
		case r >= 0x2010 && r <= 0x2044 || r == 0x20AC || r == 0x2122:
			u.good++
			u.marks++
		case r <= 0x17F:
			u.good++
			u.latin++
		default:
			u.good++
		}
		i += n
	}
	return u
}

// mixed reads UTF-8 into which bytes of an older encoding have strayed: parts
// joined from several files, a quotation pasted in. The strays are weighed
// together, as a story is that is all of one encoding.
func (d *draft) mixed() {
	t := d.text
	var strays *charset
	var one *charmap.Charmap // theirs
	out := make([]byte, 0, len(t)+len(t)/16+16)
	first, count := 0, 0
	for i := 0; i < len(t); {
		if t[i] < utf8.RuneSelf {
			n := i + 1
			for n < len(t) && t[n] < utf8.RuneSelf {
				n++
			}
			out = append(out, t[i:n]...)
			i = n
			continue
		}
		_, n := utf8.DecodeRune(t[i:])
		if n > 1 {
			out = append(out, t[i:i+n]...)
			i += n
			continue
		}
		if r, n := surrogates(t[i:]); n > 0 {
			out = utf8.AppendRune(out, r)
			i += n
			continue
		}
		if n := cutShort(t[i:]); n > 0 {
			out = append(out, replacement...)
			i += n
			continue
		}
		if strays == nil {
			first = i
			strays = singleByte(surveyStrays(t), westernCandidates)
			one = strays.coder.(*charmap.Charmap)
		}
		out = utf8.AppendRune(out, one.DecodeByte(t[i]))
		count++
		i++
	}
	if strays != nil {
		d.find(finding{code: "stray-bytes", severity: diag.Warning,
			message: "bytes that are not UTF-8 stand in the story %s; they were read as " + strays.name,
			hint:    "look at the line; if the whole story looks wrong, name its encoding with --encoding"}, first, count)
	}
	d.text = out
}

// surrogates reads a pair of surrogates that stand each as three bytes (CESU-8,
// Unicode Technical Report 26), as old databases write characters beyond U+FFFF;
// one alone is no character. The number of bytes is 0 when there is none.
func surrogates(t []byte) (rune, int) {
	half := func(t []byte) rune {
		if len(t) < 3 || t[0] != 0xED || t[1] < 0xA0 || t[1] > 0xBF || t[2] < 0x80 || t[2] > 0xBF {
			return 0
		}
		return 0xD000 | rune(t[1]&0x3F)<<6 | rune(t[2]&0x3F)
	}
	hi := half(t)
	if hi == 0 {
		return 0, 0
	}
	if lo := half(t[3:]); hi < 0xDC00 && lo >= 0xDC00 {
		return (hi-0xD800)<<10 + (lo - 0xDC00) + 0x10000, 6
	}
	return utf8.RuneError, 3
}

// cutShort is the length of a punctuation mark in UTF-8 whose last byte is
// missing. Other sequences cut short look too much like two letters of an older encoding.
func cutShort(t []byte) int {
	if len(t) >= 2 && t[0] == 0xE2 && t[1] == 0x80 {
		return 2
	}
	return 0
}
