package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/typeset"
)

// line plans one line: each run becomes one call of gopdf, or several where a
// glyph is raised, where a link begins or ends, and where the gap is wider than
// gopdf's adjustments reach.
func (p *plan) line(page int, l *typeset.Line) error {
	pp := &p.pages[page]
	var leaf *element
	artifact := pageArtifact
	switch {
	case l.Kind == typeset.RunningHead, l.Kind == typeset.Folio:
	case l.Kind == typeset.Ornament && l.Section == nil:
		artifact = layoutArtifact
	default:
		leaf = p.tree.leaf(p.doc.Pages[page], l)
	}
	links := linksOn(p.doc.Pages[page], l)
	start := len(pp.codes)
	line, end := leaf, int64(0)
	for r := range l.Runs {
		run := &l.Runs[r]
		if len(run.Glyphs) == 0 {
			continue
		}
		if x := int64(run.X) * 1000; line != nil && len(pp.codes) > start && x-end > int64(run.Size)*200 {
			if err := p.space(pp); err != nil { // a label and what stands apart from it
				return err
			}
		}
		leaf, artifact := line, artifact
		if l.Kind == typeset.ContentsLine && isLeader(run) {
			leaf, artifact = nil, layoutArtifact
		}
		if leaf != nil {
			leaf = p.tree.inside(leaf, run)
		}
		font, err := p.font(run.Face)
		if err != nil {
			return fmt.Errorf("page %d: %w", page+1, err)
		}
		f := p.fonts[font]
		// The pen moves in millionths of a point, so nothing adds up along a run.
		pen, link := int64(0), -1
		ops := len(pp.ops)
		var cur *op
		var before cell
		for i := 0; i < len(run.Glyphs); {
			if cur != nil && links == nil && !run.RightToLeft {
				if n := p.plain(pp, f, run, i, &before, &pen); n > i { // nearly always
					cur.to, i = len(pp.codes), n
					continue
				}
			}
			cells, err := f.cellsAt(p.cells[:0], run, i)
			if err != nil {
				return fmt.Errorf("page %d: %w", page+1, err)
			}
			p.cells = cells
			i += cells[len(cells)-1].glyphs
			for c := range cells {
				g := &cells[c]
				under := -1
				if links != nil && leaf != nil {
					under = linkAt(p.doc.Pages[page], links, int64(run.X)*1000+wider(run, pen+int64(g.advance)*int64(run.Size)/2))
					if under >= 0 {
						pp.texts[under] += g.text
					}
				}
				gap := int64(0)
				if cur != nil {
					gap = int64(before.advance) + int64(g.xOffset) - int64(before.xOffset) - int64(f.width[before.code]) - int64(run.Track)
				}
				if cur == nil || under != link || g.yOffset != before.yOffset || gap > math.MaxInt16 || gap < -math.MaxInt16 {
					m := pp.mark(p, page, leaf, under, artifact)
					y := int64(l.Y-run.Raise)*1000 - int64(g.yOffset)*int64(run.Size)
					x := int64(run.X)*1000 + wider(run, pen+int64(g.xOffset)*int64(run.Size))
					pp.ops = append(pp.ops, op{kind: textOp, back: run.RightToLeft, grey: run.Grey, font: font, size: run.Size, wider: run.Wider, track: run.Track, x: milli(x), y: milli(y), from: len(pp.codes), mark: m})
					cur, link = &pp.ops[len(pp.ops)-1], under
				} else {
					pp.adjusts[len(pp.adjusts)-1] = int16(gap)
				}
				pp.codes = append(pp.codes, g.code)
				pp.adjusts = append(pp.adjusts, 0)
				cur.to = len(pp.codes)
				pen += int64(g.advance) * int64(run.Size)
				before = *g
			}
		}
		if to := int64(run.X)*1000 + wider(run, pen); run.Raise == 0 || to > end { // not that of a reading above
			end = to
		}
		if run.RightToLeft {
			slices.Reverse(pp.ops[ops:]) // in the order of reading
		}
	}
	pp.count(l, start)
	if leaf != nil && len(pp.codes) > start {
		return p.space(pp)
	}
	return nil
}

