package typogrify

import (
	"strings"
	"unicode/utf8"
)

// guard finds the addresses of the flat text (of the web, of mail, of files):
// nothing in them changes.
func (c *compositor) guard() {
	c.guards = c.guards[:0]
	s := c.flat
	if !c.sight.mayHoldAddress() || !strings.Contains(s, "://") && !strings.Contains(s, "www.") && strings.IndexByte(s, '@') < 0 && !strings.Contains(s, "mailto:") {
		return
	}
	for at := 0; at < len(s); {
		n := strings.IndexAny(s[at:], " \n\t\u00A0\"<>“”«»…")
		end := len(s)
		if n >= 0 {
			end = at + n
		}
		word := s[at:end]
		if isAddress(word) {
			from, to := at, end
			from += len(word) - len(strings.TrimLeft(word, "'`‘([*_"))
			to -= len(word) - len(strings.TrimRight(word, "'`’)],.;:!?*_"))
			if to < end && word[to-at] == '\'' && strings.Count(s[from:to], "'")%2 == 1 {
				to++
			}
			if from < to {
				c.guards = append(c.guards, stretch{from, to})
			}
		}
		_, size := utf8.DecodeRuneInString(s[end:])
		at = end + max(1, size)
	}
}

func isAddress(word string) bool {
	if strings.Contains(word, "''") || strings.IndexByte(word, '`') >= 0 {
		return false
	}
	if strings.Contains(word, "://") || strings.Contains(word, "www.") || strings.Contains(word, "mailto:") {
		return true
	}
	at := strings.IndexByte(word, '@')
	return at > 0 && !strings.Contains(word, "..") && isWord(rune(word[at-1])) && at+1 < len(word) && isWord(rune(word[at+1])) && strings.IndexByte(word[at:], '.') > 1
}

// guarded reports whether byte i of the flat text lies within an address. Calls
// come with rising i; next is where the last call left off.
func (c *compositor) guarded(i int, next *int) bool {
	for *next < len(c.guards) && c.guards[*next].to <= i {
		*next++
	}
	return *next < len(c.guards) && c.guards[*next].from <= i
}
