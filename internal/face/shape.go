package face

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// A Glyph is one shaped glyph.
type Glyph struct {
	ID      uint16
	Cluster int   // byte offset in the shaped text of the first character it stands for
	Advance int32 // thousandths of an em, kerning included
	XOffset int32 // thousandths of an em
	YOffset int32 // thousandths of an em, upwards
}

// ShapeOptions choose OpenType features. The zero value is running text:
// standard ligatures and kerning.
type ShapeOptions struct {
	SmallCaps    bool   // smcp: small capitals for lower-case letters
	AllSmallCaps bool   // smcp and c2sc: for capitals too
	OldStyle     bool   // onum: figures with ascenders and descenders
	Superior     bool   // sups: raised figures
	NoLigatures  bool   // for letter-spaced text and code
	RightToLeft  bool   // the text is of a script that runs this way, or stands among it
	Language     string // BCP 47; some letters differ by language (locl)
}

// A shaper is HarfBuzz's working state; it serves one goroutine at a time.
type shaper struct {
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
}

// loadShaper reads the tables for shaping, once. The outlines are left out:
// shaping does not look at them and reading them is most of the time.
func (f *Face) loadShaper() error {
	f.shaperOnce.Do(func() {
		t := Tables{}
		for _, tag := range []string{"cmap", "head", "hhea", "hmtx", "maxp", "OS/2", "GDEF", "GSUB", "GPOS", "kern"} {
			if b := f.tables[tag]; b != nil {
				t[tag] = b
			}
		}
		ld, err := ot.NewLoader(bytes.NewReader(t.Write()))
		if err == nil {
			f.font, err = font.NewFont(ld)
		}
		if err != nil {
			f.shaperErr = fmt.Errorf("font %s is broken: %w", f.name, err)
			return
		}
		f.mendCoverage()
		f.shapers.New = func() any {
			return &shaper{harfbuzz.NewFont(font.NewFace(f.font)), harfbuzz.NewBuffer()}
		}
	})
	return f.shaperErr
}

// HasSmallCaps reports whether the face has real small capitals, for every letter
// from a to z: some have the feature for a few letters only.
func (f *Face) HasSmallCaps() bool {
	f.capsOnce.Do(func() {
		f.smallCaps = f.has("smcp")
		for c := 'a'; c <= 'z' && f.smallCaps; c++ {
			g := f.Shape(string(c), ShapeOptions{SmallCaps: true})
			f.smallCaps = len(g) == 1 && g[0].ID != f.Glyph(c)
		}
	})
	return f.smallCaps
}

// HasSuperiors reports whether the face has drawn superior figures.
func (f *Face) HasSuperiors() bool { return f.has("sups") }

func (f *Face) has(feature string) bool {
	if f.loadShaper() != nil {
		return false
	}
	tag := ot.MustNewTag(feature)
	for _, ft := range f.font.GSUB.Features {
		if ft.Tag == tag {
			return true
		}
	}
	return false
}

// Shape sets text as glyphs, in the order in which they stand from left to right.
// Each advance is the glyph's own (see [Face.Advance]) and the kerning to the glyph
// after it. Clusters never fall, or with RightToLeft never rise. Marks of scripts other than
// Latin, Greek and Cyrillic have clusters of their own where the shaping allows it.
func (f *Face) Shape(text string, o ShapeOptions) []Glyph {
	if text == "" || f.loadShaper() != nil {
		return nil
	}
	out, err := f.shape(text, o)
	if err != nil {
		return f.nominal(text)
	}
	return out
}

// nominal sets one glyph a character, without kerning: what is left to do with
// a face whose layout tables turn out to be broken.
func (f *Face) nominal(text string) []Glyph {
	var out []Glyph
	for i, r := range text {
		g := f.Glyph(r)
		out = append(out, Glyph{ID: g, Cluster: i, Advance: f.Advance(g)})
	}
	return out
}

func (f *Face) shape(text string, o ShapeOptions) (out []Glyph, err error) {
	s := f.shapers.Get().(*shaper)
	defer func() { // the library indexes without looking in some layout tables
		if p := recover(); p != nil {
			err = fmt.Errorf("its layout tables are broken (%v)", p)
			return
		}
		f.shapers.Put(s)
	}()
	b := s.buffer
	b.Clear()
	script := language.Latin
	found := false
	for i, r := range text {
		b.AddRune(r, i)
		if !found && r >= utf8.RuneSelf {
			if sc := language.LookupScript(r); sc.Strong() && sc != language.Unknown {
				script, found = sc, true
			}
		} else if !found && (r|0x20) >= 'a' && (r|0x20) <= 'z' {
			found = true
		}
	}
	lang := o.Language
	if lang == "" {
		lang = "en"
	}
	direction := harfbuzz.LeftToRight
	if o.RightToLeft {
		direction = harfbuzz.RightToLeft
		if !found {
			script = language.Hebrew // marks alone: any script that runs this way mirrors them
		}
	}
	switch script {
	case language.Latin, language.Greek, language.Cyrillic:
	default:
		b.ClusterLevel = harfbuzz.MonotoneCharacters
	}
	b.Props = harfbuzz.SegmentProperties{Language: language.NewLanguage(lang), Script: script, Direction: direction}
	var features [7]harfbuzz.Feature
	fs := features[:0]
	set := func(on bool, tag string, value uint32) {
		if on {
			fs = append(fs, harfbuzz.Feature{Tag: ot.MustNewTag(tag), Value: value, End: harfbuzz.FeatureGlobalEnd})
		}
	}
	set(o.SmallCaps || o.AllSmallCaps, "smcp", 1)
	set(o.AllSmallCaps, "c2sc", 1)
	set(o.OldStyle, "onum", 1)
	set(true, "pnum", 1) // figures of their own widths; columns of figures are no business of books
	set(o.Superior, "sups", 1)
	set(o.NoLigatures, "liga", 0)
	set(o.NoLigatures, "clig", 0)
	b.Shape(s.font, fs)

	out = make([]Glyph, len(b.Info))
	for i, info := range b.Info {
		p := b.Pos[i]
		gid := uint16(info.Glyph)
		own := s.font.GlyphHAdvance(info.Glyph)
		out[i] = Glyph{
			ID:      gid,
			Cluster: info.Cluster,
			Advance: f.em(p.XAdvance - own),
			XOffset: f.em(p.XOffset),
			YOffset: f.em(p.YOffset),
		}
		out[i].Advance += f.Advance(gid)
	}
	return out, nil
}
