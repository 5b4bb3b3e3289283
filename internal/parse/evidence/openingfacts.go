package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// facts are what one line of the opening is by itself.
type facts struct {
	n, row             int // line; place among the lines that are not blank
	text               string
	key                string // letters and digits, small
	words              []string
	lows               []string   // the words in small letters
	sorts              []wordKind // what wordKinds says of each
	says               Says
	before, after      int // blank lines
	chars, indent      int
	off                int // columns from the middle
	full               int // percent of the wrap
	capitals, titled   int // percent of letters; of words
	lower              int // words in small letters that titles capitalise
	small              int // percent of words that join others
	prose              int // percent of words that sentences have and titles seldom
	initials           int
	given              int // 1 one of its words is a given name, 2 its first one, 3 its first one and no joint among it
	digits             int
	commas, stops      int
	first, last        int // classes of the first and the last sign
	dress              int // quoted, in brackets, emphasised, marked, spaced
	kinds              wordKind
	year               int // 1 a year, 2 in Roman numerals
	block, rows, above int // number of the block, its lines, and those above this one in it
	joint              int // 1 the last word joins it to the next line
	inside             int // 1 a bracket that a line above opened is still open
	underlined         int // 1 the line right below is a rule about as long
	hangs              int // 1 the first word joins it to the line above
	turned             int // 1 the last word is a given name and the first is none
}

func (o *Opening) fact(f *facts, row, n, margin, wrap int) {
	l := &o.Lines[n]
	f.n, f.row = n, row
	f.text = o.Plain(n)
	f.says = o.Says(n)
	f.chars = utf8.RuneCountInString(f.text)
	f.indent = min(l.Indent()-margin, 80)
	f.off = farAway
	if l.Indent()-margin > 3 {
		f.off = min(abs(2*(l.Indent()-margin)+f.chars-(wrap-margin)), farAway)
	}
	f.full = min(l.Width()*100/max(wrap, 1), 300)
	f.key = key(f.text, 120)
	f.words = words(f.text, 40)
	f.lows, f.sorts = make([]string, len(f.words)), make([]wordKind, len(f.words))
	kinds := wordKinds()
	for i, w := range f.words {
		f.lows[i] = strings.ToLower(w)
		f.sorts[i] = kinds[f.lows[i]]
	}
	f.look(o.Given)
	f.dress = dressOf(f.text)
	f.kinds = kindsOf(f.text, f.lows, f.sorts)
	f.year = yearIn(f.words)
	if n := len(f.words); n > 0 {
		first, last := f.lows[0], f.lows[n-1]
		if f.sorts[n-1]&wordJoint != 0 && unicode.IsLetter(lastRune(f.text)) {
			f.joint = 1
		}
		if n > 1 && f.sorts[0]&(wordJoint|wordArticle) == wordJoint {
			f.hangs = 1
		}
		if n > 1 && n < 4 && len(last) > 2 && o.Given(last) && !o.Given(first) {
			f.turned = 1
		}
	}
}

// look counts letters, words and signs.
func (f *facts) look(given func(string) bool) {
	letters, capitals, digits := 0, 0, 0
	for _, c := range f.text {
		switch {
		case unicode.IsLetter(c):
			letters++
			if unicode.IsUpper(c) {
				capitals++
			}
		case unicode.IsDigit(c):
			digits++
		case c == ',' || c == '，' || c == '、':
			f.commas++
		}
	}
	f.stops = strings.Count(f.text, ". ") + strings.Count(f.text, "! ") + strings.Count(f.text, "? ") + strings.Count(f.text, "。")
	f.capitals, f.digits = percent(capitals, letters), min(digits, 20)
	titled, small, prose := 0, 0, 0
	for i, w := range f.words {
		c, size := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(c) || unicode.IsDigit(c) || unicode.IsLetter(c) && !unicode.IsLower(c) {
			titled++
			if size == len(w) && unicode.IsUpper(c) && strings.Contains(f.text, w+".") {
				f.initials++
			}
		}
		if f.sorts[i]&wordJoint != 0 {
			small++
		} else if unicode.IsLower(c) {
			f.lower++
		}
		if f.sorts[i]&wordProse != 0 {
			prose++
		}
	}
	for i, w := range f.words {
		if i < 5 && len(w) > 2 && f.given < 2 && given(f.lows[i]) {
			f.given = 1
			if i == 0 {
				f.given = 2
			}
		}
	}
	if f.given == 2 && small == 0 && len(f.words) > 1 && (len(f.words) < 6 && f.lower == 0 || f.lower == len(f.words) && f.lower < 4) { // also "marian tolley"
		f.given = 3
	}
	f.titled, f.small, f.prose = percent(titled, len(f.words)), percent(small, len(f.words)), percent(prose, len(f.words))
	f.first, f.last = signClass(firstRune(f.text)), signClass(lastRune(f.text))
}

