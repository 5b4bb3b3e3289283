package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	*l = Line{Text: text, Start: at + i, Indent: col}
	if text == "" {
		l.Width = col
		return
	}

	seen, run := classes(text)
	word := 0
	for word < len(text) && ByteClass[text[word]]&(byteSpace|byteTab) == 0 {
		word++
	}
	l.Width = col + len(text)
	l.Word = int32(word)
	if seen&byteHigh != 0 {
		l.Marks |= HasWide
		l.Width = col + utf8.RuneCountInString(text)
		l.Word = int32(utf8.RuneCountInString(text[:word]))
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

// classes are the classes of a text's bytes, and how many blanks at most stand on end
// in it: 1, 2, or 3 for three and more.
func classes(text string) (seen uint8, run int) {
	const ones, high, blanks = 0x0101010101010101, 0x8080808080808080, 0x2020202020202020
	run = 1
	before := uint64(0) // the blanks of the last eight bytes, by their highest bits
	t := text
	for ; len(t) >= 8; t = t[8:] {
		seen |= ByteClass[t[0]] | ByteClass[t[1]] | ByteClass[t[2]] | ByteClass[t[3]] | ByteClass[t[4]] | ByteClass[t[5]] | ByteClass[t[6]] | ByteClass[t[7]]
		x := uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 | uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
		x ^= blanks
		at := ^((x&^high + (high - ones)) | x) & high // bytes that are 0 now
		if two := at & (at<<8 | before>>56); two != 0 {
			if run = max(run, 2); two&(at<<16|before>>48) != 0 {
				run = 3
			}
		}
		before = at
	}
	last, lastButOne := before>>63 != 0, before>>55&1 != 0
	for k := 0; k < len(t); k++ {
		seen |= ByteClass[t[k]]
		blank := t[k] == ' '
		if blank && last {
			if run = max(run, 2); lastButOne {
				run = 3
			}
		}
		last, lastButOne = blank, last
	}
	return seen, run
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
