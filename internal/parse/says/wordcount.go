package says

import (
	"strings"
	"unicode"

	"storybind/internal/parse/char"
)

// CountsWords reports whether a line says how long the story is and nothing else: "1,900
// words", "Approx. 1,200 words", "(c. 3 400 words)".
func CountsWords(s string) bool {
	t := strings.ToLower(strings.Trim(s, "*_~()[]-. "))
	if len(t) > 40 || len(t) < 6 {
		return false
	}
	for _, lead := range [...]string{"approximately ", "approx. ", "approx ", "about ", "around ", "roughly ", "circa ", "ca. ", "c. ", "~", "short story, ", "flash fiction, ", "length ", "wordcount ", "word count "} {
		if rest, ok := strings.CutPrefix(t, lead); ok {
			t = strings.TrimLeft(rest, " :")
			if strings.HasPrefix(lead, "word") { // "Word count 850"
				return t != "" && strings.Trim(t, "0123456789,. k") == ""
			}
			break
		}
	}
	number, word := t, ""
	if i := strings.IndexFunc(t, unicode.IsLetter); i > 0 {
		number, word = t[:i], t[i:]
	}
	word = strings.TrimPrefix(word, "k ") // "2.5k words"
	return number != "" && strings.Trim(number, "0123456789,. +~-–") == "" && strings.ContainsAny(number, "0123456789") && (word == "words" || word == "words approx" || word == "words total" || word == "words long")
}

// PublishedWhere reports whether a line says where the story was printed before: "First
// published in The Quay Review, May 1987."
func PublishedWhere(s string) bool {
	if len(s) > 120 {
		return false
	}
	t := strings.TrimLeft(s, "*_~([ ")
	for _, lead := range [...]string{"this story ", "the story "} {
		if char.HasFoldPrefix(t, lead) {
			t = t[len(lead):]
			if char.HasFoldPrefix(t, "was ") {
				t = t[len("was "):]
			}
			break
		}
	}
	for _, lead := range [...]string{"first published in ", "first published by ", "first published as ", "originally published in ", "originally published by ", "previously published in ", "first appeared in ", "originally appeared in ", "reprinted from ", "first printed in ", "first posted to ", "first posted at ", "first posted on ", "originally posted to ", "originally posted at ", "originally posted on "} {
		if char.HasFoldPrefix(t, lead) {
			return Sentences(strings.TrimRight(t, ".)]*_ ")) == 0 || strings.ContainsAny(t, "0123456789")
		}
	}
	return false
}

// NamesDraft reports whether a line says which draft the file is, and no more: "THIRD DRAFT
// 5/9/98", "Final draft", "Draft 3".
func NamesDraft(s string) bool {
	const most = 40 // bytes
	if len(s) > most {
		return false
	}
	draft := false
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(c rune) bool { return strings.ContainsRune(" ,.:;()[]*_-–#", c) }) {
		switch w {
		case "draft", "entwurf", "brouillon", "borrador", "bozza", "rascunho", "utkast", "kladde":
			draft = true
		case "first", "second", "third", "fourth", "fifth", "sixth", "final", "rough", "working", "revised", "last", "of":
		default:
			if strings.Trim(w, "0123456789/") != "" && monthOf(w) == 0 && digitsWithEnding(w).Size != len(w) {
				return false
			}
		}
	}
	return draft
}
