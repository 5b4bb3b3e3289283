package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
)

// Sections that are a number and no more, and those of a few lines each, do not want a page
// of their own: they run on, one below the other, as the scenes of a story do.
const (
	shortSection  = 2 // a page's fractions: sections shorter than half a page in the middle run on
	numberedPages = 3 // sections under a number alone run on if they are shorter than so many pages
)

// runOn finds the sections that run on behind the one before them.
func runOn(flows []*flow, g *geometry) {
	if slices.ContainsFunc(flows, func(f *flow) bool { return f.play }) { // short scenes of a play are of it too
		for _, f := range flows {
			f.play = f.play || isScene(f.section)
		}
	}
	for i, f := range flows { // acts
		n := 0
		for _, scene := range flows[i+1:] {
			if scene.level != f.level+1 || !isScene(scene.section) || len(scene.foot) > 0 {
				break
			}
			n++
		}
		if n == 0 || !isAct(f.section) || f.region != book.BodyMatter || len(f.foot) > 0 || i+1+n < len(flows) && flows[i+1+n].level > f.level {
			continue
		}
		f.act, flows[i+1].begins = true, true
		for _, scene := range flows[i+1 : i+1+n] {
			scene.runs = true
		}
	}
	page := max(g.lines*int(g.measure())*100/(int(g.size)*43), 1) // characters, of four tenths of an em
	for from := 0; from < len(flows); {
		to := from
		for to < len(flows) && flows[to].mayRunOn(flows[from].level) && !(to+1 < len(flows) && flows[to+1].level > flows[to].level && flows[to+1].region == book.BodyMatter) {
			to++
		}
		if to-from >= 2 {
			group := flows[from:to]
			numbered := true
			var lengths []int
			for _, f := range group {
				numbered = numbered && numberAlone(f.section)
				lengths = append(lengths, characters(f.section))
			}
			slices.Sort(lengths)
			middle := lengths[len(lengths)/2]
			if middle*shortSection < page || numbered && middle < numberedPages*page {
				for i, f := range group {
					f.runs = i > 0
				}
			}
		}
		from = max(to, from+1)
	}
	belowHeads(flows, page)
}

// belowHeads lets sections begin at once below the heading of what they are parts of, where that
// has no page of its own: short ones, as the stanzas of a canto, and numbered ones of a
// chapter that is the only one to have any.
func belowHeads(flows []*flow, page int) {
	parents, siblings := 0, 0 // of the body's first level
	for i, f := range flows {
		if f.region == book.BodyMatter && f.level == 1 {
			siblings++
			if i+1 < len(flows) && flows[i+1].level > 1 {
				parents++
			}
		}
	}
	for i, f := range flows {
		to := i + 1
		for to < len(flows) && flows[to].level > f.level {
			to++
		}
		group := flows[i+1 : to]
		if f.act || len(group) == 0 || f.region != book.BodyMatter || f.section.Role == book.Volume || len(f.foot) > 0 || characters(f.section) > page/2 {
			continue
		}
		short, numbered := true, true
		for _, g := range group {
			if g.level != f.level+1 || len(g.foot) > 0 || g.section.Role != book.Chapter || len(g.section.Subtitle) > 0 {
				short, numbered = false, false
				break
			}
			short = short && (g.runs || g == group[0] && characters(g.section)*shortSection < page)
			numbered = numbered && numberAlone(g.section)
		}
		if few := f.level == 1 && parents*3 <= siblings; short || numbered && few {
			f.act, group[0].runs, group[0].begins = true, true, true
			for _, g := range group {
				g.runs = g.runs || numbered && few
			}
		}
	}
}

// mayRunOn reports whether a flow is a section with a heading, of this level of the body,
// whose notes, if it has any, do not stand at the foot of its pages.
func (f *flow) mayRunOn(level int) bool {
	if f.runs || f.region != book.BodyMatter || f.level != level || len(f.foot) > 0 || len(f.section.Subtitle) > 0 {
		return false
	}
	return f.section.Role == book.Chapter && (f.section.Label != "" || len(f.section.Title) > 0)
}

// numberAlone reports whether a section's heading is a number and nothing else.
func numberAlone(s *book.Section) bool {
	title := book.Named(s.Title)
	switch {
	case title == "":
		return bareNumber(s.Label)
	case s.Label == "":
		return bareNumber(title)
	}
	for _, word := range strings.Fields(title) { // I with II. III. IV below it
		if !bareNumber(word) {
			return false
		}
	}
	return bareNumber(s.Label)
}

// bareNumber reports whether a text is a number in figures, Roman or East Asian ones,
// whatever stands around it.
func bareNumber(s string) bool {
	s = strings.Trim(s, " .,:;()[]§#*-–—~")
	if s == "" {
		return false
	}
	digits, roman, east := true, true, true
	for _, r := range s {
		digits = digits && r >= '0' && r <= '9'
		roman = roman && strings.ContainsRune("IVXLCDMivxlcdm", r)
		east = east && strings.ContainsRune("〇一二三四五六七八九十百", r)
	}
	return digits || east || roman && (s == strings.ToUpper(s) || s == strings.ToLower(s))
}

// characters is about how long a section is.
func characters(s *book.Section) int {
	n := 0
	for _, b := range s.Blocks {
		book.Pieces(b, func(text string) { n += utf8.RuneCountInString(text) + 20 }) // a last line is half empty
	}
	return n
}

// runOnOpener sets the heading of a section that runs on: centred, between white.
func (s *setter) runOnOpener(sec *book.Section, begins bool) {
	s.section, s.block, s.opens = sec, nil, begins && opensWithSmallCaps(sec, book.BodyMatter)
	s.white(s.geo.leading)
	s.put(row{kind: firmRow, penalty: never, mark: sec})
	from := len(s.rows)
	k := fontKey{size: s.geo.size}
	if sec.Label != "" {
		s.heading([]book.Inline{book.Text{Value: sec.Label}}, s.small(k, allSmall), LabelLine)
	}
	if numberAlone(sec) {
		k = s.small(k, allSmall)
	}
	s.heading(sec.Title, k, TitleLine)
	s.snap(from)
	s.keep(from)
	s.keepLast()
	s.put(row{kind: firmRow, height: s.geo.leading / 2, penalty: never})
	s.rows[from].height += s.geo.leading - s.geo.leading/2 // together a line
	s.rows[from].base += s.geo.leading - s.geo.leading/2
}

// joinRunning lays the rows of sections that run on behind those of the section before them.
func joinRunning(flows []*flow) []*flow {
	var out []*flow
	for _, f := range flows {
		if !f.runs {
			out = append(out, f)
			continue
		}
		to := out[len(out)-1]
		rows := f.rows
		if n := len(to.rows); n > 0 && len(rows) > 0 && to.rows[n-1].kind == softRow && rows[0].kind == softRow {
			to.rows[n-1].height = max(to.rows[n-1].height, rows[0].height)
			rows = rows[1:]
		}
		to.rows = append(to.rows, rows...)
		to.also = append(to.also, f)
	}
	return out
}

// all are the flows whose rows are in the flow.
func (f *flow) all() []*flow { return append([]*flow{f}, f.also...) }

// pageOf is the page of the flow on which a section begins, from 0.
func (f *flow) pageOf(sec *book.Section) int {
	if sec == f.section {
		return 0
	}
	for i, pg := range f.pages {
		for k := pg.from; k < pg.to; k++ {
			if f.rows[k].mark == sec {
				return i
			}
		}
	}
	return 0
}
