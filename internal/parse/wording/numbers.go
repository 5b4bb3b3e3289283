package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// A NumeralKind says how a number is written. Headings of one scheme are
// numbered in one way.
type NumeralKind uint8

const (
	NoNumeral   NumeralKind = iota
	Digits                  // 12, １２
	Roman                   // XII
	smallRoman              // xii
	cardinal                // Twelve, zwölf, двенадцать
	ordinal                 // the Twelfth, 12th, zwölftes, двенадцатая
	han                     // 十二, 上
	lettered                // "Appendix B"
	FinalNumber             // "Chapter the Last": no number, but it stands for one
)

// A Numeral is a number as a heading writes it.
type Numeral struct {
	Kind  NumeralKind
	Value int
	Size  int // bytes that it takes
}

// maxNumber bounds what counts as the number of a heading: larger ones are
// years, amounts or telephone numbers.
const maxNumber = 32000

// ReadNumeral reads a number at the very beginning of s. The number must end
// where a word ends.
func ReadNumeral(s string) Numeral {
	if s == "" {
		return Numeral{}
	}
	switch c := s[0]; {
	case c >= '0' && c <= '9':
		return ReadDigits(s)
	case c < 0x80 && romanValue(c) > 0:
		if n := ReadRoman(s); n.Kind != NoNumeral {
			return n
		}
	case c >= 0xE0: // CJK and full-width forms take three bytes
		if n := readHan(s); n.Kind != NoNumeral {
			return n
		}
	}
	if n := readForeignDigits(s); n.Kind != NoNumeral {
		return n
	}
	if n := readForeignRoman(s); n.Kind != NoNumeral {
		return n
	}
	if n := readCountingLetters(s, false); n.Kind != NoNumeral {
		return n
	}
	return ReadNumberWords(s)
}

// ReadDigits reads the digits that s begins with, which end there.
func ReadDigits(s string) Numeral {
	value, i := 0, 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		if value = value*10 + int(s[i]-'0'); value > maxNumber {
			return Numeral{}
		}
		i++
	}
	kind := Digits
	if i < len(s) && s[i] != ' ' && s[i] != '.' {
		if end := OrdinalEnd(s[i:]); end > 0 {
			kind, i = ordinal, i+end
		}
	}
	if !WordEnds(s[i:]) {
		return Numeral{}
	}
	return Numeral{kind, value, i}
}

// OrdinalEnd is the length of the ending with which s begins and that makes digits
// an ordinal: "nd", "-я", "º"; 0 when it begins with none.
func OrdinalEnd(s string) int {
	for _, end := range lexicon.OrdinalEnds() {
		if len(s) >= len(end) && (s[:len(end)] == end || char.HasFoldPrefix(s, end)) && WordEnds(s[len(end):]) {
			return len(end)
		}
	}
	return 0
}

// readLetter reads one capital letter as a number: "Appendix B".
func readLetter(s string) Numeral {
	if s == "" || s[0] < 'A' || s[0] > 'Z' || !WordEnds(s[1:]) {
		return Numeral{}
	}
	return Numeral{lettered, int(s[0]-'A') + 1, 1}
}

// ReadRoman reads a Roman numeral in capitals or in small letters, not mixed,
// and only as it is rightly written: "MIX" and "CIVIC" are words, "IIII" is
// allowed because old books print it. "IIIe" is a French ordinal.
func ReadRoman(s string) Numeral {
	i, small := 0, s[0] >= 'a'
	for i < len(s) && romanValue(s[i]) > 0 && (s[i] >= 'a') == small {
		i++
	}
	kind, end := Roman, i
	if small {
		kind = smallRoman
	}
	if i > 12 || !WordEnds(s[i:]) {
		if !small && i > 1 && i < 12 && (s[i] == 'A' || s[i] == 'B') && WordEnds(s[i+1:]) { // "IIIA", between III and IV
			end = i + 1
		} else if end = i + romanOrdinalEnd(s, i); i > 12 || end == i {
			return Numeral{}
		} else {
			kind = ordinal
		}
	}
	value := romanNumber(s[:i])
	if value == 0 {
		return Numeral{}
	}
	return Numeral{kind, value, end}
}

// romanNumber is the value of a Roman numeral, up to 400; 0 for what is rightly written none.
func romanNumber(s string) int {
	value := 0
	for k := 0; k < len(s); k++ {
		v := romanValue(s[k])
		if k+1 < len(s) && v < romanValue(s[k+1]) {
			value -= v
		} else {
			value += v
		}
	}
	word := strings.ToUpper(s)
	if value <= 0 || value > 400 || toRoman(value) != word && !strings.HasSuffix(word, "IIII") {
		return 0
	}
	return value
}

// romanOrdinalEnd is the length of the ending behind i capitals that makes a French
// ordinal of them ("Ier", "IIe"); "Le", "De" and "Ce" are words.
func romanOrdinalEnd(s string, i int) int {
	if s[0] >= 'a' || i == 1 && s[0] != 'I' && s[0] != 'V' && s[0] != 'X' {
		return 0
	}
	for _, end := range [...]string{"e", "ème", "er", "re", "ère"} {
		if strings.HasPrefix(s[i:], end) && WordEnds(s[i+len(end):]) && (end[len(end)-1] == 'e' && end != "re" && end != "ère" || s[:i] == "I") {
			return len(end)
		}
	}
	return 0
}

