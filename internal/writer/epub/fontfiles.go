package epub

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"storybind/internal/face"
)

// add adds one face of a source. It asks for as much leading as main, the text's face.
func (f *faces) add(s *source, style face.Style, shaped bool, words []string, main *face.Face) (err error) {
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
		if s.family.Face(face.Regular) != main {
			if ttf, err = main.SameLeading(ttf); err != nil {
				return err
			}
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
