package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// listen counts the words and the lines of the opening in the text below it.
func (a *around) listen(o *Opening) {
	a.words, a.body = make(map[string]int32, 256), make(map[string]uint8, len(a.fs))
	a.counts = make([]heardWord, 1, 256) // the first is that of words that were not listened for
	var heard, lines lexicon.WordStarts
	for i := range a.fs {
		f := &a.fs[i]
		for i, w := range f.words {
			if utf8.RuneCountInString(w) > 2 {
				if low := f.lows[i]; a.words[low] == 0 {
					a.words[low] = int32(len(a.counts))
					a.counts = append(a.counts, heardWord{})
					heard.Add(low)
				}
			}
		}
		if len(f.key) > 2 {
			a.body[f.key] = 0
			lines.Add(f.key)
		}
	}
	from := a.fs[len(a.fs)-1].n + 1
	if a.prose < len(a.fs) {
		from = a.fs[a.prose].n
	}
	bytes, most := 0, bodyLines
	if o.Brief {
		most = briefBody
	}
	for n := from; n < min(len(o.Lines), from+most) && bytes < bodyBytes; n++ {
		l := &o.Lines[n]
		bytes += len(l.Text)
		if len(l.Text) < 90 && l.Text != "" && lines.Has(strings.TrimLeft(l.Text, "\"'“‘(_*- ")) {
			if k := key(l.Text, 120); len(k) > 2 {
				if c, ok := a.body[k]; ok && c < 9 {
					a.body[k] = c + 1
				}
			}
		}
		a.hear(l.Text, &heard)
	}
	last := len(o.Lines)
	if o.Brief {
		last = 0
	}
	for seen := 0; last > from && seen < tailLines; last-- {
		if t := o.Lines[last-1].Text; t != "" {
			seen++
			if len(t) < 120 {
				a.tail = append(a.tail, key(t, 120))
			}
		}
	}
}

// hear counts the words of a line of the text below that the opening has; a line's first
// word may have its capital from the sentence.
func (a *around) hear(s string, heard *lexicon.WordStarts) {
	first := true
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && !wording.IsASCIILetter(c) && (c < '0' || c > '9') {
			i++
			continue
		}
		start, plain := i, true
		for i < len(s) && (wording.IsASCIILetter(s[i]) || s[i] == '\'' || s[i] >= '0' && s[i] <= '9' || s[i] >= utf8.RuneSelf) {
			plain = plain && s[i] < utf8.RuneSelf
			i++
		}
		if plain {
			if heard.Has(s[start:i]) {
				a.hearWord(strings.TrimRight(s[start:i], "'"), first)
			}
			first = false
			continue
		}
		for _, w := range words(s[start:i], 400) {
			a.hearWord(w, first)
			first = false
		}
	}
}

func (a *around) hearWord(w string, first bool) {
	c, _ := utf8.DecodeRuneInString(w)
	if unicode.IsLower(c) {
		if k := a.words[w]; k > 0 && a.counts[k].lower < 9 {
			a.counts[k].lower++
		}
	} else if !first && unicode.IsUpper(c) {
		if k := a.words[strings.ToLower(w)]; k > 0 && a.counts[k].upper < 9 {
			a.counts[k].upper++
		}
	}
}