func romanValue(c byte) int {
	switch c | 0x20 {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	case 'c':
		return 100
	case 'd':
		return 500
	case 'm':
		return 1000
	}
	return 0
}

func toRoman(n int) string {
	var b strings.Builder
	for _, p := range [...]struct {
		value int
		word  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= p.value {
			b.WriteString(p.word)
			n -= p.value
		}
	}
	return b.String()
}

// readHan reads a Chinese or Japanese number ("一百二十", "二〇", "12" in full
// width) or the volume marks 上, 中, 下. CJK text has no word ends, so what
// follows is for the caller to judge.
func readHan(s string) Numeral {
	total, section, digit, size := 0, 0, -1, 0
	plain := true // only digits so far: "二〇" is read by place
	wide := false
	for i, c := range s {
		d, unit := hanValue(c)
		if d < 0 && unit == 0 {
			break
		}
		size = i + utf8.RuneLen(c)
		wide = wide || c >= '０' && c <= '９'
		switch {
		case unit > 0:
			plain = false
			if digit < 0 {
				digit = 1
			}
			section += digit * unit
			digit = -1
		case plain && digit >= 0:
			digit = digit*10 + d
		default:
			digit = d
		}
		if total = section + max(digit, 0); total > maxNumber || size > 30 {
			return Numeral{}
		}
	}
	if size > 0 {
		kind := han
		if wide {
			kind = Digits
		}
		return Numeral{kind, total, size}
	}
	for _, mark := range [...]string{"上", "中", "下"} {
		if strings.HasPrefix(s, mark) && WordEnds(s[len(mark):]) {
			return readHanPlace(mark)
		}
	}
	return Numeral{}
}

// hanValue is a CJK digit's value, or -1; or a unit (10, 100, 1000), or 0.
func hanValue(c rune) (digit, unit int) {
	if c >= '０' && c <= '９' {
		return int(c - '０'), 0
	}
	switch c {
	case '〇', '零', '○':
		return 0, 0
	case '一', '壱', '壹':
		return 1, 0
	case '二', '两', '兩', '弐', '贰', '貳':
		return 2, 0
	case '三', '参', '叁', '參':
		return 3, 0
	case '四', '肆':
		return 4, 0
	case '五', '伍':
		return 5, 0
	case '六', '陆', '陸':
		return 6, 0
	case '七', '柒':
		return 7, 0
	case '八', '捌':
		return 8, 0
	case '九', '玖':
		return 9, 0
	case '十', '拾':
		return -1, 10
	case '廿':
		return -1, 20
	case '卅':
		return -1, 30
	case '百', '佰':
		return -1, 100
	case '千', '仟':
		return -1, 1000
	}
	return -1, 0
}

// ReadNumberWords reads a number written out in one of the lexicon's languages,
// the longest that fits: "Twenty-One", "vingt et un", "the First".
func ReadNumberWords(s string) Numeral {
	if !lexicon.MayOpenNumber(s) {
		return Numeral{}
	}
	const most = 8             // places where it may end; "one hundred and twenty one" has five words
	var ends, folded [most]int // in s, and in what it is folded to
	var buf [160]byte
	low := buf[:0]
	count, i := 0, 0
	mayEnd := func() {
		from := 0
		if count > 0 {
			from = ends[count-1]
		}
		low = lexicon.AppendFold(low, s[from:i])
		ends[count], folded[count] = i, len(low)
		count++
	}
	for count < most && i < len(s) && i < 80 {
		from := i
		for i < len(s) {
			c, size := rune(s[i]), 1
			if c >= utf8.RuneSelf {
				c, size = utf8.DecodeRuneInString(s[i:])
			}
			if !IsWordPart(c) {
				if !isApostrophe(c) || i == from || !isWordStart(s[i+size:]) {
					break
				}
				if count < most-1 { // "дев'ять", "One's Company"
					mayEnd()
				}
			}
			i += size
		}
		if i == from {
			break
		}
		mayEnd()
		if i >= len(s) || s[i] != ' ' && s[i] != '-' {
			break
		}
		i++
	}
	for k := count - 1; k >= 0; k-- {
		if n := lexicon.FindNumber(low[:folded[k]]); n.Kind != 0 {
			return numeralOf(n, ends[k])
		}
	}
	return Numeral{}
}

// IsWordPart reports whether a letter or a sign on or between letters belongs to a
// word: Hindi and Thai write vowels as marks, Persian parts the halves of a word by
// an invisible sign.
func IsWordPart(c rune) bool {
	if c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	if c >= 0x2000 && c < 0x2070 { // dashes, quotes, dots: the block has no letters
		return c == '\u200c' || c == '\u200d'
	}
	return unicode.IsLetter(c) || isVowelSign(c)
}

func isApostrophe(c rune) bool { return c == '\'' || c == '’' || c == 'ʼ' }

// WordEnds reports whether a word that stands before s has ended.
func WordEnds(s string) bool {
	if s == "" {
		return true
	}
	if c := s[0]; c < utf8.RuneSelf {
		return !IsASCIILetter(c) && (c < '0' || c > '9')
	}
	c, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !isVowelSign(c)
}

// isVowelSign reports whether a mark belongs to the letter before it as Hindi and
// Thai vowels do, or an accent that is typed by itself.
func isVowelSign(c rune) bool {
	return c >= 0x0300 && c < 0x20d0 && unicode.IsMark(c)
}
