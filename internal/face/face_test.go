package face

import (
	"bytes"
	"compress/flate"
	"fmt"
	"strings"
	"sync"
	"testing"

	"storybind/fonts"
)

// every calls f with each bundled face.
func every(t *testing.T, f func(t *testing.T, face *Face)) {
	t.Helper()
	n := 0
	for _, name := range BundledNames() {
		fam, err := Bundled(name)
		if err != nil {
			t.Fatal(err)
		}
		for s, fc := range fam.Faces {
			if fc == nil {
				t.Errorf("%s has no %s", name, fonts.Styles[s])
				continue
			}
			n++
			t.Run(fc.Name(), func(t *testing.T) { f(t, fc) })
		}
	}
	if n == 0 {
		t.Fatal("no bundled faces")
	}
	t.Run("symbols", func(t *testing.T) { f(t, Symbols()) })
	t.Run("mono", func(t *testing.T) { f(t, Mono()) })
}

func regular(t testing.TB) *Face {
	t.Helper()
	fam, err := Bundled("")
	if err != nil {
		t.Fatal(err)
	}
	return fam.Faces[Regular]
}

func width(gs []Glyph) (w int32) {
	for _, g := range gs {
		w += g.Advance
	}
	return w
}

func TestBundledFacesAreWhole(t *testing.T) {
	every(t, func(t *testing.T, f *Face) {
		if _, err := Parse(f.Name(), f.TTF()); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(f.Name(), " ()[]{}<>/%") {
			t.Errorf("PostScript name %q has a character that PostScript forbids", f.Name())
		}
		m := f.Metrics()
		if m.Ascender < 500 || m.Descender < 100 || m.CapHeight <= m.XHeight {
			t.Errorf("odd metrics %+v", m)
		}
		for g := range f.NumGlyphs() {
			raw := int32(be.Uint16(f.tables["hmtx"][4*min(g, len(f.advances)-1):]))
			if want := raw * 1000 / int32(f.upem); f.Advance(uint16(g)) != want {
				t.Fatalf("glyph %d: advance %d, want %d", g, f.Advance(uint16(g)), want)
			}
		}
	})
}

func TestShape(t *testing.T) {
	f := regular(t)
	if gs := f.Shape("office", ShapeOptions{}); len(gs) != 4 || gs[1].Cluster != 1 || gs[2].Cluster != 4 {
		t.Errorf("office: want o, ffi, c, e; got %+v", gs)
	}
	if gs := f.Shape("office", ShapeOptions{NoLigatures: true}); len(gs) != 6 {
		t.Errorf("office without ligatures: %d glyphs", len(gs))
	}
	if k, n := width(f.Shape("AVAV", ShapeOptions{})), 2*f.Advance(f.Glyph('A'))+2*f.Advance(f.Glyph('V')); k >= n {
		t.Errorf("AVAV is not kerned: %d, unkerned %d", k, n)
	}
	id := func(text string, o ShapeOptions) uint16 { return f.Shape(text, o)[0].ID }
	if id("a", ShapeOptions{SmallCaps: true}) == f.Glyph('a') || id("A", ShapeOptions{SmallCaps: true}) != f.Glyph('A') {
		t.Error("small capitals: want another a and the same A")
	}
	if id("A", ShapeOptions{AllSmallCaps: true}) == f.Glyph('A') {
		t.Error("all small capitals: want another A")
	}
	if id("3", ShapeOptions{OldStyle: true}) == f.Glyph('3') {
		t.Error("old-style figures: want another 3")
	}
	if id("1", ShapeOptions{Superior: true}) == f.Glyph('1') {
		t.Error("superior figures: want another 1")
	}
	if gs := f.Shape("é", ShapeOptions{}); len(gs) != 1 || gs[0].Cluster != 0 {
		t.Errorf("e and a combining acute: want one glyph, got %+v", gs)
	}
	if gs := f.Shape("", ShapeOptions{}); gs != nil {
		t.Errorf("empty text: %+v", gs)
	}
}

// Shaping is pure: the order of calls, the goroutine and the options of earlier
// calls make no difference.
func TestShapeConcurrently(t *testing.T) {
	f := regular(t)
	words := strings.Fields("The fjord waffles offered AVATAR To. Wo 1925 “fluffy” Æsir")
	want := map[string]string{}
	for i, w := range words {
		want[w] = fmt.Sprint(f.Shape(w, ShapeOptions{OldStyle: i%2 == 0}))
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for n := range 200 {
				i := (n*7 + g) % len(words)
				if got := fmt.Sprint(f.Shape(words[i], ShapeOptions{OldStyle: i%2 == 0})); got != want[words[i]] {
					t.Errorf("%s: %s, want %s", words[i], got, want[words[i]])
				}
			}
		})
	}
	wg.Wait()
}

func TestSubset(t *testing.T) {
	f := regular(t)
	runes := []rune("ψAbcé…Ж\u0301 the")
	one, err := f.Subset(runes)
	if err != nil {
		t.Fatal(err)
	}
	two, _ := f.Subset([]rune("eht \u0301Ж…écbAψAA"))
	if !bytes.Equal(one, two) {
		t.Error("the same characters in another order give other bytes")
	}
	s, err := Parse("subset", one)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runes {
		if !s.Covers(r) || s.Advance(s.Glyph(r)) != f.Advance(f.Glyph(r)) {
			t.Errorf("%q is not in the subset as it was", r)
		}
	}
	if s.Covers('z') {
		t.Error("z is in the subset")
	}
	dates := func(ttf []byte) string {
		tables, err := readSFNT("subset", ttf)
		if err != nil {
			t.Fatal(err)
		}
		return string(tables["head"][20:36])
	}
	if dates(one) != dates(f.TTF()) {
		t.Error("the subset says when it was made, so tomorrow it would be another file")
	}
	if len(one) > 20000 {
		t.Errorf("a subset of 12 characters has %d bytes", len(one))
	}
}

