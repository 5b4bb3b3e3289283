package decode

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"storybind/internal/diag"
)

// headLine is how many characters a line may have that is taken for a heading, a
// title or a label when its spaces are looked at.
const headLine = 60

// oddSpaces makes the spaces that only programs tell apart into what a reader
// takes them for, and removes what nobody sees:
//
//   - a line of nothing but white and invisible characters is an empty line;
//   - zero-width characters go, but for the joiners of scripts that need them and of
//     emoji, and the spaces between the words of scripts that type none;
//   - thin, em and other spaces of fixed width are blanks, except where a printer sets
//     them: beside a quote, a dash or an ellipsis, between figures, before a tall mark;
//   - no-break spaces in runs are blanks, and so are those of lines that may be
//     headings, titles and labels.
//
// The text must be UTF-8 with "\n" at its line ends.
func (d *draft) oddSpaces() {
	if !d.seen(isOddSpace) {
		return
	}
	t := d.text
	w := d.rewrite()
	var hidden, empty tallyOf
	before := true // the line before is empty
	for from, n := 0, 0; from < len(t); n++ {
		end := lineEnd(t, from)
		line := t[from:end]
		if isASCII(line) {
			before = len(bytes.TrimSpace(line)) == 0
			from = end + 1
			continue
		}
		if isUnseen(line) {
			if !isPlainSpace(line) {
				w.upTo(from)
				w.skip(end)
				empty.add(from)
			}
			before, from = true, end+1
			continue
		}
		s := spacedLine{text: line, rightToLeft: holdsRightToLeft(line)}
		s.head = n < 40 || before || isUnseen(lineAt(t, end+1))
		if s.head = s.head && utf8.RuneCount(line) <= headLine; !s.head {
			colon := bytes.IndexByte(line, ':')
			s.label = colon > 0 && colon < 30
		}
		if out := s.mended(); out != nil {
			w.upTo(from)
			w.put(string(out))
			w.skip(end)
			if s.hidden {
				hidden.add(from)
			} else {
				d.touched = true
			}
		}
		before, from = false, end+1
	}
	d.find(finding{code: "invisible-characters", severity: diag.Note, message: "lines of the story hold characters of no width %s; those that mean nothing were left out"}, hidden.at, hidden.count)
	if empty.count > 0 {
		d.touched = true
	}
	w.done()
}

// A tallyOf counts places and keeps the first.
type tallyOf struct{ at, count int }

func (c *tallyOf) add(at int) {
	if c.count == 0 {
		c.at = at
	}
	c.count++
}

// seen reports whether a character of the text that is more than one byte is as asked.
func (d *draft) seen(is func(rune) bool) bool {
	t := d.text
	for i := asciiRun(t); i < len(t); i += asciiRun(t[i:]) {
		r, n := utf8.DecodeRune(t[i:])
		if is(r) {
			return true
		}
		i += n
	}
	return false
}

func lineEnd(t []byte, from int) int {
	if n := bytes.IndexByte(t[from:], '\n'); n >= 0 {
		return from + n
	}
	return len(t)
}

// lineAt is the line that begins at a byte; nil behind the text.
func lineAt(t []byte, from int) []byte {
	if from >= len(t) {
		return nil
	}
	return t[from:lineEnd(t, from)]
}

func isOddSpace(r rune) bool {
	switch {
	case r < 0xA0:
		return false
	case r == 0xA0, r == 0x3000, r == 0x2800, r == 0x3164, r == 0xFFA0, r == 0x115F, r == 0x1160:
		return true
	}
	return isFixedSpace(r) || isZeroWidth(r)
}

// isFixedSpace is a space of a fixed width: en, em, thin, figure and their like.
func isFixedSpace(r rune) bool {
	return r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x1680
}

// isZeroWidth is a character that takes no room of its own.
func isZeroWidth(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r >= 0x2060 && r <= 0x2069 || r >= 0x202A && r <= 0x202E || r == 0x180E || r == 0xFEFF || r == 0xAD || r == 0x034F || r == 0x061C
}

// isUnseen reports whether a line shows nothing.
func isUnseen(line []byte) bool {
	for len(line) > 0 {
		r, n := utf8.DecodeRune(line)
		if r != ' ' && r != '\t' && !isOddSpace(r) {
			return false
		}
		line = line[n:]
	}
	return true
}

// isPlainSpace reports whether a line that shows nothing is white for every reader.
func isPlainSpace(line []byte) bool {
	for _, r := range string(line) {
		if r != ' ' && r != '\t' && r != 0xA0 && r != 0x3000 {
			return false
		}
	}
	return true
}

