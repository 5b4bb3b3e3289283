package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
)

// What follows the number or the name of a heading: a total, a mark, a title.

// readTail reads what follows the number or the name, at bytes behind the start
// of the words: "/5", "of 5", ": The Gate", ". The Gate", " The Gate". A tail
// that no heading has (small letters without a mark before them, a sentence,
// "Chapter and verse") makes the verdict noHeading.
func (f *Form) readTail(text string, at int, v verdict) {
	at += int(f.Open)
	end := int(f.Close)
	f.Verdict, f.Sep = v, 0
	if v != NameAlone {
		// What may belong to the number: "Part 2b", "2a", "Part 2B", "2 1/2", "Chapter 1.5".
		if f.Kind == Digits && at < end && text[at]|0x20 >= 'a' && text[at]|0x20 <= 'd' && (v == WordNumber && WordEnds(text[at+1:]) || at+1 == end) {
			at++
		}
		if f.Kind == Digits {
			at += halves(text[at:end])
		}
		for at+1 < end && text[at] == '.' && text[at+1] >= '0' && text[at+1] <= '9' {
			for at++; at < end && text[at] >= '0' && text[at] <= '9'; {
				at++
			}
		}
		if size, total := readTotal(text[at:end]); size > 0 {
			f.Of, at = int16(total), at+size
		}
	}
	f.Label = uint8(at)
	spaces, dashes := 0, 0
	for at < end {
		c, size := utf8.DecodeRuneInString(text[at:end])
		switch c {
		case ' ', '\t', '\u00a0':
			spaces++
		case '　':
			spaces++
			if f.Sep == 0 {
				f.Sep = ' '
			}
		case '.', ':', ')', ']', '}', '>', '|', '~', '*', '_':
			f.Sep = byte(c)
		case '：', '、', '．', '，', '·', '・', '丨', '】', '）', '〉', '］', '〕':
			f.Sep = ':'
		case '-':
			f.Sep = '-'
			dashes++
		case '–', '—', '=':
			f.Sep = '-'
			dashes += 2
		case ',', ';':
			f.Sep = ','
		case '[', '(', '{':
			if n := headingMark(text[at:end]); n > 0 { // "CHAPITRE XXII[1]."
				size = n
				if f.Sep == 0 {
					f.Label = uint8(at + n)
				}
				break
			}
			f.Title = uint8(at)
			f.judgeTitle(text, spaces, dashes)
			return
		default:
			f.Title = uint8(at)
			f.judgeTitle(text, spaces, dashes)
			return
		}
		at += size
	}
	f.Title = f.Close
	if f.Sep == ',' { // "Chapter One," is the start of a sentence
		f.Verdict = NoHeading
	}
}

// halves is the length of a fraction that s begins with ("½", " 1/2"); 0 when it begins
// with none.
func halves(s string) int {
	blank := len(s) - len(strings.TrimLeft(s, " "))
	for _, f := range [...]string{"½", "¼", "¾", "1/2", "1/4", "3/4"} {
		if strings.HasPrefix(s[blank:], f) && (blank > 0 || f[0] >= utf8.RuneSelf) && WordEnds(s[blank+len(f):]) {
			return blank + len(f)
		}
	}
	return 0
}

// headingMark is the length of a footnote's mark that s begins with ("[1]"); 0 when
// it begins with none.
func headingMark(s string) int {
	for i := 1; i < len(s) && i < 5; i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == '*':
		case (c == ']' || c == ')' || c == '}') && i > 1:
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// judgeTitle looks at the title that follows a number or a name.
func (f *Form) judgeTitle(text string, spaces, dashes int) {
	title := text[f.Title:f.Close]
	first, _ := utf8.DecodeRuneInString(title)
	if strings.ContainsRune("（「『《〈【(", first) && f.Sep == 0 && isCJK(LastRune(strings.TrimRight(text[:f.Title], " 　"))) { // "第100章（上）", "第1話「雨」"
		f.Sep = ' '
		return
	}
	if isCJK(first) {
		if f.Sep == 0 && spaces > 0 {
			f.Sep = ' '
		}
		if f.Sep == 0 && f.Verdict != WordNumber || strings.HasSuffix(title, "。") {
			f.Verdict = NoHeading
		}
		return
	}
	if f.Sep == 0 && !unicode.IsUpper(first) && !unicode.IsLower(first) && unicode.IsLetter(first) && f.Verdict == WordNumber && HeadingList[f.Word].Plain { // "יום אחד הלכתי"
		f.Verdict = NoHeading
		return
	}
	if f.Verdict == NameAlone && (f.Sep == 0 || f.Sep == ',') { // "Préface de l'éditeur", "Preface, by Annie", "Interlude, they called it"
		f.Verdict = Maybe
		return
	}
	if unicode.IsLower(first) && (f.Sep == 0 || f.Sep == ',' || f.Sep == '-' && spaces == 0 && dashes < 2) {
		f.Verdict = NoHeading
		return
	}
	if f.Sep == 0 && (spaces == 0 || unicode.IsDigit(first)) {
		f.Verdict = NoHeading
		return
	}
	if f.Sep == ',' && f.Verdict == BareNumber { // "One, Two, Three"
		f.Verdict = NoHeading
		return
	}
	switch last, _ := utf8.DecodeLastRuneInString(text); {
	case last != ',' && last != ';':
		if strings.HasPrefix(title, "of ") { // "Volume XI. of The River Library"
			f.Verdict = NoHeading
		}
	case book.Shouts(title) && f.Verdict == BareNumber: // "II. ANNA, BEA, AND CORA,"
		f.Verdict = Maybe
	default:
		f.Verdict = NoHeading
	}
}

// readTotal reads "/5", " of 5", "/?" after a number.
func readTotal(s string) (size, total int) {
	at := 0
	for at < len(s) && s[at] == ' ' {
		at++
	}
	switch {
	case at < len(s) && s[at] == '/':
		at++
	case char.HasFoldPrefix(s[at:], "of ") && at > 0:
		at += 3
	default:
		return 0, 0
	}
	for at < len(s) && s[at] == ' ' {
		at++
	}
	if at < len(s) && s[at] == '?' {
		return at + 1, 0
	}
	n := ReadNumeral(s[at:])
	if n.Kind == NoNumeral {
		return 0, 0
	}
	return at + n.Size, n.Value
}

// titleCased reports whether a title's words are mostly capitalised, as English
// titles are, and it ends like one.
func titleCased(s string) bool {
	words, capitals := 0, 0
	for _, w := range strings.Fields(s) {
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘«_*"))
		if !unicode.IsLetter(c) || len(w) < 4 {
			if unicode.IsUpper(c) {
				words, capitals = words+1, capitals+1
			}
			continue
		}
		words++
		if !unicode.IsLower(c) {
			capitals++
		}
	}
	return capitals > 0 && capitals*3 >= words*2 && !strings.HasSuffix(s, ".")
}
