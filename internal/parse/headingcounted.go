package parse

import (
	"slices"
	"strings"
)

// Any noun heads sections when it is counted: "The First Song", "The Second Song",
// or "Snapshot 1", "Snapshot 2". One such line proves nothing; three whose numbers
// grow, most of them by one, each alone above its text, do.

// takeCounted accepts names that count one noun from 1 on, and reports whether
// there are any.
func (s *scheme) takeCounted() bool {
	type run struct {
		members []int32
		next    int
		steps   int // how often a number is one more than that before it
		broken  bool
	}
	runs := map[string]*run{}
	var nouns []string
	for i := range s.heads {
		h := &s.heads[i]
		if h.style&named == 0 || h.group != 0 || h.before == 0 || h.after == 0 {
			continue
		}
		noun, n := countedNoun(s.lines[h.line].Text[h.open:h.close])
		if n == 0 {
			continue
		}
		c := runs[noun]
		if c == nil {
			c = &run{next: 1}
			runs[noun] = c
			nouns = append(nouns, noun)
		}
		c.broken = c.broken || n < c.next || c.next == 1 && n > 1
		if n == c.next {
			c.steps++
		}
		c.next = n + 1
		c.members = append(c.members, int32(i))
	}
	const least, text = 3, 60 // headings; bytes of text between two of them, on average
	for _, noun := range nouns {
		c := runs[noun]
		if last := len(c.members) - 1; c.broken || last+1 < least || c.steps*3 < 2*last || s.textBetween(int(c.members[0]), int(c.members[last])) < text*last {
			continue
		}
		at := int32(len(s.groups))
		g := &group{kind: ordinal, rank: int(chapterDepth) * 10, taken: true, members: slices.Clone(c.members)}
		s.groups = append(s.groups, g)
		for _, m := range g.members {
			h := &s.heads[m]
			h.group, h.style, h.verdict = at, h.style&^named, wordNumber
			_, n := countedNoun(s.lines[h.line].Text[h.open:h.close])
			h.kind, h.number, h.label, h.title = ordinal, int16(n), h.close, h.close
		}
		s.joinGroup(g)
		s.tellNames(g)
		return true
	}
	return false
}

// countedNoun reads "The Second Song", "Snapshot 2", "Strike Two" or "Kiss #2": the
// noun in small letters, and its number; 0 when the line is none of these.
func countedNoun(s string) (noun string, n int) {
	if blanks := strings.Count(s, " "); blanks < 1 || blanks > 2 {
		return "", 0
	}
	words := strings.Fields(strings.ToLower(strings.TrimRight(s, ".: ")))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	if len(words) != 2 {
		return "", 0
	}
	if v := readNumberWords(words[0]); v.kind == ordinal && v.size == len(words[0]) {
		return words[1], v.value
	}
	number := strings.TrimPrefix(words[1], "#")
	v := digitsBefore(number)
	if v.kind == noNumeral {
		v = readNumberWords(number)
	}
	if v.kind == noNumeral || v.size != len(number) || !holdsWord(words[0]) {
		return "", 0
	}
	return words[0], v.value
}
