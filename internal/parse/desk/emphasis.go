package desk

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
)

// CountMarks counts the marks in lines [from, to) and decides. The lines before
// may say that a mark means telepathy or the like; such marks are kept.
func (r *Reading) CountMarks(notes *NoteIndex, from, to int) *inlines.MarkVote {
	v := &inlines.MarkVote{}
	var opens, closes [3][len(inlines.MarkSigns)]int // single, doubled, three of them
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Marks&passage.HasMarks == 0 || l.Marks&passage.IsMark != 0 {
			continue
		}
		address := inlines.AddressScan{Text: l.Text}
		i := 0
		if notes != nil { // the star before a note marks no stress
			if k, ok := notes.ByLine[n]; ok {
				i = notes.Notes[k].Text
			}
		}
		for ; i < len(l.Text); i++ {
			sign := inlines.SignIndex[l.Text[i]]
			if sign == 0 {
				continue
			}
			j := i + 1
			for j < len(l.Text) && l.Text[j] == l.Text[i] {
				j++
			}
			if j < len(l.Text) && l.Text[i] == '*' && l.Text[j] == '(' && notes != nil {
				i = j // "*(2)" refers to a note
				continue
			}
			if j-i <= 3 && !address.Covers(i) {
				if part := inlines.PartOfWord(l.Text, i, j-i); part > 0 {
					opens[0][sign-1]++
					closes[0][sign-1]++
					i = part - 1
					continue
				}
				open, end := inlines.Edges(l.Text, i, j)
				if open && !end && j-i == 1 { // "_un_likely"
					k := strings.IndexFunc(l.Text[j:], func(c rune) bool { return char.KindOf(c) != char.OfWord }) + j
					if k > j && l.Text[k] == l.Text[i] && inlines.EndsInWord(l.Text, j, k) {
						closes[0][sign-1]++
					}
				}
				if open {
					opens[j-i-1][sign-1]++
				}
				if end {
					closes[j-i-1][sign-1]++
				}
			}
			i = j - 1
		}
	}
	best, most := -1, 0
	for s := range inlines.MarkSigns {
		n := min(opens[0][s], closes[0][s])
		switch {
		case n == 0:
			continue
		case inlines.MarkSigns[s] == '=' || inlines.MarkSigns[s] == '|' || inlines.MarkSigns[s] == '+':
			if n < 3 || n*10 < 9*max(opens[0][s], closes[0][s]) {
				continue
			}
		case inlines.MarkSigns[s] == '/' && n*4 < max(opens[0][s], closes[0][s]):
			continue
		}
		v.Single[s] = inlines.Emphatic
		if n > most {
			best, most = s, n
		}
	}
	if s := strings.IndexByte(inlines.MarkSigns, '='); best == 0 {
		v.Single[s] = min(v.Single[s]*2, inlines.Strong) // "_italic_" beside "=bold=", as Project Gutenberg has it
	}
	for s := range inlines.MarkSigns {
		if min(opens[1][s], closes[1][s]) == 0 {
			continue
		}
		switch inlines.MarkSigns[s] {
		case '_', '*':
			v.Double[s] = inlines.Strong
		case '/', '~':
			v.Double[s] = inlines.Emphatic
		}
	}
	for s := range inlines.MarkSigns {
		v.Triple[s] = (inlines.MarkSigns[s] == '_' || inlines.MarkSigns[s] == '*') && min(opens[2][s], closes[2][s]) > 0
	}
	r.keptMarks(v, from)
	return v
}

// keptMarks reads what lines [0, to) say about marks, such as "/.../ = telepathy"
// or "<text> denotes thoughts": marks with a meaning of their own stay in the text.
func (r *Reading) keptMarks(v *inlines.MarkVote, to int) {
	for n := 0; n < to && n < 400; n++ {
		l := &r.Lines[n]
		if l.Marks&passage.HasMarks == 0 || len(l.Text) > 400 {
			continue
		}
		for s := range inlines.MarkSigns {
			i := strings.IndexByte(l.Text, inlines.MarkSigns[s])
			if i < 0 {
				continue
			}
			j := strings.LastIndexByte(l.Text, inlines.MarkSigns[s])
			if j-i < 2 || j-i > 40 || i > 0 && char.KindOf(rune(l.Text[i-1])) == char.OfWord {
				continue
			}
			low := strings.ToLower(l.Text[:i] + " " + l.Text[j+1:])
			if strings.Contains(low, "emphasi") || strings.Contains(low, "italic") || strings.Contains(low, "stress") || strings.Contains(low, "bold") {
				continue
			}
			told := strings.Contains(low, "=") || strings.Contains(low, " is ") || strings.Contains(low, " are ") || strings.Contains(low, "denote") || strings.Contains(low, "indicate") || strings.Contains(low, "mean") || strings.Contains(low, " - ") || strings.Contains(low, " in ")
			for _, w := range inlines.ThoughtWords {
				if told && strings.Contains(low, w) {
					if j > i+1 && l.Text[i+1] == l.Text[i] {
						v.Double[s] = inlines.NoStress
					} else {
						v.Single[s] = inlines.NoStress
					}
				}
			}
		}
	}
}
