package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/source"
)

// A line is one line of the story, measured once.
type line struct {
	text   string // without white space at either end
	start  int    // byte offset of text in the story
	indent int    // columns of white space before text; a tab leads to the next multiple of 8
	width  int    // characters from the margin to the end of text

	word  int32  // characters of the first word
	head  starts // how the first word begins
	tail  ends   // how the line ends
	marks traits
}

func (l *line) blank() bool { return l.text == "" }

// starts says what the first letter or digit of a line is, opening quotes,
// brackets, dashes and marks of emphasis passed over.
type starts uint8

const (
	startsOther    starts = iota // no letter among the first characters
	startsLower                  // a small letter: the line most likely goes on with a sentence
	startsUpper                  // a capital
	startsDigit                  // a digit
	startsCaseless               // a letter of a script without capitals
)

// ends says what the last character of a line is, closing quotes, brackets and
// marks of emphasis passed over.
type ends uint8

const (
	endsOpen  ends = iota // in the middle of a sentence: a letter, a digit, a comma
	endsStop              // a full stop, a question mark, an ellipsis
	endsColon             // a colon
	endsDash              // a dash
	endsOther             // none of these
)

// traits say what characters are inside a line.
type traits uint16

const (
	hasRuns  traits = 1 << iota // white space other than single blanks
	hasGaps                     // runs of three and more blanks, or tabs
	hasMarks                    // characters that may mark emphasis, notes, tags or links
	hasWide                     // characters of more than one byte
	isMark                      // the mark of a scene break
	isGone                      // a blank line that parts nothing: a page ended there
	isVerse                     // it begins as a line of verse, and so do its neighbours
	isShort                     // it and its neighbours end long before the wrap
	isKept                      // a person wants it as it stands
	isHead                      // a person says that it heads a chapter
	noHead                      // a person says that it does not
)

// Classes of bytes, for one pass over a line.
const (
	byteSpace = 1 << iota
	byteTab
	byteMark
	byteHigh
	byteContinues // a UTF-8 continuation byte; the last class
)

var byteClass = func() (t [256]uint8) {
	t[' '] = byteSpace
	t['\t'] = byteTab
	t['\f'] = byteTab
	for _, c := range []byte(`_*/~=|+<[@^`) {
		t[c] = byteMark
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] = byteHigh
		if c < 0xC0 {
			t[c] |= byteContinues
		}
	}
	return t
}()

// scan measures every line of the story in one pass over its bytes.
func scan(src *source.Text) []line {
	out := make([]line, src.Lines())
	for n := range out {
		measure(&out[n], src.Line(n), src.LineStart(n))
	}
	return out
}

func measure(l *line, raw string, at int) {
	col, i := 0, 0
	for i < len(raw) {
		size := 1
		switch c := raw[i]; {
		case c == ' ':
			col++
		case c == '\t':
			col += 8 - col%8
		case c == '\f' || c == '\r':
		case c == 0xC2 && strings.HasPrefix(raw[i:], "\u00A0"):
			col++
			size = 2
		case c == 0xE3 && strings.HasPrefix(raw[i:], "\u3000"):
			col++
			size = 3
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		i += size
	}
	text := raw[i:]
	for len(text) > 0 {
		c := text[len(text)-1]
		if c == ' ' || c == '\t' || c == '\f' || c == '\r' {
			text = text[:len(text)-1]
		} else if c == 0xA0 && strings.HasSuffix(text, "\u00A0") {
			text = text[:len(text)-2]
		} else if c == 0x80 && strings.HasSuffix(text, "\u3000") {
			text = text[:len(text)-3]
		} else {
			break
		}
	}
	*l = line{text: text, start: at + i, indent: col}
	if text == "" {
		l.width = col
		return
	}

	// No branches: the classes of a byte and of the two before it tell of runs.
	var seen, two, three, last, lastButOne uint8
	continues := 0
	for k := 0; k < len(text); k++ {
		class := byteClass[text[k]]
		seen |= class
		two |= class & last
		three |= class & last & lastButOne
		continues += int(class / byteContinues)
		last, lastButOne = class, last
	}
	word := 0
	for word < len(text) && byteClass[text[word]]&(byteSpace|byteTab) == 0 {
		word++
	}
	l.width = col + len(text) - continues
	l.word = int32(word)
	if seen&byteHigh != 0 {
		l.marks |= hasWide
		l.word = int32(utf8.RuneCountInString(text[:word]))
		if strings.Contains(text, "\u00A0") || strings.Contains(text, "\u3000") {
			l.marks |= hasRuns
		}
	}
	if two&byteSpace != 0 || seen&byteTab != 0 {
		l.marks |= hasRuns
	}
	if three&byteSpace != 0 || seen&byteTab != 0 {
		l.marks |= hasGaps
	}
	if seen&byteMark != 0 {
		l.marks |= hasMarks
	}
	if sceneMark(text) {
		l.marks |= isMark
	}
	l.head = headOf(text)
	l.tail = tailOf(text)
}

// headOf looks at the first few characters of a line.
func headOf(text string) starts {
	for k, c := range text {
		if c < utf8.RuneSelf {
			switch {
			case 'a' <= c && c <= 'z':
				return startsLower
			case 'A' <= c && c <= 'Z':
				return startsUpper
			case '0' <= c && c <= '9':
				return startsDigit
			}
		} else if unicode.IsLetter(c) {
			switch {
			case unicode.IsLower(c):
				return startsLower
			case unicode.IsUpper(c) || unicode.IsTitle(c):
				return startsUpper
			}
			return startsCaseless
		} else if unicode.IsDigit(c) {
			return startsDigit
		}
		if k > 12 {
			break
		}
	}
	return startsOther
}

// tailOf looks at the last few characters of a line.
func tailOf(text string) ends {
	for n := 0; n < 8 && text != ""; n++ {
		c, size := utf8.DecodeLastRuneInString(text)
		switch c {
		case '"', '\'', '”', '’', '“', '»', '«', '›', ')', ']', '}', '>', '*', '_', '~', '/', '`', '）', '】', '|', '=', '+':
			text = text[:len(text)-size]
			continue
		case '.', '!', '?', '…', '」', '』', '。', '！', '？', '‽', '।', '؟', '۔':
			return endsStop
		case ':', '：':
			return endsColon
		case '—', '–', '―':
			return endsDash
		case '-':
			if strings.HasSuffix(text, "--") || strings.HasSuffix(text, " -") {
				return endsDash
			}
		}
		if c == ' ' {
			return endsOther
		}
		return endsOpen
	}
	return endsOther
}

// goesOn reports whether line b goes on with a sentence that line a left open.
func goesOn(a, b *line) bool {
	switch b.head {
	case startsLower:
		return a.tail != endsStop
	case startsCaseless:
		return a.tail == endsOpen
	}
	return false
}

// letters counts a text's letters and digits, and how many of them are capitals.
func letters(s string) (all, capitals int) {
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			if 'A' <= c && c <= 'Z' {
				all++
				capitals++
			} else if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				all++
			}
		case unicode.IsUpper(c):
			all++
			capitals++
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			all++
		}
	}
	return all, capitals
}