// plain plans the glyphs from i on that go on with the text before them as they are, and
// returns where it ends: at a glyph that has a mark or is the first of its kind, or stands
// elsewhere than gopdf's adjustments reach. It does what line does, which takes care of
// everything, several times as fast.
func (p *plan) plain(pp *pagePlan, f *font, run *typeset.Run, i int, before *cell, pen *int64) int {
	code, advance, xOffset, from := before.code, int64(before.advance), int64(before.xOffset), i
	for ; i < len(run.Glyphs); i++ {
		g := &run.Glyphs[i]
		if i+1 < len(run.Glyphs) && dependent(&run.Glyphs[i+1]) || g.YOffset != before.yOffset || int(g.ID) >= len(f.first) {
			break
		}
		next := f.first[g.ID]
		if next == 0 || f.text[next] != g.Text {
			break
		}
		gap := advance + int64(g.XOffset) - xOffset - int64(f.width[code]) - int64(run.Track)
		if gap > math.MaxInt16 || gap < -math.MaxInt16 {
			break
		}
		pp.adjusts[len(pp.adjusts)-1] = int16(gap)
		pp.adjusts = append(pp.adjusts, 0)
		pp.codes = append(pp.codes, next)
		code, advance, xOffset = next, int64(g.Advance), int64(g.XOffset)
		*pen += advance * int64(run.Size)
	}
	if i > from {
		g := &run.Glyphs[i-1]
		before.code, before.advance, before.xOffset = code, g.Advance, g.XOffset
	}
	return i
}

// wider is how far a distance within a run reaches on the page.
func wider(run *typeset.Run, x int64) int64 { return x + x*int64(run.Wider)/1000 }

// isLeader reports whether the run is the row of dots before a page number.
func isLeader(run *typeset.Run) bool {
	for i := range run.Glyphs {
		if t := run.Glyphs[i].Text; t != "." && t != " " {
			return false
		}
	}
	return true
}

// space ends a line with a space where the words of two lines would run into
// each other for whoever follows the structure and not the page (14.8.2.5): not
// after a hyphen or a dash, nor in scripts that part no words.
func (p *plan) space(pp *pagePlan) error {
	o := &pp.ops[len(pp.ops)-1]
	if pp.marks[o.mark].element == nil {
		return nil
	}
	f := p.fonts[o.font]
	end := o.to - 1
	if o.back {
		end = o.from
	}
	last, _ := utf8.DecodeLastRuneInString(f.text[pp.codes[end]])
	if strings.ContainsRune(" \u00A0\u00AD-\u2010\u2012\u2013\u2014/", last) ||
		unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
		return nil
	}
	glyph := f.face.Glyph(' ')
	if glyph == 0 {
		return nil
	}
	code, err := f.code(glyph, " ")
	if o.back { // behind the last letter is to its left
		next := *o
		next.x -= milli(int64(f.width[code]) * int64(o.size) * int64(1000+o.wider) / 1000)
		next.from = len(pp.codes)
		pp.ops = append(pp.ops, next)
		o = &pp.ops[len(pp.ops)-1]
	}
	pp.codes = append(pp.codes, code)
	pp.adjusts = append(pp.adjusts, 0)
	o.to = len(pp.codes)
	return err
}

// mark is the mark for text of a leaf, under a link or not.
func (pp *pagePlan) mark(p *plan, page int, leaf *element, link int, artifact string) int {
	if leaf == nil {
		return pp.artifact(artifact)
	}
	if link < 0 {
		return pp.marked(page, leaf)
	}
	if pp.links[link] == nil {
		pp.links[link] = p.tree.link(leaf, page, link)
	}
	return pp.marked(page, pp.links[link])
}

// milli rounds millionths of a point to thousandths.
func milli(v int64) typeset.Length {
	if v < 0 {
		return typeset.Length(-((-v + 500) / 1000))
	}
	return typeset.Length((v + 500) / 1000)
}

// font is the index of the document's face in plan.fonts.
func (p *plan) font(face int) (int, error) {
	if face < 0 || face >= len(p.doc.Faces) || p.doc.Faces[face] == nil {
		return 0, fmt.Errorf("a run asks for face %d of %d", face, len(p.doc.Faces))
	}
	if p.fontOf[face] == 0 {
		p.fonts = append(p.fonts, newFont(p.doc.Faces[face]))
		p.fontOf[face] = len(p.fonts)
	}
	return p.fontOf[face] - 1, nil
}

// linksOn are the page's links whose box holds the line's baseline; nil for
// nearly every line.
func linksOn(page *typeset.Page, l *typeset.Line) []int {
	var on []int
	for i := range page.Links {
		if k := &page.Links[i]; l.Y >= k.Y && l.Y <= k.Y+k.Height {
			on = append(on, i)
		}
	}
	return on
}

// linkAt is the link over a place on the line (millionths of a point), or -1.
func linkAt(page *typeset.Page, on []int, x int64) int {
	for _, i := range on {
		if k := &page.Links[i]; x >= int64(k.X)*1000 && x <= int64(k.X+k.Width)*1000 {
			return i
		}
	}
	return -1
}
