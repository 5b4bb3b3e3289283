package typeset

import "sort"

// A Quality is how well the lines and pages of a document are set.
type Quality struct {
	Pages int `json:"pages"`
	Lines int `json:"lines"` // lines of paragraphs of two lines and more
	Full  int `json:"full"`  // lines set to both edges

	Hyphenated int `json:"hyphenated"` // lines that end in a hyphen
	Ladders    int `json:"ladders"`    // three hyphens or more under each other, counted once
	Overfull   int `json:"overfull"`   // lines that stick out of the text block

	// Word spaces of full lines, in thousandths of the natural space.
	Gap5    int `json:"gap_p05"`
	Gap50   int `json:"gap_p50"`
	Gap95   int `json:"gap_p95"`
	GapMost int `json:"gap_max"`
	Over15  int `json:"gaps_over_1_5"` // lines whose spaces are wider than 1.5 natural ones
	Over2   int `json:"gaps_over_2"`
	Over3   int `json:"gaps_over_3"`

	// Full lines by adjustment ratio, how much of what their spaces give they use
	// up: below -1, then steps of one half up to 2, then above 2.
	Ratios [8]int `json:"adjustment_ratios"`

	Spaced    int `json:"letter_spaced"`      // lines whose letters are moved apart or together
	SpaceMost int `json:"letter_spacing_max"` // by how much at most, thousandths of an em
	WiderMost int `json:"letters_wider_max"`  // by how many thousandths letters are made wider or narrower at most

	Widows  int `json:"widows"`  // last lines of paragraphs alone at a page's top
	Orphans int `json:"orphans"` // first lines alone at a page's foot
	Runts   int `json:"runts"`   // last lines that are one short word

	HyphenAtFoot int `json:"hyphen_at_foot"` // pages that end in a hyphen
	Short        int `json:"short"`          // pages, not the last of a section, that are not full
	Uneven       int `json:"uneven"`         // spreads whose pages end at different depths
}

// Report measures a document. What it finds is what a person with a ruler would
// find on the pages; it does not trust the search that made them.
func Report(d *Document) Quality {
	var q Quality
	q.Pages = len(d.Pages)
	var gaps []int
	hyphens := 0
	var depths []Length
	var before *Line // the last line of text on the page before
	for i, p := range d.Pages {
		left := d.geo.left(i)
		right := left + d.geo.measure()
		var first, last *Line
		var foot Length
		for _, l := range p.Lines {
			if l.Kind == RunningHead || l.Kind == Folio {
				continue
			}
			foot = max(foot, l.Y)
			if l.Kind != BodyLine || l.of == 0 {
				hyphens = 0
				continue
			}
			if l.foot {
				if l.at == 0 {
					hyphens = 0
				}
			} else {
				if first == nil {
					first = l
				}
				last = l
			}
			if l0, r0 := l.extent(); len(l.Runs) > 0 && (r0 > right+hangRoom(d.geo) || l0 < left-hangRoom(d.geo)) {
				q.Overfull++
			}
			if l.of < 2 {
				hyphens = 0
				continue
			}
			q.Lines++
			if endsInHyphen(l) {
				q.Hyphenated++
				hyphens++
				if hyphens == 3 {
					q.Ladders++
				}
			} else {
				hyphens = 0
			}
			if l.at == l.of-1 {
				hyphens = 0
				if runtLine(l) {
					q.Runts++
				}
			}
			if g, ok := gapOf(d, l, right); ok {
				q.Full++
				gaps = append(gaps, g)
				q.Ratios[ratio(g)]++
				if t := lineTrack(l); t != 0 {
					q.Spaced++
					q.SpaceMost = max(q.SpaceMost, t, -t)
				}
				w := int(l.Runs[0].Wider)
				q.WiderMost = max(q.WiderMost, w, -w)
			}
		}
		if first != nil && before != nil && first.at > 0 && first.at == first.of-1 {
			q.Widows++
		}
		if last != nil && last.of > 1 && last.at == 0 {
			q.Orphans++
		}
		if last != nil && last.at < last.of-1 && endsInHyphen(last) {
			q.HyphenAtFoot++
		}
		before = last
		depths = append(depths, foot)
	}
	q.depths(d, depths)
	sort.Ints(gaps)
	at := func(percent int) int {
		if len(gaps) == 0 {
			return 0
		}
		return gaps[min(len(gaps)-1, len(gaps)*percent/100)]
	}
	q.Gap5, q.Gap50, q.Gap95, q.GapMost = at(5), at(50), at(95), at(100)
	over := func(x int) int { return len(gaps) - sort.SearchInts(gaps, x+1) }
	q.Over15, q.Over2, q.Over3 = over(1500), over(2000), over(3000)
	return q
}

// ratio is the place in Quality.Ratios of a line with this word space.
func ratio(gap int) int {
	r := gap - 1000 // thousandths of the natural space; half of it is ratio 1, or -1 at three tenths less
	if r < 0 {
		r = r * 5 / 3
	}
	return min(max((r+750)/250, 0), 7)
}

// lineTrack is a line's letter-spacing beyond what its fonts have anyway.
func lineTrack(l *Line) int {
	for i := range l.Runs {
		if t := int(l.Runs[i].Track) - int(l.Runs[i].track); t != 0 { // code keeps its pitch
			return t
		}
	}
	return 0
}

// depths counts short pages and uneven spreads among pages that are not the last
// of their section.
func (q *Quality) depths(d *Document, depths []Length) {
	lastOf := func(i int) bool {
		return i+1 >= len(d.Pages) || len(d.Pages[i+1].Lines) == 0 || sectionOf(d.Pages[i]) != sectionOf(d.Pages[i+1])
	}
	full := d.geo.head + d.geo.depth() - d.geo.leading + d.geo.base()
	for i := range d.Pages {
		if lastOf(i) || len(d.Pages[i].Lines) == 0 {
			continue
		}
		if depths[i] < full-d.geo.leading/2 {
			q.Short++
		}
		if i%2 == 1 && d.geo.twoSided && !lastOf(i+1) {
			if diff := depths[i] - depths[i+1]; diff > d.geo.leading/2 || diff < -d.geo.leading/2 {
				q.Uneven++
			}
		}
	}
}

func sectionOf(p *Page) any {
	for i := len(p.Lines) - 1; i >= 0; i-- {
		if s := p.Lines[i].Section; s != nil {
			return s
		}
	}
	return nil
}

// hangRoom is how far punctuation may hang out of the text block.
func hangRoom(g *geometry) Length { return g.size * 22 / 100 }

// gapOf is the mean word space of a line that reaches the right edge, in
// thousandths of the natural one.
func gapOf(d *Document, l *Line, right Length) (int, bool) {
	if l.at == l.of-1 || len(l.Runs) == 0 {
		return 0, false
	}
	_, end := l.extent()
	if end < right-d.geo.size/4 {
		return 0, false
	}
	sum, n, natural := 0, 0, 0
	for i := range l.Runs {
		r := &l.Runs[i]
		f := d.Faces[r.Face]
		for _, g := range r.Glyphs {
			if g.Text == " " {
				sum += int(g.Advance)
				natural += int(max(f.Advance(f.Glyph(' ')), wordSpace))
				n++
			}
		}
	}
	if n == 0 || natural == 0 {
		return 0, false
	}
	return sum * 1000 / natural, true
}

// runtLine reports whether a line is one word of fewer than five characters.
func runtLine(l *Line) bool {
	n := 0
	for i := range l.Runs {
		for _, r := range l.Runs[i].Text {
			if r == ' ' || r == '\u00A0' {
				return false
			}
			n++
		}
	}
	return n < 5
}
