package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/wording"
)

// OpensSpeech reports whether a line begins with a quotation mark or the dash of a speech.
func OpensSpeech(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“'‘„«»「–—", c) || strings.HasPrefix(s, "``")
}

// HasSpeech reports whether somebody speaks in a line of a story: it begins with
// a quotation mark, or closes one behind a comma or the end of a sentence.
func HasSpeech(s string) bool {
	if OpensSpeech(s) {
		return true
	}
	for i := 1; i < len(s); i++ {
		if (s[i] == '"' || s[i] == '\'' || strings.HasPrefix(s[i:], "”")) && strings.IndexByte(",?!.", s[i-1]) >= 0 && strings.ContainsAny(s[:i], "\"'“‘") {
			return true
		}
	}
	return false
}

// EndsSpeech reports whether the first quotation mark of a line closes speech that
// the line before opened: it stands behind a comma or the end of a sentence.
func EndsSpeech(s string) bool {
	i := strings.IndexByte(s, '"')
	return i > 0 && strings.IndexByte(",?!.", s[i-1]) >= 0
}

// Sentences counts the sentences that end in s.
func Sentences(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && (i+1 == len(s) || s[i+1] == ' ') {
			n++
		}
	}
	return n
}

// farewells are the phrases with which remarks hand over to the story.
var farewells = [...]string{"enjoy", "hope you", "i hope you", "please enjoy", "kudos to", "on with the", "and now", "now on with", "now, on with", "now for the", "here we go", "here goes", "please do not", "please don't", "do not repost", "don't repost", "standard disclaimer", "usual disclaimer", "happy reading", "read on", "that's all", "without further ado", "have fun", "feedback is", "feedback welcome", "comments are welcome", "reviews are", "so, without", "well, here", "thanks for reading", "see the end of the work for", "see the end of the chapter for", "you have been warned", "you've been warned"}

// IsFarewell reports whether a short line hands over to the story.
func IsFarewell(s string) bool {
	if len(s) > 80 || s == "" || Sentences(s) > 2 {
		return false
	}
	t := strings.TrimLeft(s, "*_~([- ")
	for _, f := range farewells {
		if char.HasFoldPrefix(t, f) && (len(t) == len(f) || !wording.IsASCIILetter(t[len(f)]) || f == "standard disclaimer" || f == "usual disclaimer") {
			return true
		}
	}
	return char.HasFoldPrefix(t, "no ") && strings.Contains(t, " harmed ")
}

// Disclaims reports whether a line says whose the story's people are, as
// disclaimers do.
func Disclaims(s string) bool {
	if len(s) > 240 {
		return false
	}
	low := strings.ToLower(s)
	for _, w := range [...]string{" owns ", " own them", " own the", "i don't own", "i do not own", "belong to", "belongs to", "property of", "not mine", "infringement", "trademark", "no money", "no profit"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// remarkWords tell that a poster speaks to readers.
var remarkWords = map[string]int{"i": 0, "i'm": 0, "i've": 0, "i'll": 0, "i'd": 0, "my": 0, "me": 0, "mine": 0, "you": 0, "your": 0,
	"enjoy": 2, "thanks": 2, "thank": 2, "please": 1, "feedback": 3, "review": 2, "reviews": 2, "comments": 2, "story": 1, "stories": 2, "fic": 3, "fics": 3, "fanfic": 3, "chapter": 1, "chapters": 2,
	"series": 2, "sequel": 3, "prequel": 3, "readers": 2, "beta": 3, "beta'd": 3, "betas": 3, "posted": 2, "posting": 2, "archive": 2, "archived": 3, "repost": 3, "reposted": 3, "disclaimer": 3, "disclaimers": 3,
	"rating": 2, "rated": 2, "kudos": 3, "references": 1, "episode": 2, "episodes": 2, "canon": 3, "spoilers": 3, "warning": 1, "warnings": 2, "copyright": 3, "dedicated": 2, "characters": 2, "au": 2, "email": 2, "e-mail": 2, "mistakes": 1, "grammar": 2, "english": 1, "wrote": 1, "writing": 1, "written": 1}

// RemarkWeight weighs how much a line sounds like a poster's remark rather than
// a story's sentence; person says that it speaks of "I" or to "you".
func RemarkWeight(s string) (weight int, person bool) {
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool {
		return !unicode.IsLetter(c) && c != '\'' && c != '’' && c != '-'
	}) {
		if len(w) <= 12 {
			n, known := remarkWords[strings.ReplaceAll(strings.ToLower(w), "’", "'")]
			weight += n
			person = person || known && n == 0
		}
	}
	return weight, person
}
