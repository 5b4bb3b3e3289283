package parse

import (
	"fmt"
	"slices"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// What printed contents are used for.

// comeAgain reports whether at least two entries, or the first of a run of bare
// numbers, stand as headings after the list.
func (s *scheme) comeAgain(c *contents) bool {
	found := map[int]bool{}
	forms := map[[2]int]int{}
	for e, t := range c.entries {
		if f := formOf(t); f.word != 0 && f.kind != noNumeral {
			forms[[2]int{int(f.word), int(f.number)}] = e
		}
	}
	for i := range s.heads {
		h := &s.heads[i]
		if int(h.line) < c.to || h.before == 0 {
			continue
		}
		if e, ok := forms[[2]int{int(h.word), int(h.number)}]; ok && h.kind != noNumeral {
			if found[e] = true; len(found) > 1 {
				return true
			}
		}
		for _, k := range s.headingKeys(h) {
			if e, ok := c.keys[k]; ok {
				if found[e] = true; len(found) > 1 {
					return true
				}
			}
		}
	}
	return false
}

// takeContents finds the printed contents in lines [from, to), marks the
// candidates that they name, and drops those that stand in them.
func (s *scheme) takeContents(from, to int) {
	const most = 8 // lists that a story may have, at its head and at its end
	for _, at := range s.titles[:min(len(s.titles), most)] {
		if n := len(s.contents); n > 0 && at < s.contents[n-1].to {
			continue
		}
		if c, ok := s.readContents(at, to); ok {
			s.contents = append(s.contents, c)
		}
	}
	if len(s.contents) == 0 {
		if c, ok := s.readBareContents(from, to); ok {
			s.contents = append(s.contents, c)
		}
	}
	if len(s.contents) == 0 {
		return
	}
	s.heads = slices.DeleteFunc(s.heads, func(h heading) bool {
		for i := range s.contents {
			if c := &s.contents[i]; int(h.line) >= c.from && int(h.line) < c.to {
				return true
			}
		}
		return false
	})
	for j := range s.contents {
		c := &s.contents[j]
		met := make([]bool, len(c.entries))
		for i := range s.heads {
			h := &s.heads[i]
			for _, k := range s.headingKeys(h) {
				if e, ok := c.keys[k]; ok {
					met[e] = true
					if h.style&(named|satellite) != 0 {
						h.style |= listed
					}
				}
			}
		}
		s.seekUnmet(c, met)
	}
}

// seekUnmet looks for entries that no candidate answers: lines inside blocks of
// text that say just what the entry says, where a paragraph or a poem may end
// before them.
func (s *scheme) seekUnmet(c *contents, met []bool) {
	if !slices.Contains(met, true) || !slices.Contains(met, false) {
		return
	}
	turned := false
	for k := range c.keys {
		turned = turned || k[0] == 0
	}
	found := len(s.heads)
	for n := max(c.to, s.from) + 1; n < s.to; n++ {
		l := &s.lines[n]
		if l.Blank() || s.lines[n-1].Blank() || l.Width-l.Indent > longestName || l.Head == passage.StartsLower || l.Tail == passage.EndsColon || s.lines[n-1].Tail == passage.EndsDash {
			continue
		}
		var b [2 * longestName]byte
		e, ok := c.keys[string(appendKey(b[:0], l.Text))]
		if !ok && turned {
			e, ok = c.keys[wordsKey(l.Text)]
		}
		if !ok || met[e] || passage.GoesOn(l, &s.lines[min(n+1, s.to-1)]) {
			continue
		}
		met[e] = true
		open, end := undecorate(l.Text)
		h := heading{line: int32(n), from: int32(n), to: int32(n + 1), block: int32(n + 1), style: named | listed, before: 1}
		h.open, h.label, h.title, h.close = uint8(open), uint8(open), uint8(open), uint8(end)
		s.heads = append(s.heads, h)
	}
	if len(s.heads) > found {
		slices.SortFunc(s.heads, func(a, b heading) int { return int(a.line - b.line) })
	}
}

// leaveOut sets the printed contents aside and says how they agree with the
// headings that were found.
func (s *scheme) leaveOut() {
	for i := range s.contents {
		c := &s.contents[i]
		if illustrationWords()[plainKey(s.lines[c.from].Text)] {
			s.setAside("list of illustrations", c.from, c.to)
			s.remark("contents", diag.Note, c.from, c.to, "the story's list of illustrations is left out: the text has no pictures", "")
			continue
		}
		found := make([]bool, len(c.entries))
		for k := range s.heads {
			h := &s.heads[k]
			if h.level == 0 {
				continue
			}
			for _, key := range s.headingKeys(h) {
				if e, ok := c.keys[key]; ok {
					found[e] = true
				}
			}
		}
		n := 0
		missing := ""
		for e, ok := range found {
			if ok {
				n++
			} else if missing == "" {
				missing = c.entries[e]
			}
		}
		s.setAside("printed contents", c.from, c.to)
		message := fmt.Sprintf("the story's printed contents are left out: the book gets its own; %d of %d entries head a section", n, len(found))
		if n*5 >= len(found)*4 || missing == "" {
			s.remark("contents", diag.Note, c.from, c.to, message, "")
		} else {
			s.remark("contents", diag.Warning, c.from, c.to, message+fmt.Sprintf("; the first that does not is %q", missing),
				"look whether a chapter is missing from the book's contents")
		}
	}
}
