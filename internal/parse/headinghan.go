package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readHanHeading reads "第三回 …", "第二卷", "제1장", "3화. …", "一", "上　…", "序章", "番外一".
func readHanHeading(f *form, text string) bool {
	s := text[f.open:f.close]
	if rest, ok := strings.CutPrefix(s, "正文"); ok { // "正文 第一章": the text proper begins
		if rest = strings.TrimLeft(rest, " 　"); strings.HasPrefix(rest, "第") {
			return readPlaceHeading(f, text, len(s)-len(rest)) && f.verdict != noHeading
		}
	}
	for _, lead := range [...]string{"その", "其の", "其"} {
		if rest, ok := strings.CutPrefix(s, lead); ok {
			n := readHan(rest)
			if f.take(0, n); n.kind != noNumeral {
				if f.readTail(text, len(lead)+n.size, bareNumber); !f.titled() {
					return true
				}
			}
			f.verdict = noHeading
			return false
		}
	}
	if strings.HasPrefix(s, "第") || strings.HasPrefix(s, "제") {
		return readPlaceHeading(f, text, 0)
	}
	// "卷一", "部之二": the counter first.
	if c, size := utf8.DecodeRuneInString(s); strings.ContainsRune("卷巻部篇章回集册冊", c) {
		at := size
		if strings.HasPrefix(s[at:], "之") {
			at += len("之")
		}
		if n := readHan(s[at:]); f.take(headingWords[s[:size]], n) {
			if f.readTail(text, at+n.size, wordNumber); !f.titled() || f.sep != 0 {
				return true
			}
			f.verdict = noHeading
		}
	}
	if readHanName(f, text) {
		return true
	}
	if readCounterHeading(f, text) {
		return true
	}
	n := readHan(s)
	if !f.take(0, n) {
		return false
	}
	if strings.HasPrefix(s, "上") || strings.HasPrefix(s, "中") || strings.HasPrefix(s, "下") {
		f.word = headingWords["上"]
	}
	f.readTail(text, n.size, bareNumber)
	if f.titled() {
		if f.sep == 0 { // "一人の男": the number is part of a word
			f.verdict = noHeading
		} else if f.verdict == bareNumber {
			f.verdict = maybe
		}
	}
	if f.word != 0 && f.verdict != noHeading {
		f.verdict = wordNumber
	}
	return true
}

// readPlaceHeading reads "第三章", "제 3 장", "제삼장 비" at lead bytes behind the beginning.
func readPlaceHeading(f *form, text string, lead int) bool {
	s := text[f.open:f.close]
	at := lead + len("第") // as long as 제
	at += blanks(s[at:])
	n := readHan(s[at:])
	if n.kind == noNumeral {
		n = digitsBefore(s[at:]) // a letter follows: "제1장"
	}
	if n.kind == noNumeral && strings.HasPrefix(s[lead:], "제") {
		n = readSinoKorean(s[at:])
	}
	at += n.size
	at += blanks(s[at:])
	_, size := utf8.DecodeRuneInString(s[at:])
	word := headingWords[s[at:at+size]]
	if word == 0 || !f.take(word, n) {
		return false
	}
	if next := firstRune(s[at+size:]); unicode.Is(unicode.Hangul, next) { // "제3장의", "제1부에서"
		return false
	}
	f.readTail(text, at+size, wordNumber)
	return true
}

// counters are the words that stand behind a number without anything before it:
// "3화. 비", "12章".
const counters = "章话話回節节장화회부권편막"

