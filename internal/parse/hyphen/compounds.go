package hyphen

import (
	_ "embed"
	"strings"
	"sync"

	"storybind/internal/parse/lexicon"
)

//go:embed words/compounds.txt
var compoundWords string

// compounds are the words of the list (words/README.md).
var compounds = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(compoundWords) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out[line] = true
		}
	}
	return out
})

// linkWords stand between two hyphens: "Stratford-" "on-Avon", "man-" "of-war".
var linkWords = map[string]bool{"on": true, "in": true, "of": true, "to": true, "the": true, "and": true, "upon": true, "under": true, "by": true, "at": true, "or": true, "le": true, "la": true, "les": true, "de": true, "du": true, "sur": true, "sous": true, "en": true, "an": true, "auf": true, "am": true,
	"à": true, "a": true, "au": true, "aux": true, "des": true, "y": true, "e": true, "d": true, "ès": true}

// behindLink reports whether the part of a word that ends line a is a word that links, with
// a hyphen before it: "mother-in-" "law", "c'est-à-" "dire". The next one belongs to the word as well.
func behindLink(a, head string) bool {
	at := len(a) - 1 - len(head)
	return linkWords[head] && at > 1 && a[at-1] == '-' && a[at-2] != '-' && a[at-2] != ' '
}

// behindSuspended reports whether the part of a word that ends line a is the second of two
// that share what follows, "pro- and anti-" "royalist", and was not cut: "four-" "teen-inch".
func (v *HyphenVote) behindSuspended(a, head, tail string) bool {
	at := len(a) - 1 - len(head)
	if at < 4 || !v.English || !strings.HasSuffix(a[:at], "- and ") && !strings.HasSuffix(a[:at], "- or ") {
		return false
	}
	one, _ := lexicon.EnglishWord(head + tail)
	return !one && (prefixes[head] || v.mayBeWord(head))
}

// KeepsHyphen reports whether the parts of a word broken at the end of line a, the second
// of which begins the line next, are those of a word that is written with a hyphen: another
// hyphen follows a word that links, or the word is listed.
func (v *HyphenVote) KeepsHyphen(a, head, tail, next string) bool {
	if behindLink(a, head) || v.behindSuspended(a, head, tail) {
		return true
	}
	if linkWords[tail] && !v.cut(head, tail) && len(next) > len(tail)+1 && next[len(tail)] == '-' && next[len(tail)+1] != '-' {
		return true
	}
	if v.English {
		return false
	}
	c := compounds()
	return c[head+"-"+tail] || c["-"+tail] || c[head+"-"]
}

// cut reports whether a word was cut within: "lem-" "on-water".
func (v *HyphenVote) cut(head, tail string) bool {
	if !v.English || v.mayBeWord(head) {
		return false
	}
	one, _ := lexicon.EnglishWord(head + tail)
	return one
}
