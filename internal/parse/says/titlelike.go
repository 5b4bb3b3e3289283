package says

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TitleLike reports whether a line has the look of a title: short, no sentence,
// no speech, its longer words capitalised (in scripts that have capitals).
func TitleLike(s string) bool {
	if s == "" || utf8.RuneCountInString(s) > 90 || strings.Count(s, " | ") > 1 { // "Home | Fiction | Links"
		return false
	}
	t := TitleOf(s)
	words := strings.Fields(t.Text)
	if len(words) == 0 || len(words) > 14 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(t.Text, "\"'“‘«([…."))
	if unicode.IsLower(first) && !t.Dressed || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	switch last {
	case ':':
		if !strings.HasPrefix(s, "::") || !t.Dressed { // "::The Lamp::"
			return false
		}
	case ',', ';', '。', '，', '、', '：':
		return false
	case '.', '!', '?', '…':
		if !t.Dressed && last != '!' && last != '?' {
			return false
		}
		if !t.Dressed && len(words) > 5 {
			return false
		}
	}
	if (strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“")) && !t.Dressed { // speech with words after it
		return false
	}
	if quoted := strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“"); quoted && strings.HasSuffix(t.Text, ",") {
		return false
	}
	return t.Dressed || capitalised(words)
}

// TitleSentence reports whether a line is a sentence that is written as a title, with a
// capital at each of its longer words: "Nobody Looked for the Bird."
func TitleSentence(s string) bool {
	const least, most = 3, 10 // words
	words := strings.Fields(s)
	return len(words) >= least && len(words) <= most && Sentences(s) == 1 && !HasSpeech(s) && capitalised(words)
}

// capitalised reports whether the words are written as in a title: every word
// but the small ones begins with a capital.
func capitalised(words []string) bool {
	lower, upper := 0, 0
	for i, w := range words {
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘«([*_-"))
		switch {
		case unicode.IsLower(c) && i > 0 && SmallWord(w):
		case unicode.IsLower(c):
			lower++
		default:
			upper++
		}
	}
	return upper > 0 && lower == 0
}

// SmallWord reports whether a word keeps its small letters in English titles.
func SmallWord(w string) bool {
	switch strings.Trim(w, "\"'“”‘’(),;:!?-") {
	case "a", "an", "the", "and", "or", "nor", "but", "of", "in", "on", "at", "to", "for", "by", "with", "from", "into", "onto", "upon", "over", "under", "as", "is", "it", "its", "than", "that", "vs", "vs.", "via", "per", "off", "out", "up", "down", "through", "after", "before", "between", "de", "la", "le", "les", "des", "du", "et", "en", "und", "der", "die", "das", "von", "y", "el", "los", "e", "o", "da", "do", "di", "del", "if", "so", "n'", "about", "without", "within", "are", "be", "not":
		return true
	}
	return false
}
