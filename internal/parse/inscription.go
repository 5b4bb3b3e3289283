package parse

import (
	"strings"
	"unicode"

	"storybind/internal/book"
)

// inCapitals reports whether a text of at least three letters is set in
// capitals, as signs, telegrams and headlines are.
func inCapitals(s string) bool {
	all, small := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
			if small++; small*8 > len(s) {
				return false
			}
			all++
		case 'A' <= c && c <= 'Z':
			all++
		case c >= 0x80:
			return inCapitalsUnicode(s)
		}
	}
	return all >= 3 && small*10 <= all && all*2 >= len(s)-strings.Count(s, " ")
}

func inCapitalsUnicode(s string) bool {
	all, small, signs := 0, 0, 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			all++
		case unicode.IsLetter(c):
			all++
			small++
		case c != ' ':
			signs++
		}
	}
	return all >= 3 && small*10 <= all && signs <= all
}

// inscription makes an inscription of rows [a, b).
func (p *passage) inscription(a, b int) *book.Inscription {
	return &book.Inscription{Lines: p.lines(a, b), Span: p.at(a, b)}
}

// isSign reports whether rows that keep their lines are a sign: the first in
// capitals, or all of them centred on each other.
func (p *passage) isSign(a, b int) bool {
	if b-a > 6 {
		return false
	}
	if inCapitals(p.rows[a].text) {
		return true
	}
	if b-a < 2 {
		return p.centred(&p.rows[a])
	}
	indents := false
	for i := a; i < b; i++ {
		w := &p.rows[i]
		if abs(w.indent+w.width-p.rows[a].indent-p.rows[a].width) > 2 || w.indent-p.layout.margin < 4 {
			return false
		}
		indents = indents || w.indent != p.rows[a].indent
	}
	return indents || b-a <= 2 && p.centred(&p.rows[a])
}

// theEndWords begin the lines that end a story or one of its parts.
var theEndWords = map[string]bool{
	"the end": true, "end": true, "fin": true, "finis": true, "finito": true, "ende": true, "fine": true, "fim": true, "конец": true, "the finish": true,
	"完": true, "終": true, "终": true, "おわり": true, "終わり": true, "30": true, "tbc": true, "to be continued": true, "to be concluded": true, "tbc soon": true, "à suivre": true,
	"fortsetzung folgt": true, "continuará": true, "продолжение следует": true, "the very end": true, "the end for now": true, "the end really": true, "end story": true, "end of story": true, "end file": true, "end fic": true,
	"end of file": true, "end of fic": true, "end of the story": true, "owari": true, "el fin": true, "la fin": true, "the end of the story": true,
}

// isTheEnd reports whether a line says that the story, or a part of it, ends:
// "THE END", "~ fin ~", "-30-", "##THE END##", "End of part 1/3", "(end 2/5)",
// "To be continued...", "Continued in part 2".
func isTheEnd(s string) bool {
	if len(s) > 60 {
		return false
	}
	t := strings.Trim(s, " \t*~-_=#+.<>[](){}!:|/\\…—–\"")
	if t == "" {
		return false
	}
	switch t[0] | 0x20 {
	case 't', 'e', 'f', 'o', 'l', 'c', '3':
	default:
		if t[0] < 0x80 {
			return false
		}
	}
	t = strings.ToLower(strings.Join(strings.Fields(t), " "))
	switch {
	case t == "30":
		return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "#") || strings.HasPrefix(s, "*")
	case t == "fine": // an Italian end, or an English answer
		return s[0] != 'F' && s[0] != 'f' && s[0] != '"'
	case theEndWords[t]:
		return s[0] != '"'
	}
	return s[0] != '"' && endsPart(t)
}

// endsPart reads "end of part 1 of 3", "end chapter two", "end 2/5", "the end of
// the first book", "continued in part 2", "to be continued in part 3".
func endsPart(t string) bool {
	t = strings.TrimPrefix(t, "the ")
	rest, ok := strings.CutPrefix(t, "end ")
	if !ok {
		rest, ok = strings.CutPrefix(strings.TrimPrefix(t, "to be "), "continued in ")
		return ok && len(strings.Fields(rest)) <= 5
	}
	rest = strings.TrimPrefix(rest, "of ")
	rest = strings.TrimPrefix(rest, "the ")
	words := strings.Fields(rest)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	counted := false
	for k, w := range words {
		w = strings.Trim(w, ".,:")
		switch w {
		case "part", "chapter", "book", "volume", "vol", "episode", "act", "section", "story", "tale", "pt", "ch", "prologue", "epilogue", "installment", "instalment", "transmission", "file", "series", "arc", "interlude", "canto", "scene":
			counted = true
		default:
			if k == 0 && (w[0] >= '0' && w[0] <= '9') && strings.Contains(w, "/") {
				counted = true
			}
		}
	}
	return counted
}

var _ = book.Inscription{}
