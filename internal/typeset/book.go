package typeset

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"sync/atomic"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/face"
	"storybind/internal/parallel"
)

// Book breaks a book into lines and pages. Remarks name what could not be set as
// the story has it: characters that no font has, words longer than a line. The
// same book and style give the same pages, however many processors set them. An
// error means a style that cannot be set, or that ctx was cancelled.
func Book(ctx context.Context, b *book.Book, st Style) (*Document, []diag.Diagnostic, error) {
	limits := st.Print.limits()
	if limits != nil {
		st.TwoSided, st.Cover = true, nil
	}
	g, err := st.geometry(b.Meta.Language)
	if err != nil {
		return nil, nil, err
	}
	drawn := *g
	d, ds, err := setBook(ctx, b, &st, g)
	if limits == nil || err != nil {
		if err == nil && st.Booklet {
			d.booklet(g.rtl)
		}
		return d, ds, err
	}
	for limits.gutter(g, drawn, len(d.Pages)) { // it only grows
		g.size = drawn.size
		if d, ds, err = setBook(ctx, b, &st, g); err != nil {
			return d, ds, err
		}
	}
	d.finishPrint()
	ds = append(ds, limits.remarks(d)...)
	if st.Booklet {
		d.booklet(g.rtl)
	}
	return d, ds, nil
}

// setBook is Book on a page that is settled.
func setBook(ctx context.Context, b *book.Book, st *Style, g *geometry) (*Document, []diag.Diagnostic, error) {
	g.rtl = b.Meta.Progression == book.RightToLeft
	tc, err := newTypecase(b, st, g)
	if err != nil {
		return nil, nil, err
	}
	names := book.CastOf(b)
	var flows []*flow
	for at, sec := range b.Regions() {
		flows = append(flows, &flow{section: sec, region: at.Region, level: at.Level, leading: g.leading, foot: footed(sec), play: at.Region == book.BodyMatter && book.IsPlay(sec, names), cast: names, letters: ofLetters(sec)})
	}
	allLetters(flows)
	runOn(flows, g)
	if spokenVerse(flows) {
		for _, f := range flows {
			f.spoken = f.play
		}
	}
	missing, broken, err := setFlows(ctx, flows, tc, g, !st.NoHyphens)
	if err != nil {
		return nil, nil, err
	}
	alignPoems(flows, g)
	flows = joinRunning(flows)
	g.heads = g.heads && st.Heads != "none"
	p := &pager{geo: g, rectos: st.Rectos, author: st.Heads == "author", set: newSetter(tc, g, !st.NoHyphens), book: b, by: b.Bylines(), doc: &Document{geo: g}, anchors: map[*book.Section]anchor{}, notes: map[string]anchor{}}
	p.paginate(flows)
	if !st.NoHalfTitle {
		flows = p.halfTitle(flows)
	}
	p.contents(flows)
	p.assemble(flows)
	p.heads(flows)
	p.outline(flows)
	p.doc.pruneFaces(tc)
	if st.Cover != nil {
		p.doc.cover(st.Cover, &b.Meta)
	}

	maps.Copy(missing, p.set.missing)
	ds, err := missingGlyphs(b, missing)
	if err != nil {
		return nil, ds, err
	}
	ds = append(ds, brokenWords(append(broken, p.set.broken...))...)
	ds = append(ds, noRecto(*st, g)...)
	return p.doc, ds, ctx.Err()
}

func newTypecase(b *book.Book, st *Style, g *geometry) (*typecase, error) {
	font := st.Font
	own := ownScript(b)
	if font.IsDefault() && g.sans {
		font = face.Named("Atkinson Hyperlegible Next")
	}
	family, err := font.Family()
	if err != nil {
		return nil, err
	}
	if st.Font.IsDefault() && own < face.Scripts {
		family = face.ScriptFamily(own)
	} else if st.Size == 0 && !g.big {
		g.size = evenSize(g.size, family.Face(face.Regular))
	}
	if family.Face(face.Regular) == nil {
		return nil, fmt.Errorf("the font family %s has no regular face", family.Name)
	}
	tc := &typecase{language: b.Meta.Language, own: own, words: map[wordKey]*piece{}, patterns: patternsFor(b.Meta.Language)}
	tc.french = isFrench(tc.language)
	for s := range 4 {
		tc.faces[s] = family.Face(face.Style(s))
	}
	second, err := face.Bundled("")
	if err != nil {
		return nil, err
	}
	for s := range 4 {
		tc.faces[secondFace+s] = second.Face(face.Style(s))
	}
	tc.faces[symbolFace] = face.Symbols()
	tc.faces[monoFace] = face.Mono()
	return tc, nil
}

