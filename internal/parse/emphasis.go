package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// Stress is what a pair of marks stands for.
type stress uint8

const (
	noStress stress = iota // the marks stay as they are
	emphatic
	strong
)

// The marks that authors put round stressed words, singly or doubled.
const markSigns = "_*/~=|+"

// A markVote is what each mark of emphasis stands for in a story, decided by
// counting: the most used single mark is emphasis, a doubled one is strong.
type markVote struct {
	single, double [len(markSigns)]stress
	crowded        bool // a remark on too many marks was made
	told           int  // remarks made about marks left open
	pictures       bool // a remark on pictures was made
	tags           bool // a remark on tags was made
}

// signIndex is a mark's place in markSigns, counted from 1; 0 for other bytes.
var signIndex = func() (t [256]uint8) {
	for i := range markSigns {
		t[markSigns[i]] = uint8(i + 1)
	}
	return t
}()

// countMarks counts the marks in lines [from, to) and decides. The lines before
// may say that a mark means telepathy or the like; such marks are kept.
func (r *reading) countMarks(notes *noteIndex, from, to int) *markVote {
	v := &markVote{}
	var opens, closes [2][len(markSigns)]int
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Marks&passage.HasMarks == 0 || l.Marks&passage.IsMark != 0 {
			continue
		}
		address := addressScan{text: l.Text}
		i := 0
		if notes != nil { // the star before a note marks no stress
			if k, ok := notes.byLine[n]; ok {
				i = notes.notes[k].text
			}
		}
		for ; i < len(l.Text); i++ {
			sign := signIndex[l.Text[i]]
			if sign == 0 {
				continue
			}
			j := i + 1
			for j < len(l.Text) && l.Text[j] == l.Text[i] {
				j++
			}
			if j < len(l.Text) && l.Text[i] == '*' && l.Text[j] == '(' && notes != nil {
				i = j // "*(2)" refers to a note
				continue
			}
			if j-i <= 2 && !address.covers(i) {
				if part := partOfWord(l.Text, i, j-i); part > 0 {
					opens[0][sign-1]++
					closes[0][sign-1]++
					i = part - 1
					continue
				}
				open, end := edges(l.Text, i, j)
				if open && !end && j-i == 1 { // "_un_likely"
					k := strings.IndexFunc(l.Text[j:], func(c rune) bool { return kindOf(c) != ofWord }) + j
					if k > j && l.Text[k] == l.Text[i] && endsInWord(l.Text, j, k) {
						closes[0][sign-1]++
					}
				}
				if open {
					opens[j-i-1][sign-1]++
				}
				if end {
					closes[j-i-1][sign-1]++
				}
			}
			i = j - 1
		}
	}
	best, most := -1, 0
	for s := range markSigns {
		n := min(opens[0][s], closes[0][s])
		switch {
		case n == 0:
			continue
		case markSigns[s] == '=' || markSigns[s] == '|' || markSigns[s] == '+':
			if n < 3 || n*10 < 9*max(opens[0][s], closes[0][s]) {
				continue
			}
		case markSigns[s] == '/' && n*4 < max(opens[0][s], closes[0][s]):
			continue
		}
		v.single[s] = emphatic
		if n > most {
			best, most = s, n
		}
	}
	if s := strings.IndexByte(markSigns, '='); best == 0 {
		v.single[s] = min(v.single[s]*2, strong) // "_italic_" beside "=bold=", as Project Gutenberg has it
	}
	for s := range markSigns {
		if min(opens[1][s], closes[1][s]) == 0 {
			continue
		}
		switch markSigns[s] {
		case '_', '*':
			v.double[s] = strong
		case '/', '~':
			v.double[s] = emphatic
		}
	}
	r.keptMarks(v, from)
	return v
}

// edges reports whether the mark text[i:j] may open a stressed stretch, and
// whether it may end one: an opening mark stands behind a blank or punctuation
// and before a word, an ending one the other way round.
func edges(text string, i, j int) (open, end bool) {
	before, after := ' ', ' '
	if i > 0 {
		if before = rune(text[i-1]); before >= utf8.RuneSelf {
			before, _ = utf8.DecodeLastRuneInString(text[:i])
		}
	}
	if j < len(text) {
		if after = rune(text[j]); after >= utf8.RuneSelf {
			after, _ = utf8.DecodeRuneInString(text[j:])
		}
	}
	a, b := kindOf(before), kindOf(after)
	open = a != ofWord && b != ofBlank && b != ofEnd
	end = b != ofWord && a != ofBlank && a != ofOpening
	switch text[i] {
	case '/':
		open = open && (b == ofWord && !isDigit(after) || b == ofQuote || signIndex[byte(after)] > 0 && after < utf8.RuneSelf || after == '…' || after == '.') && before != ':' && before != '.' && before != '<'
		end = end && before != ':' && before != '<'
	case '~', '=', '|', '+':
		open = open && (b == ofWord && !isDigit(after) || b == ofQuote || after == '*' || after == '_')
	case '*', '_':
		// "*" before a blank begins a list, behind a word it refers to a note.
	}
	return open, end
}