// readCounterHeading reads digits and a counter: "3장", "3화. 비", "12章 雪". A sentence
// counts things so as well ("2권 샀다."), so what follows must look like a title.
func readCounterHeading(f *form, text string) bool {
	s := text[f.open:f.close]
	n := digitsBefore(s)
	if n.kind == noNumeral {
		if n = readHan(s); n.kind != digits { // full width
			return false
		}
	}
	c, size := utf8.DecodeRuneInString(s[n.size:])
	at := n.size + size
	if !strings.ContainsRune(counters, c) || n.value > 9999 || !wordEnds(s[at:]) {
		return false
	}
	word := headingWords[s[n.size:at]]
	if word == 0 || !f.take(word, n) {
		return false
	}
	f.readTail(text, at, wordNumber)
	if f.titled() && (f.sep == 0 || f.sep == ' ') && (utf8.RuneCountInString(s) > 24 || strings.ContainsRune(".。!?！？…,，", lastRune(strings.TrimRight(text, " ")))) {
		f.verdict = noHeading
	}
	return f.verdict != noHeading
}

// readHanName reads a name that opens a division by itself, with a number that may
// be glued to it: "序章", "楔子", "番外一 旧灯", "외전 2. 비".
func readHanName(f *form, text string) bool {
	s := text[f.open:f.close]
	first := s
	if i := strings.IndexAny(s, " \t　：:"); i > 0 {
		first = s[:i]
	}
	if word := headingWords[first]; word != 0 && headingList[word].alone {
		at := len(first) + blanks(s[len(first):])
		if n := readNumberBehindWord(s[at:]); at > len(first) && n.kind != noNumeral && n.kind != finalNumber {
			f.take(word, n)
			if f.readTail(text, at+n.size, wordNumber); f.verdict != noHeading && (!f.titled() || f.sep != 0) {
				return true
			}
		}
		f.take(word, numeral{})
		f.readTail(text, len(first), nameAlone)
		return true
	}
	if readSpacedName(f, text) {
		return true
	}
	for at, runes := 0, 0; at < len(first) && runes < 6; runes++ {
		_, size := utf8.DecodeRuneInString(first[at:])
		at += size
		word := headingWords[first[:at]]
		if word == 0 || !headingList[word].alone {
			continue
		}
		n := readHan(s[at:])
		if n.kind == noNumeral {
			n = digitsBefore(s[at:])
		}
		if !f.take(word, n) {
			continue
		}
		if f.readTail(text, at+n.size, wordNumber); f.verdict != noHeading && (!f.titled() || f.sep != 0) {
			return true
		}
		f.verdict = noHeading
	}
	return false
}

// readSpacedName reads a short name that is set wide: "楔 子", "尾　声".
func readSpacedName(f *form, text string) bool {
	s := text[f.open:f.close]
	if len(s) > 24 || strings.IndexAny(s, " 　") != utf8.RuneLen(firstRune(s)) {
		return false
	}
	word := headingWords[strings.Map(func(c rune) rune {
		if c == ' ' || c == '　' {
			return -1
		}
		return c
	}, s)]
	if word == 0 || !headingList[word].alone {
		return false
	}
	f.take(word, numeral{})
	f.verdict, f.label, f.title = nameAlone, f.close, f.close
	return true
}

// sinoKorean are the Korean digits as Chinese gave them, and the units.
var sinoKorean = map[rune][2]int{'일': {1, 0}, '이': {2, 0}, '삼': {3, 0}, '사': {4, 0}, '오': {5, 0}, '육': {6, 0}, '칠': {7, 0}, '팔': {8, 0}, '구': {9, 0}, '십': {0, 10}, '백': {0, 100}}

// readSinoKorean reads "삼", "십이", "이십일". These are everyday syllables, so only
// behind "제" do they make a number.
func readSinoKorean(s string) numeral {
	total, digit, size := 0, 0, 0
	for i, c := range s {
		v, ok := sinoKorean[c]
		if !ok {
			break
		}
		size = i + utf8.RuneLen(c)
		if v[1] > 0 {
			total += max(digit, 1) * v[1]
			digit = 0
		} else {
			digit = v[0]
		}
	}
	if total += digit; total == 0 || total > 999 {
		return numeral{}
	}
	return numeral{han, total, size}
}

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " 　")) }

func isCJK(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
