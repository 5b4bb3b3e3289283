package inlines

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/char"
)

// Stress is what a pair of marks stands for.
type Stress uint8

const (
	NoStress Stress = iota // the marks stay as they are
	Emphatic
	Strong
)

// The marks that authors put round stressed words, singly or doubled.
const MarkSigns = "_*/~=|+"

// A MarkVote is what each mark of emphasis stands for in a story, decided by
// counting: the most used single mark is emphasis, a doubled one is strong.
type MarkVote struct {
	Single, Double [len(MarkSigns)]Stress
	Triple         [len(MarkSigns)]bool // ***both***
	Crowded        bool                 // a remark on too many marks was made
	Told           int                  // remarks made about marks left open
	Pictures       bool                 // a remark on pictures was made
	Tags           bool                 // a remark on tags was made
}

// SignIndex is a mark's place in markSigns, counted from 1; 0 for other bytes.
var SignIndex = func() (t [256]uint8) {
	for i := range MarkSigns {
		t[MarkSigns[i]] = uint8(i + 1)
	}
	return t
}()

// Edges reports whether the mark text[i:j] may open a stressed stretch, and
// whether it may end one: an opening mark stands behind a blank or punctuation
// and before a word, an ending one the other way round.
func Edges(text string, i, j int) (open, end bool) {
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
	a, b := char.KindOf(before), char.KindOf(after)
	open = a != char.OfWord && b != char.OfBlank && b != char.OfEnd
	end = b != char.OfWord && a != char.OfBlank && a != char.OfOpening
	switch text[i] {
	case '/':
		open = open && (b == char.OfWord && !char.IsDigit(after) || b == char.OfQuote || SignIndex[byte(after)] > 0 && after < utf8.RuneSelf || after == '…' || after == '.') && before != ':' && before != '.' && before != '<' && before != '~' // "~/farms/two"
		end = end && before != ':' && before != '<'
	case '~', '=', '|', '+':
		open = open && (b == char.OfWord && !char.IsDigit(after) || b == char.OfQuote || after == '*' || after == '_')
	case '*', '_':
		// "*" before a blank begins a list, behind a word it refers to a note.
	}
	return open, end
}

// An AddressScan finds the stretches without blanks that are addresses of the
// web, of mail or of files, in which no sign is a mark of emphasis.
type AddressScan struct {
	Text       string
	Start, End int // the stretch looked at last
	is         bool
}

// Covers reports whether byte i lies in an address; i must not decrease.
func (a *AddressScan) Covers(i int) bool {
	if i >= a.End {
		a.Start = strings.LastIndexAny(a.Text[a.End:i], " \t") + 1 + a.End
		if n := strings.IndexAny(a.Text[i:], " \t"); n >= 0 {
			a.End = i + n
		} else {
			a.End = len(a.Text)
		}
		w := a.Text[a.Start:a.End]
		a.is = strings.Contains(w, "://") || strings.Contains(w, "www.") || InAddress(w)
	}
	return a.is
}

// InAddress reports whether a stretch without blanks holds an e-mail address:
// an @ between letters or digits.
func InAddress(w string) bool {
	i := strings.IndexByte(w, '@')
	return i > 0 && i+1 < len(w) && (char.KindOf(rune(w[i-1])) == char.OfWord || w[i-1] == '_' || w[i-1] == '.') && char.KindOf(rune(w[i+1])) == char.OfWord
}

// ThoughtWords are meanings of marks that a reader must still see.
var ThoughtWords = []string{"telepath", "thought", "thinking", "mind", "mental", "psychic", "flashback", "sign language", "speaking in", "spoken in", "speech", "text message", "dream", "memory", "memories", "radio", "comm ", "sending"}
