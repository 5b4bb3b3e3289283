package desk

import "storybind/internal/parse/says"

// Credited reports whether a line is the name of somebody whom the licence text credits.
func (k *known) Credited(s string) bool {
	for _, c := range k.Credits {
		if says.SameLetters(c.Name, s) {
			return true
		}
	}
	return false
}

// Names reports whether a line says the title or one of the names that the
// licence text gave.
func (k *known) Names(s string) bool {
	if k.Title != "" && (says.SameLetters(k.Title, s) || says.SameLetters(k.Title, says.TitleOf(s).Text)) {
		return true
	}
	for _, c := range k.Credits {
		if says.SameLetters(c.Name, s) {
			return true
		}
	}
	return false
}
