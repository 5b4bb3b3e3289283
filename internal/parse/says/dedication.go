package says

import (
	"strings"

	"storybind/internal/parse/char"
)

// dedications are the words that dedications begin with.
var dedications = [...]string{"to ", "for ", "dedicated to ", "this is for ", "this story is for ", "this one is for ", "in memory of ", "in loving memory of ", "in memoriam ", "für ", "dem andenken ", "à la mémoire ", "à ", "pour ", "a la memoria ", "para ", "voor ", "till ", "til ", "dla ", "pamięci ",
	"посвящается ", "памяти ", "присвячується ", "alla memoria ", "à memória "}

// Dedicates reports whether a line has the words of a dedication: "To Wim", "For my mother,
// who never liked the sea.". Stories begin with such words as well, so that where the line
// stands must say the rest.
func Dedicates(s string) bool {
	const most = 12 // words
	if len(s) > 90 || strings.Count(s, " ") >= most || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ":") || strings.ContainsAny(s, "\"“”«»?") {
		return false
	}
	t := strings.TrimLeft(s, "*_~([- ")
	for _, lead := range dedications {
		if char.HasFoldPrefix(t, lead) {
			whom := t[len(lead):]
			for _, article := range [...]string{"a ", "an ", "the "} {
				if char.HasFoldPrefix(whom, article) && lead == "to " && !dedicatees[firstWord(whom[len(article):])] { // odes
					return false
				}
			}
			return whom != "" && Sentences(strings.TrimRight(t, ".!)]*_~ ")) == 0
		}
	}
	return false
}

// DedicatesSurely reports whether a line has words that dedications alone have.
func DedicatesSurely(s string) bool {
	t := strings.TrimLeft(s, "*_~([- ")
	for _, lead := range [...]string{"dedicated to ", "this story is for ", "this one is for ", "this is for ", "this story is dedicated to ", "in loving memory of ", "посвящается ", "присвячується "} {
		if char.HasFoldPrefix(t, lead) {
			return len(s) < 90 && Sentences(strings.TrimRight(t, ".!)]*_~ ")) == 0
		}
	}
	return false
}

// DedicatesAlone reports whether a line is the word that a dedication begins with, above
// whom it names: "TO", "For".
func DedicatesAlone(s string) bool {
	switch strings.ToLower(strings.Trim(s, "*_~()[]-:. ")) {
	case "to", "for", "dedicated to", "in memory of", "für", "à", "para":
		return true
	}
	return false
}

// dedicatees are whom dedications name with an article: "To the memory of Bea". Odes have
// other words there.
var dedicatees = set("memory people person man woman men women girl boy friend friends reader readers one ones children lady lord honourable hon rev reverend right real best town members family last author")

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return strings.ToLower(strings.Trim(w, ",.;:!"))
}
