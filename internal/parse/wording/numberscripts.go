package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// Numbers that other scripts write with signs of their own: ٣, ३, ๓; Ⅲ; ΙΙΙ typed with
// Cyrillic letters; Γ΄, ג׳.

// readForeignDigits reads digits that are not ASCII: Arabic, Persian, Hindi, Thai.
func readForeignDigits(s string) Numeral {
	if s == "" || s[0] < utf8.RuneSelf {
		return Numeral{}
	}
	value, i := 0, 0
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		d := DigitValue(c)
		if d < 0 {
			break
		}
		if value = value*10 + d; value > maxNumber {
			return Numeral{}
		}
		i += size
	}
	if i == 0 || !WordEnds(s[i:]) {
		return Numeral{}
	}
	return Numeral{Digits, value, i}
}

// DigitValue is the value of a decimal digit of any script, or -1. Unicode keeps the
// ten digits of a script in a row.
func DigitValue(c rune) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c < 0x0660 || !unicode.Is(unicode.Nd, c):
		return -1
	}
	zero := c
	for unicode.Is(unicode.Nd, zero-1) && c-zero < 9 {
		zero--
	}
	return int(c - zero)
}

// readForeignRoman reads Roman numerals of Unicode's own signs ("Ⅻ") and those that
// Russians and Ukrainians type with the letters of their keyboard ("ХІІ"). A lone
// letter that is a word or an initial as well is none.
func readForeignRoman(s string) Numeral {
	if s[0] < utf8.RuneSelf && !(romanValue(s[0]) > 0 && s[0] < 'a') {
		return Numeral{}
	}
	var latin []byte
	i, foreign := 0, false
	for i < len(s) && len(latin) < 13 {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case c >= 'Ⅰ' && c <= 'ⅿ':
			latin = append(latin, strings.ToUpper(norm.NFKC.String(s[i:i+size]))...)
			foreign = true
		case c == 'І' || c == 'Х' || c == 'С' || c == 'М':
			latin = append(latin, "IXCM"[strings.IndexRune("ІХСМ", c)/2])
			foreign = true
		case c < utf8.RuneSelf && c < 'a' && romanValue(byte(c)) > 0:
			latin = append(latin, byte(c))
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		i += size
	}
	if !foreign || !WordEnds(s[i:]) {
		return Numeral{}
	}
	if len(latin) == 1 && s[0] < 0xE0 && (latin[0] != 'I' && latin[0] != 'X' || i < len(s) && strings.IndexByte(".:)", s[i]) < 0) {
		return Numeral{}
	}
	value := romanNumber(string(latin))
	if value == 0 {
		return Numeral{}
	}
	return Numeral{Roman, value, i}
}

// readCountingLetters reads Greek and Hebrew letters that count: "Γ΄", "ΙΒ'", "ג׳",
// "י״א". Without a mark they are a number only behind a heading word, or where a
// Hebrew letter stands alone.
func readCountingLetters(s string, behindWord bool) Numeral {
	if s[0] < 0xCE || s[0] > 0xD7 { // Greek and Hebrew letters take two bytes
		return Numeral{}
	}
	value, i, marked, last := 0, 0, false, 1000
	greek := s[0] < 0xD0
	for i < len(s) {
		letters := s[i:min(len(s), i+4)]
		if greek {
			letters = strings.ToLower(letters)
		}
		v, size := lexicon.LetterValue(letters)
		if size == 0 {
			if size = gershayim(s[i:]); !greek && size > 0 && i > 0 {
				marked = true
				i += size
				continue
			}
			break
		}
		tens := magnitude(v)
		if tens >= last && !(last == 1 && tens == 1 && value%10 == 9 && (v == 6 || v == 7)) { // 15 and 16 are 9+6 and 9+7
			return Numeral{}
		}
		value, last = value+v, tens
		i += size
	}
	if i == 0 {
		return Numeral{}
	}
	if size := keraia(s[i:]); size > 0 && (i == 2 || greek) {
		marked = true
		i += size
	}
	if !WordEnds(s[i:]) {
		return Numeral{}
	}
	rest := strings.TrimLeft(s[i:], " ")
	stands := rest == "" || strings.ContainsRune(".:-–—)", char.FirstRune(rest))
	if !marked && !(stands && behindWord || !greek && i == 2 && i == len(s)) {
		return Numeral{}
	}
	return Numeral{lettered, value, i}
}

func magnitude(v int) int {
	switch {
	case v < 10:
		return 1
	case v < 100:
		return 2
	}
	return 3
}

// keraia is the length of the mark behind letters that count (΄, ʹ, ', ׳), or 0.
func keraia(s string) int {
	switch c, size := utf8.DecodeRuneInString(s); c {
	case '\u0384', '\u02b9', '\'', '\u2019', '\u00b4', '\u2032', '\u05f3': // tonos, keraia, apostrophes, acute, prime, geresh
		return size
	}
	return 0
}

// gershayim is the length of the mark before the last of several Hebrew letters that
// count (״, "), or 0.
func gershayim(s string) int {
	switch c, size := utf8.DecodeRuneInString(s); c {
	case '\u05f4', '"', '\u201d':
		return size
	}
	return 0
}

// readNumberBehindWord reads the number behind a heading word, where also everyday
// words and letters are numbers: "Kapitel to", "פרק ג", "Chapter No. 3".
func readNumberBehindWord(s string) Numeral {
	if s == "" {
		return Numeral{}
	}
	if n := ReadNumeral(s); n.Kind != NoNumeral {
		return n
	}
	if n := readCountingLetters(s, true); n.Kind != NoNumeral {
		return n
	}
	if size := FirstWord(s); size > 0 && size < 20 {
		if n, ok := lexicon.NumberBehindWord(lexicon.Fold(s[:size])); ok && WordEnds(s[size:]) {
			return numeralOf(n, size)
		}
	}
	return Numeral{}
}

// skipNumberSign is the length of what may stand between a heading word and its
// number: "No. ", "№".
func skipNumberSign(s string) int {
	for _, sign := range lexicon.NumberSigns() {
		if len(s) <= len(sign) || !strings.EqualFold(s[:len(sign)], sign) {
			continue
		}
		n := len(sign)
		for n < len(s) && (s[n] == ' ' || s[n] == '-') {
			n++
		}
		if n > len(sign) || sign[len(sign)-1] == '.' || !unicode.IsLetter(LastRune(sign)) {
			return n
		}
	}
	return 0
}

// LastRune is the last character of s.
func LastRune(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}