func holdsRightToLeft(line []byte) bool {
	for _, r := range string(line) {
		if r >= 0x0590 && r < 0x0900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFF00 {
			return true
		}
	}
	return false
}

// A spacedLine is a line with odd spaces in it.
type spacedLine struct {
	text        []byte
	head        bool // it may be a heading, a title, a label
	label       bool // it may begin with a label
	rightToLeft bool
	hidden      bool // characters of no width were left out
}

// mended is the line without what nobody sees; nil when it stays as it is.
func (s *spacedLine) mended() []byte {
	t := s.text
	var out []byte
	put := func(at int, with string) {
		if out == nil {
			out = append(make([]byte, 0, len(t)+8), t[:at]...)
		}
		out = append(out, with...)
	}
	last := rune(0)
	for i := 0; i < len(t); {
		r, n := rune(t[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(t[i:])
		}
		next, _ := utf8.DecodeRune(t[i+n:])
		if i+n == len(t) {
			next = 0
		}
		switch {
		case isZeroWidth(r):
			if s.dropped(r, last, next) {
				put(i, "")
				s.hidden = true
				i += n
				continue // what stood before is still the last
			}
		case r == 0xA0 || r == 0x3000 || isFixedSpace(r) || r == 0x2800:
			if s.plain(r, last, next, i) {
				put(i, " ")
				last = ' '
				i += n
				continue
			}
		}
		if out != nil {
			out = append(out, t[i:i+n]...)
		}
		last = r
		i += n
	}
	return out
}

// dropped reports whether a character of no width between two others means nothing.
func (s *spacedLine) dropped(r, last, next rune) bool {
	if r >= 0x200E && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x061C {
		return !s.rightToLeft // they say which way words run
	}
	if isZeroWidth(next) && next != 0x200E && next != 0x200F || last == 0 || next == 0 {
		return true // nobody types two
	}
	switch r {
	case 0x200B:
		return !(unspaced(last) && unspaced(next))
	case 0x200C:
		return !joins(last)
	case 0x200D:
		return !joins(last) && !isEmoji(last)
	case 0x180E:
		return !unicode.Is(unicode.Mongolian, last)
	case 0x034F:
		return false
	}
	return true
}

// joins reports whether a letter belongs to a script in which joiners are spelling.
func joins(r rune) bool {
	return r >= 0x0600 && r < 0x08FF || r >= 0x0900 && r < 0x0E00 || r >= 0x0F00 && r < 0x10A0 || r >= 0x1780 && r < 0x18B0 || r >= 0x1A20 && r < 0x1C50 || r >= 0xA840 && r < 0xAC00 || r >= 0xFB50 && r < 0xFF00 || r >= 0x11000 && r < 0x12000
}

// unspaced reports whether a letter belongs to a script without blanks between words.
func unspaced(r rune) bool {
	return r >= 0x0E00 && r < 0x1000 || r >= 0x1000 && r < 0x10A0 || r >= 0x1780 && r < 0x1800 || r >= 0x1950 && r < 0x1AB0 || r >= 0xA980 && r < 0xAAE0
}

// isEmoji is a picture, or the sign behind one that chooses its looks.
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r < 0x20000 || r >= 0x2190 && r < 0x2C00 || r == 0xFE0F || r >= 0xE0020 && r < 0xE0080
}

// plain reports whether a space at byte i is a blank to its reader.
func (s *spacedLine) plain(r, last, next rune, i int) bool {
	white := func(r rune) bool { return r == ' ' || r == '\t' || r == 0xA0 || isFixedSpace(r) }
	switch {
	case r == 0x2800:
		return !bytes.ContainsFunc(s.text, func(r rune) bool { return r > 0x2800 && r < 0x2900 })
	case r == 0x3000:
		return last > ' ' && last < utf8.RuneSelf && next > ' ' && next < utf8.RuneSelf
	case last == 0 || next == 0: // at either end
		return isFixedSpace(r)
	case white(last) || white(next):
		return true
	case last == '«' || next == '»' || next == ';' || next == '!' || next == '?':
		return false
	case unicode.IsDigit(last) && (unicode.IsDigit(next) || r == 0xA0 && !s.head):
		return false
	case r == 0xA0:
		return s.head || s.label && i < 40
	case next == ':':
		return s.head
	}
	return isPlainBeside(last) && isPlainBeside(next)
}

// isPlainBeside reports whether no printer sets a narrow space beside a character.
func isPlainBeside(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '"', '\'', '–', '—', '―', '…', '«', '»', '‹', '›', '„', '‚', '%', '°', '€', '.':
		return false
	}
	return true
}
