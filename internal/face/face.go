// Package face parses, measures, shapes and subsets faces (single font files).
//
// go-text/typesetting and tdewolff/font live only here. All measures are
// integers, thousandths of an em, so that layout is the same everywhere.
package face

import (
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// A Face is one parsed font file. It is safe for concurrent use.
type Face struct {
	name     string
	tables   Tables
	ttf      []byte
	upem     int
	metrics  Metrics
	advances []int32 // by glyph; the last one serves all further glyphs
	glyphs   int
	cmap     font.Cmap

	shaperOnce sync.Once
	shaperErr  error
	font       *font.Font
	shapers    sync.Pool // of *shaper

	capsOnce  sync.Once
	smallCaps bool
}

// Metrics are a face's measures in thousandths of an em.
type Metrics struct {
	Ascender    int32 // above the baseline (hhea)
	Descender   int32 // below the baseline, positive
	CapHeight   int32
	XHeight     int32
	ItalicAngle int32 // thousandths of a degree, counter-clockwise: negative for common italics
}

// Parse reads a TrueType file. name is what messages call it. A file with
// PostScript outlines (.otf), a collection, a web font or a broken file is an
// error that says so.
func Parse(name string, ttf []byte) (f *Face, err error) {
	defer func() { // the library indexes without looking in some tables
		if p := recover(); p != nil {
			f, err = nil, fmt.Errorf("font %s is broken: %v", name, p)
		}
	}()
	f, err = parse(name, ttf)
	if err != nil {
		return nil, err
	}
	if err := f.checkOutlines(); err != nil {
		return nil, err
	}
	if err := f.loadShaper(); err != nil {
		return nil, err
	}
	if _, err := f.shape("Trial “fi” 123", ShapeOptions{SmallCaps: true, OldStyle: true}); err != nil {
		return nil, fmt.Errorf("font %s is broken: %w", name, err)
	}
	return f, nil
}

// parse reads what measuring needs; outlines are not looked at and the shaping
// tables are read when the first text is shaped.
func parse(name string, ttf []byte) (*Face, error) {
	t, err := readSFNT(name, ttf)
	if err != nil {
		return nil, err
	}
	f := &Face{name: nameRecord(t["name"], 6), tables: t, ttf: ttf}
	if f.name == "" {
		f.name = name
	}
	if err := f.readMetrics(name); err != nil {
		return nil, err
	}
	cm, _, err := tables.ParseCmap(t["cmap"])
	if err != nil {
		return nil, fmt.Errorf("font %s is broken: its character map cannot be read: %w", name, err)
	}
	if f.cmap, _, err = font.ProcessCmap(cm, 0); err != nil {
		return nil, fmt.Errorf("font %s has no character map that storybind understands: %w", name, err)
	}
	return f, nil
}

// Name is the PostScript name: "EBGaramond-Regular".
func (f *Face) Name() string { return f.name }

// Metrics are the face's measures.
func (f *Face) Metrics() Metrics { return f.metrics }

// UnitsPerEm is the grid of the font file; every measure of this package is in
// thousandths of an em instead.
func (f *Face) UnitsPerEm() int { return f.upem }

// NumGlyphs is the number of glyphs.
func (f *Face) NumGlyphs() int { return f.glyphs }

// TTF is the file itself. It must not be changed.
func (f *Face) TTF() []byte { return f.ttf }

// Glyph is the nominal glyph of a character, 0 if the face has none.
func (f *Face) Glyph(r rune) uint16 {
	g, _ := f.cmap.Lookup(r)
	if int(g) >= f.glyphs {
		return 0
	}
	return uint16(g)
}

// Covers reports whether the face has a glyph for the character.
func (f *Face) Covers(r rune) bool { return f.Glyph(r) != 0 }

// Advance is the width of a glyph in thousandths of an em, cut off as gopdf
// v0.33.0 does (SubsetFontObj.GlyphIndexToPdfWidth), so that a line measured
// here is as long on the page.
func (f *Face) Advance(gid uint16) int32 {
	return f.advances[min(int(gid), len(f.advances)-1)]
}
