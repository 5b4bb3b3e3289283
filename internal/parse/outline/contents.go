package outline

import (
	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Printed contents: a list of the story's headings inside the story. It is
// evidence for names that head sections, and it is left out of the book, which
// gets contents of its own.
type contents struct {
	From, To int // its lines, its own heading included
	entries  []string
	lines    []int          // of the entries
	keys     map[string]int // key of an entry (see entryKeys) to its index
}

// readContents reads printed contents whose heading is line at; they end before line to.
func (s *Scheme) readContents(at, to int) (contents, bool) {
	entries, text, gap := s.readEntries(at+1, to)
	stop := text
	if cut := s.repeats(entries); cut > 0 {
		stop = entries[cut].Line
	} else if to == s.To && (text < to || gap > 0) {
		// No entry comes again before the text: the list ends where most white
		// stands, or before the heading of the text.
		widest, last := 0, -1
		for i := 1; i < len(entries); i++ {
			if entries[i].Gap >= widest {
				widest, last = entries[i].Gap, i
			}
		}
		if gap < widest && widest > 1 {
			stop = entries[last].Line
		} else if n := len(entries) - 1; n > 0 && widest <= 1 && gap <= 1 && (wording.FormOf(s.Lines[entries[n].Line].Text).Verdict != wording.NoHeading || s.namedBefore(entries)) {
			stop = entries[n].Line
		}
	}
	c, ok := s.closeContents(at, stop, entries)
	const most = 2000 // bytes: a longer list that is most of the story is no list
	if size := s.Lines[c.To-1].Start() - s.Lines[at].Start(); size > most && size*2 > s.Lines[s.To-1].Start()-s.Lines[s.from].Start() {
		return c, false
	}
	return c, ok
}

// namedBefore reports whether the last entry says what an earlier one has said:
// then it is the first heading of the text.
func (s *Scheme) namedBefore(entries []says.ContentsEntry) bool {
	last := len(entries) - 1
	key := says.WordsKey(s.Lines[entries[last].Line].Text)
	for _, e := range entries[:last] {
		if t, _ := says.StripPage(s.Lines[e.Line].Text); len(t) < 100 && says.WordsKey(t) == key {
			return true
		}
	}
	return false
}

// readBareContents finds printed contents without a heading among the lines
// before the story's first text: three and more numbered lines that run, of
// which at least two come again.
func (s *Scheme) readBareContents(from, to int) (contents, bool) {
	entries, _, _ := s.readEntries(from, to)
	first, steps, last := -1, 0, 0
	for i := 0; i <= len(entries); i++ {
		var f wording.Form
		if i < len(entries) {
			f = wording.FormOf(s.Lines[entries[i].Line].Text)
		}
		runs := f.Verdict != wording.NoHeading && f.Kind != wording.NoNumeral
		if runs && first >= 0 {
			if int(f.Number) == last+1 {
				steps++
			}
		} else if first >= 0 && (f.Verdict == wording.NoHeading || i == len(entries)) {
			if steps >= 2 && i-first >= 3 {
				run := withinBlock(entries, first, i)
				stop := run[len(run)-1].Line + 1
				if cut := s.repeats(run); cut > 0 {
					stop = run[cut].Line
				}
				c, ok := s.closeContents(run[0].Line, stop, run)
				if ok && s.proved(&c) {
					return c, true
				}
			}
			first, steps = -1, 0
		}
		if runs && first < 0 {
			first, steps = i, 0
		}
		last = int(f.Number)
	}
	return contents{}, false
}

// withinBlock are the entries [first, last) of a run, and those that stand with them
// without a blank line: the foreword above the numbers, the afterword below.
func withinBlock(entries []says.ContentsEntry, first, last int) []says.ContentsEntry {
	for first > 0 && entries[first].Gap == 0 {
		first--
	}
	for last < len(entries) && entries[last].Gap == 0 {
		last++
	}
	return entries[first:last]
}

// repeats is the index of the entry at which the list's first entry comes again,
// and with it the story's own first heading; 0 when it does not.
func (s *Scheme) repeats(entries []says.ContentsEntry) int {
	if len(entries) < 3 {
		return 0
	}
	first := s.Lines[entries[0].Line].Text
	f, whole, key := wording.FormOf(first), char.PlainKey(first), says.EntryKey(first)
	for i := 2; i < len(entries); i++ {
		if entries[i].Gap == 0 {
			continue
		}
		t := s.Lines[entries[i].Line].Text
		g := wording.FormOf(t)
		numbered := f.Kind != wording.NoNumeral && g.Kind != wording.NoNumeral && f.Number == g.Number
		switch {
		case char.PlainKey(t) == whole,
			f.Word != 0 && f.Word == g.Word && f.Kind == wording.NoNumeral && g.Kind == wording.NoNumeral, // "Introduction by Annie", then "INTRODUCTION"
			numbered && f.Word == g.Word && (f.Word != 0 || f.Kind == g.Kind && f.Number == 1),
			key != "" && says.EntryKey(t) == key && (numbered || f.Kind == wording.NoNumeral || g.Kind == wording.NoNumeral):
			if above := wording.FormOf(s.Lines[entries[i-1].Line].Text); i > 2 && g.Word == 0 && entries[i-1].Gap > 0 && (g.Kind == wording.NoNumeral || above.Word != 0) &&
				above.Kind != wording.NoNumeral && !above.Titled() && (above.Number == f.Number || f.Kind == wording.NoNumeral && above.Number == 1) {
				return i - 1 // the name stands below its number: "CHAPTER ONE", then "The Gate"
			}
			return i
		}
	}
	return 0
}

// closeContents makes the contents of the entries before line stop.
func (s *Scheme) closeContents(at, stop int, entries []says.ContentsEntry) (contents, bool) {
	c := contents{From: at, To: at + 1, keys: map[string]int{}}
	title := char.PlainKey(s.Book.Meta.Title)
	for len(entries) > 0 && entries[len(entries)-1].Line >= stop {
		entries = entries[:len(entries)-1]
	}
	// The story's title may stand once more before its first heading.
	for n := len(entries); n > 0 && title != "" && entries[n-1].Gap > 0 && char.PlainKey(s.Lines[entries[n-1].Line].Text) == title; n-- {
		entries = entries[:n-1]
	}
	for _, e := range entries {
		t, _ := says.StripPage(s.Lines[e.Line].Text)
		c.To = e.Line + 1
		if t == "" {
			continue
		}
		for _, k := range says.EntryKeys(t) {
			if _, ok := c.keys[k]; !ok {
				c.keys[k] = len(c.entries)
			}
		}
		c.entries, c.lines = append(c.entries, t), append(c.lines, e.Line)
	}
	return c, len(c.entries) >= 2
}
