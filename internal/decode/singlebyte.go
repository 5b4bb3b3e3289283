package decode

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A candidate is an encoding of one byte a character that a story may be in.
type candidate struct {
	charset
	price int // points that each Latin letter and mark costs: how seldom stories are in this encoding
	runes [128]rune
	kinds [128]kind
}

type family int

const (
	everyCandidate    family = iota
	westernCandidates        // those of Latin script in the west of Europe, for stray bytes
)

// candidates are in the order in which they win when nothing tells them apart.
// ISO 8859-1 comes before its superset: a file without bytes 80 to 9F is both.
var candidates = sync.OnceValue(func() []candidate {
	out := []candidate{
		{charset: charset{name: "iso-8859-1", coder: charmap.ISO8859_1}},
		{charset: charset{name: "windows-1252", coder: charmap.Windows1252}},
		{charset: charset{name: "iso-8859-15", coder: charmap.ISO8859_15}},
		{charset: charset{name: "macintosh", coder: charmap.Macintosh}, price: 1},
		{charset: charset{name: "ibm437", coder: charmap.CodePage437}, price: 2},
		{charset: charset{name: "ibm850", coder: charmap.CodePage850}, price: 2},
		{charset: charset{name: "windows-1250", coder: charmap.Windows1250}},
		{charset: charset{name: "iso-8859-2", coder: charmap.ISO8859_2}},
		{charset: charset{name: "ibm852", coder: charmap.CodePage852}, price: 2},
		{charset: charset{name: "windows-1251", coder: charmap.Windows1251}},
		{charset: charset{name: "koi8-r", coder: charmap.KOI8R}},
		{charset: charset{name: "koi8-u", coder: charmap.KOI8U}},
		{charset: charset{name: "ibm866", coder: charmap.CodePage866}},
		{charset: charset{name: "iso-8859-5", coder: charmap.ISO8859_5}},
		{charset: charset{name: "x-mac-cyrillic", coder: charmap.MacintoshCyrillic}, price: 1},
		{charset: charset{name: "windows-1253", coder: charmap.Windows1253}},
		{charset: charset{name: "iso-8859-7", coder: charmap.ISO8859_7}},
		{charset: charset{name: "windows-1254", coder: charmap.Windows1254}},
		{charset: charset{name: "windows-1257", coder: charmap.Windows1257}},
		{charset: charset{name: "windows-1255", coder: charmap.Windows1255}},
		{charset: charset{name: "windows-1256", coder: charmap.Windows1256}},
	}
	for i := range out {
		c := &out[i]
		m := c.coder.(*charmap.Charmap)
		for b := range c.runes {
			c.runes[b] = m.DecodeByte(byte(b + 0x80))
			c.kinds[b] = kindOf(c.runes[b])
		}
	}
	return out
})

func (f family) has(c *candidate) bool {
	switch c.name {
	case "windows-1252", "macintosh", "ibm437", "ibm850":
		return true
	}
	return f == everyCandidate
}

// A pair is two bytes that follow each other in the text, one of them high.
type pair struct {
	a, b  byte
	count int
}

// A survey is what a story shows of its high bytes: which bytes stand beside
// them, and how dense they are.
type survey struct {
	pairs []pair
	high  [128]int // how often each byte from 80 up occurs
	all   int      // bytes of the text
}

// surveyPairs counts the pairs of the whole text.
func surveyPairs(t []byte) *survey {
	table := new([1 << 16]uint32)
	last := byte('\n')
	for _, c := range t {
		if (last|c)&0x80 != 0 {
			table[uint16(last)<<8|uint16(c)]++
		}
		last = c
	}
	return surveyOf(table, t, last)
}

// surveyStrays counts only the pairs of bytes that are not UTF-8; valid
// sequences beside them count as a letter.
func surveyStrays(t []byte) *survey {
	table := new([1 << 16]uint32)
	last := byte('\n')
	for i := 0; i < len(t); {
		c, n := t[i], 1
		if c >= utf8.RuneSelf {
			if _, n = utf8.DecodeRune(t[i:]); n > 1 {
				c = 'e'
			}
		}
		if (last|c)&0x80 != 0 {
			table[uint16(last)<<8|uint16(c)]++
		}
		last = c
		i += n
	}
	return surveyOf(table, t, last)
}

func surveyOf(table *[1 << 16]uint32, t []byte, last byte) *survey {
	if last >= 0x80 {
		table[uint16(last)<<8|'\n']++
	}
	s := &survey{all: len(t)}
	for i, n := range table {
		if n == 0 {
			continue
		}
		p := pair{byte(i >> 8), byte(i), int(n)}
		s.pairs = append(s.pairs, p)
		if p.a >= 0x80 {
			s.high[p.a-0x80] += p.count
		}
	}
	return s
}

// singleByte is the candidate under which the survey makes the most sense:
// letters stand among letters of their own script and in the case that words
// have, marks stand where marks stand, and the letters are those of one language.
func singleByte(s *survey, f family) *charset {
	var best *candidate
	most := 0
	for i := range candidates() {
		c := &candidates()[i]
		if !f.has(c) {
			continue
		}
		if p := c.points(s); best == nil || p > most {
			best, most = c, p
		}
	}
	return &best.charset
}

func (c *candidate) points(s *survey) int {
	sum := 0
	for _, p := range s.pairs {
		sum += p.count * c.pairPoints(p.a, p.b)
	}
	letters, high, all := 0, 0, 0
	var known [len(alphabets)]int // letters that belong to each language
	usual := 0                    // letters that are the most frequent of their script
	for b, n := range s.high {
		if n == 0 {
			continue
		}
		high += n
		all += n
		if !unicode.IsLetter(c.runes[b]) {
			continue
		}
		letters += n
		if c.kinds[b]&latin == 0 {
			high -= n // a text full of Greek has shown what it is
		}
		of := letterOf(c.runes[b])
		for l := range known {
			if of.languages>>l&1 != 0 {
				known[l] += n
			}
		}
		if of.usual {
			usual += n
		}
	}
	most := 0
	for l, n := range known {
		if l == loanLetters && all*50 > s.all {
			continue // only a text with few accents may take them from everywhere
		}
		most = max(most, n)
	}
	return sum - 6*(letters-most) + usual - c.price*high
}

func (c *candidate) pairPoints(a, b byte) int {
	ka, kb := asciiKinds[a&0x7F], asciiKinds[b&0x7F]
	if a >= 0x80 {
		ka = c.kinds[a&0x7F]
	}
	if b >= 0x80 {
		kb = c.kinds[b&0x7F]
	}
	if a == b { // ÄÄÄÄ is a rule drawn with box characters
		switch {
		case ka&upper != 0:
			return -2
		case ka&box != 0:
			return 3
		}
	}
	return points(ka, kb)
}
