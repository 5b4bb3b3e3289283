package typeset

import "storybind/internal/book"

// tongue is the language of a section: the book's, or in an anthology its story's.
func tongue(sec *book.Section, tc *typecase) string {
	if sec.Story != nil && sec.Story.Language != "" {
		return sec.Story.Language
	}
	return tc.language
}

// speak lets a setter set a language: its hyphens, its spaces, its shapes of letters.
func (s *setter) speak(language string) {
	if language == s.language {
		return
	}
	s.language, s.french = language, isFrench(language)
	s.patterns = patternsFor(language)
	s.hyphenate = s.mayDivide && s.patterns != nil
	clear(s.fonts)
}

func isFrench(language string) bool { return len(language) >= 2 && language[:2] == "fr" }

// isTitlePage reports whether a section is a title page: the book's, or in an anthology
// the one that opens a story.
func isTitlePage(sec *book.Section) bool {
	return sec.Role == book.TitlePage || sec.Story != nil && sec.Story.Page == sec
}
