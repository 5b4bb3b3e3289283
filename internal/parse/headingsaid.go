package parse

import (
	"fmt"
	"slices"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// Headings that a person names, by their lines or by a pattern, and lines that a
// person says head nothing.

// headingsSaid makes headings of the lines that a person says head sections and that
// are none yet; and takes back those of other lines when a pattern says what headings
// look like.
func (s *scheme) headingsSaid() {
	o := &s.opts
	only := o.Chapters.Regexp != nil
	if only {
		s.heads = slices.DeleteFunc(s.heads, func(h heading) bool { return s.lines[h.line].Marks&passage.IsHead == 0 })
	}
	if !only && len(s.headLevels)+len(o.Headings) == 0 {
		return
	}
	found := len(s.heads)
	k := 0
	for n := s.from; n < s.to; n++ {
		if s.lines[n].Marks&passage.IsHead == 0 {
			continue
		}
		for k < found && int(s.heads[k].line) < n {
			k++
		}
		if k < found && int(s.heads[k].line) == n {
			s.heads[k].style |= said
		} else {
			s.heads = append(s.heads, s.headingSaid(n))
		}
	}
	slices.SortFunc(s.heads, func(a, b heading) int { return int(a.line - b.line) })
	s.tellMissing()
}

// headingSaid makes a heading of a line that the evidence takes for none.
func (s *scheme) headingSaid(n int) heading {
	text := s.lines[n].Text
	h := heading{form: formOf(text), line: int32(n), from: int32(n), to: int32(n + 1), block: int32(n + 1), style: said, chance: 1000, unit: -1}
	if h.verdict == noHeading {
		h.form = form{}
		h.style |= named
		if len(text) <= maxHeading {
			open, end := undecorate(text)
			h.open, h.label, h.title, h.close = uint8(open), uint8(open), uint8(open), uint8(end)
		}
	}
	for k := n - 1; k >= s.from && s.lines[k].Blank() && h.before < startOfStory-1; k-- {
		h.before++
	}
	for k := n + 1; k < s.to && s.lines[k].Blank() && h.after < startOfStory-1; k++ {
		h.after++
	}
	return h
}

// levelsMarked gives the headings that the writer marked the levels of their marks, where
// there are several.
func (s *scheme) levelsMarked() {
	var levels []int
	for _, h := range s.heads {
		if l := s.headLevels[int(h.line)]; l > 0 && !slices.Contains(levels, l) {
			levels = append(levels, l)
		}
	}
	if len(levels) < 2 {
		return
	}
	slices.Sort(levels)
	for i := range s.heads {
		if l := s.headLevels[int(s.heads[i].line)]; l > 0 {
			s.heads[i].level = uint8(slices.Index(levels, l) + 1)
		}
	}
}

// tellMissing tells of lines that head nothing although a person says so, because they
// are no part of the text.
func (s *scheme) tellMissing() {
	for _, k := range s.opts.Headings {
		heads := slices.ContainsFunc(s.heads, func(h heading) bool {
			return h.style&said != 0 && int(h.line) >= k[0]-1 && int(h.line) < k[1]
		})
		if !heads && k[0] <= len(s.lines) { // beyond the end, overrideLines has said so
			s.remark("no-such-line", diag.Warning, k[0]-1, k[0], fmt.Sprintf("line %d heads nothing: it is blank, or no part of the story's text", k[0]), "look up the line's number in the file itself")
		}
	}
}
