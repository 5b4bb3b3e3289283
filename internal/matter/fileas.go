package matter

import (
	"strings"
	"unicode"
)

// fileAs turns a name round for sorting: "Annie Lee" becomes "Lee, Annie" and
// "Ludwig van Beethoven" "Beethoven, Ludwig van". Pen names of one word, with
// digits, or in a script that writes the family name first stay as they are.
func fileAs(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || strings.ContainsFunc(name, func(r rune) bool {
		return r == ',' || r == '_' || r == '@' || r == '"' || unicode.IsDigit(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}) {
		return name
	}
	last := len(words) - 1
	suffix := ""
	switch strings.Trim(words[last], ".") {
	case "Jr", "Sr", "II", "III", "IV":
		suffix = ", " + words[last]
		last--
	}
	if last < 1 {
		return name
	}
	if !unicode.IsUpper([]rune(words[last])[0]) || strings.EqualFold(words[0], "the") { // "the quiet one" is no family name
		return name
	}
	return strings.TrimRight(words[last], ",") + ", " + strings.Join(words[:last], " ") + suffix
}

// articles are the words that a title is not sorted by, by primary language.
var articles = map[string][]string{
	"en": {"the", "a", "an"},
	"de": {"der", "die", "das", "ein", "eine"},
	"fr": {"le", "la", "les", "un", "une"},
	"es": {"el", "la", "los", "las", "un", "una"},
	"it": {"il", "lo", "la", "i", "gli", "le", "un", "uno", "una"},
	"pt": {"o", "a", "os", "as", "um", "uma"},
	"nl": {"de", "het", "een"},
	"sv": {"en", "ett"},
}

// titleSort moves a leading article to the end: "The Lighthouse" becomes
// "Lighthouse, The".
func titleSort(title, language string) string {
	primary, _, _ := strings.Cut(language, "-")
	first, rest, ok := strings.Cut(title, " ")
	if ok {
		for _, a := range articles[primary] {
			if strings.EqualFold(first, a) {
				return strings.TrimSpace(rest) + ", " + first
			}
		}
	}
	return title
}
