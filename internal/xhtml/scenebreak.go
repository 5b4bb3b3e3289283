package xhtml

// sceneBreak writes a gap between scenes. hr is the element that says so and that
// screen readers announce; the stylesheet draws its ornament as a border, which
// takes the colour of the text in day and night and needs no glyph of a face.
func (r *Renderer) sceneBreak() { r.raw("<hr/>\n") }
