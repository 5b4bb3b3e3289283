package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// A hyphenVote decides whether a word that is broken at a line's end had its
// hyphen before it was broken: first by the file (one that a program filled breaks
// only at hyphens that were there; one break that cuts a word that is none tells that
// this was another), then by the word: how the story writes it elsewhere, and what the
// language's words are.
type hyphenVote struct {
	asked   map[string]int      // words and compounds that breaks ask for: their places in counts
	counts  []int               // how often each stands inside lines; nobody asks for the first
	begins  *[1 << sumBits]bool // by the sum of three bytes: one of them begins so
	longest int                 // the bytes of the longest that is counted
	divided bool                // the file's words were divided
	told    bool                // the file tells
	english bool
}

// broken reads the parts of a word at the end of line a and the beginning of line b.
func broken(a, b string) (head, tail string) {
	a = a[:len(a)-1]
	i := len(a)
	for i > 0 {
		c, size := utf8.DecodeLastRuneInString(a[:i])
		if !unicode.IsLetter(c) && c != '\'' && c != '’' {
			break
		}
		i -= size
	}
	return strings.ToLower(a[i:]), strings.ToLower(b[:wordEnd(b, 0)])
}

// wordEnd is the first byte after the letters at s[i:].
func wordEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if asciiKinds[c] != ofWord {
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

// countHyphens looks up the words broken at the ends of lines [from, to). Texts
// without any cost one look at each line's end.
func (r *reading) countHyphens(from, to int) *hyphenVote {
	v := &hyphenVote{divided: true}
	asked := false
	var breaks []brokenWord
	last, lines := -1, 0
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Blank() {
			continue
		}
		if last >= 0 && n-last < 3 && l.Head == passage.StartsLower {
			if a := r.lines[last].Text; a[len(a)-1] == '-' && len(a) > 2 {
				if c, _ := utf8.DecodeLastRuneInString(a[:len(a)-1]); unicode.IsLetter(c) && len(breaks) < 100000 && !inAddressAt(a) {
					if !asked {
						v.english, asked = r.readsEnglish(from, to), true
					}
					head, tail := broken(a, l.Text)
					if !v.suspended(head, tail, l.Text) {
						breaks = append(breaks, brokenWord{head, tail, last, v.keepsHyphen(head, tail, l.Text)})
					}
				}
			}
		}
		last = n
		lines++
	}
	if len(breaks) == 0 {
		return v
	}
	v.asked, v.counts, v.begins = make(map[string]int, 4*len(breaks)), make([]int, 1, 4*len(breaks)), new([1 << sumBits]bool)
	for _, b := range breaks {
		for _, w := range [...]string{b.head + b.tail, b.head + "-" + b.tail, b.head, b.tail} {
			v.ask(w)
		}
	}
	cut := false // the line begins with the rest of a broken word
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Blank() {
			continue
		}
		text := l.Text
		if cut && l.Head == passage.StartsLower {
			text = text[wordEnd(text, 0):]
		}
		v.count(text)
		cut = l.Text[len(l.Text)-1] == '-' && !strings.HasSuffix(l.Text, "--")
	}
	v.decide(breaks, lines)
	r.tellHyphens(v, breaks)
	return v
}

// A brokenWord is the parts of a word broken at the end of a line.
type brokenWord struct {
	head, tail string
	line       int
	kept       bool // it is known with its hyphen
}

// decide judges the file by its broken words, in so many lines of text.
func (v *hyphenVote) decide(breaks []brokenWord, lines int) {
	divided, whole, weak := 0, 0, 0
	for _, b := range breaks {
		if b.kept { // it has its hyphen in a file of either kind
			continue
		}
		switch v.judge(b.head, b.tail) {
		case wasDivided:
			divided++
		case wasWhole:
			whole++
		case unclear:
			weak++
		}
	}
	// Few words in a filled text look divided: names, dialect, mistakes.
	switch {
	case divided > 0 && divided*15 >= whole:
		v.divided, v.told = true, true
	case whole > 0 && (weak == 0 || !v.english || whole > 2*weak):
		v.divided, v.told = false, true
	case len(breaks)*100 < lines*2 && lines > 200: // a text that was divided breaks words everywhere
		v.divided = false
	}
}