func TestTextSubsets(t *testing.T) {
	text := "Plain text, “quoted” – 'naïve' façade… Łódź, Žižek: 100 % ½ € £5 — © 1925 † ‘x’ ÀÿŒœß\u00a0«»"
	for _, name := range BundledNames() {
		size := 0
		for s := range Style(4) {
			ttf := TextSubset(name, s)
			f, err := Parse("subset", ttf)
			if err != nil {
				t.Fatal(name, s, err)
			}
			for _, r := range text {
				if !TextSubsetCovers(name, s, r) || !f.Covers(r) {
					t.Errorf("%s %d lacks %q", name, s, r)
				}
			}
			if small := f.Shape("e", ShapeOptions{SmallCaps: true}); s == Regular && name != "Atkinson Hyperlegible Next" && small[0].ID == f.Glyph('e') {
				t.Errorf("%s %d has no small capitals, and e-readers shrink large ones", name, s)
			}
			if k, n := width(f.Shape("AV", ShapeOptions{})), f.Advance(f.Glyph('A'))+f.Advance(f.Glyph('V')); k >= n {
				t.Errorf("%s %d is not kerned", name, s)
			}
			if s <= Italic {
				var b bytes.Buffer
				w, _ := flate.NewWriter(&b, 9)
				w.Write(ttf)
				w.Close()
				size += b.Len()
			}
		}
		if size > 120_000 {
			t.Errorf("%s: regular and italic have %d bytes deflated", name, size)
		}
		if TextSubsetCovers(name, Regular, '漢') {
			t.Errorf("%s claims to cover 漢", name)
		}
	}
	if TextSubset("Nowhere Sans", Regular) != nil {
		t.Error("a subset of a family that is not there")
	}
}

func TestSymbols(t *testing.T) {
	for _, r := range "♥★♪⁂❦❧☙✦✧☆♡✱❉♦♣♠☞☮☯♀♂♫♬♭♯✓✗✿❀→←↑↓⇒∞≈■□▪●○◆◇⋆☾☽⚘⚓⚔⌘🙠①😀😉🔥💔👍🎉\uFFFD" {
		if !Symbols().Covers(r) {
			t.Errorf("the symbol face lacks %q (%U)", r, r)
		}
	}
	if Symbols().Covers('a') {
		t.Error("the symbol face has letters")
	}
}

func TestBundledNames(t *testing.T) {
	for _, name := range []string{"", "EB Garamond", "eb-garamond", "ebgaramond", "LITERATA"} {
		if _, err := Bundled(name); err != nil {
			t.Error(err)
		}
	}
	if _, err := Bundled("Comic"); err == nil || !strings.Contains(err.Error(), "Literata") {
		t.Errorf("an unknown family: %v", err)
	}
	for _, name := range append(BundledNames(), "Storybind Symbols", "Atkinson Hyperlegible Mono") {
		if file, text := Licence(name); file == "" || !bytes.Contains(text, []byte("SIL OPEN FONT LICENSE")) {
			t.Errorf("%s has no licence", name)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	good := TextSubset("", Regular)
	for want, b := range map[string][]byte{
		"PostScript outlines": append([]byte("OTTO"), good[4:]...),
		"collection":          append([]byte("ttcf"), good[4:]...),
		"web font":            append([]byte("wOF2"), good[4:]...),
		"not a TrueType":      []byte("GIF89a, not a font at all"),
		"only 3 bytes":        []byte("abc"),
		"outside the file":    good[:len(good)/2],
	} {
		if _, err := Parse("x.ttf", b); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "x.ttf") {
			t.Errorf("want an error with %q, got %v", want, err)
		}
	}
}

// FuzzParse changes bytes of a font: what Parse lets through can be measured,
// shaped, drawn and cut without a panic.
func FuzzParse(f *testing.F) {
	good := TextSubset("", Regular)
	f.Add(uint32(0), []byte{0}, "office")
	f.Add(uint32(12), []byte{255, 255, 255, 255}, "AV")
	for i := uint32(0); i < 20; i++ {
		f.Add(12+16*i+8, []byte{0, 1}, "fi")
	}
	f.Fuzz(func(t *testing.T, at uint32, change []byte, text string) {
		b := bytes.Clone(good)
		copy(b[int(at)%len(b):], change)
		fc, err := Parse("fuzz", b)
		if err != nil {
			return
		}
		fc.Shape(text, ShapeOptions{SmallCaps: true})
		for _, r := range text {
			fc.Advance(fc.Glyph(r))
		}
		fc.Subset([]rune(text))
	})
}

func BenchmarkShape(b *testing.B) {
	f := regular(b)
	b.ReportAllocs()
	for b.Loop() {
		f.Shape("something", ShapeOptions{OldStyle: true})
	}
}

func BenchmarkParse(b *testing.B) {
	ttf := regular(b).TTF()
	for b.Loop() {
		f, err := parse("x", ttf)
		if err != nil {
			b.Fatal(err)
		}
		f.loadShaper()
	}
}
