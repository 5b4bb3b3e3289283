package says

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"storybind/internal/parse/lexicon"
)

// Libraries write a person's family name first: "Moss, Annie". So do some headers,
// and others part two people with a comma: "Annie, Bea".

//go:embed names/given.txt
var givenText string

// GivenName reports whether a name, in small letters, is one that people are given, and
// whether it is a family name as well (see names/README.md).
func GivenName(low string) (given, family bool) {
	if given, family = lexicon.Listed(givenText, low); !given {
		if plain := unaccented(low); plain != low { // some of the lists spell names without accents
			given, family = lexicon.Listed(givenText, plain)
		}
	}
	return given, family
}

// unaccented is a word of Latin letters without accents; any other word is given back as it is.
func unaccented(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < utf8.RuneSelf {
			continue
		}
		if c, _ := utf8.DecodeRuneInString(s[i:]); !unicode.Is(unicode.Latin, c) {
			return s
		}
		return strings.Map(func(c rune) rune {
			if c == 'ł' {
				return 'l'
			} else if unicode.Is(unicode.Mn, c) {
				return -1
			}
			return c
		}, norm.NFD.String(s))
	}
	return s
}

// A turnedName is a name that was written with the family name first.
type turnedName struct {
	name, filed string // "Annie Moss", "Moss, Annie"
	sure        bool   // the names themselves say so, not only their order
}

// turned reads "Moss, Annie", "de la Mare, Walter", "Moss, J. R., Jr." as one
// person; ok is false when they look like two, whatever t says.
func turned(s string) (t turnedName, ok bool) {
	parts := splitCommas(s)
	suffix := ""
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) != 2 {
		return t, false
	}
	family, given := parts[0], parts[1]
	if i := strings.IndexByte(given, ','); i > 0 {
		given, suffix = given[:i], given[i:]
	}
	if !nameWords(family, 4) || !nameWords(given, 4) {
		return t, false
	}
	first, _, several := strings.Cut(family, " ")
	lead, more, _ := strings.Cut(given, " ")
	honoured := more != "" && isHonour(lead) // "Stott, Dr. Ivy"
	if honoured {
		lead, _, _ = strings.Cut(more, " ")
	}
	knownGiven, _ := GivenName(strings.ToLower(first))
	if isParticle(first) && FirstIsLower(first) { // "van Voss", though Van is a given name
		knownGiven = false
	}
	isGiven, _ := GivenName(strings.ToLower(lead))
	_, familyToo := GivenName(strings.ToLower(family))
	isGiven = isGiven || isInitials(lead) || honoured
	t = turnedName{given + " " + family + suffix, family + ", " + given + suffix, isGiven && !knownGiven}
	switch {
	case isInitials(first):
		return t, false
	case several && !isParticle(first):
		last := family[strings.LastIndexByte(family, ' ')+1:]
		double := func(w string) bool { return doubleFamilies[plainLetters.Replace(strings.ToLower(w))] }
		return t, isGiven && (double(first) || !knownGiven && double(last)) // not "Annie Moss, Bea Lake"
	}
	return t, !knownGiven || isGiven && !several && familyToo
}

// allTurned reports whether each of several names has its family name first: each
// has one comma, and one at least is surely so.
func allTurned(groups []string) bool {
	sure := false
	for _, g := range groups {
		t, ok := turned(CleanName(g))
		if t.name == "" {
			return false
		}
		sure = sure || ok && t.sure
	}
	return sure && len(groups) > 1
}

// doubleFamilies are family names of Spain and Portugal, where people bear two, the
// most frequent ones: they tell "García Peral, Inés" from "Annie Moss, Bea".
var doubleFamilies = set("garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno alvarez romero gutierrez alonso navarro torres dominguez vazquez ramos ramirez gil serrano " +
	"molina blanco morales suarez ortega delgado castro ortiz rubio marin sanz iglesias nunez medina garrido cortes castillo santos lozano guerrero cano prieto mendez cruz calvo gallego vidal leon marquez herrera pena flores cabrera " +
	"campos vega fuentes carrasco diez reyes caballero nieto aguilar pascual herrero santana lorenzo montero hidalgo gimenez ibanez ferrer duran santiago benitez mora vicente vargas arias carmona crespo roman pastor soto saez velasco " +
	"silva souza oliveira pereira lima costa ferreira almeida carvalho gomes martins rocha ribeiro barbosa cardoso melo teixeira moura nascimento vieira correia pinto mendes freitas")

// plainLetters takes the accents off the letters of these names.
var plainLetters = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ñ", "n", "ç", "c", "ã", "a")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// nameWords reports whether s is at most so many words as names have them.
func nameWords(s string, most int) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > most {
		return false
	}
	for _, w := range words {
		c, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(c) && !isParticle(w) {
			return false
		}
		if strings.ContainsFunc(w, func(c rune) bool {
			return !unicode.IsLetter(c) && !unicode.IsMark(c) && !strings.ContainsRune(".-'’", c)
		}) {
			return false
		}
	}
	return true
}

// isHonour reports whether a word is what people are called by before their names, cut short.
func isHonour(w string) bool {
	switch strings.ToLower(strings.TrimSuffix(w, ".")) {
	case "dr", "prof", "rev", "mr", "mrs", "ms", "sir", "lady", "capt", "col", "gen", "lt", "sgt", "hon", "fr", "sr":
		return true
	}
	return false
}

// isInitials reports whether a word is one or more initials: "A.", "J.R.".
func isInitials(w string) bool {
	return w != "" && strings.HasSuffix(w, ".") && utf8.RuneCountInString(strings.ReplaceAll(strings.ReplaceAll(w, ".", ""), "-", "")) <= strings.Count(w, ".")
}

// isParticle reports whether a word stands between the parts of a name: "de", "van".
func isParticle(w string) bool {
	switch strings.ToLower(w) {
	case "de", "la", "le", "du", "des", "del", "della", "di", "da", "do", "dos", "das", "van", "von", "der", "den", "ter", "ten", "te", "zu", "zum", "zur", "af", "av", "al", "el", "bin", "ibn", "y", "e", "st.", "saint", "mac", "o'", "ap":
		return true
	}
	return false
}
