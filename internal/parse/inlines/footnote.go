package inlines

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
)

// A StoryNote is a footnote or an endnote.
type StoryNote struct {
	Mark string // "1", "*"
	Form NoteForm
	Word bool // the word "Footnote" stands before the mark
	Line int  // where it begins
	Text int  // the bytes of its mark, blanks behind it apart
	Id   string
	Far  bool // it stands in a list of notes, not at a page's foot

	Apart  bool // "(1)" behind a blank may refer to it
	Reach  int  // how many lines above it may stand; 0 for NearNote
	Early  bool // it stands among other notes above what refers to it
	Headed bool // a line says that notes follow
}

// A NoteForm is how a note's mark is typed.
type NoteForm uint8

const (
	SquareForm NoteForm = iota // [1], [A], [*], [^1]
	RoundForm                  // (1), (*), （注１）
	curlForm                   // {1}, <1>
	RaisedForm                 // ¹
	CaretForm                  // ^1
	Starred                    // *, †
	bareForm                   // a figure glued to a word or its stop, in the text: ford.1
	ItemForm                   // 1. in a list of notes; in the text any of the others
	ApartForm                  // (1) behind a blank, in the text
)

// Suits reports whether a mark in the text may refer to a note of a form.
func (n *StoryNote) Suits(form NoteForm) bool {
	switch {
	case n.Form == ItemForm:
		return form != Starred
	case n.Word:
		return form == SquareForm || form == Starred || form == RaisedForm
	}
	return n.Form == form
}

// FootnoteWord reads "[Footnote 1: " and its like at the beginning of a line.
func FootnoteWord(s string) (mark string, text int) {
	low := strings.ToLower(s[:min(len(s), 24)])
	for _, w := range [...]string{"[footnote", "[fußnote", "[note de", "[note", "[nota"} {
		rest, ok := strings.CutPrefix(low, w)
		if !ok {
			continue
		}
		i := len(w)
		for i < len(low) && low[i] == ' ' {
			i++
		}
		from := i
		for i < len(low) && i-from < 5 && (char.IsDigit(rune(low[i])) || low[i] == '*' || i == from && low[i] >= 'a' && low[i] <= 'z') {
			i++
		}
		if i < len(low) && low[i] == ':' && (i > from || w == "[footnote") && rest != "" {
			return s[from:i], i + 1
		}
	}
	return "", 0
}

// NoteStart reads the mark with which a note begins, and what stands between mark and
// text: "[1] ", "(1) ", "{1} ", "[^1]: ", "¹", "^1 ", "* ", "†". text is 0 when none
// does.
func NoteStart(s string) (mark string, form NoteForm, text int) {
	mark, form, text = MarkAt(s, 0)
	if text == 0 || text >= len(s) {
		return "", 0, 0
	}
	c := s[text]
	if (form == SquareForm || form == CaretForm || form == RaisedForm) && c == ':' || (form == CaretForm || form == RaisedForm || strings.HasPrefix(s, "[^")) && c == '.' {
		text++
		c = ' '
	}
	blank := c == ' ' || c == '\t'
	h := passage.HeadOf(strings.TrimLeft(s[text:], " \t"))
	switch form {
	case bareForm:
		return "", 0, 0
	case Starred:
		if h == passage.StartsOther || s[0] == '*' && strings.IndexByte(s[text:], '*') >= 0 {
			return "", 0, 0
		}
	case RaisedForm:
		if h == passage.StartsOther {
			return "", 0, 0
		}
	default:
		if wide := form == RoundForm && s[0] >= utf8.RuneSelf; !blank && !wide && !(char.IsDigit(rune(s[1])) && h == passage.StartsUpper) { // "[1]Since"
			return "", 0, 0
		}
	}
	return mark, form, text
}

// ListedNote reads the number before a note in a list of notes: "1. ", "1) "; and "1 "
// where a line says that notes follow.
func ListedNote(s string, headed bool) (mark string, text int) {
	i := 0
	for i < len(s) && i < 3 && char.IsDigit(rune(s[i])) {
		i++
	}
	if headed && i > 0 && i+1 < len(s) && s[i] == ' ' && passage.HeadOf(s[i+1:]) == passage.StartsUpper {
		return s[:i], i
	}
	if i == 0 || i+1 >= len(s) || s[i] != '.' && s[i] != ')' || s[i+1] != ' ' && s[i+1] != '\t' {
		return "", 0
	}
	return s[:i], i + 1
}

// ColonNote reads the number before a note that a colon parts from it: "1: In the flood".
func ColonNote(s string) (mark string, text int) {
	i := 0
	for i < len(s) && i < 3 && char.IsDigit(rune(s[i])) {
		i++
	}
	if i == 0 || i+2 >= len(s) || s[i] != ':' || s[i+1] != ' ' {
		return "", 0
	}
	return s[:i], i + 1
}

// FootDistance is how many lines above a note at the page's foot its star is looked for.
const FootDistance = 80

// NearNote is how many lines above a note a number in brackets behind a blank is looked
// for: elsewhere such numbers count parts of sentences, years and paragraphs.
const NearNote = 12

// A RefKey is a mark as it stands in the text.
type RefKey struct {
	Mark string
	Form NoteForm
}

// Decimal is a number in digits.
func Decimal(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return Decimal(n/10) + string(rune('0'+n%10))
}
