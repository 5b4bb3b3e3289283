package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// In many languages a dash opens speech: "— Oui, dit-il.", "—¿Quién es?", "-- Ja."

// behindDash is what follows the dash that a line begins with; ok is false when it
// begins with none. A lone hyphen counts before a blank, a capital or "¿" and "¡".
func behindDash(s string) (rest string, ok bool) {
	for _, dash := range [...]string{"—", "–", "―", "--", "-"} {
		if rest, ok := strings.CutPrefix(s, dash); ok {
			c, _ := utf8.DecodeRuneInString(rest)
			if dash == "-" && c != ' ' && !unicode.IsUpper(c) && c != '¿' && c != '¡' {
				return "", false
			}
			rest = strings.TrimLeft(rest, " \u00A0\u202F")
			return rest, rest != "" && rest[0] != '-'
		}
	}
	return "", false
}

// findDashes decides whether a dash opens speech in the story's file: most lines
// that begin with one end as sentences do, and some surely say something, rather
// than name where a quotation comes from.
func (r *Reading) findDashes(l *Layout) {
	all, sentences, said, hyphens := 0, 0, 0, 0
	for n := l.from; n < l.to; n++ {
		w := &r.Lines[n]
		if w.Blank() || w.Text[0] != '-' && w.Text[0] < utf8.RuneSelf || w.Marks&passage.IsMark != 0 {
			continue
		}
		if rest, ok := behindDash(w.Text); ok {
			all++
			if w.Text[0] == '-' { // lists have hyphens
				hyphens++
			}
			if w.Tail == passage.EndsStop {
				sentences++
			}
			if saidBehind(rest, w.Tail) {
				said++
			}
		}
	}
	l.Dashes = (said > 1 || said == 1 && all > 2 && hyphens == 0 && sentences == all) && said*6 >= all && max(said, sentences)*2 >= all
}

// saidBehind reports whether what follows a dash is said: a question, a call, a
// sentence of four words or more, or words with a second dash behind them.
func saidBehind(s string, tail passage.Ends) bool {
	if strings.ContainsAny(s, "?!¿¡") {
		return true
	}
	if i := strings.IndexByte(s, ' '); i > 0 {
		for _, dash := range [...]string{" —", " –", " -"} {
			if strings.Contains(s[i:], dash) {
				return true
			}
		}
	}
	return tail == passage.EndsStop && strings.Count(s, " ") >= 3
}

// Speaks reports whether a line opens speech with a dash, in a file where dashes do.
func (l *Layout) Speaks(w *passage.Line) bool {
	if !l.Dashes {
		return false
	}
	_, ok := behindDash(w.Text)
	return ok && w.Head != passage.StartsLower
}
