package pdf

import (
	"context"
	"fmt"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/typeset"
)

// A plan is everything that will be drawn, in the order of drawing, with every
// glyph's code, every adjustment between two glyphs and every mark settled. It is
// made page after page, so codes and marks come out the same each time; drawing
// can then go on in parallel, and what gopdf wrote can be held against it.
type plan struct {
	doc   *typeset.Document
	fonts []*font // in the order of first use: gopdf's F1, F2, …
	pages []pagePlan
	tree  *tree

	pictures map[*book.Image][]byte // in a form that gopdf takes; nil for one that stays out
	images   map[*book.Image]int    // the pictures in the order of first use, counted from 1: I1, I2, …

	cells  []cell // of the run being planned
	fontOf []int  // by index in doc.Faces: index into fonts, plus 1
}

// A pagePlan is one page's part.
type pagePlan struct {
	ops     []op
	marks   []mark
	codes   []uint16   // of all text ops, one after the other
	adjusts []int16    // by code: what is added before the next glyph of the same op, thousandths of an em
	mcids   []*element // by marked-content identifier
	links   []*element // by index in the page's Links: the Link element; nil when it touches no text
	texts   []string   // by index in the page's Links: the words under it
	lines   []counted  // the lines that count for the word check
}

// An op is one call of gopdf.
type op struct {
	kind     opKind
	grey     uint8
	font     int            // text: index into plan.fonts
	size     typeset.Length // text
	track    int32          // text: letter-spacing, thousandths of an em
	wider    int32          // text: thousandths by which it is wider than its advances say
	x, y     typeset.Length // text: the first glyph's origin, y from the page's top
	back     bool           // text: from right to left, the codes in the order in which they stand
	from, to int            // text: the codes; rule and picture: from is the index in the page's list; picture: to is its number
	mark     int            // index into marks
}

type opKind uint8

const (
	textOp opKind = iota
	ruleOp
	pictureOp
)

// A mark is one marked-content sequence (ISO 32000-1, 14.6); ops that follow
// each other and belong together share one.
type mark struct {
	element *element // nil for an artifact
	mcid    int
	open    string // the artifact's opening operator
}

// Artifacts (14.8.2.2.2): what is on the page for the page's sake.
const (
	pageArtifact   = "/Artifact<</Type/Pagination>>BDC"
	layoutArtifact = "/Artifact<</Type/Layout>>BDC"
)

func newPlan(ctx context.Context, doc *typeset.Document, b *book.Book, pictures map[*book.Image][]byte) (*plan, error) {
	if len(doc.Pages) == 0 {
		return nil, fmt.Errorf("the book has no pages")
	}
	p := &plan{doc: doc, pages: make([]pagePlan, len(doc.Pages)), fontOf: make([]int, len(doc.Faces)), tree: newTree(b), pictures: pictures, images: map[*book.Image]int{}}
	for i := range doc.Pages {
		if i%64 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		if err := p.page(i); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (p *plan) page(i int) error {
	page, pp := p.doc.Pages[i], &p.pages[i]
	if page.Width <= 0 || page.Height <= 0 || page.Width > 14400*typeset.Point || page.Height > 14400*typeset.Point {
		return fmt.Errorf("page %d is %d×%d thousandths of a point; a PDF page may have at most 14,400 points a side", i+1, page.Width, page.Height)
	}
	pp.links = make([]*element, len(page.Links))
	pp.texts = make([]string, len(page.Links))
	count, runs := 0, 0
	for _, l := range page.Lines {
		runs += len(l.Runs)
		for r := range l.Runs {
			count += len(l.Runs[r].Glyphs)
		}
	}
	pp.codes, pp.adjusts = make([]uint16, 0, count), make([]int16, 0, count)
	pp.ops = make([]op, 0, runs+len(page.Rules)+len(page.Pictures))
	for r, rule := range page.Rules {
		if rule.Width > 0 && rule.Height > 0 {
			pp.ops = append(pp.ops, op{kind: ruleOp, from: r, grey: rule.Grey, mark: pp.artifact(layoutArtifact)})
		}
	}
	pictures := 0
	for _, l := range page.Lines {
		for pictures < len(page.Pictures) && page.Pictures[pictures].Y < l.Y && l.Section != nil {
			p.picture(i, pictures, l.Section)
			pictures++
		}
		if err := p.line(i, l); err != nil {
			return err
		}
	}
	for ; pictures < len(page.Pictures); pictures++ {
		p.picture(i, pictures, nil)
	}
	return nil
}

// picture stands in the order of reading before the first line below its top.
func (p *plan) picture(page, index int, s *book.Section) {
	pp, pic := &p.pages[page], &p.doc.Pages[page].Pictures[index]
	if p.pictures[pic.Image] == nil || pic.Width <= 0 || pic.Height <= 0 {
		return
	}
	if p.images[pic.Image] == 0 {
		p.images[pic.Image] = len(p.images) + 1
	}
	o := op{kind: pictureOp, from: index, to: p.images[pic.Image]}
	if pic.Alt == "" {
		o.mark = pp.artifact(layoutArtifact)
	} else {
		o.mark = pp.marked(page, p.tree.figure(pic, p.doc.Pages[page].Height, s))
	}
	pp.ops = append(pp.ops, o)
}

// artifact is the mark for the next op: the last one, when it is the same.
func (pp *pagePlan) artifact(open string) int {
	if n := len(pp.marks); n > 0 && pp.marks[n-1].element == nil && pp.marks[n-1].open == open {
		return n - 1
	}
	pp.marks = append(pp.marks, mark{open: open})
	return len(pp.marks) - 1
}

// marked is the mark that makes the next op content of the element.
func (pp *pagePlan) marked(page int, e *element) int {
	if n := len(pp.marks); n > 0 && pp.marks[n-1].element == e {
		return n - 1
	}
	pp.marks = append(pp.marks, mark{element: e, mcid: len(pp.mcids)})
	e.kids = append(e.kids, kid{page: page, mcid: len(pp.mcids)})
	pp.mcids = append(pp.mcids, e)
	return len(pp.marks) - 1
}

// unfit is why the file may not call itself PDF/UA-1 and PDF/A-2a, "" if it may. Both
// forbid glyphs that stand for a missing one; PDF/A also characters that mean
// nothing to other programs (ISO 19005-2, 6.2.11.7).
func (p *plan) unfit() string {
	for _, f := range p.fonts {
		for c := 1; c < len(f.glyph); c++ {
			if f.glyph[c] == 0 {
				return fmt.Sprintf("no font has %q", f.text[c])
			}
			for _, r := range f.text[c] {
				if unicode.Is(unicode.Co, r) || r == 0 || r == 0xFEFF {
					return fmt.Sprintf("U+%04X means nothing to other programs", r)
				}
			}
		}
	}
	return ""
}
