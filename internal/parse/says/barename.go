package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// FullName reports whether a bare name can be no title: initials and a family name
// ("А. С. Пушкин"), or a Russian name with the father's ("Лев Николаевич Толстой").
func FullName(s string) bool {
	if len(s) > 200 {
		return false
	}
	words := strings.Fields(s)
	if n := len(words); n > 1 && n < 5 && book.Shouts(s) && utf8.RuneCountInString(words[n-1]) > 4 { // the stop that printers set behind a name in capitals
		s = strings.TrimSuffix(s, ".")
		words[n-1] = strings.TrimSuffix(words[n-1], ".")
	}
	if len(words) < 2 || !BareName(s) {
		return false
	}
	if len(words) == 3 {
		for _, end := range [...]string{"вич", "вна", "чна", "vich", "ovna", "evna"} {
			if strings.HasSuffix(words[1], end) || strings.HasSuffix(words[2], end) && len(words[1]) > 3 { // "Сомова Лидия Павловна"
				return true
			}
		}
	}
	for _, w := range words[:len(words)-1] {
		if !strings.HasSuffix(w, ".") || utf8.RuneCountInString(w) > 4 {
			return false
		}
	}
	return !strings.HasSuffix(words[len(words)-1], ".")
}

// Honoured reports whether a text is a name with what people are called before it: "MRS.
// ALDOUS PELL".
func Honoured(s string) bool {
	honour, name, ok := strings.Cut(s, " ")
	if !ok || !BareName(s) || NotNames[strings.ToLower(name)] {
		return false
	}
	switch strings.ToLower(strings.TrimRight(honour, ".")) {
	case "mrs", "mr", "miss", "ms", "dr", "rev", "prof", "capt", "col", "lieut", "sir", "lady", "mme", "mlle", "herr", "frau", "fräulein":
		return true
	}
	return false
}

// BareName reports whether a line can be a person's name that stands alone: two
// to four words with capitals, no article; or two to six ideographs.
func BareName(s string) bool {
	s = strings.TrimSpace(s)
	if c, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.Han, c) {
		n := utf8.RuneCountInString(s)
		return n >= 2 && n <= 6 && !strings.ContainsFunc(s, func(c rune) bool {
			return !unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana) && c != ' ' && c != '　'
		})
	}
	if utf8.RuneCountInString(s) > 40 {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for i, w := range words {
		if strings.ContainsAny(w, "0123456789!?:;\"()*/") || NotNames[strings.ToLower(w)] {
			return false
		}
		if i > 0 && i < len(words)-1 && FirstIsLower(w) && isParticle(w) { // "Floor van Asperen"
			continue
		}
		if SmallWord(strings.ToLower(w)) {
			switch strings.ToLower(w) {
			case "de", "du", "la", "le", "van", "von", "der", "di", "da", "del", "of":
				if i == 0 && w != "De" && w != "Le" && w != "La" && w != "Van" && w != "Von" || i == len(words)-1 || strings.EqualFold(w, "of") {
					return false
				}
				continue
			}
			return false
		}
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) {
			return false
		}
	}
	return true
}
