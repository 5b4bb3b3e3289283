package inlines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// Emphasis may run on over lines of verse and over paragraphs: a letter, a dream, a
// song between one pair of marks. Print stresses each paragraph by itself, and so
// does the book: a run that is open where a paragraph ends is closed there and opened
// anew where the next begins.

// How far a run may reach.
const (
	RunOfTags  = 400 // paragraphs between a tag and the one that ends it
	RunOfMarks = 40  // the same for other marks, where they stand at the edges of paragraphs
)

// An EmphasisRuns says which kinds of marks are open where a line begins, for the
// lines of a section.
type EmphasisRuns map[int][]OpenKind

// An OpenKind is a mark that is open, and how it was typed.
type OpenKind struct {
	Kind int
	Mark string
}

// A MarkToken is a mark of emphasis in a row that its own row does not pair.
type MarkToken struct {
	From, To    int
	Kind        int
	Opens, Ends bool
	Whole       bool // the row begins with it, and ends with the one that pairs it
}

// PartOfWord reads the mark of n signs at byte i as stress on a part of a word:
// "Absolute_ly_", "P_art_", "fan*tas*tic"; or on a stop alone: "Stiffly_._". It
// returns the byte after the mark that ends it; 0 when it is none.
func PartOfWord(text string, i, n int) int {
	if n != 1 || i == 0 {
		return 0
	}
	c := text[i]
	j := i + 1
	letters, stops := 0, 0
	vowel := false
	for j < len(text) && text[j] != c && j-i < 40 {
		r, size := utf8.DecodeRuneInString(text[j:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
			vowel = vowel || isVowel(r)
		case r == '.' || r == ',' || r == ';' || r == ':' || r == '!' || r == '?' || r == ')' || r == '(':
			stops++
		case (r == '\'' || r == '’' || r == '-') && letters > 0:
		default:
			return 0
		}
		j += size
	}
	if j >= len(text) || text[j] != c || j+1 < len(text) && text[j+1] == c {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[j+1:])
	switch {
	case letters == 0:
		if stops > 0 && before != ' ' && before != '\t' && (c == '_' || unicode.IsLetter(before)) {
			return j + 1
		}
		return 0
	case stops > 0 || !unicode.IsLetter(before) || !wordOfMarks(text, i, j, c):
		return 0
	}
	if char.KindOf(after) == char.OfWord && (unicode.IsDigit(after) || c != '_' && !vowel || c == '_' && !isOneWord(text, i, j)) { // "f*ck*ng"; a name of a file or a program's
		return 0
	}
	return j + 1
}

// wordOfMarks reports whether the word round the marks at bytes i and j holds letters
// alone, and no other of the marks.
func wordOfMarks(text string, i, j int, c byte) bool {
	for k := i; k > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:k])
		if r == rune(c) || unicode.IsDigit(r) || r == '@' || r == '/' || r == '\\' {
			return false
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' && r != '-' {
			break
		}
		k -= size
	}
	for k := j + 1; k < len(text); {
		r, size := utf8.DecodeRuneInString(text[k:])
		if r == rune(c) || unicode.IsDigit(r) || r == '@' || r == '/' || r == '\\' || r == '.' && k+1 < len(text) && char.KindOf(rune(text[k+1])) == char.OfWord {
			return false
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		k += size
	}
	return true
}

// isOneWord reports whether the letters round the marks at bytes i and j are one word: an
// English one, "in_com_petent", but not "log_in_now"; or one with letters that names of
// files and programs have not: "un_mög_lich".
func isOneWord(text string, i, j int) bool {
	letter := func(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
	from, to := i, j+1
	for from > 0 && letter(text[from-1]) {
		from--
	}
	for to < len(text) && letter(text[to]) {
		to++
	}
	if strings.IndexFunc(text[i:j], func(c rune) bool { return c >= utf8.RuneSelf }) >= 0 || from > 0 && text[from-1] >= utf8.RuneSelf || to < len(text) && text[to] >= 0xC3 && text[to] < 0xE0 {
		return true
	}
	known, _ := lexicon.EnglishWord(strings.ToLower(text[from:i] + text[i+1:j] + text[j+1:to]))
	return known
}

// isVowel is a letter that words are spoken with; letters of other scripts count.
func isVowel(r rune) bool {
	if r >= utf8.RuneSelf {
		return true
	}
	switch r | 0x20 {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}
