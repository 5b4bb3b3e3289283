package parse

import (
	"fmt"
	"slices"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// Headings that a person names, by their lines or by a pattern, and lines that a
// person says head nothing.

// candidatesSaid makes candidates of the lines that a person says head sections,
// and drops those that head nothing: with a pattern, all that it does not match.
func (s *scheme) candidatesSaid() {
	o := &s.opts
	only := o.Chapters.Regexp != nil
	if !only && len(o.Headings)+len(o.NoHeadings)+len(o.Keep)+len(o.SceneBreaks) == 0 {
		return
	}
	s.heads = slices.DeleteFunc(s.heads, func(h heading) bool {
		m := s.lines[h.line].Marks
		return m&passage.NoHead != 0 || only && m&passage.IsHead == 0
	})
	found := len(s.heads)
	k := 0
	for n := s.from; n < s.to; n++ {
		if s.lines[n].Marks&passage.IsHead == 0 || s.inContents(n) {
			continue
		}
		for k < found && int(s.heads[k].line) < n {
			k++
		}
		if k < found && int(s.heads[k].line) == n {
			s.heads[k].style |= said
		} else {
			s.heads = append(s.heads, s.candidateSaid(n))
		}
	}
	slices.SortFunc(s.heads, func(a, b heading) int { return int(a.line - b.line) })
}

// candidateSaid makes a candidate of a line that no rule took for one.
func (s *scheme) candidateSaid(n int) heading {
	text := s.lines[n].Text
	h := heading{form: formOf(text), line: int32(n), from: int32(n), to: int32(n + 1), block: int32(n + 1), style: said}
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

// inContents reports whether line n stands in the story's printed contents.
func (s *scheme) inContents(n int) bool {
	for i := range s.contents {
		if n >= s.contents[i].from && n < s.contents[i].to {
			return true
		}
	}
	return false
}

// takeSaid takes the headings that a person names and that the story's own scheme
// does not hold: a heading word with a number stands on the level of its like, any
// other line on that of chapters. A line that heads nothing all the same, because
// it is no part of the text, gets a remark.
func (s *scheme) takeSaid() {
	groups := map[wordIndex]int32{}
	for i := range s.heads {
		h := &s.heads[i]
		if h.style&said == 0 || s.isTaken(h) || h.verdict == noHeading && h.style&named == 0 { // the last: it is another heading's title
			continue
		}
		word := h.word
		if h.kind == noNumeral {
			word = 0
		}
		at, ok := groups[word]
		if !ok {
			at = int32(len(s.groups))
			g := &group{word: word, taken: true}
			if word == 0 {
				g.names, g.rank = true, int(chapterDepth)*10
			}
			groups[word] = at
			s.groups = append(s.groups, g)
		}
		h.group = at
		s.groups[at].members = append(s.groups[at].members, int32(i))
	}
	for _, k := range s.opts.Headings {
		heads := slices.ContainsFunc(s.heads, func(h heading) bool {
			return h.style&said != 0 && int(h.line) >= k[0]-1 && int(h.line) < k[1]
		})
		if !heads && k[0] <= len(s.lines) { // beyond the end, overrideLines has said so
			s.remark("no-such-line", diag.Warning, k[0]-1, k[0], fmt.Sprintf("line %d heads nothing: it is blank, or no part of the story's text", k[0]), "look up the line's number in the file itself")
		}
	}
}
