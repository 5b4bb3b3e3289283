package says

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// Words that letters begin and end with, in small letters.
var (
	salutations = []string{"dear", "dearest", "my dear", "my dearest", "my darling", "my love", "my own", "darling", "beloved", "my beloved", "to whom it may concern", "dear sir", "sir", "madam", "gentlemen", "honoured sir", "honored sir", "esteemed",
		"cher", "chère", "mon cher", "ma chère", "liebe", "lieber", "liebes", "liebste", "liebster", "mein lieber", "meine liebe", "mein liebes", "verehrte", "verehrter", "sehr geehrte", "geehrte", "hochverehrte", "querido", "querida", "estimado", "estimada", "caro", "cara", "prezado", "käre", "kära", "kære", "kjære", "beste", "lieve", "waarde", "geachte", "kedves", "drogi", "droga", "milý", "milá", "rakas", "sevgili", "драги", "драга", "любий", "люба", "шановний", "шановна", "дорогой", "дорогая", "милый", "милая", "уважаемый", "уважаемая"}
	valedictions = []string{"yours", "ever yours", "ever your", "your", "believe me ever", "sincerely", "most sincerely", "yours sincerely", "love", "with love", "with all my love", "all my love", "lots of love", "much love", "best", "best wishes", "best regards", "with best wishes", "regards", "kind regards", "warm regards", "warmest regards",
		"with warm", "with kind", "with best", "respectfully", "very respectfully", "faithfully", "cordially", "affectionately", "ever affectionately", "truly", "very truly", "as ever", "as always", "always", "forever", "hugs", "cheers", "until then", "until we meet", "in haste", "in friendship", "with affection", "with gratitude", "gratefully",
		"fondly", "i am", "i remain", "i have the honour", "i have the honor", "believe me", "signed", "your obedient", "your humble", "your most", "your affectionate", "thine", "ever thine", "adieu", "god bless", "your loving", "your friend", "xoxo", "xx", "herzlichst", "herzliche grüße", "dein", "deine", "ihr", "hochachtungsvoll", "mit freundlichen", "cordialement", "bien à vous", "bien à toi", "à bientôt", "atentamente", "un abrazo", "con cariño", "с любовью", "твой", "твоя", "ваш", "ваша"}
)

var (
	salutationStarts = startsOf(salutations)
	leaveStarts      = startsOf(valedictions, weakValedictions)
)

func startsOf(lists ...[]string) *lexicon.WordStarts {
	starts := new(lexicon.WordStarts)
	for _, list := range lists {
		for _, words := range list {
			starts.Add(words)
		}
	}
	return starts
}

// mayOpen asks quickly whether a line begins with one of the words, whatever signs
// stand before them.
func mayOpen(s string, starts *lexicon.WordStarts) bool {
	at := 0
	for at < len(s) && s[at] < utf8.RuneSelf && !wording.IsASCIILetter(s[at]) {
		at++
	}
	return starts.Has(s[at:])
}

// longestSalutation is the most bytes of a line that greets or takes leave.
const longestSalutation = 70

// opensWith reports whether a line begins with one of the words, and ends there or
// goes on behind a blank or punctuation.
func opensWith(s string, words []string) bool {
	s = strings.ToLower(strings.TrimLeft(s, " \t\"'“‘«„_*/~"))
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s, w); ok && (rest == "" || strings.IndexByte(" ,.!:;-*_~/", rest[0]) >= 0 || strings.HasPrefix(rest, "—")) {
			return true
		}
	}
	return false
}

// Greets reports whether a line is a salutation: "Dear Tobin,".
func Greets(s string) bool {
	if len(s) > longestSalutation || !mayOpen(s, salutationStarts) {
		return false
	}
	t := strings.TrimRight(s, " *_~/\"'”’")
	switch {
	case t == "":
		return false
	case strings.HasSuffix(t, ","), strings.HasSuffix(t, ":"), strings.HasSuffix(t, "!"), strings.HasSuffix(t, "-"), strings.HasSuffix(t, "—"), strings.HasSuffix(t, ";"):
	default:
		return false
	}
	return strings.Count(t, " ") < 8 && opensWith(s, salutations)
}

// weakValedictions begin other lines as well; little may follow them.
var weakValedictions = []string{"love", "best", "always", "forever", "truly", "cheers", "i am", "i remain", "believe me", "hugs"}

// TakesLeave reports whether a line is a valediction: "Yours,", "With all my love,".
func TakesLeave(s string) bool {
	if len(s) > longestSalutation || !mayOpen(s, leaveStarts) {
		return false
	}
	t := strings.Trim(s, " *_~/\"'”’“‘«„")
	if t == "" {
		return false
	}
	words := strings.Count(t, " ") + 1
	switch last, _ := utf8.DecodeLastRuneInString(t); {
	case last == ',' || last == '-' || last == '—' || last == '.':
	case words > 3:
		return false
	}
	if words > 6 && !opensWith(t, []string{"i have the honour", "i have the honor"}) || strings.ContainsAny(t, "\"“”?;:") {
		return false
	}
	if opensWith(t, weakValedictions) {
		return words <= 3
	}
	return opensWith(t, valedictions)
}

// HasYear reports whether a text holds a number of four digits that is a year.
func HasYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if (s[i] == '1' || s[i] == '2') && char.IsDigit(rune(s[i+1])) && char.IsDigit(rune(s[i+2])) && char.IsDigit(rune(s[i+3])) && (i == 0 || !char.IsDigit(rune(s[i-1]))) && (i+4 == len(s) || !char.IsDigit(rune(s[i+4]))) {
			return true
		}
	}
	return false
}
