package epub

import (
	"slices"

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

// A source is a family from which characters may come, and those that do.
type source struct {
	name     string // in the stylesheet
	family   *face.Family
	prepared bool // only what its prepared subset has
	runes    []rune
	letters  int // how often its letters occur
}

func (s *source) covers(r rune) bool {
	if s.prepared {
		return face.TextSubsetCovers(s.family.Name, face.Regular, r)
	}
	return s.family.Face(face.Regular).Covers(r)
}

// sources are the families in the order in which the stylesheet lists them. Of the
// text family the subset that was prepared once, the same in every book; characters
// beyond it come from a small subset of their own, of the whole face or of the
// symbols face, so that the kerning of the prepared one is kept. A person's own
// fonts come first, the default family stands behind them.
func sources(family *face.Family) ([]*source, error) {
	var out []*source
	if family.Own {
		out = append(out, &source{name: family.Name, family: family})
		var err error
		if family, err = face.Bundled(""); err != nil {
			return nil, err
		}
	} else {
		out = append(out, &source{name: family.Name, family: family, prepared: true})
	}
	return append(out,
		&source{name: family.Name + " More", family: family},
		&source{name: symbols, family: &face.Family{Name: symbols, Faces: [4]*face.Face{face.Symbols()}}}), nil
}

const symbols = "Storybind Symbols"

// chooseFaces decides which faces the book carries: only the styles that the
// markup uses, and of each source only what the book needs.
func (e *edition) chooseFaces(w *Writer, family *face.Family) error {
	if w.noFonts {
		return nil
	}
	from, err := sources(family)
	if err != nil {
		return err
	}
	missing := e.share(from)
	if 2*missing.letters > missing.all {
		// A story in another script: our faces would set only its Latin words and figures.
		e.remark(diag.Note, "no-font", "no bundled font has the story's script, so none is embedded; the e-reader's own fonts are used",
			"--font FILE embeds a TrueType font that has it")
		return nil
	}
	var words []string
	if slices.ContainsFunc(from, func(s *source) bool { return s.shaped(missing.all) }) {
		words = e.words(w.kobo)
	}
	if len(missing.runes) > 0 {
		e.remark(diag.Warning, "missing-glyph", "the fonts lack "+sample(missing.runes)+"; the e-reader's own fonts must show them", "")
	}
	for _, s := range from {
		if !s.prepared && len(s.runes) == 0 {
			continue
		}
		for _, style := range e.styles(s.family) {
			if err := e.faces.add(s, style, s.shaped(missing.all), words, from[0].family.Face(face.Regular)); err != nil {
				return err
			}
		}
		if !s.family.Own {
			e.faces.licence(s.family.Name)
		}
	}
	return nil
}

// shaped reports whether the face's kerning and ligatures are worth their weight,
// about 30 KB: where a person chose the face, and where it sets long stretches of the
// book and not a letter here and there.
func (s *source) shaped(letters int) bool {
	const long = 40_000
	return !s.prepared && 20*s.letters > letters && (s.family.Own || s.letters > long)
}

// styles are the styles of the family that the markup uses.
func (e *edition) styles(family *face.Family) []face.Style {
	styles := []face.Style{face.Regular}
	for _, s := range []struct {
		used  xhtml.Styles
		style face.Style
	}{{xhtml.Italic, face.Italic}, {xhtml.Bold, face.Bold}, {xhtml.BoldItalic, face.BoldItalic}} {
		if e.used&s.used != 0 && family.Faces[s.style] != nil {
			styles = append(styles, s.style)
		}
	}
	return styles
}
