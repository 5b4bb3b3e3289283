package matter

import (
	"strings"
	"unicode"
)

// fileAs turns a name round for sorting: "Annie Lee" becomes "Lee, Annie", "Dr. John
// Wood, M.D." "Wood, John, Dr., M.D.", "Ursula K. Le Moss" "Le Moss, Ursula K.". Pen
// names of one word, with digits, or in a script that writes the family name first
// stay as they are. Where the particles of a name go follows the Anglo-American
// Cataloguing Rules, 22.5D: with the family name, but for the lone "de", "van" and
// "von" of French, Dutch and German names ("Beethoven, Ludwig van").
func fileAs(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || strings.ContainsFunc(name, func(r rune) bool {
		return r == '_' || r == '@' || r == '"' || unicode.IsDigit(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}) {
		return name
	}
	var behind []string // titles, then what stands behind the name
	for len(words) > 2 && ranks[strings.ToLower(strings.TrimRight(words[0], "."))] {
		behind = append(behind, words[0])
		words = words[1:]
	}
	end := len(words)
	for end > 1 && isDegree(words[end-1]) {
		end--
	}
	for _, w := range words[end:] {
		behind = append(behind, strings.TrimRight(w, ","))
	}
	words = words[:end]
	last := end - 1
	words[last] = strings.TrimRight(words[last], ",")
	if strings.Contains(strings.Join(words, " "), ",") {
		return name
	}
	suffix := ""
	if len(behind) > 0 {
		suffix = ", " + strings.Join(behind, ", ")
	}
	if last < 1 {
		return words[0] + suffix
	}
	family := strings.TrimPrefix(strings.TrimPrefix(words[last], "d’"), "d'")
	if !unicode.IsUpper([]rune(family + " ")[0]) || strings.EqualFold(words[0], "the") { // "the quiet one" is no family name
		return name
	}
	first := familyFrom(words)
	return strings.Join(words[first:], " ") + ", " + strings.Join(words[:first], " ") + suffix
}

// familyFrom is the first of the words that belong to the family name.
func familyFrom(words []string) int {
	first := len(words) - 1
	for first > 1 && particles[strings.ToLower(words[first-1])] {
		first--
	}
	switch one := words[first : len(words)-1]; {
	case len(one) == 1 && (one[0] == "de" || one[0] == "van" || one[0] == "von" || one[0] == "af" || one[0] == "zu"):
		return len(words) - 1
	case len(one) > 1 && one[0] == "de" && one[1][0] >= 'A' && one[1][0] <= 'Z': // "Jean de La Fontaine"
		return first + 1
	}
	return first
}

var (
	particles = words("de la le les du des del della di da do dos das van von der den ter ten te zu zum zur af st. saint")
	ranks     = words("dr prof professor sir dame lady lord rev reverend capt captain col colonel maj major lieut lieutenant gen general mr mrs ms miss mme mlle hon fr father sister br brother abbé baron baroness count countess")
	degrees   = words("jr sr ii iii iv esq md phd dphil dd dds lld ma ba bsc msc mba fsa frs rn usn usa mp qc kc vc bart kt obe mbe cbe")
)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// isDegree reports whether a word stands behind a name: "Jr.", "M.D.", "III". "Ma" is
// a name, "M.A." a degree.
func isDegree(w string) bool {
	bare := strings.ToLower(strings.NewReplacer(".", "", ",", "").Replace(w))
	return degrees[bare] && (strings.Contains(w, ".") || w == strings.ToUpper(w) || bare == "jr" || bare == "sr" || bare == "esq" || strings.EqualFold(bare, "phd") || strings.EqualFold(bare, "dphil"))
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
