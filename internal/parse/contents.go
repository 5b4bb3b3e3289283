package parse

import (
	"sync"

	"storybind/internal/parse/lexicon"
)

// Printed contents: a list of the story's headings inside the story. It is
// evidence for names that head sections, and it is left out of the book, which
// gets contents of its own.
type contents struct {
	from, to int // its lines, its own heading included
	entries  []string
	lines    []int          // of the entries
	keys     map[string]int // key of an entry (see entryKeys) to its index
}

// contentsWords head printed contents, and illustrationWords lists of pictures
// that a plain text does not have (they are left out as contents are), as keys
// (see plainKey).
var contentsWords, illustrationWords = sync.OnceValue(func() map[string]bool { return plainKeys(lexicon.ContentsWords()) }),
	sync.OnceValue(func() map[string]bool { return plainKeys(lexicon.PicturesWords()) })

func plainKeys(words map[string]bool) map[string]bool {
	m := make(map[string]bool, len(words))
	for w := range words {
		m[plainKey(w)] = true
	}
	return m
}

// headsContents reports whether a line heads printed contents.
func headsContents(text string) bool {
	if len(text) > 48 || text == "" {
		return false
	}
	var b [64]byte
	key := appendKey(b[:0], lexicon.Fold(text))
	return contentsWords()[string(key)] || illustrationWords()[string(key)]
}

// readContents reads printed contents whose heading is line at; they end before line to.
func (s *scheme) readContents(at, to int) (contents, bool) {
	entries, text, gap := s.readEntries(at+1, to)
	stop := text
	if cut := s.repeats(entries); cut > 0 {
		stop = entries[cut].line
	} else if to == s.to && (text < to || gap > 0) {
		// No entry comes again before the text: the list ends where most white
		// stands, or before the heading of the text.
		widest, last := 0, -1
		for i := 1; i < len(entries); i++ {
			if entries[i].gap >= widest {
				widest, last = entries[i].gap, i
			}
		}
		if gap < widest && widest > 1 {
			stop = entries[last].line
		} else if n := len(entries) - 1; n > 0 && widest <= 1 && gap <= 1 && (formOf(s.lines[entries[n].line].Text).verdict != noHeading || s.namedBefore(entries)) {
			stop = entries[n].line
		}
	}
	c, ok := s.closeContents(at, stop, entries)
	const most = 2000 // bytes: a longer list that is most of the story is no list
	if size := s.lines[c.to-1].Start - s.lines[at].Start; size > most && size*2 > s.lines[s.to-1].Start-s.lines[s.from].Start {
		return c, false
	}
	return c, ok
}

// namedBefore reports whether the last entry says what an earlier one has said:
// then it is the first heading of the text.
func (s *scheme) namedBefore(entries []contentsEntry) bool {
	last := len(entries) - 1
	key := wordsKey(s.lines[entries[last].line].Text)
	for _, e := range entries[:last] {
		if t, _ := stripPage(s.lines[e.line].Text); len(t) < 100 && wordsKey(t) == key {
			return true
		}
	}
	return false
}

// readBareContents finds printed contents without a heading among the lines
// before the story's first text: three and more numbered lines that run, of
// which at least two come again.
func (s *scheme) readBareContents(from, to int) (contents, bool) {
	entries, _, _ := s.readEntries(from, to)
	first, steps, last := -1, 0, 0
	for i := 0; i <= len(entries); i++ {
		var f form
		if i < len(entries) {
			f = formOf(s.lines[entries[i].line].Text)
		}
		runs := f.verdict != noHeading && f.kind != noNumeral
		if runs && first >= 0 {
			if int(f.number) == last+1 {
				steps++
			}
		} else if first >= 0 && (f.verdict == noHeading || i == len(entries)) {
			if steps >= 2 && i-first >= 3 {
				run := withinBlock(entries, first, i)
				stop := run[len(run)-1].line + 1
				if cut := s.repeats(run); cut > 0 {
					stop = run[cut].line
				}
				c, ok := s.closeContents(run[0].line, stop, run)
				if ok && s.proved(&c) {
					return c, true
				}
			}
			first, steps = -1, 0
		}
		if runs && first < 0 {
			first, steps = i, 0
		}
		last = int(f.number)
	}
	return contents{}, false
}

// withinBlock are the entries [first, last) of a run, and those that stand with them
// without a blank line: the foreword above the numbers, the afterword below.
func withinBlock(entries []contentsEntry, first, last int) []contentsEntry {
	for first > 0 && entries[first].gap == 0 {
		first--
	}
	for last < len(entries) && entries[last].gap == 0 {
		last++
	}
	return entries[first:last]
}

// repeats is the index of the entry at which the list's first entry comes again,
// and with it the story's own first heading; 0 when it does not.
func (s *scheme) repeats(entries []contentsEntry) int {
	if len(entries) < 3 {
		return 0
	}
	first := s.lines[entries[0].line].Text
	f, whole, key := formOf(first), plainKey(first), entryKey(first)
	for i := 2; i < len(entries); i++ {
		if entries[i].gap == 0 {
			continue
		}
		t := s.lines[entries[i].line].Text
		g := formOf(t)
		numbered := f.kind != noNumeral && g.kind != noNumeral && f.number == g.number
		switch {
		case plainKey(t) == whole,
			f.word != 0 && f.word == g.word && f.kind == noNumeral && g.kind == noNumeral, // "Introduction by Annie", then "INTRODUCTION"
			numbered && f.word == g.word && (f.word != 0 || f.kind == g.kind && f.number == 1),
			key != "" && entryKey(t) == key && (numbered || f.kind == noNumeral || g.kind == noNumeral):
			if above := formOf(s.lines[entries[i-1].line].Text); i > 2 && g.word == 0 && entries[i-1].gap > 0 && (g.kind == noNumeral || above.word != 0) &&
				above.kind != noNumeral && !above.titled() && (above.number == f.number || f.kind == noNumeral && above.number == 1) {
				return i - 1 // the name stands below its number: "CHAPTER ONE", then "The Gate"
			}
			return i
		}
	}
	return 0
}

// closeContents makes the contents of the entries before line stop.
func (s *scheme) closeContents(at, stop int, entries []contentsEntry) (contents, bool) {
	c := contents{from: at, to: at + 1, keys: map[string]int{}}
	title := plainKey(s.book.Meta.Title)
	for len(entries) > 0 && entries[len(entries)-1].line >= stop {
		entries = entries[:len(entries)-1]
	}
	// The story's title may stand once more before its first heading.
	for n := len(entries); n > 0 && title != "" && entries[n-1].gap > 0 && plainKey(s.lines[entries[n-1].line].Text) == title; n-- {
		entries = entries[:n-1]
	}
	for _, e := range entries {
		t, _ := stripPage(s.lines[e.line].Text)
		c.to = e.line + 1
		if t == "" {
			continue
		}
		for _, k := range entryKeys(t) {
			if _, ok := c.keys[k]; !ok {
				c.keys[k] = len(c.entries)
			}
		}
		c.entries, c.lines = append(c.entries, t), append(c.lines, e.line)
	}
	return c, len(c.entries) >= 2
}
