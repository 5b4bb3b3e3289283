package desk

import (
	"strings"

	"golang.org/x/text/language"

	"storybind/internal/parse/langid"
	"storybind/internal/parse/says"
)

// TagOf is the canonical BCP 47 tag for a language as people and headers write
// it: a name, a tag, or a code of three letters; "" when it is none of these.
func TagOf(said string) string {
	if tag := says.LanguageTag(said); tag != "" {
		return tag
	}
	said = strings.ToLower(strings.Trim(said, " .()[]"))
	if two, ok := langid.Bibliographic[said]; ok {
		return two
	}
	tag, err := language.Parse(said)
	if err != nil {
		return ""
	}
	// Nearly every word of three letters is the code of some language: only those
	// that have a code of two letters as well are believed.
	if base, _ := tag.Base(); len(base.String()) != 2 {
		return ""
	}
	return tag.String()
}

// TagGiven is tagOf for what a person says on purpose: codes of three letters are
// believed too.
func TagGiven(said string) string {
	if tag := TagOf(said); tag != "" {
		return tag
	}
	if tag, err := language.Parse(strings.TrimSpace(said)); err == nil && tag != language.Und {
		return tag.String()
	}
	return ""
}
