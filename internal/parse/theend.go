package parse

import (
	"strings"
	"unicode/utf8"
)

// endWords are the lines that end a story, in small letters and without ornaments.
var endWords = map[string]bool{
	"the end": true, "end": true, "the very end": true, "the end for now": true, "end for now": true, "the real end": true,
	"end story": true, "end of story": true, "end of the story": true, "the end of the story": true, "end file": true, "end of file": true, "end fic": true, "end of fic": true,
	"fin": true, "finis": true, "finito": true, "la fin": true, "ende": true, "das ende": true, "el fin": true, "fim": true, "o fim": true, "la fine": true, "owari": true, "einde": true, "koniec": true, "loppu": true,
	"конец": true, "完": true, "終": true, "终": true, "終わり": true, "おわり": true, "全文完": true, "끝": true,
}

// toGoOnWords are the lines that end a part and promise another.
var toGoOnWords = map[string]bool{
	"tbc": true, "to be continued": true, "to be cont": true, "to be concluded": true, "more to come": true, "à suivre": true, "fortsetzung folgt": true,
	"continuará": true, "continua": true, "продолжение следует": true, "つづく": true, "続く": true, "未完待续": true, "未完待續": true,
}

// longestEnd is the most bytes of a line that says that the story ends.
const longestEnd = 60

// beginsEnd are the ASCII letters with which such lines begin.
var beginsEnd = [256]bool{'t': true, 'e': true, 'f': true, 'o': true, 'l': true, 'c': true, 'd': true, 'k': true, 'm': true, '3': true}

// bareEnd is what a line says without its ornaments, in small letters; "" for
// lines that cannot be an end.
func bareEnd(s string) string {
	if len(s) > longestEnd || s == "" || s[0] == '"' {
		return ""
	}
	for i := 0; i < len(s) && s[i] < utf8.RuneSelf; i++ { // asked of every paragraph: most say no here
		if asciiKinds[s[i]] == ofWord {
			if !beginsEnd[s[i]|0x20] {
				return ""
			}
			break
		}
	}
	t := strings.Trim(s, " \t*~-_=#+.<>[](){}!:;|/\\…—–")
	if t == "" || t[0] < utf8.RuneSelf && !beginsEnd[t[0]|0x20] {
		return ""
	}
	return strings.ToLower(strings.Join(strings.Fields(t), " "))
}

// isTheEnd reports whether a line says that the story, or a part of it, ends:
// "THE END", "~ fin ~", "-30-", "##THE END##", "End of part 1/3", "(end 2/5)",
// "To be continued...", "Continued in part 2", "FIN DE LA PREMIÈRE PARTIE".
func isTheEnd(s string) bool {
	t := bareEnd(s)
	switch {
	case t == "":
		return false
	case t == "30":
		return s[0] == '-' || s[0] == '#' || s[0] == '*' || s[0] == '~'
	case t == "fine": // an Italian end, or an English answer
		return s[0] != 'F' && s[0] != 'f' || s == "FINE"
	case t == "end" && s == "End?":
		return false
	}
	return endWords[t] || toGoOnWords[t] || endsPart(t) || s == strings.ToUpper(s) && strings.HasPrefix(t, "fin de ")
}

// goesOnElsewhere reports whether a line promises another part.
func goesOnElsewhere(s string) bool {
	t := bareEnd(s)
	return toGoOnWords[t] || strings.HasPrefix(t, "to be continued") || strings.HasPrefix(t, "continued in ") && endsPart(t)
}

// endsPart reads "end of part 1 of 3", "end chapter two", "end 2/5", "the end of
// the first book", "continued in part 2", "to be continued in part 3".
func endsPart(t string) bool {
	t = strings.TrimPrefix(t, "the ")
	rest, ok := strings.CutPrefix(t, "end ")
	if !ok {
		if rest, ok = strings.CutPrefix(t, "continued in "); !ok {
			rest, ok = strings.CutPrefix(t, "to be continued in ")
		}
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
			if k == 0 && w != "" && (w[0] >= '0' && w[0] <= '9') && strings.Contains(w, "/") {
				counted = true
			}
		}
	}
	return counted
}