// evenSize makes the text of a face with large small letters smaller, so that lines hold as
// much and spaces are as even as in the default family, for which the pages were drawn. The
// size follows the height of the letter x by a third: a reader sees both.
func evenSize(size Length, f *face.Face) Length {
	const x = 400 // EB Garamond's
	if f == nil {
		return size
	}
	over := max(min(f.Metrics().XHeight, 600)-x, 0)
	return (size*Length(1000-over*9/10)/1000 + 25) / 50 * 50
}

// A stretch is part of a section's blocks, the work of one goroutine at a time.
type stretch struct {
	flow     *flow
	from, to int
	rows     []row
	notes    []footnote
	poems    []poem
	missing  map[rune]bool
	broken   []lack
}

// perStretch is how many blocks are set in one go: enough to forget the cost of
// handing them out, few enough that a story of one chapter uses every processor.
const perStretch = 200

// setFlows sets the lines of every section, in parallel.
func setFlows(ctx context.Context, flows []*flow, tc *typecase, g *geometry, hyphenate bool) (missing map[rune]bool, broken []lack, err error) {
	var work []*stretch
	for _, f := range flows {
		n := len(f.section.Blocks)
		if isTitlePage(f.section) || f.section.Role == book.CopyrightPage {
			work = append(work, &stretch{flow: f, to: n})
			continue
		}
		for from := 0; from == 0 || from < n; from += perStretch {
			work = append(work, &stretch{flow: f, from: from, to: min(from+perStretch, n)})
		}
	}
	var next atomic.Int64
	setters := min(runtime.GOMAXPROCS(0), len(work)) // each keeps its buffers
	err = parallel.Do(setters, setters, func(int) error {
		own := map[string]*setter{}
		for i := int(next.Add(1)) - 1; i < len(work) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			language := tongue(work[i].flow.section, tc)
			s := own[language]
			if s == nil {
				s = newSetter(tc, g, hyphenate)
				s.speak(language)
				own[language] = s
			}
			work[i].set(s)
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, nil, err
	}
	missing, notes := map[rune]bool{}, map[*flow][]footnote{}
	for _, w := range work {
		rows := w.rows
		f := w.flow
		// White space at the seam of two stretches counts once.
		if n := len(f.rows); n > 0 && len(rows) > 0 && f.rows[n-1].kind == softRow && rows[0].kind == softRow {
			f.rows[n-1].height = max(f.rows[n-1].height, rows[0].height)
			rows = rows[1:]
		}
		if f.rows == nil {
			f.rows = rows
		} else {
			f.rows = append(f.rows, rows...)
		}
		f.poems = append(f.poems, w.poems...)
		if len(w.notes) > 0 {
			notes[f] = append(notes[f], w.notes...)
		}
		maps.Copy(missing, w.missing)
		broken = append(broken, w.broken...)
	}
	for f, ns := range notes {
		f.claim(ns)
	}
	return missing, broken, nil
}

func (w *stretch) set(s *setter) {
	sec := w.flow.section
	s.rows, s.notes, s.poems, s.missing, s.broken = nil, nil, nil, nil, nil
	s.foot = w.flow.foot
	s.section, s.block, s.opens, s.below, s.play, s.cast = sec, nil, false, false, w.flow.play, w.flow.cast
	s.curtain, s.letters, s.spoken = s.play && w.from == 0, w.flow.letters, w.flow.spoken
	if isTitlePage(sec) {
		s.titlePage(sec)
	} else if sec.Role == book.CopyrightPage && len(sec.Title) == 0 && sec.Label == "" && len(sec.Subtitle) == 0 {
		s.copyrightPage(sec)
	} else {
		var before book.Block
		if w.from == 0 {
			if w.flow.runs {
				s.runOnOpener(sec, w.flow.begins)
			} else {
				s.opener(sec, w.flow.region, w.flow.act)
			}
		} else {
			before = sec.Blocks[w.from-1]
		}
		s.blocks(sec.Blocks[w.from:w.to], before, s.bodyOf(sec))
	}
	w.rows, w.notes, w.poems, w.missing, w.broken = s.rows, s.notes, s.poems, s.missing, s.broken
}
