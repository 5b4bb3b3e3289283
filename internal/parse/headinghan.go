package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readHanHeading reads "第三回 …", "第二卷", "제1장", "一", "上　…", "序章".
func readHanHeading(f *form, text string) bool {
	s := text[f.open:f.close]
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
	for _, lead := range [...]string{"第", "제"} {
		if !strings.HasPrefix(s, lead) {
			continue
		}
		n := readHan(s[len(lead):])
		if n.kind == noNumeral {
			n = digitsBefore(s[len(lead):]) // a letter follows: "제1장"
		}
		at := len(lead) + n.size
		_, size := utf8.DecodeRuneInString(s[at:])
		word := headingWords[s[at:at+size]]
		if word == 0 || !f.take(word, n) {
			return false
		}
		f.readTail(text, at+size, wordNumber)
		return true
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
	first := s
	if i := strings.IndexAny(s, " \t　：:"); i > 0 {
		first = s[:i]
	}
	if word := headingWords[first]; word != 0 && headingList[word].alone {
		f.take(word, numeral{})
		f.readTail(text, len(first), nameAlone)
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

func isCJK(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
