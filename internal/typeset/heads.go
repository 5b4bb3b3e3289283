package typeset

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/face"
)

// A HeadStyle is what running heads say: "title" (the book's title, and the chapter's on the
// right), "author" (the author, and the chapter's title), "none".
type HeadStyle string

// Choices are the values, the default first.
func (h *HeadStyle) Choices() []string { return []string{"title", "author", "none"} }

// String is the setting's value.
func (h *HeadStyle) String() string {
	if *h == "" {
		return h.Choices()[0]
	}
	return string(*h)
}

// Set takes one of the choices.
func (h *HeadStyle) Set(v string) error {
	v = strings.ToLower(strings.TrimSpace(v))
	if !slices.Contains(h.Choices(), v) {
		return fmt.Errorf("%q is no kind of running heads; there are %s", v, strings.Join(h.Choices(), ", "))
	}
	*h = HeadStyle(v)
	return nil
}

// Type is the word for the value in help texts.
func (h *HeadStyle) Type() string { return "what" }

// headsOf are the running heads of a section's left and right pages. Left stands the book's
// title, or the author's name where that was asked for or where the title stands right: a
// section without a title of its own, or under a bare number, has that of the part it is in,
// or the book's there. In an anthology the story stands for the book.
func (p *pager) headsOf(sec, above *book.Section) (verso, recto string) {
	author := strings.Join(p.book.Meta.Authors(), ", ")
	title := fold(p.book.Meta.Title)
	if s := sec.Story; s != nil {
		author, title = strings.Join(s.Authors, ", "), fold(s.Title)
	}
	recto = book.Named(sec.Title)
	if book.Loud(sec.Title) {
		recto = strings.ToUpper(recto) // and so in small capitals throughout
	}
	if recto == "" && !bareNumber(sec.Label) {
		recto = sec.Label
	}
	if bareNumber(recto) {
		recto = ""
	}
	if recto == "" && above != nil && sec.Role == book.Chapter { // chapters that are only counted: the part's name
		recto = book.Named(above.Title)
	}
	verso = title
	if recto == "" || strings.EqualFold(recto, title) {
		recto, verso = title, author
	} else if p.author {
		verso = author
	}
	if verso == "" {
		verso = title
	}
	return verso, recto
}

// heads sets running heads and folios, the folio at the outer edge. The first page of a section has no
// head; its folio, if it has one, drops to the foot. The title page, pages that
// hold nothing and half titles have neither.
func (p *pager) heads(flows []*flow) {
	var above [8]*book.Section // the sections that the next one may be in, by level
	for _, f := range flows {
		level := min(max(f.level, 1), len(above)-1)
		above[level] = f.section
		clear(above[level+1:])
		verso, recto := p.headsOf(f.section, above[level-1])
		verso, recto = p.fit(verso), p.fit(recto)
		runs := f.runningHeads()
		for i := range f.pages {
			at := f.first + i
			page := p.doc.Pages[at]
			if len(page.Lines) == 0 && len(page.Pictures) == 0 {
				continue
			}
			switch f.section.Role {
			case book.TitlePage, book.HalfTitlePage, book.Part, book.Volume, book.Dedication, book.Epigraph, book.CopyrightPage:
				if i == 0 || isTitlePage(f.section) {
					continue
				}
			}
			if i == 0 || !p.geo.heads || f.region == book.FrontMatter {
				p.dropFolio(at)
				continue
			}
			if len(runs) > 0 && runs[0].page <= i {
				for len(runs) > 0 && runs[0].page <= i {
					_, recto = p.headsOf(runs[0].section, above[level-1])
					runs = runs[1:]
				}
				recto = p.fit(recto)
			}
			text := recto
			if p.geo.twoSided && at%2 == 1 {
				text = verso
			}
			p.runningHead(at, text)
		}
	}
}

// A headed is a section below another's text, and the page of the flow on which it begins.
type headed struct {
	section *book.Section
	page    int
}

