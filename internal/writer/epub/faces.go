package epub

import (
	"fmt"
	"maps"
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
		words = e.words()
	}
	if len(missing.runes) > 0 {
		e.remark(diag.Warning, "missing-glyph", "the fonts lack "+sample(missing.runes)+"; the e-reader's own fonts must show them", "")
	}
	for _, s := range from {
		if !s.prepared && len(s.runes) == 0 {
			continue
		}
		for _, style := range e.styles(s.family) {
			if err := e.faces.add(s, style, s.shaped(missing.all), words); err != nil {
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

// words are the stretches of text without spaces and markup, each once.
func (e *edition) words() []string {
	seen := map[string]bool{}
	for i := range e.pages {
		body := string(e.pages[i].body)
		for body != "" {
			text, markup, _ := strings.Cut(body, "<")
			for w := range strings.FieldsSeq(text) {
				seen[w] = true
			}
			_, body, _ = strings.Cut(markup, ">")
		}
	}
	return slices.Collect(maps.Keys(seen)) // what becomes of them does not depend on their order
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

// gap is what no face has.
type gap struct {
	runes        []rune
	letters, all int // how often letters without a glyph, and letters at all, occur
}

// share gives each of the book's characters to the first source that has it.
func (e *edition) share(from []*source) (missing gap) {
	count := e.characters(&missing)
	if !from[0].prepared {
		for r := ' '; r <= '~'; r++ { // whatever page numbers a device adds
			count[r] = max(count[r], 1)
		}
		from[0].letters = missing.all // those of ASCII, which are not counted one by one
	}
	for r, n := range count {
		if unicode.IsLetter(r) && r >= utf8.RuneSelf {
			missing.all += n
		}
		s := slices.IndexFunc(from, func(s *source) bool { return s.covers(r) })
		switch {
		case s >= 0:
			from[s].runes = append(from[s].runes, r)
			if unicode.IsLetter(r) {
				from[s].letters += n
			}
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r): // no glyph needed
		default:
			missing.runes = append(missing.runes, r)
			if unicode.IsLetter(r) {
				missing.letters += n
			}
		}
	}
	slices.Sort(missing.runes)
	for _, s := range from {
		if !s.prepared && slices.ContainsFunc(s.runes, func(r rune) bool { return unicode.Is(unicode.M, r) }) {
			s.addLetters(count)
		}
		slices.Sort(s.runes)
	}
	return missing
}

// addLetters adds every letter of the book: a letter and the mark on it must come
// from one face.
func (s *source) addLetters(count map[rune]int) {
	for r := range count {
		if unicode.IsLetter(r) && s.covers(r) && !slices.Contains(s.runes, r) {
			s.runes = append(s.runes, r)
		}
	}
	for r := 'A'; r <= 'z'; r++ {
		s.runes = append(s.runes, r)
	}
}

// characters counts the book's characters beyond ASCII, and its ASCII letters.
func (e *edition) characters(letters *gap) map[rune]int {
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
					letters.all++
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
	return count
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

// add adds one face of a source.
func (f *faces) add(s *source, style face.Style, shaped bool, words []string) (err error) {
	name := fileName(s.name) + [...]string{"", "-italic", "-bold", "-bolditalic"}[style] + ".ttf"
	var content entry
	if s.prepared {
		content = prepared(s.family.Name, style)
	} else {
		var ttf []byte
		if shaped {
			ttf, err = s.family.Faces[style].ShapedSubset(s.runes, words)
		} else {
			ttf, err = s.family.Faces[style].Subset(s.runes)
		}
		if err != nil {
			return err
		}
		content = deflated("", ttf)
	}
	content.name = packageFolder + fontFolder + name
	f.files = append(f.files, faceFile{s.name, style, name, content})
	if !slices.Contains(f.families, s.name) {
		f.families = append(f.families, s.name)
	}
	return nil
}

// fileName is the family's name as a file's: the small letters and digits of ASCII.
func fileName(family string) string {
	words := strings.FieldsFunc(strings.ToLower(family), func(r rune) bool { return r >= utf8.RuneSelf || !isAlnum(byte(r)) })
	if len(words) == 0 {
		return "font"
	}
	return strings.Join(words, "-")
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
	if content := once.(func() entry)(); !slices.ContainsFunc(f.licences, func(l entry) bool { return l.name == content.name }) {
		f.licences = append(f.licences, content)
	}
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
