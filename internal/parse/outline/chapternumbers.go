package outline

// PartsNumber reports whether a letter or a fraction stands behind the number of a heading
// whose label ends at byte label.
func PartsNumber(text string, label uint8) bool {
	if label < 2 || int(label) > len(text) {
		return false
	}
	c, before := text[label-1], text[label-2]
	return c >= 'a' || before == '/' || c >= 'A' && c <= 'D' && before >= '0' && before <= '9'
}