// tellHyphens says which words nobody can judge where the file does not tell either.
func (r *reading) tellHyphens(v *hyphenVote, breaks []brokenWord) {
	var said []string
	first := -1
	for _, b := range breaks {
		is := v.judge(b.head, b.tail)
		_, usual := englishWord(b.head + b.tail) // an everyday word was cut, though the others were not
		odd := v.english && !v.divided && is == unclear && usual
		if v.told && !odd && (!v.divided || is != mayBeWhole) || is == wasDivided || is == wasWhole || len(breaks) == 1 && is == unclear && v.english {
			continue
		}
		if first < 0 {
			first = b.line
		}
		if len(said) < 5 {
			said = append(said, b.head+"-"+b.tail)
		}
	}
	if first < 0 {
		return
	}
	r.remark("line-end-hyphen", diag.Note, first, first+1, "the story does not tell whether some words at line ends had their hyphen before ("+strings.Join(said, ", ")+")", "look at these words in the book, and mend them in the story where it is wrong")
}

// joins reports whether the hyphen that ends line a goes when line b's first word
// is joined to it.
func (v *hyphenVote) joins(a, b string) bool {
	if v == nil || inAddressAt(a) {
		return false
	}
	head, tail := broken(a, b)
	if v.suspended(head, tail, b) || v.keepsHyphen(head, tail, b) {
		return false
	}
	switch v.judge(head, tail) {
	case wasDivided:
		return v.divided || v.seen(head+tail) > v.seen(head+"-"+tail)
	case wasWhole:
		return false
	}
	if !v.divided || v.judge(head, tail) == mayBeWhole {
		return false
	}
	if beginsCompound[head] {
		return compoundEndings[tail]
	}
	if v.english && utf8.RuneCountInString(head) == 1 && head != "a" && head != "i" && head != "o" && head != "e" && head != "u" { // "T-" "shirts"
		return false
	}
	return true
}

// suspended reports whether the hyphen at a line's end is that of a word whose second
// part comes later: "two-" "or three-day", "pre-" "and post-war".
func (v *hyphenVote) suspended(head, tail, next string) bool {
	switch tail {
	case "and", "or", "nor", "to", "und", "oder", "bis", "sowie", "et", "ou", "o", "y", "e", "en", "of", "och", "og", "i", "и", "или":
	default:
		return false
	}
	if len(next) == len(tail) || next[len(tail)] != ' ' {
		return false
	}
	if v.english || v.counts == nil { // "maj-" "or"
		if one, _ := englishWord(head + tail); one {
			if _, common := englishWord(head); !common || tail == "to" || len(tail) < 3 && !strings.Contains(next[:min(len(next), 40)], "-") {
				return false
			}
		}
	}
	if len(tail) < 3 && tail != "or" && tail != "to" && tail != "et" && tail != "ou" && !strings.Contains(next[:min(len(next), 40)], "-") {
		return false
	}
	return true
}

// suspendedAt is suspended for two lines.
func (v *hyphenVote) suspendedAt(a, b string) bool {
	if v == nil {
		return false
	}
	head, tail := broken(a, b)
	return v.suspended(head, tail, b)
}

// inAddressAt reports whether an address goes on beyond the end of a line.
func inAddressAt(a string) bool {
	w := a[strings.LastIndexAny(a, " \t")+1:]
	return strings.Contains(w, "://") || strings.Contains(w, "www.") || strings.IndexByte(w, '@') > 0
}

// beginsCompound holds first words of compounds that are written with a hyphen: no
// other words are broken behind them, but for those with an ending.
var beginsCompound = map[string]bool{"half": true, "self": true, "well": true, "twenty": true, "thirty": true, "forty": true, "fifty": true,
	"sixty": true, "seventy": true, "eighty": true, "ninety": true}

var compoundEndings = map[string]bool{"ish": true, "ishly": true, "ishness": true, "less": true, "lessly": true, "lessness": true, "same": true, "hood": true,
	"ing": true, "ed": true, "ness": true, "fold": true, "way": true, "penny": true, "pence": true, "ington": true}
