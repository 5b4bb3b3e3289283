package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// Unboxed takes the sides of a box off a line: "*  THE LAMP  *", "| by Annie |".
func Unboxed(s string) string {
	for _, side := range [...]string{"│", "║", "┃"} { // drawn with the signs of old terminals
		if inner, ok := strings.CutPrefix(s, side); ok {
			if inner, ok = strings.CutSuffix(inner, side); ok {
				return strings.TrimSpace(inner)
			}
		}
	}
	for _, sign := range [...]string{"% ", "// ", ";; "} { // a block of Pandoc's, and remarks in programs
		if rest, ok := strings.CutPrefix(s, sign); ok {
			return strings.TrimSpace(strings.TrimSuffix(rest, sign[:len(sign)-1]))
		}
	}
	if len(s) < 5 || s[0] != s[len(s)-1] || strings.IndexByte("*|#+:!=", s[0]) < 0 || s[1] != ' ' || s[len(s)-2] != ' ' {
		return s
	}
	return strings.TrimSpace(s[1 : len(s)-1])
}

// IsContentsWord reports whether a line heads a printed table of contents.
func IsContentsWord(s string) bool {
	return len(s) < 80 && lexicon.ContentsPageWords()[lexicon.Fold(strings.Trim(s, " *_=-~:.[]"))]
}

// NamesStory reports whether a word for a piece of writing stands in a line.
func NamesStory(s string) bool {
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' }) {
		if HasStoryWord(w) || ForeignNoun(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// SetsScene reports whether a line sets a film's scene: "INT. LIGHTHOUSE - NIGHT".
func SetsScene(s string) bool {
	return len(s) > 5 && s[4] == ' ' && (s[:4] == "INT." || s[:4] == "EXT.")
}

// IsScene reports whether a line that looks like a title sets a scene or opens a
// letter: "Tuesday Morning", "Dear Diary", "INT. LIGHTHOUSE - NIGHT".
func IsScene(s string) bool {
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

// IsEndMark reports whether a line says that the story is over.
func IsEndMark(s string) bool {
	t := strings.ToLower(strings.Trim(s, " *~-=_.[]<>#()!"))
	return t == "fin" || t == "tbc" || strings.HasPrefix(t, "to be continued") || strings.HasPrefix(t, "end of") || IsTheEnd(s)
}

// SubtitleLike reports whether a line under a title reads on like a subtitle:
// "A Tale of the Sea", "or, The Whale", "(a fable)".
func SubtitleLike(s string) bool {
	if len(s) > 80 || s == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".,;:!?\"”", last) || strings.Count(s, " ") > 10 {
		return false
	}
	t := strings.TrimLeft(s, "([_*~-\"")
	for _, lead := range [...]string{"a ", "an ", "or ", "or, ", "being ", "the ", "in which ", "ou ", "oder ", "and other "} {
		if char.HasFoldPrefix(t, lead) {
			return s[0] == '(' || lead == "and other " || !FirstIsLower(t) || strings.HasPrefix(t, "or") || strings.HasPrefix(t, "ou") || strings.HasPrefix(t, "being")
		}
	}
	return s[0] == '(' && strings.HasSuffix(s, ")")
}

// WithoutAside takes a remark in brackets off a title's end: "Ten Days (a fable)".
func WithoutAside(s string) string {
	if open := strings.Index(s, " ("); open > 0 && strings.HasSuffix(s, ")") {
		return s[:open]
	}
	return s
}

// JointLine reports whether a line holds nothing but such words in capitals.
func JointLine(s string) bool {
	if !book.Shouts(s) && s != "A" {
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

// NamesKind reports whether a line begins with what kind of writing it is: "Роман в
// шести частях", "Comedy in four acts".
func NamesKind(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	word = strings.Trim(word, "(,.[_")
	return word != "" && !FirstIsLower(word) && (ForeignNoun(strings.ToLower(word)) || HasStoryWord(word))
}

// IsFileName reports whether a line is a file's name: "LAMP.TXT", "lamp1.fic".
func IsFileName(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot > 0 && len(s)-dot >= 3 && len(s)-dot <= 5 && !strings.ContainsRune(s, ' ')
}

// NamesJoin reports whether a line is nothing but a word that joins names: "and", "&".
func NamesJoin(s string) bool {
	switch strings.ToLower(strings.Trim(s, "*_ ")) {
	case "and", "&", "und", "et", "y", "e", "och", "og", "en", "with":
		return true
	}
	return false
}

// JoinsName reports whether a line is a word that joins names and one name more: "with Bea Moss".
func JoinsName(s string) bool {
	for _, joint := range [...]string{"and ", "& ", "with ", "und ", "et ", "y "} {
		if char.HasFoldPrefix(s, joint) {
			return BareName(s[len(joint):])
		}
	}
	return false
}

// WorksOf is whose works a line names: "The Novels and Tales of J. M. Barrie"; "" when it names
// none, or nobody for sure.
func WorksOf(s string) string {
	i := strings.LastIndex(strings.ToLower(s), " of ")
	if i < 0 || len(s) > 90 || len(strings.ToLower(s)) != len(s) {
		return ""
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s[:i]), func(c rune) bool { return !unicode.IsLetter(c) }) {
		switch w {
		case "works", "novels", "tales", "stories", "poems", "plays", "writings", "sketches", "essays", "fables":
			if name := strings.TrimRight(s[i+len(" of "):], ".,"); FullName(name) {
				return name
			}
		}
	}
	return ""
}

// NamesIssue reports whether a line is the masthead of a magazine's issue: "Vol. I. MARCH,
// 1902. No. 3."
func NamesIssue(s string) bool {
	const most = 90 // bytes
	return len(s) < most && char.HasFoldPrefix(s, "vol") && (char.ContainsFold(s, " no. ") || char.ContainsFold(s, " number ")) && HasYear(s)
}
