package says

import (
	"slices"
	"strings"
	"unicode"

	"storybind/internal/parse/char"
	"storybind/internal/parse/wording"
)

// The entries of printed contents, and the keys by which they name headings.

// A ContentsEntry is one line of printed contents and the blank lines before it.
type ContentsEntry struct {
	Line, Gap int
}

// EntryKeys are the keys by which a heading may be named in an entry: the whole
// line, the title without its number, the first of several columns, and for a
// name turned round ("Armstrong, Hannah") its words in alphabetical order.
func EntryKeys(t string) []string {
	keys := []string{char.PlainKey(t), EntryKey(t)}
	if i := strings.Index(t, "   "); i > 0 {
		keys = append(keys, char.PlainKey(t[:i]))
		if wording.FormOf(t[:i]).Verdict != wording.NoHeading { // "Chapter I      The Period"
			keys = append(keys, char.PlainKey(t[i:]))
		}
	}
	if strings.Contains(t, ", ") {
		keys = append(keys, WordsKey(t))
	}
	return slices.DeleteFunc(keys, func(k string) bool { return k == "" })
}

// EntryKey is the key of an entry's title, without number and page; of the whole
// entry when it has no title.
func EntryKey(t string) string {
	t, _ = StripPage(t)
	if f := wording.FormOf(t); f.Verdict != wording.NoHeading && f.Titled() {
		return char.PlainKey(t[f.Title:f.Close])
	}
	return char.PlainKey(t)
}

// WordsKey is a text's words in alphabetical order, marked as such.
func WordsKey(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' })
	slices.Sort(words)
	return "\x00" + strings.Join(words, " ")
}
