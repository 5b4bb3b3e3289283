package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
)

// readHanPlace reads which of two or three volumes a sign names.
func readHanPlace(sign string) Numeral {
	switch sign {
	case "上", "前":
		return Numeral{han, 1, len(sign)}
	case "中":
		return Numeral{han, 2, len(sign)}
	case "下", "後", "后":
		return Numeral{FinalNumber, 3, len(sign)} // of two or of three
	}
	return Numeral{}
}

// readHanHeading reads "第三回 …", "第二卷", "제1장", "3화. …", "一", "上　…", "序章", "番外一".
func readHanHeading(f *Form, text string) bool {
	s := text[f.Open:f.Close]
	if rest, ok := strings.CutPrefix(s, "正文"); ok { // "正文 第一章": the text proper begins
		if rest = strings.TrimLeft(rest, " 　"); strings.HasPrefix(rest, "第") {
			return readPlaceHeading(f, text, len(s)-len(rest)) && f.Verdict != NoHeading
		}
	}
	for _, lead := range [...]string{"その", "其の", "其"} {
		if rest, ok := strings.CutPrefix(s, lead); ok {
			n := readHan(rest)
			if f.take(0, n); n.Kind != NoNumeral {
				if f.readTail(text, len(lead)+n.Size, BareNumber); !f.Titled() {
					return true
				}
			}
			f.Verdict = NoHeading
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
		if n := readHan(s[at:]); f.take(HeadingWords[s[:size]], n) {
			if f.readTail(text, at+n.Size, WordNumber); !f.Titled() || f.Sep != 0 {
				return true
			}
			f.Verdict = NoHeading
		}
	}
	if c, size := utf8.DecodeRuneInString(s[min(len("上"), len(s)):]); strings.ContainsRune("卷巻部篇編编册冊集", c) { // "上卷", "下巻 雪", "前編"
		if n := readHanPlace(s[:len("上")]); f.take(HeadingWords[s[len("上"):len("上")+size]], n) {
			if f.readTail(text, len("上")+size, WordNumber); !f.Titled() || f.Sep != 0 {
				return true
			}
			f.Verdict = NoHeading
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
		f.Word = HeadingWords["上"]
	}
	f.readTail(text, n.Size, BareNumber)
	if f.Titled() {
		if f.Sep == 0 { // "一人の男": the number is part of a word
			f.Verdict = NoHeading
		} else if f.Verdict == BareNumber {
			f.Verdict = Maybe
		}
	}
	if f.Word != 0 && f.Verdict != NoHeading {
		f.Verdict = WordNumber
	}
	return true
}

// readPlaceHeading reads "第三章", "제 3 장", "제삼장 비" at lead bytes behind the beginning.
func readPlaceHeading(f *Form, text string, lead int) bool {
	s := text[f.Open:f.Close]
	at := lead + len("第") // as long as 제
	at += blanks(s[at:])
	n := readHan(s[at:])
	if n.Kind == NoNumeral {
		n = DigitsBefore(s[at:]) // a letter follows: "제1장"
	}
	if n.Kind == NoNumeral && strings.HasPrefix(s[lead:], "제") {
		n = readSinoKorean(s[at:])
	}
	at += n.Size
	at += blanks(s[at:])
	_, size := utf8.DecodeRuneInString(s[at:])
	word := HeadingWords[s[at:at+size]]
	if word == 0 || !f.take(word, n) {
		return false
	}
	if next := char.FirstRune(s[at+size:]); unicode.Is(unicode.Hangul, next) { // "제3장의", "제1부에서"
		return false
	}
	f.readTail(text, at+size, WordNumber)
	return true
}

// counters are the words that stand behind a number without anything before it:
// "3화. 비", "12章".
const counters = "章话話回節节장화회부권편막"

// readCounterHeading reads digits and a counter: "3장", "3화. 비", "12章 雪". A sentence
// counts things so as well ("2권 샀다."), so what follows must look like a title.
func readCounterHeading(f *Form, text string) bool {
	s := text[f.Open:f.Close]
	n := DigitsBefore(s)
	if n.Kind == NoNumeral {
		if n = readHan(s); n.Kind != Digits { // full width
			return false
		}
	}
	c, size := utf8.DecodeRuneInString(s[n.Size:])
	at := n.Size + size
	if !strings.ContainsRune(counters, c) || n.Value > 9999 || !WordEnds(s[at:]) {
		return false
	}
	word := HeadingWords[s[n.Size:at]]
	if word == 0 || !f.take(word, n) {
		return false
	}
	f.readTail(text, at, WordNumber)
	if f.Titled() && (f.Sep == 0 || f.Sep == ' ') && (utf8.RuneCountInString(s) > 24 || strings.ContainsRune(".。!?！？…,，", LastRune(strings.TrimRight(text, " ")))) {
		f.Verdict = NoHeading
	}
	return f.Verdict != NoHeading
}

// readHanName reads a name that opens a division by itself, with a number that may
// be glued to it: "序章", "楔子", "番外一 旧灯", "외전 2. 비".
func readHanName(f *Form, text string) bool {
	s := text[f.Open:f.Close]
	first := s
	if i := strings.IndexAny(s, " \t　：:"); i > 0 {
		first = s[:i]
	}
	if word := HeadingWords[first]; word != 0 && HeadingList[word].Alone {
		at := len(first) + blanks(s[len(first):])
		if n := readNumberBehindWord(s[at:]); at > len(first) && n.Kind != NoNumeral && n.Kind != FinalNumber {
			f.take(word, n)
			if f.readTail(text, at+n.Size, WordNumber); f.Verdict != NoHeading && (!f.Titled() || f.Sep != 0) {
				return true
			}
		}
		f.take(word, Numeral{})
		f.readTail(text, len(first), NameAlone)
		return true
	}
	if readSpacedName(f, text) {
		return true
	}
	for at, runes := 0, 0; at < len(first) && runes < 6; runes++ {
		_, size := utf8.DecodeRuneInString(first[at:])
		at += size
		word := HeadingWords[first[:at]]
		if word == 0 || !HeadingList[word].Alone {
			continue
		}
		n := readHan(s[at:])
		if n.Kind == NoNumeral {
			n = DigitsBefore(s[at:])
		}
		if !f.take(word, n) {
			continue
		}
		if f.readTail(text, at+n.Size, WordNumber); f.Verdict != NoHeading && (!f.Titled() || f.Sep != 0) {
			return true
		}
		f.Verdict = NoHeading
	}
	return false
}

// readSpacedName reads a short name that is set wide: "楔 子", "尾　声".
func readSpacedName(f *Form, text string) bool {
	s := text[f.Open:f.Close]
	if len(s) > 24 || strings.IndexAny(s, " 　") != utf8.RuneLen(char.FirstRune(s)) {
		return false
	}
	word := HeadingWords[strings.Map(func(c rune) rune {
		if c == ' ' || c == '　' {
			return -1
		}
		return c
	}, s)]
	if word == 0 || !HeadingList[word].Alone {
		return false
	}
	f.take(word, Numeral{})
	f.Verdict, f.Label, f.Title = NameAlone, f.Close, f.Close
	return true
}

// sinoKorean are the Korean digits as Chinese gave them, and the units.
var sinoKorean = map[rune][2]int{'일': {1, 0}, '이': {2, 0}, '삼': {3, 0}, '사': {4, 0}, '오': {5, 0}, '육': {6, 0}, '칠': {7, 0}, '팔': {8, 0}, '구': {9, 0}, '십': {0, 10}, '백': {0, 100}}

// readSinoKorean reads "삼", "십이", "이십일". These are everyday syllables, so only
// behind "제" do they make a number.
func readSinoKorean(s string) Numeral {
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
		return Numeral{}
	}
	return Numeral{han, total, size}
}

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " 　")) }

func isCJK(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
