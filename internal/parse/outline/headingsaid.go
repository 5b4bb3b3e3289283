package outline

import (
	"fmt"
	"slices"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/wording"
)

// Headings that a person names, by their lines or by a pattern, and lines that a
// person says head nothing.

// headingsSaid makes headings of the lines that a person says head sections and that
// are none yet; and takes back those of other lines when a pattern says what headings
// look like.
func (s *Scheme) headingsSaid() {
	o := &s.Opts
	only := o.Chapters.Regexp != nil
	if only {
		s.Heads = slices.DeleteFunc(s.Heads, func(h Heading) bool { return s.Lines[h.Line].Marks&passage.IsHead == 0 })
	}
	if !only && len(s.HeadLevels)+len(o.Headings) == 0 {
		return
	}
	found := len(s.Heads)
	k := 0
	for n := s.from; n < s.To; n++ {
		if s.Lines[n].Marks&passage.IsHead == 0 {
			continue
		}
		for k < found && int(s.Heads[k].Line) < n {
			k++
		}
		if k < found && int(s.Heads[k].Line) == n {
			s.Heads[k].Style |= wording.Said
		} else {
			s.Heads = append(s.Heads, s.headingSaid(n))
		}
	}
	slices.SortFunc(s.Heads, func(a, b Heading) int { return int(a.Line - b.Line) })
	s.tellMissing()
}

// headingSaid makes a heading of a line that the evidence takes for none.
func (s *Scheme) headingSaid(n int) Heading {
	text := s.Lines[n].Text
	h := Heading{Form: wording.FormOf(text), Line: int32(n), From: int32(n), To: int32(n + 1), Block: int32(n + 1), Style: wording.Said, Chance: 1000, unit: -1}
	if h.Verdict == wording.NoHeading {
		h.Form = wording.Form{}
		h.Style |= wording.Named
		if len(text) <= wording.MaxHeading {
			open, end := wording.Undecorate(text)
			h.Open, h.Label, h.Title, h.Close = uint8(open), uint8(open), uint8(open), uint8(end)
		}
	}
	for k := n - 1; k >= s.from && s.Lines[k].Blank() && h.Before < StartOfStory-1; k-- {
		h.Before++
	}
	for k := n + 1; k < s.To && s.Lines[k].Blank() && h.After < StartOfStory-1; k++ {
		h.After++
	}
	return h
}

// levelsMarked gives the headings that the writer marked the levels of their marks, where
// there are several.
func (s *Scheme) levelsMarked() {
	var levels []int
	for _, h := range s.Heads {
		if l := s.HeadLevels[int(h.Line)]; l > 0 && !slices.Contains(levels, l) {
			levels = append(levels, l)
		}
	}
	if len(levels) < 2 {
		return
	}
	slices.Sort(levels)
	for i := range s.Heads {
		if l := s.HeadLevels[int(s.Heads[i].Line)]; l > 0 {
			s.Heads[i].Level = uint8(slices.Index(levels, l) + 1)
		}
	}
}

// tellMissing tells of lines that head nothing although a person says so, because they
// are no part of the text.
func (s *Scheme) tellMissing() {
	for _, k := range s.Opts.Headings {
		heads := slices.ContainsFunc(s.Heads, func(h Heading) bool {
			return h.Style&wording.Said != 0 && int(h.Line) >= k[0]-1 && int(h.Line) < k[1]
		})
		if !heads && k[0] <= len(s.Lines) { // beyond the end, overrideLines has said so
			s.Remark("no-such-line", diag.Warning, k[0]-1, k[0], fmt.Sprintf("line %d heads nothing: it is blank, or no part of the story's text", k[0]), "look up the line's number in the file itself")
		}
	}
}
