package face

import (
	"fmt"
	"strings"
	"sync"

	"storybind/fonts"
)

// A Style is one of the four faces of a text family.
type Style int

const (
	Regular Style = iota
	Italic
	Bold
	BoldItalic
)

// A Family is up to four faces that belong together.
type Family struct {
	Name  string
	Faces [4]*Face // by Style; nil where the family lacks one
	Own   bool     // from a person's files: nothing is prepared for it
}

// Face is the family's face of a style, or the nearest that it has; never nil
// for a family with a regular face.
func (f *Family) Face(s Style) *Face {
	for _, try := range [4][4]Style{
		Regular:    {Regular},
		Italic:     {Italic, Regular},
		Bold:       {Bold, Regular},
		BoldItalic: {BoldItalic, Bold, Italic, Regular},
	}[s] {
		if f.Faces[try] != nil {
			return f.Faces[try]
		}
	}
	return nil
}

// BundledNames are the names of the bundled text families, the default first.
func BundledNames() []string {
	var names []string
	for _, f := range fonts.Families() {
		names = append(names, f.Name)
	}
	return names
}

var bundled struct {
	sync.Mutex
	families map[string]*Family // by folder
	single   map[string]*Face   // the faces that serve every family, by folder
	text     map[string]*Face   // text subsets by folder/style
}

// Bundled is a bundled text family, read once per process. Capitals and spaces
// in the name do not count; "" is the default family.
func Bundled(name string) (*Family, error) {
	row, err := find(name)
	if err != nil {
		return nil, err
	}
	bundled.Lock()
	defer bundled.Unlock()
	if f := bundled.families[row.Folder]; f != nil {
		return f, nil
	}
	f := &Family{Name: row.Name}
	for s, style := range fonts.Styles {
		if ttf := fonts.Face(row.Folder, style); ttf != nil {
			if f.Faces[s], err = parse(row.Name+" "+style, ttf); err != nil {
				return nil, err
			}
		}
	}
	if bundled.families == nil {
		bundled.families = map[string]*Family{}
	}
	bundled.families[row.Folder] = f
	return f, nil
}

func find(name string) (fonts.Family, error) {
	fold := func(s string) string {
		return strings.NewReplacer(" ", "", "-", "").Replace(strings.ToLower(s))
	}
	for _, f := range fonts.Families() {
		if name == "" || fold(name) == fold(f.Name) {
			return f, nil
		}
	}
	return fonts.Family{}, fmt.Errorf("no bundled font is called %q; there are %s", name, strings.Join(BundledNames(), ", "))
}

// Symbols is the face for ornaments, signs and emoji that text faces lack.
func Symbols() *Face { return single(fonts.Symbols, "Storybind Symbols") }

// Mono is the face of one width for every glyph, for tables, ASCII art and code.
func Mono() *Face { return single(fonts.Mono, "Atkinson Hyperlegible Mono") }

func single(folder, name string) *Face {
	bundled.Lock()
	defer bundled.Unlock()
	if f := bundled.single[folder]; f != nil {
		return f
	}
	f, err := parse(name, fonts.Face(folder, "regular"))
	if err != nil {
		panic(err) // a bundled file is broken: a test reads every one
	}
	if bundled.single == nil {
		bundled.single = map[string]*Face{}
	}
	bundled.single[folder] = f
	return f
}

// Licence is the licence of a bundled family, and the name its file should have
// beside the fonts. "" is the default family; "Storybind Symbols" and
// "Atkinson Hyperlegible Mono" are known too.
func Licence(family string) (fileName string, text []byte) {
	switch family {
	case "Storybind Symbols":
		return "OFL.txt", fonts.Licence(fonts.Symbols)
	case "Atkinson Hyperlegible Mono":
		return "OFL.txt", fonts.Licence(fonts.Mono)
	}
	row, err := find(family)
	if err != nil {
		return "", nil
	}
	return "OFL.txt", fonts.Licence(row.Folder)
}
