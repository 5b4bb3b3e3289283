package parse

import (
	"strings"
	"unicode"
)

// An address is an e-mail address in a line.
type address struct{ start, end int }

// nextAddress finds the first e-mail address in s at or after from: a name, "@"
// (or " at " in capitals or brackets, as posters hide it from harvesters) and a
// domain with a dot.
func nextAddress(s string, from int) (address, bool) {
	for i := from; i < len(s); i++ {
		if s[i] != '@' {
			continue
		}
		start, end := i, i+1
		for start > from && isAddressByte(s[start-1]) {
			start--
		}
		dot := false
		for end < len(s) && isAddressByte(s[end]) {
			dot = dot || s[end] == '.' && end > i+1
			end++
		}
		for end > i && (s[end-1] == '.' || s[end-1] == '-' || s[end-1] == '\'') {
			end--
		}
		if start < i && dot && end > i+2 {
			return address{start, end}, true
		}
	}
	return address{}, false
}

func isAddressByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("._+-%'=~", c) >= 0
}

// withoutAddresses is s with its e-mail addresses, and the brackets round them, taken out.
func withoutAddresses(s string) string {
	if strings.IndexByte(s, '@') < 0 {
		return s
	}
	var b strings.Builder
	at := 0
	for {
		a, ok := nextAddress(s, at)
		if !ok {
			break
		}
		start, end := bracketed(s, a)
		b.WriteString(s[at:start])
		b.WriteByte(' ')
		at = end
	}
	b.WriteString(s[at:])
	return strings.TrimSpace(b.String())
}

// bracketed widens an address to the brackets, the "mailto:" and the "e-mail:" before it.
func bracketed(s string, a address) (start, end int) {
	start, end = a.start, a.end
	start = len(strings.TrimSuffix(s[:start], "mailto:"))
	for start > 0 && end < len(s) && strings.Contains("() <> [] {}", s[start-1:start]+s[end:end+1]) && s[start-1] != ' ' {
		start, end = start-1, end+1
	}
	return start, end
}

// isAddressLine reports whether a line holds an e-mail address or a web address
// and nothing else.
func isAddressLine(s string) (name string, ok bool) {
	if strings.ContainsRune(s, '@') {
		rest := withoutAddresses(s)
		if rest != s && strings.Trim(rest, " ()<>[]{},;:*~-_/|") == "" {
			return "email", true
		}
	}
	t := strings.Trim(s, "<>()[]* ")
	if (hasFoldPrefix(t, "http://") || hasFoldPrefix(t, "https://") || hasFoldPrefix(t, "www.")) && !strings.ContainsAny(t, " \t") {
		return "website", true
	}
	return "", false
}

// splitAddresses parts an author field from the e-mail addresses in it; src says
// where a byte of the value stands in the story.
func splitAddresses(e entry, src func(int) int) []entry {
	if strings.IndexByte(e.value, '@') < 0 {
		return []entry{e}
	}
	var out []entry
	add := func(name string, from, to int) {
		v := strings.Trim(e.value[from:to], " ,;:-/|\t")
		if !strings.ContainsFunc(v, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
			return
		}
		n := entry{name: name, value: folded(v), start: src(from), end: src(to-1) + 1}
		if len(out) == 0 {
			n.label, n.start = e.label, e.start
		}
		out = append(out, n)
	}
	at := 0
	for {
		a, ok := nextAddress(e.value, at)
		if !ok {
			break
		}
		start, end := bracketed(e.value, a)
		add("author", at, start)
		add("email", a.start, a.end)
		at = end
	}
	add("author", at, len(e.value))
	if len(out) == 0 {
		return []entry{e}
	}
	return out
}