// runningHeads are the sections that run on and have titles of their own, as poems have: the
// head names the last one that begins on a page. Scenes and stanzas are found by what they are part of.
func (f *flow) runningHeads() (out []headed) {
	titled := map[*book.Section]bool{}
	for _, e := range f.also {
		if e.level == f.level && !numberAlone(e.section) && !f.act {
			titled[e.section] = true
		}
	}
	if len(titled) == 0 {
		return nil
	}
	for i, pg := range f.pages {
		for k := pg.from; k < pg.to; k++ {
			if sec := f.rows[k].mark; titled[sec] {
				out = append(out, headed{sec, i})
			}
		}
	}
	return out
}

// headSize is the size of running heads and folios.
func (p *pager) headSize() Length { return p.geo.atLeast(p.geo.size*17/20, 7000) }

func (p *pager) dropFolio(at int) {
	if p.geo.folio == 0 {
		return
	}
	p.artifact(at, p.doc.Pages[at].Label, fontKey{size: p.headSize(), lining: true}, centred, p.geo.folio, Folio)
}

// runningHead stands two lines above the text, the folio beside it at the outer edge.
func (p *pager) runningHead(at int, text string) {
	g := p.geo
	y := g.head + g.base() - 2*g.leading
	if y < g.headRoom() {
		y = g.headRoom()
	}
	k := fontKey{size: p.headSize(), lining: true}
	edge := flushRight
	if (g.twoSided && at%2 == 1) != g.rtl {
		edge = flushLeft
	}
	p.artifact(at, text, p.headFont(text), centred, y, RunningHead)
	p.artifact(at, p.doc.Pages[at].Label, k, edge, y, Folio)
}

// headFont is the font of a running head. Scripts without italics show stress by bold letters,
// which a head has no use for; the figure beside them stays upright too.
func (p *pager) headFont(text string) fontKey {
	k := p.set.smallFor(fontKey{size: p.headSize()}, text)
	if k.caps == asTyped && !p.geo.big && p.set.own == face.Scripts {
		k.face = italicBit
	}
	return k
}

// headRoom is how near to the page's top a running head may stand.
func (g *geometry) headRoom() Length { return g.size * 2 }

// fit shortens a running head to three quarters of the measure, at a word's end.
func (p *pager) fit(text string) string {
	const longest = 200 // characters that could ever fit
	width := p.geo.measure() * 3 / 4
	k := p.headFont(text)
	short := text
	if n := 0; len(text) > longest {
		for i := range text {
			if n == longest {
				short = text[:i] + "…"
				break
			}
			n++
		}
	}
	for p.set.width([]book.Inline{book.Text{Value: short}}, k) > width {
		cut := strings.LastIndexByte(strings.TrimSuffix(short, "…"), ' ')
		if cut <= 0 {
			r := []rune(strings.TrimSuffix(short, "…"))
			if len(r) < 2 {
				return ""
			}
			short = string(r[:len(r)*3/4]) + "…"
			continue
		}
		short = strings.TrimRight(short[:cut], " ,;:.–—-") + "…"
	}
	return short
}

// artifact sets one line outside the text block, which is not text of the book.
func (p *pager) artifact(at int, text string, k fontKey, align alignment, y Length, kind LineKind) {
	if text == "" {
		return
	}
	s := p.set
	s.section, s.block = nil, nil
	fl := s.plain(text, k)
	tokens := s.tokenize(&fl)
	for i := range tokens {
		if tokens[i].after == spaced {
			tokens[i].after = tied
		} else if tokens[i].after != tied {
			tokens[i].after = joined
		}
	}
	if len(tokens) == 0 {
		return
	}
	sh := shape{align: align, measure: p.geo.measure()}
	s.unmirrored = true
	defer func() { s.unmirrored = false }()
	s.setLines(&fl, tokens, &sh, s.breakLines(tokens, &sh), func(l *Line, _ []linkBox, _ bool) {
		l.Kind, l.Y = kind, y
		for i := range l.Runs {
			l.Runs[i].X += p.geo.left(at)
		}
		p.doc.Pages[at].Lines = append(p.doc.Pages[at].Lines, l)
	})
}
