package parse

// isSceneBreak reports whether line n, taken by itself, is the mark of a scene
// break. Where it stands (after the header, round a heading, at a section's
// edge) is for the caller to see.
func (r *reading) isSceneBreak(n int) bool { return sceneMark(r.lines[n].text) }

// sceneMark reports whether a line's text is the mark of a scene break.
func sceneMark(s string) bool {
	switch s {
	case "***", "* * *", "*****", "---", "~~~", "#", "###", "# # #", "oOo":
		return true
	}
	return false
}