// blocks finds which lines stand together, and the blank lines between them.
func blocks(fs []facts, o *Opening) {
	start := 0
	number := 0
	for i := range fs {
		f := &fs[i]
		f.before, f.after = 9, 9
		if i > 0 {
			f.before = min(f.n-fs[i-1].n-1, 9)
		}
		end := f.n + 1
		for end < len(o.Lines) && o.Lines[end].Blank() {
			end++
		}
		if end < len(o.Lines) {
			f.after = min(end-f.n-1, 9)
		}
		if i > 0 && f.before > 0 {
			number++
			start = i
		}
		f.block, f.above = number, i-start
	}
	for i := len(fs) - 1; i >= 0; i-- {
		if i == len(fs)-1 || fs[i+1].block != fs[i].block {
			for k := i; k >= 0 && fs[k].block == fs[i].block; k-- {
				fs[k].rows = fs[i].above + 1
			}
		}
	}
}

// brackets marks the lines inside a bracket that a line above opened, as transcribers'
// notes have it.
func brackets(fs []facts) {
	const most = 40 // lines
	open := -1
	for i := range fs {
		if open >= 0 && (i-open > most || fs[i].before > 2) {
			open = -1
		}
		if open >= 0 {
			fs[i].inside = 1
		}
		switch t := fs[i].text; {
		case strings.LastIndexByte(t, '[') > strings.LastIndexByte(t, ']'):
			open = i
		case strings.IndexByte(t, ']') >= 0:
			open = -1
		}
	}
}

func percent(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return part * 100 / whole
}

func firstRune(s string) rune { c, _ := utf8.DecodeRuneInString(s); return c }

func lastRune(s string) rune { c, _ := utf8.DecodeLastRuneInString(s); return c }

// signClass puts a sign into a class: letters, digits, kinds of punctuation.
func signClass(c rune) int {
	switch {
	case unicode.IsUpper(c):
		return 1
	case unicode.IsLower(c):
		return 2
	case unicode.IsDigit(c):
		return 3
	case unicode.IsLetter(c):
		return 4
	}
	switch c {
	case '.', '。':
		return 5
	case '!', '?', '！', '？':
		return 6
	case '…':
		return 7
	case ',', '，', '、':
		return 8
	case ';', '；':
		return 9
	case ':', '：':
		return 10
	case '"', '“', '”', '„', '«', '»', '「', '」', '『', '』':
		return 11
	case '\'', '‘', '’', '`':
		return 12
	case '(', ')', '（', '）':
		return 13
	case '[', ']', '【', '】':
		return 14
	case '_', '*', '/', '~', '=':
		return 15
	case '-', '–', '—', '―':
		return 16
	case '#', '|', '+', '<', '>', '•', '·':
		return 17
	case '©', '®', '&':
		return 18
	}
	return 0
}

// key is a text's letters and digits in small letters, at most so many bytes.
func key(s string, most int) string {
	var room [128]byte
	b := room[:0]
	for _, c := range s {
		if c < utf8.RuneSelf {
			switch {
			case c >= 'A' && c <= 'Z':
				c |= 0x20
			case (c < 'a' || c > 'z') && (c < '0' || c > '9'):
				continue
			}
		} else if unicode.IsLetter(c) || unicode.IsDigit(c) {
			c = unicode.ToLower(c)
		} else {
			continue
		}
		if len(b) >= most {
			break
		}
		b = utf8.AppendRune(b, c)
	}
	return string(b)
}

// words are the words of a text, at most so many; an apostrophe belongs to its word.
func words(s string, most int) []string {
	out := make([]string, 0, min(strings.Count(s, " ")+1, most))
	start := -1
	for i, c := range s {
		in := unicode.IsLetter(c) || unicode.IsDigit(c) || c >= 0x0300 && unicode.IsMark(c) || (c == '\'' || c == '’') && start >= 0
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			out = append(out, strings.TrimRight(s[start:i], "'’"))
			start = -1
		}
		if len(out) == most {
			return out
		}
	}
	if start >= 0 {
		out = append(out, strings.TrimRight(s[start:], "'’"))
	}
	return out
}
