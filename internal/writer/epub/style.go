package epub

import (
	"strings"

	"storybind/assets"
	"storybind/internal/face"
)

// style is the stylesheet: the book's faces, then ours. The family is named on
// the body alone, so that whoever reads can choose another.
func (e *edition) style() string {
	if !e.faces.any() {
		return assets.EPUBStyle
	}
	var b strings.Builder
	for _, f := range e.faces.files {
		weight, slant := "normal", "normal"
		if f.style == face.Bold || f.style == face.BoldItalic {
			weight = "bold"
		}
		if f.style == face.Italic || f.style == face.BoldItalic {
			slant = "italic"
		}
		b.WriteString("@font-face {\n  font-family: \"" + f.family + "\";\n  font-weight: " + weight + ";\n  font-style: " + slant +
			";\n  src: url(\"../" + fontFolder + f.file + "\");\n}\n\n")
	}
	b.WriteString("body {\n  font-family: ")
	for _, name := range e.faces.families {
		b.WriteString("\"" + name + "\", ")
	}
	b.WriteString("serif;\n}\n\n")
	b.WriteString(assets.EPUBStyle)
	return b.String()
}
