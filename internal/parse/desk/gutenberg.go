package desk

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
)

// Catalogued splits the names of a catalogue's field; "Louise and Aylmer Maude"
// share a family name.
func Catalogued(s string) []string {
	names := says.AuthorsOf(s)
	if len(names) == 2 && !strings.ContainsRune(names[0], ' ') && strings.ContainsRune(names[1], ' ') {
		names[0] += names[1][strings.LastIndexByte(names[1], ' '):]
	}
	return names
}

// Announce reads the line that opens a text of Project Gutenberg: "The Project
// Gutenberg EBook of Carmilla, by J. Sheridan LeFanu".
func (k *known) Announce(s string) {
	s = strings.Trim(s, "* ")
	for i := 0; i < len(s); i++ {
		if !char.HasFoldPrefix(s[i:], "project gutenberg") {
			continue
		}
		s = s[i+len("project gutenberg"):]
		break
	}
	for _, lead := range [...]string{"'s", "’s", " ebook", " etext", " e-text", " edition", ",", " of"} {
		if char.HasFoldPrefix(s, lead) {
			s = s[len(lead):]
		}
	}
	s = strings.Trim(s, " ,*.")
	title, names, _, ok := says.TitleByAuthor(s)
	if !ok {
		title = s
	}
	if k.Title == "" && says.TitleLike(title) {
		k.Title = says.TitleOf(title).Text
	}
	if len(k.Credits) == 0 && ok && !strings.EqualFold(names, "various") {
		k.Credits = says.AddAuthors(k.Credits, "aut", Catalogued(names)...)
	}
}
