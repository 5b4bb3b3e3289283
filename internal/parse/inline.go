package parse

import (
	"math"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// inlinesOf reads one stretch of running text, white space already folded, into
// inlines.
func (r *reading) inlinesOf(text string) []book.Inline {
	m := r.readMarks(text, -1, nil, nil)
	return m.inlines()
}

// inlines reads the text of rows [a, b), which holds no marks unless marked.
func (p *sectionText) inlines(text string, marked bool, a, b int) []book.Inline {
	var in, out []openKind
	if p.runs != nil {
		in = p.runs[p.rows[a].n]
		if b < len(p.rows) {
			out = p.runs[p.rows[b].n]
		}
	}
	ruby := p.layout.ruby && strings.Contains(text, rubyOpen)
	if !marked && in == nil && !ruby && (p.layout.notes == nil || !p.layout.notes.signs) {
		return []book.Inline{book.Text{Value: text}}
	}
	m := p.readMarks(text, p.rows[a].n, in, out)
	if m.tags > 0 {
		most := math.MaxInt
		if m.cut {
			most = m.tags
		}
		p.setTagsAside(a, b, most)
	}
	p.tellUnclosed(&m, a, b)
	if m.cut {
		p.tellCrowded(a, b)
	}
	return m.inlines()
}

// A span of marked text: from the first byte of the mark that opens it to the
// last of the mark that ends it.
type marked struct {
	from, to    int // with the marks
	open, close int // the bytes of the opening and of the ending mark
	what        inlineKind
	ref         string // the note's ID, the link's address
}

type inlineKind uint8

const (
	asEmphasis inlineKind = iota
	asStrong
	asBoth
	asStruck
	asRuby
	asAnchor  // a link that the writer made
	asNothing // left out: a stray tag
	asNoteRef
	asLink
	asBreak
)

// Marks are the marks found in one stretch of text.
type marks struct {
	text  string
	found []marked // properly nested, in the order of their ends
	tags  int      // tags were found, whose letters are not in the book
	open  []int    // marks of emphasis left open
	url   string   // where the anchor leads that is open
	cut   bool     // there are too many; the rest stays as it is
}

// manyMarks is how many marks a paragraph may hold, besides one for every 32 bytes.
const manyMarks = 500

// kinds of marks that can be open at a time: each sign singly, doubled and
// tripled, and the tags.
const markKinds = 3*len(markSigns) + int(tagKinds)

// readMarks finds the marks in a text that begins in line n (-1: in none).
//
// It is one pass. Of each kind only the mark opened last can be ended, so an
// unclosed mark costs nothing and stressed stretches nest no deeper than there
// are kinds. Ending one kind gives up the others that were opened inside it.
//
// The kinds in before are open where the text begins, and those in after where the
// next text begins, and so at this one's end.
func (r *reading) readMarks(text string, n int, before, after []openKind) marks {
	m := marks{text: text}
	v := r.layout.marks
	if v == nil {
		v = &markVote{single: [len(markSigns)]stress{emphatic, emphatic}, double: [len(markSigns)]stress{strong, strong}}
	}
	var at [markKinds]int // where the open mark of each kind begins, counted from 1
	var size [markKinds]int
	end := func(kind, from, to int, what inlineKind) {
		m.found = append(m.found, marked{from: at[kind] - 1, to: to, open: size[kind], close: to - from, what: what})
		for k := range at {
			if at[k] > at[kind] {
				if size[k] > 0 {
					m.giveUp(k, at[k]-1, size[k])
				}
				at[k] = 0
			}
		}
		at[kind] = 0
	}
	for _, o := range before {
		at[o.kind], size[o.kind] = 1, 0
	}
	address := addressScan{text: text}
	signs := r.layout.notes != nil && r.layout.notes.signs
	most := manyMarks + len(text)/32
	ruby := r.layout.ruby && strings.Contains(text, rubyOpen)
	for i := 0; i < len(text); i++ {
		c := text[i]
		if ruby && (c == rubyOpen[0] || c == '|') {
			if end := m.readRuby(i); end > i {
				i = end - 1
				continue
			}
			if c == '|' && strings.Contains(text[i:min(len(text), i+100)], rubyOpen) { // its reading comes
				continue
			}
		}
		if len(m.found) > most { // a bomb
			m.cut = true
			break
		}
		if passage.ByteClass[c] != passage.ByteMark || c == '^' {
			if signs && refBytes[c] {
				i = max(i, r.readSign(&m, i, n)-1)
			}
			continue
		}
		if c == '<' || c == '[' {
			i = r.readBracket(&m, i, n, &at, &size, end) - 1
			continue
		}
		sign := int(signIndex[c])
		if sign == 0 {
			continue
		}
		if address.covers(i) {
			if link, ok := linkIn(text, address.start, address.end); ok && i < link.to {
				m.found = append(m.found, link)
				if link.to < len(text) && text[link.to] == '[' { // the tag that ends it
					i = link.to - 1
					continue
				}
			}
			i = address.end - 1
			continue
		}
		j := i + 1
		for j < len(text) && text[j] == c {
			j++
		}
		run := j - i
		what, known := v.meaning(sign-1, run)
		if c == '*' && (!known || at[(run-1)*len(markSigns)+sign-1] == 0 || j < len(text) && text[j] == '(') && (j == len(text) || kindOf(rune(text[j])) != ofWord) {
			if end := r.readStar(&m, i, n); end > 0 {
				i = end - 1
				continue
			}
		}
		if !known {
			i = j - 1
			continue
		}
		kind := (run-1)*len(markSigns) + sign - 1
		opens, ends := edges(text, i, j)
		if part := partOfWord(text, i, run); part > 0 && !opens && at[kind] == 0 {
			m.found = append(m.found, marked{from: i, to: part, open: 1, close: 1, what: what})
			i = part - 1
			continue
		}
		if !ends && !opens && at[kind] > 0 && run == 1 && endsInWord(text, at[kind], i) {
			ends = true
		}
		switch {
		case ends && at[kind] > 0:
			if m.sound(c, at[kind]-1+size[kind], i) {
				end(kind, i, j, what)
				if stray := strayMark(text, j, c); stray > 0 && run == 1 {
					m.found = append(m.found, marked{from: stray, to: stray + 1, what: asNothing})
					j = stray + 1
				}
			} else { // an action, a path
				at[kind] = 0
			}
		case opens:
			if at[kind] > 0 && size[kind] > 0 {
				m.giveUp(kind, at[kind]-1, size[kind])
			}
			at[kind], size[kind] = i+1, run
		}
		i = j - 1
	}
	for _, o := range after {
		if at[o.kind] > 0 && at[o.kind]-1+size[o.kind] < len(text) && !m.cut {
			end(o.kind, len(text), len(text), r.meansOf(v, o.kind))
		}
	}
	for k, from := range at {
		if from > 0 && size[k] > 0 {
			m.giveUp(k, from-1, size[k])
		}
	}
	return m
}

// meansOf is what a kind of marks stands for.
func (r *reading) meansOf(v *markVote, kind int) inlineKind {
	if k := kind - 3*len(markSigns); k >= 0 {
		return tagMeans[k]
	}
	what, _ := v.meaning(kind%len(markSigns), kind/len(markSigns)+1)
	return what
}

// meaning is what a run of n signs stands for.
func (v *markVote) meaning(sign, n int) (inlineKind, bool) {
	s := noStress
	switch n {
	case 1:
		s = v.single[sign]
	case 2:
		s = v.double[sign]
	case 3:
		return asBoth, v.single[sign] != noStress && v.double[sign] != noStress
	}
	if s == strong {
		return asStrong, true
	}
	return asEmphasis, s == emphatic
}

// giveUp notes a mark that nothing ends. A tag is left out.
func (m *marks) giveUp(kind, at, size int) {
	if kind >= 3*len(markSigns) {
		m.found = append(m.found, marked{from: at, to: at + size, what: asNothing})
		return
	}
	if c := m.text[at]; (c == '_' || c == '*') && len(m.open) < 8 && at+1 < len(m.text) && kindOf(rune(m.text[at+1])) == ofWord {
		m.open = append(m.open, at)
	}
}

// tellUnclosed remarks on marks that nothing ends.
func (p *sectionText) tellUnclosed(m *marks, a, b int) {
	for range m.open {
		v := p.layout.marks
		if v == nil || v.told > 20 {
			return
		}
		v.told++
		from, to := p.rows[a].n, p.rows[b-1].n+1
		if v.told > 20 {
			p.remark("unclosed-emphasis", diag.Note, from, to, "more marks of emphasis are opened here and later that nothing ends; no further ones are named", "")
			return
		}
		i := m.open[0]
		m.open = m.open[1:]
		p.remark("unclosed-emphasis", diag.Warning, from, to, "a mark of emphasis is opened but never ended: "+around(m.text, i), "the mark stays as it is; end it in the story if the words should be in italics")
	}
}

// tellCrowded remarks once that rows [a, b) hold more marks than are read.
func (p *sectionText) tellCrowded(a, b int) {
	if v := p.layout.marks; v == nil || v.crowded {
		return
	}
	p.layout.marks.crowded = true
	p.remark("many-marks", diag.Warning, p.rows[a].n, p.rows[b-1].n+1, "this paragraph holds hundreds of marks of emphasis or tags, one at every word; those after them stay as they are", "if they mean something, part the paragraph")
}

// around shows a text's words from byte i on.
func around(text string, i int) string {
	end := min(i+24, len(text))
	for end < len(text) && text[end] >= 0x80 && text[end] < 0xC0 {
		end++
	}
	if end < len(text) {
		return `"` + text[i:end] + `…"`
	}
	return `"` + text[i:end] + `"`
}
