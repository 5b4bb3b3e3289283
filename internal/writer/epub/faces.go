package epub

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"storybind/internal/diag"
	"storybind/internal/face"
	"storybind/internal/xhtml"
)

// faces are the fonts of one book.
type faces struct {
	files    []faceFile
	families []string // as the stylesheet lists them
	licences []entry
}

// A faceFile is one embedded font file.
type faceFile struct {
	family string
	style  face.Style
	file   string
	entry  entry
}

func (f *faces) any() bool { return len(f.files) > 0 }

// chooseFaces decides which faces the book carries: of the text family only the
// styles that the markup uses, each as the subset that was prepared once and is
// the same in every book. Characters beyond it come from a small subset of their
// own, of the whole face or of the symbols face, that stands behind it in the
// stylesheet's list: so the kerning of the prepared subset is kept.
func (e *edition) chooseFaces(w *Writer, family *face.Family) error {
	if w.noFonts {
		return nil
	}
	styles := []face.Style{face.Regular}
	for _, s := range []struct {
		used  xhtml.Styles
		style face.Style
	}{{xhtml.Italic, face.Italic}, {xhtml.Bold, face.Bold}, {xhtml.BoldItalic, face.BoldItalic}} {
		if e.used&s.used != 0 && family.Faces[s.style] != nil {
			styles = append(styles, s.style)
		}
	}

	more, symbols, missing := e.beyond(family)
	if 2*missing.letters > missing.all {
		// A story in another script: our faces would set only its Latin words and figures.
		e.remark(diag.Note, "no-font", "no bundled font has the story's script, so none is embedded; the e-reader's own fonts are used", "")
		return nil
	}
	if len(missing.runes) > 0 {
		e.remark(diag.Warning, "missing-glyph", "the bundled fonts lack "+sample(missing.runes)+"; the e-reader's own fonts must show them", "")
	}
	f := &e.faces
	for _, s := range styles {
		f.add(family.Name, s, prepared(family.Name, s))
	}
	if err := f.subset(family.Name+" More", family, styles, more); err != nil {
		return err
	}
	if err := f.subset("Storybind Symbols", &face.Family{Faces: [4]*face.Face{face.Symbols()}}, styles[:1], symbols); err != nil {
		return err
	}
	f.licence(family.Name)
	if len(symbols) > 0 {
		f.licence("Storybind Symbols")
	}
	return nil
}

// gap is what no bundled face has.
type gap struct {
	runes        []rune
	letters, all int // how often letters without a glyph, and letters at all, occur
}

// beyond finds the book's characters that the prepared subset lacks.
func (e *edition) beyond(family *face.Family) (more, symbols []rune, missing gap) {
	var common [0x3000]int // everything but East Asian scripts and signs
	count := map[rune]int{}
	for i := range e.pages {
		markup := false
		for s := e.pages[i].body; len(s) > 0; {
			if c := s[0]; c < utf8.RuneSelf {
				switch {
				case c == '<' || c == '>':
					markup = c == '<'
				case !markup && isLetter(c):
					missing.all++
				}
				s = s[1:]
				continue
			}
			r, n := utf8.DecodeRune(s)
			s = s[n:]
			if int(r) < len(common) {
				common[r]++
			} else {
				count[r]++
			}
		}
	}
	for r, n := range common {
		if n > 0 {
			count[rune(r)] = n
		}
	}
	regular := family.Face(face.Regular)
	marks := false
	for r, n := range count {
		if unicode.IsLetter(r) {
			missing.all += n
		}
		switch {
		case face.TextSubsetCovers(family.Name, face.Regular, r):
		case regular.Covers(r):
			more = append(more, r)
			marks = marks || unicode.Is(unicode.M, r)
		case face.Symbols().Covers(r):
			symbols = append(symbols, r)
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r): // no glyph needed
		default:
			missing.runes = append(missing.runes, r)
			if unicode.IsLetter(r) {
				missing.letters += n
			}
		}
	}
	if marks { // a letter and the mark on it must come from one face
		for r := range count {
			if unicode.IsLetter(r) && regular.Covers(r) && !slices.Contains(more, r) {
				more = append(more, r)
			}
		}
		for r := 'A'; r <= 'z'; r++ {
			more = append(more, r)
		}
	}
	for _, rs := range [][]rune{more, symbols, missing.runes} {
		slices.Sort(rs)
	}
	return more, symbols, missing
}

// sample names some of the characters.
func sample(runes []rune) string {
	const shown = 8
	var out []string
	for _, r := range runes[:min(len(runes), shown)] {
		out = append(out, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	s := strings.Join(out, ", ")
	if rest := len(runes) - shown; rest > 0 {
		s += fmt.Sprintf(" and %d others", rest)
	}
	return s
}

func (f *faces) add(family string, style face.Style, content entry) {
	name := fileName(family) + [...]string{"", "-italic", "-bold", "-bolditalic"}[style] + ".ttf"
	content.name = packageFolder + fontFolder + name
	f.files = append(f.files, faceFile{family, style, name, content})
	if !slices.Contains(f.families, family) {
		f.families = append(f.families, family)
	}
}

// fileName is the family's name as a file's.
func fileName(family string) string {
	return strings.ReplaceAll(strings.ToLower(family), " ", "-")
}

// subset adds faces that hold just the characters.
func (f *faces) subset(name string, family *face.Family, styles []face.Style, runes []rune) error {
	if len(runes) == 0 {
		return nil
	}
	for _, s := range styles {
		ttf, err := family.Faces[s].Subset(runes)
		if err != nil {
			return err
		}
		f.add(name, s, deflated("", ttf))
	}
	return nil
}

// preparedFaces holds the prepared subsets, compressed once per process, by family and style.
var preparedFaces sync.Map

func prepared(family string, style face.Style) entry {
	type key struct {
		family string
		style  face.Style
	}
	once, _ := preparedFaces.LoadOrStore(key{family, style}, sync.OnceValue(func() entry {
		return deflated("", face.TextSubset(family, style))
	}))
	return once.(func() entry)()
}

// preparedLicences holds the licences, compressed once per process, by family.
var preparedLicences sync.Map

// licence adds the licence of a family. Its place is META-INF, beside the other
// files about the container: in the package it would be a publication resource
// that nothing refers to.
func (f *faces) licence(family string) {
	once, _ := preparedLicences.LoadOrStore(family, sync.OnceValue(func() entry {
		name, text := face.Licence(family)
		return deflated("META-INF/"+fileName(family)+"-"+name, text)
	}))
	f.licences = append(f.licences, once.(func() entry)())
}

// meta are the entries of META-INF that go with fonts.
func (f *faces) meta() []entry {
	if !f.any() {
		return nil
	}
	return append([]entry{displayOptions()}, f.licences...)
}

// displayOptions tells Apple Books to use the book's fonts; the property in the
// package document alone does not.
var displayOptions = sync.OnceValue(func() entry {
	return deflated("META-INF/com.apple.ibooks.display-options.xml", []byte(`<?xml version="1.0" encoding="utf-8"?>
<display_options>
<platform name="*">
<option name="specified-fonts">true</option>
</platform>
</display_options>
`))
})

func (f *faces) entries() []entry {
	var out []entry
	for _, file := range f.files {
		out = append(out, file.entry)
	}
	return out
}
