package talk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/inlines"
)

// A Voice is the speaker that a line of a log or a script begins with.
type Voice struct {
	End  int  // the bytes [0, end) name the speaker, with their punctuation; 0: there is none
	Sure bool // hardly ever begins a sentence of prose
}

// longestVoice is the most bytes of a speaker's name with a time beside it.
const longestVoice = 48

// VoiceOf reads the speaker before a line's text: "<kestrel> hi", "[12:03] kestrel: hi",
// "kestrel [7:02 pm]: hi", "MARA: Where are you?", "Mara: Where are you?".
func VoiceOf(s string) Voice {
	if len(s) < 3 {
		return Voice{}
	}
	at := timeAt(s, 0)
	if at > 0 {
		for at < len(s) && s[at] == ' ' {
			at++
		}
	}
	if at < len(s) && s[at] == '<' {
		end := strings.IndexByte(s[:min(len(s), at+26)], '>')
		if end < at+2 || !nick(s[at+1:end]) {
			return Voice{}
		}
		if inlines.TagAt(s, at).To > 0 || end+1 < len(s) && s[end+1] != ' ' {
			return Voice{}
		}
		return Voice{end + 1, true}
	}
	if at > 0 && strings.HasPrefix(s[at:], "* ") { // "[12:03] * kestrel waves"
		return Voice{at, true}
	}
	if strings.IndexByte(s[at:max(at, min(len(s), longestVoice))], ':') < 0 { // nearly all lines
		return Voice{}
	}
	colon := -1
	for i := at; i < len(s) && i < longestVoice; i++ {
		switch s[i] {
		case ':':
			if i > at && char.IsDigit(rune(s[i-1])) && i+1 < len(s) && char.IsDigit(rune(s[i+1])) {
				continue // a time
			}
			colon = i
		case '"', ',', ';', '!', '?', '=', '/', '<', '>', '*', '_':
			return Voice{}
		default:
			continue
		}
		break
	}
	if colon <= at || colon+1 < len(s) && s[colon+1] != ' ' && s[colon+1] != '\t' {
		return Voice{}
	}
	name := strings.TrimSpace(s[at:colon])
	timed := at > 0
	if k := strings.IndexAny(name, "[("); k > 0 {
		if t := timeAt(name, k); t == len(name) {
			timed = true
		} else if name[len(name)-1] != ')' { // "MARA (off): ..."
			return Voice{}
		}
		name = strings.TrimSpace(name[:k])
	}
	kind := nameKind(name)
	if kind == 0 {
		return Voice{}
	}
	return Voice{colon + 1, timed || kind == 2}
}

// timeAt reads a time such as "[12:03]", "(7:02 pm)" or "12:03:55" at s[i] and
// returns the first byte after it; 0 when there is none.
func timeAt(s string, i int) int {
	until := byte(0)
	switch {
	case i >= len(s):
		return 0
	case s[i] == '[':
		until = ']'
	case s[i] == '(':
		until = ')'
	}
	j, colons, digits := i, 0, 0
	if until != 0 {
		j++
	}
	for ; j < len(s) && j-i < 16; j++ {
		switch c := s[j]; {
		case char.IsDigit(rune(c)):
			digits++
		case (c == ':' || c == '.') && j+1 < len(s) && char.IsDigit(rune(s[j+1])):
			colons++
		case until == 0 && colons > 0 && digits > 2:
			return j
		case c == until:
			if colons == 0 || digits < 3 {
				return 0
			}
			return j + 1
		case c == ' ' || strings.IndexByte("aApPmM", c) >= 0:
		default:
			return 0
		}
	}
	return 0
}

// nick reports whether a text may be a name in a chat.
func nick(s string) bool {
	if s == "" || len(s) > 24 {
		return false
	}
	for _, c := range s {
		if c != ' ' && char.KindOf(c) != char.OfWord && !strings.ContainsRune("_-[]\\^{}|`@+", c) {
			return false
		}
	}
	return s[0] != ' '
}

// notVoices are labels that look like speakers.
var notVoices = map[string]bool{"note": true, "notes": true, "warning": true, "disclaimer": true, "summary": true, "rating": true, "title": true, "author": true, "chapter": true, "part": true,
	"from": true, "to": true, "subject": true, "date": true, "re": true, "cc": true, "time": true, "location": true, "a/n": true, "ps": true, "p.s.": true, "spoilers": true, "pairing": true, "feedback": true}

// nameKind judges what stands before a colon: 2 a name in capitals, 1 a name, 0 none.
func nameKind(s string) int {
	if s == "" || len(s) > 32 || notVoices[strings.ToLower(s)] {
		return 0
	}
	words, capitals, small := 0, 0, 0
	for _, w := range strings.Fields(s) {
		words++
		first, _ := utf8.DecodeRuneInString(w)
		if words > 1 && !unicode.IsUpper(first) && !unicode.IsDigit(first) && first != '#' && first != '&' || words > 4 {
			return 0
		}
		for _, c := range w {
			switch {
			case unicode.IsUpper(c):
				capitals++
			case unicode.IsLetter(c):
				small++
			case !unicode.IsDigit(c) && !strings.ContainsRune(".'’-_#&", c):
				return 0
			}
		}
	}
	switch {
	case capitals+small < 1:
		return 0
	case small == 0 && capitals > 1:
		return 2
	case words == 1 && capitals == 0:
		return 1
	case words <= 3 && capitals > 0 && unicode.IsUpper([]rune(s)[0]):
		return 1
	}
	return 0
}

// Action reports whether a line of a log tells what somebody does: "* kestrel
// waves", "(beat)", "[static]", "[12:05] tom has left".
func Action(s string) bool {
	if strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "*** ") || s[0] == '[' && timeAt(s, 0) > 0 {
		return true
	}
	return len(s) > 2 && len(s) < 300 && (s[0] == '(' && strings.IndexByte(s, ')') > len(s)-3 || s[0] == '[' && strings.IndexByte(s, ']') > len(s)-3)
}
