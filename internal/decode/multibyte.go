package decode

import (
	"sync"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// The most frequent characters of running text: about half of every page is
// made of them, and hardly anything of a page that is read in a wrong encoding.
const (
	kana        = "あいうえおかがきぎくぐけげこごさざしじすずせそただちっつてでとどなにねのはばひびふへほまみむめもゃやゅゆょよらりるれろわをんアイカクコシスタットドナニノフマムメラリルレロンー"
	japanesePun = "、。「」『』・…―　"
	hanzi       = "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知"
	hanziTrad   = "的一是不了在人有我他這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知"
	hanziPun    = "，。、：；？！“”「」『』《》…　"
	hangul      = "이다는을를에가고의도한지하기사그로나아어서은자리니시들만있었것해인정라일보게면대수여부장오고러스마전안야내와말소우주금람생데무습요너던신으치"
)

// A doubled is an encoding of mostly two bytes a character.
type doubled struct {
	name   string
	coder  encoding.Encoding
	common string                // frequent characters
	step   func(t []byte) int    // length of the sequence at the start of t, which begins with a high byte; 0 when there is none
	table  *[1 << 16 / 64]uint64 // the codes of the frequent characters, as bits
}

var doubleds = sync.OnceValue(func() []doubled {
	ds := []doubled{
		{name: "shift_jis", coder: japanese.ShiftJIS, common: kana + japanesePun, step: stepShiftJIS},
		{name: "euc-jp", coder: japanese.EUCJP, common: kana + japanesePun, step: stepEUCJP},
		{name: "gb18030", coder: simplifiedchinese.GB18030, common: hanzi + hanziPun, step: stepGB18030},
		{name: "big5", coder: traditionalchinese.Big5, common: hanziTrad + hanziPun, step: stepBig5},
		{name: "euc-kr", coder: korean.EUCKR, common: hangul, step: stepEUCKR},
	}
	for i := range ds {
		ds[i].table = new([1 << 16 / 64]uint64)
		for _, r := range ds[i].common {
			b, err := ds[i].coder.NewEncoder().Bytes([]byte(string(r)))
			if err == nil && len(b) == 2 {
				code := uint16(b[0])<<8 | uint16(b[1])
				ds[i].table[code>>6] |= 1 << (code & 63)
			}
		}
	}
	return ds
})

// multibyte finds the encoding of Japanese, Chinese or Korean text, or nil. The
// text must be dense with high bytes, hardly a sequence may be broken, and a
// fifth of the characters must be the language's most frequent ones.
func multibyte(t []byte) *charset {
	high := 0
	for _, c := range t {
		high += int(c >> 7)
	}
	if high*8 < len(t) {
		return nil
	}
	var best *doubled
	most := 1.0 / 5
	for i := range doubleds() {
		c := &doubleds()[i]
		common, all, broken := c.survey(t, high)
		if broken*50 > all || all == 0 {
			continue
		}
		if share := float64(common) / float64(all+broken*10); share > most {
			best, most = c, share
		}
	}
	if best == nil {
		return nil
	}
	return &charset{name: best.name, coder: best.coder}
}

// survey counts the characters of two bytes and more, how many of them are
// common, and the bytes that begin none. It stops when more are broken than high
// bytes could make good.
func (c *doubled) survey(t []byte, high int) (common, all, broken int) {
	for i := 0; i < len(t) && broken*50 <= high; {
		if t[i] < 0x80 {
			i++
			continue
		}
		n := c.step(t[i:])
		switch n {
		case 0:
			broken++
			n = 1
		case 2:
			code := uint16(t[i])<<8 | uint16(t[i+1])
			common += int(c.table[code>>6] >> (code & 63) & 1)
			all++
		case 1: // half-width kana: letters, but rare enough to prove nothing
		default:
			all++
		}
		i += n
	}
	return common, all, broken
}

func in(c, lo, hi byte) bool { return c-lo <= hi-lo }

func stepShiftJIS(t []byte) int {
	switch c := t[0]; {
	case in(c, 0xA1, 0xDF):
		return 1
	case (in(c, 0x81, 0x9F) || in(c, 0xE0, 0xFC)) && len(t) > 1 && (in(t[1], 0x40, 0x7E) || in(t[1], 0x80, 0xFC)):
		return 2
	}
	return 0
}

func stepEUCJP(t []byte) int {
	high := func(i int) bool { return len(t) > i && in(t[i], 0xA1, 0xFE) }
	switch c := t[0]; {
	case c == 0x8E && high(1) && t[1] <= 0xDF:
		return 2
	case c == 0x8F && high(1) && high(2):
		return 3
	case high(0) && high(1):
		return 2
	}
	return 0
}

func stepGB18030(t []byte) int {
	digit := func(i int) bool { return len(t) > i && in(t[i], '0', '9') }
	lead := func(i int) bool { return len(t) > i && in(t[i], 0x81, 0xFE) }
	switch {
	case !lead(0) || len(t) < 2:
		return 0
	case in(t[1], 0x40, 0x7E) || in(t[1], 0x80, 0xFE):
		return 2
	case digit(1) && lead(2) && digit(3):
		return 4
	}
	return 0
}

func stepBig5(t []byte) int {
	if in(t[0], 0x81, 0xFE) && len(t) > 1 && (in(t[1], 0x40, 0x7E) || in(t[1], 0xA1, 0xFE)) {
		return 2
	}
	return 0
}

func stepEUCKR(t []byte) int {
	if in(t[0], 0x81, 0xFE) && len(t) > 1 && (in(t[1], 'A', 'Z') || in(t[1], 'a', 'z') || in(t[1], 0x81, 0xFE)) {
		return 2
	}
	return 0
}
