package outline

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/diag"
	"storybind/internal/parse/char"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Printed contents are left out of the book only when they are proved: nearly all of
// their entries head sections. What is not proved is text.

// takeContents finds the printed contents in lines [from, to), and takes back the
// headings that stand in them.
func (s *Scheme) takeContents(from, to int) {
	const most = 16 // lists that a story may have, at its head and at its end
	lists := 0
	for i := range s.sight.Units {
		at := int(s.sight.Units[i].Line)
		if lists == most {
			break
		}
		if n := len(s.Contents); n > 0 && at < s.Contents[n-1].To || !says.HeadsContents(s.Lines[at].Text) {
			continue
		}
		lists++
		if c, ok := s.readContents(at, s.listEnd(at, to)); ok {
			if s.nameHeads(&c); s.proved(&c) {
				s.Contents = append(s.Contents, c)
			}
		}
	}
	if len(s.Contents) == 0 {
		if c, ok := s.readBareContents(from, s.listEnd(from-1, to)); ok {
			s.Contents = append(s.Contents, c)
		}
	}
	s.Heads = slices.DeleteFunc(s.Heads, func(h Heading) bool { return s.inContents(int(h.Line)) })
}

// inContents reports whether line n stands in the story's printed contents.
func (s *Scheme) inContents(n int) bool {
	for i := range s.Contents {
		if n >= s.Contents[i].From && n < s.Contents[i].To {
			return true
		}
	}
	return false
}

// listEnd is the line before which a list that begins behind line at has ended: that of
// the first heading with text of its own below it.
func (s *Scheme) listEnd(at, to int) int {
	for i := range s.Heads {
		h := &s.Heads[i]
		if int(h.Line) <= at {
			continue
		}
		next := to
		if i+1 < len(s.Heads) {
			next = int(s.Heads[i+1].From)
		}
		if s.ProseIn(int(h.To), next) {
			for ; i > 0 && int(s.Heads[i-1].Line) > at && opening.NextText(s.Reading, int(s.Heads[i-1].To), to) == int(s.Heads[i].From); i-- {
			} // a part's heading stands above its first chapter's
			return int(s.Heads[i].From)
		}
	}
	return to
}

// ProseIn reports whether a passage of prose stands in lines [from, to).
func (s *Scheme) ProseIn(from, to int) bool {
	ps := s.sight.Passages
	k, _ := slices.BinarySearchFunc(ps, from, func(p passage.Passage, n int) int { return int(p.From) - n })
	for ; k < len(ps) && int(ps[k].From) < to; k++ {
		if s.sight.IsProse(k) {
			return true
		}
	}
	return false
}

// columnWords are what stands above the columns of printed contents, as keys.
var columnWords = map[string]bool{"page": true, "pages": true, "chapter": true, "chapterpage": true, "chap": true, "chappage": true, "seite": true, "pag": true, "páginas": true, "página": true, "chapitres": true, "kapitel": true, "pagina": true}

// proved reports whether at least nine in ten of the entries head sections that stand
// outside the list. An entry's synopsis is no entry.
func (s *Scheme) proved(c *contents) bool {
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
		case columnWords[char.PlainKey(c.entries[e])] || char.PlainKey(c.entries[e]) == "":
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
func (s *Scheme) isSynopsis(n int) bool {
	l, above := &s.Lines[n], n-1
	for above > s.from && s.Lines[above].Blank() {
		above--
	}
	a := &s.Lines[above]
	return l.Indent() > a.Indent()+1 || l.Head == passage.StartsLower && n == above+1 || strings.Contains(l.Text, "--") || strings.Contains(l.Text, "—") || strings.Contains(l.Text, " - ")
}

// entriesFound says of each entry whether it heads a section outside the list.
func (s *Scheme) entriesFound(c *contents) []bool {
	found := make([]bool, len(c.entries))
	var said []string
	forms := map[[2]int]int{}
	for e, t := range c.entries {
		if f := wording.FormOf(t); f.Word != 0 && f.Kind != wording.NoNumeral {
			if _, twice := forms[[2]int{int(f.Word), int(f.Number)}]; !twice {
				forms[[2]int{int(f.Word), int(f.Number)}] = e
			}
		}
	}
	for i := range s.Heads {
		h := &s.Heads[i]
		if int(h.Line) >= c.From && int(h.Line) < c.To {
			continue
		}
		if e, ok := forms[[2]int{int(h.Word), int(h.Number)}]; ok && h.Word != 0 && h.Kind != wording.NoNumeral {
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
		key := char.PlainKey(t)
		found[e] = found[e] || slices.ContainsFunc(said, func(k string) bool { return len(k) >= least && strings.HasPrefix(key, k) })
	}
	return found
}

// leaveOut sets the printed contents aside and says how they agree with the headings.
func (s *Scheme) leaveOut() {
	for i := range s.Contents {
		c := &s.Contents[i]
		n, missing := 0, ""
		found := s.entriesFound(c)
		for e, ok := range found {
			if ok {
				n++
			} else if missing == "" {
				missing = c.entries[e]
			}
		}
		s.SetAside("printed contents", c.From, c.To)
		message := fmt.Sprintf("the story's printed contents are left out: the book gets its own; %d of %d entries head a section", n, len(found))
		if n*5 >= len(found)*4 || missing == "" {
			s.Remark("contents", diag.Note, c.From, c.To, message, "")
		} else {
			s.Remark("contents", diag.Warning, c.From, c.To, message+fmt.Sprintf("; the first that does not is %q", missing),
				"look whether a chapter is missing from the book's contents")
		}
	}
}
