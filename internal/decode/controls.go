package decode

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"storybind/internal/diag"
)

var errBinary = errors.New("the file is no text: too many of its bytes are control codes; give the story as plain text (.txt)")

// controls removes what no printed page shows: control codes, byte order marks
// inside the text, soft hyphens; and turns form feeds and the rarer line ends
// into lines. The text must be UTF-8.
//
//   - a form feed ends a page of the printout: an empty line, unless it stands
//     within a sentence;
//   - VT, U+2028 and U+2029 end a line as Word and old Macintosh programs mean them;
//   - U+0080 to U+009F are windows-1252 that somebody took for ISO 8859-1, so they
//     become what windows-1252 means (as the HTML standard has it, section 13.2.5.80);
//   - a soft hyphen, and at a line's end the ¬ of scanning programs, joins the parts of
//     its word; without a second part it is a hyphen at a line's end, elsewhere nothing;
//   - a letter struck twice, or with an underscore, is that letter;
//   - the end-of-file byte ^Z of DOS goes without a word.
func (d *draft) controls() error {
	first := nextOdd(d.text, 0)
	if first == len(d.text) {
		return nil
	}
	t := d.text
	w := d.rewrite()
	var removed, moved, marks, hyphens struct{ at, count int }
	count := func(c *struct{ at, count int }, at int) {
		if c.count == 0 {
			c.at = at
		}
		c.count++
	}
	end := len(bytes.TrimRight(t, "\x1a\x00 \t\n")) // after this, ^Z and padding say nothing
	// U+0085 ends lines where nothing else does; elsewhere it is the ellipsis of windows-1252.
	nel := bytes.IndexByte(t, '\n') < 0
	for i := first; i < len(t); i = nextOdd(t, w.at) {
		w.upTo(i)
		if c := t[i]; c < utf8.RuneSelf {
			n := 1
			switch c {
			case '\f':
				n = w.formFeed(i)
			case '\v':
				w.newline()
			case '\b':
				if !w.overstrike(i) {
					count(&removed, i)
				}
			case 0x1B:
				n = escape(t[i:])
				if n == 1 {
					count(&removed, i)
				}
			default:
				if i < end {
					count(&removed, i)
				}
			}
			w.skip(i + n)
			continue
		}
		r, n := utf8.DecodeRune(t[i:])
		switch {
		case r == 0x85 && nel, r == 0x2028:
			w.newline()
		case r == 0x2029:
			w.emptyLine()
		case r == 0xAD || r == '¬':
			count(&hyphens, i)
			w.softHyphen(i, n)
			continue
		case r == 0xFEFF:
			count(&marks, i)
		case r <= 0x9F:
			if m := charmap.Windows1252.DecodeByte(byte(r)); m != utf8.RuneError {
				w.put(string(m))
				count(&moved, i)
			} else {
				w.put(replacement)
			}
		default: // U+FFFE and U+FFFF, which XML forbids
			w.put(replacement)
		}
		w.skip(i + n)
	}
	if removed.count > 8 && removed.count*20 > len(t) {
		return errBinary
	}
	d.find(finding{code: "control-characters", severity: diag.Note, message: "control characters stand in the story %s; they were left out"}, removed.at, removed.count)
	d.find(finding{code: "stray-bytes", severity: diag.Note, message: "characters of windows-1252 were taken for others by an earlier program %s; they were mended"}, moved.at, moved.count)
	d.find(finding{code: "control-characters", severity: diag.Note, message: "a byte order mark stands inside the story %s, as when files are joined; it was left out"}, marks.at, marks.count)
	d.find(finding{code: "control-characters", severity: diag.Note, message: "soft hyphens, or the signs that scanning programs put in their place, stand in the story %s; the words were joined"}, hyphens.at, hyphens.count)
	d.touched = true
	w.done()
	return nil
}

// nextOdd is the place of the next character from byte i on that controls has
// something to do with; len(t) when there is none.
func nextOdd(t []byte, i int) int {
	for i < len(t) {
		if c := t[i]; c < utf8.RuneSelf {
			i += plainRun(t[i:])
			if i == len(t) || t[i] < utf8.RuneSelf {
				return i
			}
		}
		switch t[i] {
		case 0xC2:
			if i+1 < len(t) && (t[i+1] < 0xA0 || t[i+1] == 0xAD || t[i+1] == 0xAC && endsDivided(t, i)) {
				return i
			}
			i += 2
		case 0xE2:
			if i+2 < len(t) && t[i+1] == 0x80 && (t[i+2] == 0xA8 || t[i+2] == 0xA9) {
				return i
			}
			i += 3
		case 0xEF:
			if i+2 < len(t) && (t[i+1] == 0xBB && t[i+2] == 0xBF || t[i+1] == 0xBF && t[i+2] >= 0xBE) {
				return i
			}
			i += 3
		default:
			for i++; i < len(t) && t[i]&0xC0 == 0x80; i++ {
			}
		}
	}
	return len(t)
}

// formFeed writes what the form feed at byte i means, and returns how many bytes
// belong to it.
func (w *rewriting) formFeed(i int) int {
	t := w.d.text
	next := i + len(t[i:]) - len(bytes.TrimLeft(t[i:], "\f"))
	text := bytes.TrimLeft(t[next:], " \t")
	if len(text) > 0 && text[0] == '\n' { // alone on its line, or at a line's end
		if n := len(w.out); n > 0 && w.out[n-1] != '\n' {
			w.endLine()
		}
		return next - i
	}
	if written := bytes.TrimRight(w.out, " \t\n"); len(written) > 0 && within(written, text) {
		if n := len(w.out); n > 0 && w.out[n-1] != '\n' {
			w.put(" ")
		}
		return next - i
	}
	w.emptyLine()
	return next - i
}

// within reports whether a sentence goes on from before to after: no mark of a
// sentence's end before, a small letter after.
func within(before, after []byte) bool {
	last, _ := utf8.DecodeLastRune(before)
	switch last {
	case '.', '!', '?', '"', '”', '’', '»', ':', '…':
		return false
	}
	return len(after) > 0 && after[0] >= 'a' && after[0] <= 'z'
}

// overstrike sees to the backspace at byte i: the character before it is taken
// back when the one after it is the same, or is struck over an underscore.
func (w *rewriting) overstrike(i int) bool {
	t := w.d.text
	n := len(w.out)
	if n == 0 || i+1 == len(t) || w.out[n-1] != '_' && w.out[n-1] != t[i+1] || t[i+1] <= ' ' || t[i+1] >= 0x7F {
		return false
	}
	w.out = w.out[:n-1]
	return true
}

// escape is the length of the terminal's control sequence at the start of t
// (ECMA-48, section 5.4: ESC [, parameters, a letter), or 1.
func escape(t []byte) int {
	if len(t) < 3 || t[1] != '[' {
		return 1
	}
	i := 2
	for i < len(t) && i < 32 && t[i] >= ' ' && t[i] <= '?' {
		i++
	}
	if i < len(t) && t[i] >= '@' && t[i] <= '~' {
		return i + 1
	}
	return 1
}