func isDigit(c rune) bool { return '0' <= c && c <= '9' }

// Kinds of characters beside a mark.
type neighbour uint8

const (
	ofBlank   neighbour = iota
	ofWord              // letters and digits
	ofOpening           // opening brackets
	ofEnd               // punctuation that only ends something
	ofQuote             // quotation marks
	ofOther
)

func kindOf(c rune) neighbour {
	if uint32(c) < utf8.RuneSelf {
		return asciiKinds[c]
	}
	return findKind(c)
}

var asciiKinds = func() (t [utf8.RuneSelf]neighbour) {
	for c := range t {
		t[c] = findKind(rune(c))
	}
	return t
}()

func findKind(c rune) neighbour {
	switch {
	case c == ' ' || c == '\t' || c == '\n' || c == '\u00A0' || c == '\u3000':
		return ofBlank
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
		return ofWord
	case c == '(' || c == '[' || c == '{':
		return ofOpening
	case c == ')' || c == ']' || c == '}' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '%':
		return ofEnd
	case c == '"' || c == '\'' || c == '`':
		return ofQuote
	case c < utf8.RuneSelf:
		return ofOther
	case strings.ContainsRune("“”‘’«»‹›„‚", c):
		return ofQuote
	case unicode.IsLetter(c) || unicode.IsDigit(c):
		return ofWord
	}
	return ofOther
}

// An addressScan finds the stretches without blanks that are addresses of the
// web, of mail or of files, in which no sign is a mark of emphasis.
type addressScan struct {
	text       string
	start, end int // the stretch looked at last
	is         bool
}

// covers reports whether byte i lies in an address; i must not decrease.
func (a *addressScan) covers(i int) bool {
	if i >= a.end {
		a.start = strings.LastIndexAny(a.text[a.end:i], " \t") + 1 + a.end
		if n := strings.IndexAny(a.text[i:], " \t"); n >= 0 {
			a.end = i + n
		} else {
			a.end = len(a.text)
		}
		w := a.text[a.start:a.end]
		a.is = strings.Contains(w, "://") || strings.Contains(w, "www.") || inAddress(w)
	}
	return a.is
}

// inAddress reports whether a stretch without blanks holds an e-mail address:
// an @ between letters or digits.
func inAddress(w string) bool {
	i := strings.IndexByte(w, '@')
	return i > 0 && i+1 < len(w) && (kindOf(rune(w[i-1])) == ofWord || w[i-1] == '_' || w[i-1] == '.') && kindOf(rune(w[i+1])) == ofWord
}

// thoughtWords are meanings of marks that a reader must still see.
var thoughtWords = []string{"telepath", "thought", "thinking", "mind", "mental", "psychic", "flashback", "sign language", "speaking in", "spoken in", "speech", "text message", "dream", "memory", "memories", "radio", "comm ", "sending"}

// keptMarks reads what lines [0, to) say about marks, such as "/.../ = telepathy"
// or "<text> denotes thoughts": marks with a meaning of their own stay in the text.
func (r *reading) keptMarks(v *markVote, to int) {
	for n := 0; n < to && n < 400; n++ {
		l := &r.lines[n]
		if l.Marks&passage.HasMarks == 0 || len(l.Text) > 400 {
			continue
		}
		for s := range markSigns {
			i := strings.IndexByte(l.Text, markSigns[s])
			if i < 0 {
				continue
			}
			j := strings.LastIndexByte(l.Text, markSigns[s])
			if j-i < 2 || j-i > 40 || i > 0 && kindOf(rune(l.Text[i-1])) == ofWord {
				continue
			}
			low := strings.ToLower(l.Text[:i] + " " + l.Text[j+1:])
			if strings.Contains(low, "emphasi") || strings.Contains(low, "italic") || strings.Contains(low, "stress") || strings.Contains(low, "bold") {
				continue
			}
			says := strings.Contains(low, "=") || strings.Contains(low, " is ") || strings.Contains(low, " are ") || strings.Contains(low, "denote") || strings.Contains(low, "indicate") || strings.Contains(low, "mean") || strings.Contains(low, " - ") || strings.Contains(low, " in ")
			for _, w := range thoughtWords {
				if says && strings.Contains(low, w) {
					if j > i+1 && l.Text[i+1] == l.Text[i] {
						v.double[s] = noStress
					} else {
						v.single[s] = noStress
					}
				}
			}
		}
	}
}
