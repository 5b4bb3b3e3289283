package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/hyphen"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/passage"
)

// countHyphens looks up the words broken at the ends of lines [from, to). Texts
// without any cost one look at each line's end.
func countHyphens(r *desk.Reading, from, to int) *hyphen.HyphenVote {
	v := &hyphen.HyphenVote{Divided: true}
	asked := false
	var breaks []hyphen.BrokenWord
	last, lines := -1, 0
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Blank() {
			continue
		}
		if last >= 0 && n-last < 3 && l.Head == passage.StartsLower {
			if a := r.Lines[last].Text; a[len(a)-1] == '-' && len(a) > 2 {
				if c, _ := utf8.DecodeLastRuneInString(a[:len(a)-1]); unicode.IsLetter(c) && len(breaks) < 100000 && !hyphen.InAddressAt(a, l.Text) {
					if !asked {
						v.English, asked = readsEnglish(r, from, to), true
					}
					head, tail := hyphen.Broken(a, l.Text)
					if !v.Suspended(head, tail, l.Text) {
						breaks = append(breaks, hyphen.BrokenWord{Head: head, Tail: tail, Line: last, Kept: v.KeepsHyphen(a, head, tail, l.Text)})
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
	v.Asked, v.Counts, v.Begins = make(map[string]int, 4*len(breaks)), make([]int, 1, 4*len(breaks)), new([1 << hyphen.SumBits]bool)
	for _, b := range breaks {
		for _, w := range [...]string{b.Head + b.Tail, b.Head + "-" + b.Tail, b.Head, b.Tail} {
			v.Ask(w)
		}
	}
	cut := false // the line begins with the rest of a broken word
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Blank() {
			continue
		}
		text := l.Text
		if cut && l.Head == passage.StartsLower {
			text = text[hyphen.WordEnd(text, 0):]
		}
		v.Count(text)
		cut = l.Text[len(l.Text)-1] == '-' && !strings.HasSuffix(l.Text, "--")
	}
	v.Decide(breaks, lines)
	tellHyphens(r, v, breaks)
	return v
}

// tellHyphens says which words nobody can judge where the file does not tell either.
func tellHyphens(r *desk.Reading, v *hyphen.HyphenVote, breaks []hyphen.BrokenWord) {
	var said []string
	first := -1
	for _, b := range breaks {
		is := v.Judge(b.Head, b.Tail)
		_, usual := lexicon.EnglishWord(b.Head + b.Tail) // an everyday word was cut, though the others were not
		odd := v.English && !v.Divided && is == hyphen.Unclear && usual
		odd = odd || is == hyphen.WasDivided && !v.Divided && usual
		if v.Told && !odd && (!v.Divided || is != hyphen.MayBeWhole) || is == hyphen.WasDivided && v.Divided || is == hyphen.WasWhole || len(breaks) == 1 && is == hyphen.Unclear && v.English {
			continue
		}
		if first < 0 {
			first = b.Line
		}
		if len(said) < 5 {
			said = append(said, b.Head+"-"+b.Tail)
		}
	}
	if first < 0 {
		return
	}
	r.Remark("line-end-hyphen", diag.Note, first, first+1, "the story does not tell whether some words at line ends had their hyphen before ("+strings.Join(said, ", ")+")", "look at these words in the book, and mend them in the story where it is wrong")
}
