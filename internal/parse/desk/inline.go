package desk

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
)

// InlinesOf reads one stretch of running text, white space already folded, into
// inlines.
func (r *Reading) InlinesOf(text string) []book.Inline {
	m := r.ReadMarks(text, -1, nil, nil)
	return m.Inlines()
}

// ReadMarks finds the marks in a text that begins in line n (-1: in none).
//
// It is one pass. Of each kind only the mark opened last can be ended, so an
// unclosed mark costs nothing and stressed stretches nest no deeper than there
// are kinds. Ending one kind gives up the others that were opened inside it.
//
// The kinds in before are open where the text begins, and those in after where the
// next text begins, and so at this one's end.
func (r *Reading) ReadMarks(text string, n int, before, after []inlines.OpenKind) inlines.Marks {
	m := inlines.Marks{Text: text}
	v := r.Layout.Marks
	if v == nil {
		v = &inlines.MarkVote{Single: [len(inlines.MarkSigns)]inlines.Stress{inlines.Emphatic, inlines.Emphatic}, Double: [len(inlines.MarkSigns)]inlines.Stress{inlines.Strong, inlines.Strong}}
	}
	var at [inlines.MarkKinds]int // where the open mark of each kind begins, counted from 1
	var size [inlines.MarkKinds]int
	end := func(kind, from, to int, what inlines.InlineKind) {
		m.Found = append(m.Found, inlines.Marked{From: at[kind] - 1, To: to, Open: size[kind], Close: to - from, What: what})
		for k := range at {
			if at[k] > at[kind] {
				if size[k] > 0 {
					m.GiveUp(k, at[k]-1, size[k])
				}
				at[k] = 0
			}
		}
		at[kind] = 0
	}
	for _, o := range before {
		at[o.Kind], size[o.Kind] = 1, 0
	}
	address := inlines.AddressScan{Text: text}
	signs := r.Layout.Notes != nil && r.Layout.Notes.Signs
	most := inlines.ManyMarks + len(text)/32
	ruby := r.Layout.Ruby && strings.Contains(text, inlines.RubyOpen)
	for i := 0; i < len(text); i++ {
		c := text[i]
		if ruby && (c == inlines.RubyOpen[0] || c == '|') {
			if end := m.ReadRuby(i); end > i {
				i = end - 1
				continue
			}
			if c == '|' && strings.Contains(text[i:min(len(text), i+100)], inlines.RubyOpen) { // its reading comes
				continue
			}
		}
		if len(m.Found) > most { // a bomb
			m.Cut = true
			break
		}
		if passage.ByteClass[c]&passage.ByteMark == 0 || c == '^' {
			if signs && passage.RefBytes[c] {
				i = max(i, r.readSign(&m, i, n)-1)
			}
			continue
		}
		if c == '<' || c == '[' {
			i = r.readBracket(&m, i, n, &at, &size, end) - 1
			continue
		}
		sign := int(inlines.SignIndex[c])
		if sign == 0 {
			continue
		}
		if address.Covers(i) {
			if link, ok := inlines.LinkIn(text, address.Start, address.End); ok && i < link.To {
				m.Found = append(m.Found, link)
				if link.To < len(text) && text[link.To] == '[' { // the tag that ends it
					i = link.To - 1
					continue
				}
			}
			i = address.End - 1
			continue
		}
		j := i + 1
		for j < len(text) && text[j] == c {
			j++
		}
		run := j - i
		what, known := v.Meaning(sign-1, run)
		if (c == '*' || c == '+') && (!known || at[(run-1)*len(inlines.MarkSigns)+sign-1] == 0 || j < len(text) && text[j] == '(') && (j == len(text) || char.KindOf(rune(text[j])) != char.OfWord) {
			if end := r.readStar(&m, i, n); end > 0 {
				i = end - 1
				continue
			}
		}
		if !known {
			i = j - 1
			continue
		}
		kind := (run-1)*len(inlines.MarkSigns) + sign - 1
		opens, ends := inlines.Edges(text, i, j)
		if part := inlines.PartOfWord(text, i, run); part > 0 && !opens && at[kind] == 0 {
			m.Found = append(m.Found, inlines.Marked{From: i, To: part, Open: 1, Close: 1, What: what})
			i = part - 1
			continue
		}
		if !ends && !opens && at[kind] > 0 && run == 1 && inlines.EndsInWord(text, at[kind], i) {
			ends = true
		}
		switch {
		case ends && at[kind] > 0:
			if m.Sound(c, at[kind]-1+size[kind], i) {
				end(kind, i, j, what)
				if stray := inlines.StrayMark(text, j, c); stray > 0 && run == 1 {
					m.Found = append(m.Found, inlines.Marked{From: stray, To: stray + 1, What: inlines.AsNothing})
					j = stray + 1
				}
			} else { // an action, a path
				at[kind] = 0
			}
		case opens:
			if at[kind] > 0 && size[kind] > 0 {
				m.GiveUp(kind, at[kind]-1, size[kind])
			}
			at[kind], size[kind] = i+1, run
		}
		i = j - 1
	}
	for _, o := range after {
		if at[o.Kind] > 0 && at[o.Kind]-1+size[o.Kind] < len(text) && !m.Cut {
			end(o.Kind, len(text), len(text), r.meansOf(v, o.Kind))
		}
	}
	for k, from := range at {
		if from > 0 && size[k] > 0 {
			m.GiveUp(k, from-1, size[k])
		}
	}
	return m
}

// meansOf is what a kind of marks stands for.
func (r *Reading) meansOf(v *inlines.MarkVote, kind int) inlines.InlineKind {
	if k := kind - 3*len(inlines.MarkSigns); k >= 0 {
		return inlines.TagMeans[k]
	}
	what, _ := v.Meaning(kind%len(inlines.MarkSigns), kind/len(inlines.MarkSigns)+1)
	return what
}
