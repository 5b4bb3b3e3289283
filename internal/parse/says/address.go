package says

import (
	"strings"

	"storybind/internal/parse/char"
)

// An Address is an e-mail address in a line.
type Address struct{ Start, End int }

// NextAddress finds the first e-mail address in s at or after from: a name, "@"
// (or " at " in capitals or brackets, as posters hide it from harvesters) and a
// domain with a dot.
func NextAddress(s string, from int) (Address, bool) {
	for i := from; i < len(s); i++ {
		if s[i] != '@' {
			continue
		}
		start, end := i, i+1
		for start > from && IsAddressByte(s[start-1]) {
			start--
		}
		dot := false
		for end < len(s) && IsAddressByte(s[end]) {
			dot = dot || s[end] == '.' && end > i+1
			end++
		}
		for end > i && (s[end-1] == '.' || s[end-1] == '-' || s[end-1] == '\'') {
			end--
		}
		if start < i && dot && end > i+2 {
			return Address{start, end}, true
		}
	}
	return Address{}, false
}

// IsAddressByte reports whether c may stand in an e-mail address before its @ or behind it.
func IsAddressByte(c byte) bool {
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
		a, ok := NextAddress(s, at)
		if !ok {
			break
		}
		start, end := Bracketed(s, a)
		b.WriteString(s[at:start])
		b.WriteByte(' ')
		at = end
	}
	b.WriteString(s[at:])
	return strings.TrimSpace(b.String())
}

// Bracketed widens an address to the brackets, the "mailto:" and the "e-mail:" before it.
func Bracketed(s string, a Address) (start, end int) {
	start, end = a.Start, a.End
	start = len(strings.TrimSuffix(s[:start], "mailto:"))
	for start > 0 && end < len(s) && strings.Contains("() <> [] {}", s[start-1:start]+s[end:end+1]) && s[start-1] != ' ' {
		start, end = start-1, end+1
	}
	return start, end
}

// IsAddressLine reports whether a line holds an e-mail address or a web address
// and nothing else.
func IsAddressLine(s string) (name string, ok bool) {
	if strings.ContainsRune(s, '@') {
		rest := withoutAddresses(s)
		if rest != s && strings.Trim(rest, " ()<>[]{},;:*~-_/|") == "" {
			return "email", true
		}
	}
	t := strings.Trim(s, "<>()[]* ")
	if (char.HasFoldPrefix(t, "http://") || char.HasFoldPrefix(t, "https://") || char.HasFoldPrefix(t, "www.")) && !strings.ContainsAny(t, " \t") {
		return "website", true
	}
	return "", false
}
