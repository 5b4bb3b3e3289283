package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/bytescan"
	"storybind/internal/source"
)

// ByteClass holds the classes of bytes, for one pass over a line.
const (
	byteSpace = 1 << iota
	byteTab
	ByteMark
	byteHigh
	byteRef
)

var ByteClass = func() (t [256]uint8) {
	t[' '] = byteSpace
	t['\t'] = byteTab
	t['\f'] = byteTab
	for _, c := range []byte(`_*/~=|+<[@^`) {
		t[c] = ByteMark
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] = byteHigh
	}
	for c, refers := range RefBytes {
		if refers {
			t[c] |= byteRef
		}
	}
	return t
}()

// RefBytes are the bytes with which references to notes begin: brackets, stars, ^, figures,
// and the first bytes of † ‡ §, of raised figures, and of （ and ※.
var RefBytes = [256]bool{'[': true, '(': true, '{': true, '<': true, '*': true, '+': true, '^': true, 0xE2: true, 0xC2: true, 0xEF: true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true}

// Scan measures every line of the story in one pass over its bytes.
func Scan(src *source.Text) []Line {
	out := make([]Line, src.Lines())
	for n := range out {
		Measure(&out[n], src.Line(n), src.LineStart(n))
	}
	return out
}

// Measure measures a line that begins at byte at of the story.
func Measure(l *Line, raw string, at int) {
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
	col = min(col, farthest)
	*l = Line{Text: text, start: int32(at + i), indent: uint16(col)}
	if text == "" {
		l.width = int32(col)
		return
	}

	seen, run := bytescan.Classes(text, &ByteClass), 1
	if seen&byteSpace != 0 {
		run = bytescan.Run(text, ' ')
	}
	word := 0
	for word < len(text) && ByteClass[text[word]]&(byteSpace|byteTab) == 0 {
		word++
	}
	l.width = int32(col + len(text))
	l.word = uint16(min(word, farthest))
	if seen&byteHigh != 0 {
		l.Marks |= HasWide
		l.width = int32(col + utf8.RuneCountInString(text))
		if c, _ := utf8.DecodeRuneInString(text); Ideographic(c) {
			l.word = 1 // its lines break before any character
		} else {
			l.word = uint16(min(utf8.RuneCountInString(text[:word]), farthest))
		}
		if strings.Contains(text, "\u00A0") || strings.Contains(text, "\u3000") {
			l.Marks |= HasRuns
		}
	}
	if run > 1 || seen&byteTab != 0 {
		l.Marks |= HasRuns
	}
	if run > 2 || seen&byteTab != 0 {
		l.Marks |= HasGaps
	}
	if seen&ByteMark != 0 {
		l.Marks |= HasMarks
	}
	if seen&byteRef != 0 {
		l.Marks |= HasRefs
	}
	if SceneMark(text) {
		l.Marks |= IsMark
	}
	l.Head = HeadOf(text)
	l.Tail = TailOf(text)
}

// Ideographic reports whether a character belongs to a script that sets no blanks
// between words.
func Ideographic(c rune) bool {
	return c >= 0x2E80 && c < 0xA4D0 || c >= 0xF900 && c < 0xFB00 || c >= 0xFE30 && c < 0xFE50 || c >= 0xFF00 && c < 0xFFE0 || c >= 0x20000 && c < 0x33480
}

// HeadOf looks at the first few characters of a line.
func HeadOf(text string) Starts {
	for k, c := range text {
		if c < utf8.RuneSelf {
			switch {
			case 'a' <= c && c <= 'z':
				return StartsLower
			case 'A' <= c && c <= 'Z':
				return StartsUpper
			case '0' <= c && c <= '9':
				return StartsDigit
			}
		} else if unicode.IsLetter(c) {
			switch {
			case unicode.IsLower(c):
				return StartsLower
			case unicode.IsUpper(c) || unicode.IsTitle(c):
				return StartsUpper
			}
			return StartsCaseless
		} else if unicode.IsDigit(c) {
			return StartsDigit
		}
		if k > 12 {
			break
		}
	}
	return StartsOther
}

// TailOf looks at the last few characters of a line.
func TailOf(text string) Ends {
	for n := 0; n < 8 && text != ""; n++ {
		c, size := utf8.DecodeLastRuneInString(text)
		switch c {
		case '"', '\'', '”', '’', '“', '»', '«', '›', ')', ']', '}', '>', '*', '_', '~', '/', '`', '）', '】', '|', '=', '+':
			text = text[:len(text)-size]
			continue
		case '.', '!', '?', '…', '」', '』', '。', '！', '？', '‽', '।', '؟', '۔':
			return EndsStop
		case ':', '：':
			return EndsColon
		case '—', '–', '―':
			return EndsDash
		case '-':
			if strings.HasSuffix(text, "--") || strings.HasSuffix(text, " -") {
				return EndsDash
			}
		}
		if c == ' ' {
			return EndsOther
		}
		return EndsOpen
	}
	return EndsOther
}
