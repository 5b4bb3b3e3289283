package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// Emphasis may run on over lines of verse and over paragraphs: a letter, a dream, a
// song between one pair of marks. Print stresses each paragraph by itself, and so
// does the book: a run that is open where a paragraph ends is closed there and opened
// anew where the next begins.

// How far a run may reach.
const (
	runOfTags  = 400 // paragraphs between a tag and the one that ends it
	runOfMarks = 40  // the same for other marks, where they stand at the edges of paragraphs
)

// An emphasisRuns says which kinds of marks are open where a line begins, for the
// lines of a section.
type emphasisRuns map[int][]openKind

// An openKind is a mark that is open, and how it was typed.
type openKind struct {
	kind int
	mark string
}

// findRuns finds the runs of emphasis among the rows.
func (p *sectionText) findRuns() emphasisRuns {
	v := p.layout.marks
	if v == nil {
		return nil
	}
	var runs emphasisRuns
	type opening struct {
		row, paragraph int
		atStart        bool // it is the first thing in its paragraph
		mark           string
	}
	var open [markKinds]*opening
	paragraph := 0
	for i := range p.rows {
		w := &p.rows[i]
		starts := i == 0 || w.gap > 0
		if starts {
			paragraph++
		}
		if w.Marks&passage.HasMarks == 0 || w.Marks&passage.IsMark != 0 {
			continue
		}
		for _, t := range p.tokens(w) {
			o := open[t.kind]
			tag := t.kind >= 3*len(markSigns)
			repeats := o != nil && o.atStart && starts && t.from == 0 && paragraph-o.paragraph == 1
			switch {
			case t.whole && !repeats:
			case t.ends && o != nil:
				open[t.kind] = nil
				ended := len(strings.TrimRight(w.Text[t.to:], ".,;:!?)\"'”’")) == 0 && (i+1 == len(p.rows) || p.rows[i+1].gap > 0)
				far := paragraph - o.paragraph
				if o.row == i || !tag && far > 1 && (!o.atStart || !ended || far > runOfMarks) || far > runOfTags {
					continue
				}
				if runs == nil {
					runs = emphasisRuns{}
				}
				for k := o.row + 1; k <= i; k++ {
					runs[p.rows[k].n] = append(runs[p.rows[k].n], openKind{t.kind, o.mark})
				}
			case t.opens && !repeats:
				open[t.kind] = &opening{i, paragraph, starts && t.from == 0, w.Text[t.from:t.to]}
			case t.opens: // each paragraph repeats the mark, and only the last is ended
				if runs == nil {
					runs = emphasisRuns{}
				}
				runs[w.n] = append(runs[w.n], openKind{t.kind, o.mark})
				if open[t.kind] = nil; !t.whole {
					open[t.kind] = &opening{i, paragraph, true, o.mark}
				}
			}
		}
	}
	return runs
}

// A markToken is a mark of emphasis in a row that its own row does not pair.
type markToken struct {
	from, to    int
	kind        int
	opens, ends bool
	whole       bool // the row begins with it, and ends with the one that pairs it
}

// tokens are the marks of a row that may belong to a run.
func (p *sectionText) tokens(w *row) []markToken {
	var out []markToken
	text := w.Text
	v := p.layout.marks
	address := addressScan{text: text}
	i := 0
	if x := p.layout.notes; x != nil {
		if k, ok := x.byLine[w.n]; ok {
			i = x.notes[k].text
		}
	}
	for ; i < len(text); i++ {
		c := text[i]
		if c == '<' || c == '[' {
			t := tagAt(text, i)
			if t.to > 0 && t.kind < tagKinds {
				out = append(out, markToken{from: i, to: t.to, kind: 3*len(markSigns) + int(t.kind), opens: !t.closes, ends: t.closes})
			}
			if t.to > 0 {
				i = t.to - 1
			}
			continue
		}
		if c != '_' && c != '*' || address.covers(i) {
			continue
		}
		j := i + 1
		for j < len(text) && text[j] == c {
			j++
		}
		run, sign := j-i, int(signIndex[c])-1
		if end := partOfWord(text, i, run); end > 0 {
			i = end - 1
			continue
		}
		if _, known := v.meaning(sign, run); known && run <= 3 {
			opens, ends := edges(text, i, j)
			kind := (run-1)*len(markSigns) + sign
			out = append(out, markToken{from: i, to: j, kind: kind, opens: opens, ends: ends})
		}
		i = j - 1
	}
	return p.unpaired(out, len(text))
}

// unpaired leaves out the tokens that the row itself pairs, but for those that stand
// round all of its size bytes, and those that neither open nor end anything.
func (p *sectionText) unpaired(ts []markToken, size int) []markToken {
	out := ts[:0]
	for _, t := range ts {
		if t.ends {
			paired := false
			for k := len(out) - 1; k >= 0; k-- {
				if out[k].kind == t.kind && !out[k].whole {
					if paired = out[k].opens; paired && out[k].from == 0 && t.to == size {
						out[k].whole = true
					} else if paired {
						out = append(out[:k], out[k+1:]...)
					}
					break
				}
			}
			if paired {
				continue
			}
			t.opens = false
			if t.from == 0 {
				continue
			}
		}
		if t.opens || t.ends {
			out = append(out, t)
		}
	}
	return out
}

// partOfWord reads the mark of n signs at byte i as stress on a part of a word:
// "Absolute_ly_", "P_art_", "fan*tas*tic"; or on a stop alone: "Stiffly_._". It
// returns the byte after the mark that ends it; 0 when it is none.
func partOfWord(text string, i, n int) int {
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
	if kindOf(after) == ofWord && (unicode.IsDigit(after) || c != '_' && !vowel || c == '_' && !isOneWord(text, i, j)) { // "f*ck*ng"; a name of a file or a program's
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
		if r == rune(c) || unicode.IsDigit(r) || r == '@' || r == '/' || r == '\\' || r == '.' && k+1 < len(text) && kindOf(rune(text[k+1])) == ofWord {
			return false
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		k += size
	}
	return true
}

// isOneWord reports whether the letters round the marks at bytes i and j are an English
// word: "in_com_petent", but not "log_in_now".
func isOneWord(text string, i, j int) bool {
	letter := func(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
	from, to := i, j+1
	for from > 0 && letter(text[from-1]) {
		from--
	}
	for to < len(text) && letter(text[to]) {
		to++
	}
	known, _ := englishWord(strings.ToLower(text[from:i] + text[i+1:j] + text[j+1:to]))
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
