package says

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// longestEnd is the most bytes of a line that says that the story ends.
const longestEnd = 60

// mayBeEnd reports whether the first word of a line is one with which such lines
// begin. It is asked of every paragraph, and says no to nearly all.
func mayBeEnd(s string) bool {
	at := 0
	for at < len(s) && s[at] < utf8.RuneSelf && !wording.IsASCIILetter(s[at]) && (s[at] < '0' || s[at] > '9') {
		at++
	}
	if !endStarts().Has(s[at:]) {
		return false
	}
	if more := strings.IndexFunc(s[at:], func(c rune) bool { return wording.IsWordPart(c) || c >= '0' && c <= '9' }); more < 0 {
		return false
	} else {
		at += more
	}
	first := char.FirstRune(s[at:])
	if first == '3' || first >= 0x0e00 { // "-30-"; Thai, Chinese …
		return true
	}
	end := at
	for end < len(s) && wording.IsASCIILetter(s[end]) { // nearly always the whole word
		end++
	}
	for end < len(s) {
		c, size := utf8.DecodeRuneInString(s[end:])
		if !wording.IsWordPart(c) {
			break
		}
		end += size
	}
	var word [longestEnd + 4]byte
	return lexicon.EndWords().Openers[string(lexicon.AppendFold(word[:0], s[at:end]))]
}

var endStarts = sync.OnceValue(func() *lexicon.WordStarts {
	starts := new(lexicon.WordStarts)
	for word := range lexicon.EndWords().Openers {
		starts.Add(word)
	}
	return starts
})

// BareEnd is what a line says without its ornaments, in small letters; "" for
// lines that cannot be an end.
func BareEnd(s string) string {
	if len(s) > longestEnd || s == "" || s[0] == '"' || !mayBeEnd(s) {
		return ""
	}
	t := strings.Trim(s, " \t*~-_=#+.<>[](){}!:;|/\\…—–")
	return lexicon.Fold(strings.Join(strings.Fields(t), " "))
}

// IsTheEnd reports whether a line says that the story, or a part of it, ends:
// "THE END", "~ fin ~", "-30-", "##THE END##", "End of part 1/3", "(end 2/5)",
// "To be continued...", "Continued in part 2", "FIN DE LA PREMIÈRE PARTIE".
func IsTheEnd(s string) bool {
	t := BareEnd(s)
	switch {
	case t == "":
		return false
	case t == "30":
		return s[0] == '-' || s[0] == '#' || s[0] == '*' || s[0] == '~'
	case t == "fine": // an Italian end, or an English answer
		return s[0] != 'F' && s[0] != 'f' || s == "FINE"
	case t == "end" && s == "End?":
		return false
	}
	ends := lexicon.EndWords()
	return ends.End[t] || ends.More[t] || ends.Ornamented[t] && !unicode.IsLetter(char.FirstRune(s)) || EndsPart(t) || s == strings.ToUpper(s) && strings.HasPrefix(t, "fin de ")
}

// GoesOnElsewhere reports whether a line promises another part.
func GoesOnElsewhere(s string) bool {
	t := BareEnd(s)
	return lexicon.EndWords().More[t] || strings.HasPrefix(t, "to be continued") || strings.HasPrefix(t, "continued in ") && EndsPart(t)
}

// EndsPart reads "end of part 1 of 3", "end chapter two", "end 2/5", "the end of
// the first book", "continued in part 2", "to be continued in part 3".
func EndsPart(t string) bool {
	t = strings.TrimPrefix(t, "the ")
	rest, ok := strings.CutPrefix(t, "end ")
	if !ok {
		if rest, ok = strings.CutPrefix(t, "continued in "); !ok {
			rest, ok = strings.CutPrefix(t, "to be continued in ")
		}
		return ok && len(strings.Fields(rest)) <= 5
	}
	rest = strings.TrimPrefix(rest, "of ")
	rest = strings.TrimPrefix(rest, "the ")
	words := strings.Fields(rest)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	counted := false
	for k, w := range words {
		w = strings.Trim(w, ".,:")
		switch w {
		case "part", "chapter", "book", "volume", "vol", "episode", "act", "section", "story", "tale", "pt", "ch", "prologue", "epilogue", "installment", "instalment", "transmission", "file", "series", "arc", "interlude", "canto", "scene":
			counted = true
		default:
			if k == 0 && w != "" && (w[0] >= '0' && w[0] <= '9') && strings.Contains(w, "/") {
				counted = true
			}
		}
	}
	return counted
}
