package epub

import "storybind/internal/book"

// accessibility writes what EPUB Accessibility 1.1 section 2 asks for, as far as
// it is true of this book. No conformance is claimed: that takes a person's look
// at the text.
func (e *edition) accessibility(d *markup) {
	pictures, described := 0, true
	w := walk{figure: func(f *book.Figure) {
		if e.imageOf[f.Image] != "" {
			pictures++
			described = described && (f.Alt != "" || len(f.Caption) > 0)
		}
	}}
	for _, s := range e.book.Sections() {
		w.blocks(s.Blocks)
	}
	property := func(name, value string) { d.element("meta", value, "property", "schema:"+name) }
	property("accessMode", "textual")
	if pictures > 0 {
		property("accessMode", "visual")
		property("accessModeSufficient", "textual,visual")
	}
	if described {
		property("accessModeSufficient", "textual")
	}
	if pictures > 0 && described {
		property("accessibilityFeature", "alternativeText")
	}
	for _, f := range []string{"structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"} {
		property("accessibilityFeature", f)
	}
	moving := false
	for _, p := range e.images {
		moving = moving || p.image.MediaType == "image/gif"
	}
	if moving { // nobody has looked whether it flashes
		property("accessibilityHazard", "unknown")
	} else {
		property("accessibilityHazard", "none")
	}
	summary := func(text string) {
		d.element("meta", text, "property", "schema:accessibilitySummary", "xml:lang", "en")
	}
	switch {
	case pictures == 0:
		summary("A book of text that adapts to the reader: headings, contents, landmarks and a linear reading order, and no pictures that carry meaning.")
	case described:
		summary("A book of text that adapts to the reader: headings, contents, landmarks and a linear reading order. Every picture has a description.")
	default:
		summary("A book of text that adapts to the reader: headings, contents, landmarks and a linear reading order. Some pictures have no description.")
	}
}
