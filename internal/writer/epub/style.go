package epub

import (
	"strings"
	"sync"

	"storybind/assets"
	"storybind/internal/face"
)

// preparedStyles holds stylesheets compressed once per process, by their text.
// There are only a few: families times the styles that a book uses.
var preparedStyles sync.Map

// style is the stylesheet's entry.
func (e *edition) style() entry {
	text := e.stylesheet()
	pack := func() entry { return deflated(packageFolder+styleFile, []byte(text)) }
	once, _ := preparedStyles.LoadOrStore(text, sync.OnceValue(pack))
	return once.(func() entry)()
}

// stylesheet is the book's faces, then our rules. The family is named on the body
// alone, so that whoever reads can choose another.
func (e *edition) stylesheet() string {
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
