package says

import (
	"strings"

	"storybind/internal/parse/char"
)

// states are what people add to a file's name about the file and not about the story.
var states = map[string]bool{"complete": true, "completed": true, "finished": true, "unfinished": true, "incomplete": true, "wip": true, "full": true, "full text": true, "final": true, "revised": true, "edited": true,
	"draft": true, "copy": true, "repost": true, "reposted": true, "new": true, "old": true, "ebook": true, "txt": true, "text": true, "html": true, "pdf": true, "epub": true}

// withoutState takes from a name's end what it says of the file: "(complete)", "v1.0", "(2)".
func withoutState(name string) string {
	for {
		rest, last := name, ""
		switch {
		case strings.HasSuffix(name, ")"), strings.HasSuffix(name, "]"):
			open := strings.LastIndexAny(name, "([")
			if open < 1 {
				return name
			}
			rest, last = name[:open], name[open+1:len(name)-1]
			if !states[strings.ToLower(last)] && !char.IsDigits(last) && !isVersion(last) {
				return name
			}
		case stateAtEnd(name) > 0: // "-final", "_draft"
			rest = name[:stateAtEnd(name)]
			last = name[len(rest):]
		default:
			at := len(name)
			for at > 0 && (char.IsDigit(rune(name[at-1])) || at < len(name) && (name[at-1] == ' ' || name[at-1] == '.')) {
				at--
			}
			if at < 3 || at == len(name) || name[at-1] != 'v' && name[at-1] != 'V' || name[at-2] != ' ' {
				return name
			}
			rest = name[:at-2]
		}
		if name = strings.TrimRight(rest, " -_,"); name == "" {
			return rest + last
		}
	}
}

// stateAtEnd is the byte of the dash behind which a name says of the file what it is: "the lamp-final", "The Lamp-v2";
// 0 when it does not.
func stateAtEnd(name string) int {
	at := strings.LastIndexByte(name, '-')
	if at < 3 || at+1 == len(name) {
		return 0
	}
	word := strings.ToLower(strings.TrimSpace(name[at+1:]))
	all := word != ""
	for w := range strings.FieldsSeq(word) {
		all = all && (states[w] || strings.TrimRight(w, "0123456789") == "draft" || char.IsDigits(w))
	}
	if all && strings.IndexByte(word, ' ') > 0 { // "The Lamp - final draft 2"
		return at
	}
	if isVersion(word) || states[word] && word != "new" && word != "old" && word != "full" && word != "text" && word != "complete" || strings.TrimRight(word, "0123456789") == "draft" {
		return at
	}
	return 0
}

// isVersion reads "v1.0", "ver 2".
func isVersion(s string) bool {
	low := strings.ToLower(s)
	for _, lead := range [...]string{"version", "ver", "v"} {
		if rest, ok := strings.CutPrefix(low, lead); ok {
			rest = strings.TrimLeft(rest, " .")
			return rest != "" && strings.Trim(rest, "0123456789. ") == ""
		}
	}
	return false
}
