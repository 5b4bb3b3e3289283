package parse

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// Printed contents are left out of the book only when they are proved: nearly all of
// their entries head sections. What is not proved is text.

// takeContents finds the printed contents in lines [from, to), and takes back the
// headings that stand in them.
func (s *scheme) takeContents(from, to int) {
	const most = 16 // lists that a story may have, at its head and at its end
	lists := 0
	for i := range s.sight.units {
		at := int(s.sight.units[i].line)
		if lists == most {
			break
		}
		if n := len(s.contents); n > 0 && at < s.contents[n-1].to || !headsContents(s.lines[at].Text) {
			continue
		}
		lists++
		if c, ok := s.readContents(at, s.listEnd(at, to)); ok && s.proved(&c) {
			s.contents = append(s.contents, c)
		}
	}
	if len(s.contents) == 0 {
		if c, ok := s.readBareContents(from, s.listEnd(from-1, to)); ok {
			s.contents = append(s.contents, c)
		}
	}
	s.heads = slices.DeleteFunc(s.heads, func(h heading) bool { return s.inContents(int(h.line)) })
}

// inContents reports whether line n stands in the story's printed contents.
func (s *scheme) inContents(n int) bool {
	for i := range s.contents {
		if n >= s.contents[i].from && n < s.contents[i].to {
			return true
		}
	}
	return false
}

// listEnd is the line before which a list that begins behind line at has ended: that of
// the first heading with text of its own below it.
func (s *scheme) listEnd(at, to int) int {
	for i := range s.heads {
		h := &s.heads[i]
		if int(h.line) <= at {
			continue
		}
		next := to
		if i+1 < len(s.heads) {
			next = int(s.heads[i+1].from)
		}
		if s.proseIn(int(h.to), next) {
			for ; i > 0 && int(s.heads[i-1].line) > at && s.nextText(int(s.heads[i-1].to), to) == int(s.heads[i].from); i-- {
			} // a part's heading stands above its first chapter's
			return int(s.heads[i].from)
		}
	}
	return to
}

// proseIn reports whether a passage of prose stands in lines [from, to).
func (s *scheme) proseIn(from, to int) bool {
	ps := s.sight.passages
	k, _ := slices.BinarySearchFunc(ps, from, func(p passage.Passage, n int) int { return int(p.From) - n })
	for ; k < len(ps) && int(ps[k].From) < to; k++ {
		if s.sight.isProse(k) {
			return true
		}
	}
	return false
}

// columnWords are what stands above the columns of printed contents, as keys.
var columnWords = map[string]bool{"page": true, "pages": true, "chapter": true, "chapterpage": true, "chap": true, "chappage": true, "seite": true, "pag": true, "páginas": true, "página": true, "chapitres": true, "kapitel": true, "pagina": true}

// proved reports whether at least nine in ten of the entries head sections that stand
// outside the list. An entry's synopsis is no entry.
func (s *scheme) proved(c *contents) bool {
	found := s.entriesFound(c)
	met, all := 0, 0
	below := false // the entry above heads a section, or is its synopsis
	for e, ok := range found {
		n := c.lines[e]
		switch {
		case ok:
			met++
			all++
			below = true
		case columnWords[plainKey(c.entries[e])] || plainKey(c.entries[e]) == "":
		case below && s.isSynopsis(n):
		default:
			all++
			below = false
		}
	}
	return met > 1 && met*10 >= all*9
}

// isSynopsis reports whether line n goes on with the entry above it: it stands deeper,
// or begins with a small letter, or strings phrases together with dashes.
func (s *scheme) isSynopsis(n int) bool {
	l, above := &s.lines[n], n-1
	for above > s.from && s.lines[above].Blank() {
		above--
	}
	a := &s.lines[above]
	return l.Indent > a.Indent+1 || l.Head == passage.StartsLower && n == above+1 || strings.Contains(l.Text, "--") || strings.Contains(l.Text, "—") || strings.Contains(l.Text, " - ")
}

// entriesFound says of each entry whether it heads a section outside the list.
func (s *scheme) entriesFound(c *contents) []bool {
	found := make([]bool, len(c.entries))
	var said []string
	forms := map[[2]int]int{}
	for e, t := range c.entries {
		if f := formOf(t); f.word != 0 && f.kind != noNumeral {
			if _, twice := forms[[2]int{int(f.word), int(f.number)}]; !twice {
				forms[[2]int{int(f.word), int(f.number)}] = e
			}
		}
	}
	for i := range s.heads {
		h := &s.heads[i]
		if int(h.line) >= c.from && int(h.line) < c.to {
			continue
		}
		if e, ok := forms[[2]int{int(h.word), int(h.number)}]; ok && h.word != 0 && h.kind != noNumeral {
			found[e] = true
		}
		for _, k := range s.headingKeys(h) {
			if e, ok := c.keys[k]; ok {
				found[e] = true
			}
			said = append(said, k)
		}
	}
	for e, t := range c.entries { // "Introduction by Annie", where "Introduction" stands
		const least = 4 // letters
		key := plainKey(t)
		found[e] = found[e] || slices.ContainsFunc(said, func(k string) bool { return len(k) >= least && strings.HasPrefix(key, k) })
	}
	return found
}

// leaveOut sets the printed contents aside and says how they agree with the headings.
func (s *scheme) leaveOut() {
	for i := range s.contents {
		c := &s.contents[i]
		n, missing := 0, ""
		found := s.entriesFound(c)
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
