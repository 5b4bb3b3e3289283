package face

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Choice is the setting that says which fonts set the text: a bundled family,
// by its name, or up to four font files that belong together. It is a pflag.Value
// that is set once for each file; the files' own tables say which style each is.
type Choice struct {
	name   string   // of a bundled family; "" for the default
	files  []string // given instead of a name
	family *Family  // of the files, after Load
}

// Named is the choice of a bundled family; "" is the default.
func Named(family string) Choice { return Choice{name: family} }

// FontHelp is what a setting of this type does, the same in every format.
func FontHelp() string {
	return "set the text in this `font`: " + strings.Join(BundledNames(), ", ") +
		", or a TrueType file (FILE.ttf, or FILE.ttc#2 for the second font of a collection; again for its italic and bold)"
}

// IsDefault reports whether nothing was chosen.
func (c *Choice) IsDefault() bool { return c.name == "" && len(c.files) == 0 }

// FromFile reports whether the fonts are files of the person's own.
func (c *Choice) FromFile() bool { return len(c.files) > 0 }

// String is what was chosen, for people to read.
func (c *Choice) String() string { return strings.Join(c.GetSlice(), ", ") }

// Type is the word for the value in help texts.
func (c *Choice) Type() string { return "font" }

// Choices are the names that Set takes besides those of files, for forms.
func (c *Choice) Choices() []string { return BundledNames() }

// Set takes the name of a bundled family, or of one more font file.
func (c *Choice) Set(v string) error {
	row, err := find(v)
	bundled := err == nil && v != ""
	switch {
	case !bundled && !isFileName(v):
		return fmt.Errorf("no bundled font is called %q; there are %s, or name a font file (.ttf)", v, strings.Join(BundledNames(), ", "))
	case bundled && len(c.files) > 0, !bundled && c.name != "":
		return errors.New("give the name of a font or font files, not both")
	case len(c.files) == 4:
		return errors.New("more than four font files; a family is regular, italic, bold and bold italic")
	case bundled:
		c.name = row.Name
	default:
		c.files, c.family = append(c.files, v), nil
	}
	return nil
}

// Append is Set: with Replace and GetSlice it makes the choice a pflag.SliceValue.
func (c *Choice) Append(v string) error { return c.Set(v) }

// Replace forgets what was chosen and takes these font files, or one bundled family's name.
func (c *Choice) Replace(values []string) error {
	*c = Choice{}
	for _, v := range values {
		if err := c.Set(v); err != nil {
			return err
		}
	}
	return nil
}

// GetSlice is what was chosen, as Set takes it.
func (c *Choice) GetSlice() []string {
	if len(c.files) == 0 && c.name != "" {
		return []string{c.name}
	}
	return c.files
}

// isFileName reports whether a value names a font file: by its extension, or
// because it names a folder.
func isFileName(s string) bool {
	low, _ := cutNumber(strings.ToLower(s))
	for _, ext := range []string{".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"} {
		if strings.HasSuffix(low, ext) {
			return true
		}
	}
	return strings.ContainsAny(s, `/\`)
}

// Load reads the font files, if any were named, through open. Call it after the
// last Set and before Family.
func (c *Choice) Load(open func(name string) ([]byte, error)) error {
	if len(c.files) == 0 {
		return nil
	}
	family := &Family{Own: true}
	var from [4]string
	for _, name := range c.files {
		file, number := cutNumber(name)
		ttf, err := open(file)
		if err != nil {
			return err
		}
		if ttf, err = fromCollection(file, number, ttf); err != nil {
			return err
		}
		f, err := Parse(name, ttf)
		if err != nil {
			return err
		}
		if err := f.mayEmbed(name); err != nil {
			return err
		}
		s := f.style()
		if family.Faces[s] != nil {
			return fmt.Errorf("fonts %s and %s are both the %s face of a family; give one of each", from[s], name, styleNames[s])
		}
		family.Faces[s], from[s] = f, name
	}
	if family.Faces[Regular] == nil {
		if len(c.files) > 1 {
			return fmt.Errorf("of the fonts %s none is regular", strings.Join(c.files, ", "))
		}
		only := slices.IndexFunc(family.Faces[:], func(f *Face) bool { return f != nil })
		family.Faces = [4]*Face{family.Faces[only]} // it serves, whatever it is
	}
	family.Name = family.Faces[Regular].familyName(c.files[0])
	c.family = family
	return nil
}

// Family is the family that was chosen. The errors are that no bundled family has
// the name, and that files were named but never loaded.
func (c *Choice) Family() (*Family, error) {
	switch {
	case len(c.files) == 0:
		return Bundled(c.name)
	case c.family == nil:
		return nil, fmt.Errorf("the font %s was not loaded", c)
	}
	return c.family, nil
}
