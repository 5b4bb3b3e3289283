package wording

import (
	"strings"
)

// SeriesForm reads a heading that begins with the story's title: "The Lamp
// (2/3)", "The Lamp 3/10", "The Lamp - Part 2 of 5", "The Lamp, Chapter Three".
// prefix is the number of bytes of the title; the number counts only when other
// lines, or the header, have the same title.
func SeriesForm(text string) (f Form, prefix uint8) {
	if len(text) > 120 || len(text) < 4 {
		return Form{}, 0
	}
	switch c := text[len(text)-1]; c {
	case ')', ']':
		if i := strings.LastIndexAny(text, "(["); i > 1 && text[i-1] == ' ' {
			if g := fraction(text[i+1 : len(text)-1]); g.Of > 0 || g.Verdict == WordNumber {
				return Shift(g, i+1), uint8(i - 1)
			}
		}
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '?':
		i := strings.LastIndexByte(text, ' ')
		if i > 1 {
			if g := fraction(text[i+1:]); g.Of > 0 {
				return Shift(g, i+1), uint8(i)
			}
		}
	}
	for at := 1; at < len(text); at++ {
		switch text[at] {
		case ',', ':', '(':
		case '-', 0xE2: // a dash
			if text[at-1] != ' ' {
				continue
			}
		default:
			continue
		}
		skip := at
		for skip < len(text) && strings.IndexByte(",-:( ", text[skip]) >= 0 {
			skip++
		}
		for _, dash := range [...]string{"– ", "— "} {
			if strings.HasPrefix(text[skip:], dash) {
				skip += len(dash)
			}
		}
		rest := text[skip:]
		if rest == "" {
			break
		}
		if c := rest[0]; c >= 'a' && c <= 'z' || FindHeadingWord(rest[:FirstWord(rest)]) == 0 {
			continue
		}
		if g := FormOf(rest); g.Verdict == WordNumber && g.Open == 0 {
			return Shift(g, skip), uint8(at)
		}
	}
	return Form{}, 0
}

// fraction reads "2/3", "Part 2 of 5", "2/?" as the whole of a text.
func fraction(s string) Form {
	f := FormOf(s)
	if f.Kind == NoNumeral || f.Titled() || f.Verdict != WordNumber && f.Verdict != BareNumber {
		return Form{}
	}
	if f.Of == 0 && strings.HasSuffix(s, "?") {
		f.Of = -1
	}
	return f
}

// Shift moves a form's places by the bytes that stand before it.
func Shift(f Form, by int) Form {
	f.Open += uint8(by)
	f.Label += uint8(by)
	f.Title += uint8(by)
	f.Close += uint8(by)
	return f
}
