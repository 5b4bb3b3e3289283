package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// A HyphenVote decides whether a word that is broken at a line's end had its
// hyphen before it was broken: first by the file (one that a program filled breaks
// only at hyphens that were there; one break that cuts a word that is none tells that
// this was another), then by the word: how the story writes it elsewhere, and what the
// language's words are.
type HyphenVote struct {
	Asked   map[string]int      // words and compounds that breaks ask for: their places in counts
	Counts  []int               // how often each stands inside lines; nobody asks for the first
	Begins  *[1 << SumBits]bool // by the sum of three bytes: one of them begins so
	longest int                 // the bytes of the longest that is counted
	Divided bool                // the file's words were divided
	Told    bool                // the file tells
	English bool
}

// Broken reads the parts of a word at the end of line a and the beginning of line b.
func Broken(a, b string) (head, tail string) {
	a = a[:len(a)-1]
	i := len(a)
	for i > 0 {
		c, size := utf8.DecodeLastRuneInString(a[:i])
		if !unicode.IsLetter(c) && c != '\'' && c != '’' {
			break
		}
		i -= size
	}
	return strings.ToLower(a[i:]), strings.ToLower(b[:WordEnd(b, 0)])
}

// WordEnd is the first byte after the letters at s[i:].
func WordEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if char.ASCIIKinds[c] != char.OfWord {
				break
			}
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(c) {
			break
		}
		i += size
	}
	return i
}

// A BrokenWord is the parts of a word broken at the end of a line.
type BrokenWord struct {
	Head, Tail string
	Line       int
	Kept       bool // it is known with its hyphen
}

// Decide judges the file by its broken words, in so many lines of text.
func (v *HyphenVote) Decide(breaks []BrokenWord, lines int) {
	divided, whole, weak := 0, 0, 0
	cut := 0 // everyday words that were divided
	for _, b := range breaks {
		if b.Kept { // it has its hyphen in a file of either kind
			continue
		}
		switch v.Judge(b.Head, b.Tail) {
		case WasDivided:
			if _, common := lexicon.EnglishWord(b.Head + b.Tail); common || !v.English {
				cut++
			}
			divided++
		case WasWhole, MayBeWhole: // hardly a division is either
			whole++
		case Unclear:
			weak++
		}
	}
	// One everyday word that was cut tells of a text whose words were divided, unless it is
	// the only one among many. Others look divided in a filled text as well: names, dialect,
	// words that most people write as one.
	switch {
	case cut > 0 && cut*15 >= whole, divided > 0 && divided*2 >= whole:
		v.Divided, v.Told = true, true
	case whole > 0 && (divided > 0 || whole*4 > weak || !v.English):
		v.Divided, v.Told = false, true
	case len(breaks)*100 < lines*2 && lines > 200: // a text that was divided breaks words everywhere
		v.Divided = false
	}
}

// Joins reports whether the hyphen that ends line a goes when line b's first word
// is joined to it.
func (v *HyphenVote) Joins(a, b string) bool {
	if v == nil || InAddressAt(a, b) {
		return false
	}
	head, tail := Broken(a, b)
	if v.Suspended(head, tail, b) || v.KeepsHyphen(a, head, tail, b) {
		return false
	}
	switch v.Judge(head, tail) {
	case WasDivided:
		return v.Divided || v.seen(head+tail) > v.seen(head+"-"+tail)
	case WasWhole:
		return false
	}
	if !v.Divided || v.Judge(head, tail) == MayBeWhole {
		return false
	}
	if beginsCompound[head] {
		return compoundEndings[tail]
	}
	if v.English && utf8.RuneCountInString(head) == 1 && head != "a" && head != "i" && head != "o" && head != "e" && head != "u" { // "T-" "shirts"
		return false
	}
	return true
}

// Suspended reports whether the hyphen at a line's end is that of a word whose second
// part comes later: "two-" "or three-day", "pre-" "and post-war".
func (v *HyphenVote) Suspended(head, tail, next string) bool {
	switch tail {
	case "and", "or", "nor", "to", "und", "oder", "bis", "sowie", "et", "ou", "o", "y", "e", "en", "of", "och", "og", "i", "и", "или":
	default:
		return false
	}
	if len(next) == len(tail) || next[len(tail)] != ' ' {
		return false
	}
	if v.English || v.Counts == nil { // "maj-" "or"
		if one, _ := lexicon.EnglishWord(head + tail); one {
			if _, common := lexicon.EnglishWord(head); !common || tail == "to" || len(tail) < 3 && !strings.Contains(next[:min(len(next), 40)], "-") {
				return false
			}
		}
	}
	if len(tail) < 3 && tail != "or" && tail != "to" && tail != "et" && tail != "ou" && !strings.Contains(next[:min(len(next), 40)], "-") {
		return false
	}
	return true
}

// SuspendedAt is suspended for two lines.
func (v *HyphenVote) SuspendedAt(a, b string) bool {
	if v == nil {
		return false
	}
	head, tail := Broken(a, b)
	return v.Suspended(head, tail, b)
}

// InAddressAt reports whether an address goes on from the end of line a in line b.
func InAddressAt(a, b string) bool {
	w := a[strings.LastIndexAny(a, " \t")+1:]
	rest, _, _ := strings.Cut(b, " ")
	return strings.Contains(w, "://") || strings.Contains(w, "www.") || strings.IndexByte(w, '@') > 0 || strings.IndexByte(rest, '@') > 0
}

// beginsCompound holds first words of compounds that are written with a hyphen: no
// other words are broken behind them, but for those with an ending.
var beginsCompound = map[string]bool{"half": true, "self": true, "well": true, "twenty": true, "thirty": true, "forty": true, "fifty": true,
	"sixty": true, "seventy": true, "eighty": true, "ninety": true}

var compoundEndings = map[string]bool{"ish": true, "ishly": true, "ishness": true, "less": true, "lessly": true, "lessness": true, "same": true, "hood": true,
	"ing": true, "ed": true, "ness": true, "fold": true, "way": true, "penny": true, "pence": true, "ington": true}
