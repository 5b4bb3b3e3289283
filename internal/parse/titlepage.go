package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/lexicon"
)

// frontNoteEnd is the line after a note in brackets that begins in line n and says
// where a printed story comes from, or what its transcriber did; n when none does.
func (z *zone) frontNoteEnd(n, end int) int {
	t := z.r.lines[n].Text
	if t[0] != '[' || !z.startsParagraph(n) {
		return n
	}
	k := n
	for k < min(end, n+12) && !z.r.lines[k].Blank() && !strings.Contains(z.r.lines[k].Text, "]") {
		k++
	}
	if k >= min(end, n+12) || z.r.lines[k].Blank() || !strings.HasSuffix(z.r.lines[k].Text, "]") || k+1 < end && !z.r.lines[k+1].Blank() {
		return n
	}
	inside := t[1:]
	for _, lead := range [...]string{"transcri", "from ", "illustration", "editor", "note", "this etext", "this e-text", "originally", "first published", "reprinted"} {
		if hasFoldPrefix(inside, lead) {
			return k + 1
		}
	}
	return n
}

// unboxed takes the sides of a box off a line: "*  THE LAMP  *", "| by Annie |".
func unboxed(s string) string {
	for _, side := range [...]string{"│", "║", "┃"} { // drawn with the signs of old terminals
		if inner, ok := strings.CutPrefix(s, side); ok {
			if inner, ok = strings.CutSuffix(inner, side); ok {
				return strings.TrimSpace(inner)
			}
		}
	}
	if len(s) < 5 || s[0] != s[len(s)-1] || strings.IndexByte("*|#+:!=", s[0]) < 0 || s[1] != ' ' || s[len(s)-2] != ' ' {
		return s
	}
	return strings.TrimSpace(s[1 : len(s)-1])
}

// credited reports whether a line is the name of somebody whom the licence text credits.
func (k *known) credited(s string) bool {
	for _, c := range k.credits {
		if sameLetters(c.Name, s) {
			return true
		}
	}
	return false
}

// isContentsWord reports whether a line heads a printed table of contents.
func isContentsWord(s string) bool {
	return len(s) < 80 && lexicon.ContentsPageWords()[lexicon.Fold(strings.Trim(s, " *_=-~:.[]"))]
}

// namesStory reports whether a word for a piece of writing stands in a line.
func namesStory(s string) bool {
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' }) {
		if hasStoryWord(w) || foreignNoun(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// isScene reports whether a line that looks like a title sets a scene or opens a
// letter: "Tuesday Morning", "Dear Diary", "INT. LIGHTHOUSE - NIGHT".
func isScene(s string) bool {
	first := strings.ToLower(strings.TrimRight(s, ",:"))
	if i := strings.IndexAny(first, " ,"); i > 0 {
		first = first[:i]
	}
	switch first {
	case "dear", "hi", "hello", "int.", "ext.", "int", "ext", "fade", "scene", "enter":
		return true
	}
	if isWeekday(first) && strings.Count(s, " ") < 3 {
		return true
	}
	return strings.HasSuffix(s, "a.m.") || strings.HasSuffix(s, "p.m.") || strings.HasSuffix(s, " hours")
}

// isEndMark reports whether a line says that the story is over.
func isEndMark(s string) bool {
	t := strings.ToLower(strings.Trim(s, " *~-=_.[]<>#()!"))
	return t == "the end" || t == "end" || t == "fin" || t == "finis" || t == "tbc" || strings.HasPrefix(t, "to be continued") || strings.HasPrefix(t, "end of")
}

// subtitleLike reports whether a line under a title reads on like a subtitle:
// "A Tale of the Sea", "or, The Whale", "(a fable)".
func subtitleLike(s string) bool {
	if len(s) > 80 || s == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".,;:!?\"”", last) || strings.Count(s, " ") > 10 {
		return false
	}
	t := strings.TrimLeft(s, "([_*~-\"")
	for _, lead := range [...]string{"a ", "an ", "or ", "or, ", "being ", "the ", "in which ", "ou ", "oder ", "and other "} {
		if hasFoldPrefix(t, lead) {
			return s[0] == '(' || lead == "and other " || !firstIsLower(t) || strings.HasPrefix(t, "or") || strings.HasPrefix(t, "ou") || strings.HasPrefix(t, "being")
		}
	}
	return s[0] == '(' && strings.HasSuffix(s, ")")
}

// withoutAside takes a remark in brackets off a title's end: "Ten Days (a fable)".
func withoutAside(s string) string {
	if open := strings.Index(s, " ("); open > 0 && strings.HasSuffix(s, ")") {
		return s[:open]
	}
	return s
}

// subtitleOfByline reports whether line n, a few words without a stop, stands above
// a byline, as a subtitle does: "a Deep Orbit story in three parts", "Novela corta".
func (z *zone) subtitleOfByline(n int) bool {
	text := unboxed(z.r.lines[n].Text)
	if len(text) > 70 || isSentence(text) || strings.IndexByte(".,;:", text[len(text)-1]) >= 0 || z.heading(n) || z.labelled(n) {
		return false
	}
	by := z.r.nextText(n+1, min(z.to, n+3))
	if by >= min(z.to, n+3) || by > n+1 && !namesKind(text) {
		return false
	}
	b, ok := bylineOf(unboxed(z.r.lines[by].Text))
	return ok && !b.alone && (by+1 >= z.to || z.r.lines[by+1].Blank())
}

// jointLine reports whether a line holds nothing but such words in capitals.
func jointLine(s string) bool {
	if !isCapitals(s) && s != "A" {
		return false
	}
	for _, w := range strings.Fields(s) {
		switch strings.Trim(w, ",;") {
		case "THE", "A", "AN", "OF", "AND", "OR", "IN", "ON", "AT":
		default:
			return false
		}
	}
	return true
}

// namesKind reports whether a line begins with what kind of writing it is: "Роман в
// шести частях", "Comedy in four acts".
func namesKind(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	word = strings.Trim(word, "(,.[_")
	return word != "" && !firstIsLower(word) && (foreignNoun(strings.ToLower(word)) || hasStoryWord(word))
}

// isFileName reports whether a line is a file's name: "LAMP.TXT", "lamp1.fic".
func isFileName(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot > 0 && len(s)-dot >= 3 && len(s)-dot <= 5 && !strings.ContainsRune(s, ' ')
}

// names reports whether a line says the title or one of the names that the
// licence text gave.
func (k *known) names(s string) bool {
	if k.title != "" && (sameLetters(k.title, s) || sameLetters(k.title, titleOf(s).text)) {
		return true
	}
	for _, c := range k.credits {
		if sameLetters(c.Name, s) {
			return true
		}
	}
	return false
}
