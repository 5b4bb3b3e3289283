package mail

import (
	"slices"
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// WithoutContacts is s with the mark of an omission in the place of each address;
// "" when nothing else stands there.
func WithoutContacts(s string, spans []says.Address) string {
	if spans == nil {
		return s
	}
	var out, rest strings.Builder
	at := 0
	for _, a := range spans {
		rest.WriteString(s[at:a.Start])
		out.WriteString(s[at:a.Start])
		out.WriteString("[...]")
		at = a.End
	}
	rest.WriteString(s[at:])
	out.WriteString(s[at:])
	if strings.Trim(rest.String(), " \t\n.,;:-/|()<>[]*_~") == "" {
		return ""
	}
	return out.String()
}

// ContactsIn finds the e-mail addresses in a text, with the brackets round them,
// those included that are written so that no harvester finds them: "annie AT
// example DOT com", "annie[at]example.com".
func ContactsIn(s string) []says.Address {
	out := hiddenAddresses(s)
	for at := 0; ; {
		a, ok := says.NextAddress(s, at)
		if !ok {
			break
		}
		at = a.End
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b says.Address) int { return a.Start - b.Start })
	end := 0
	for i := range out {
		a := &out[i]
		a.Start, a.End = says.Bracketed(s, *a)
		a.Start = max(a.Start, end)
		end = max(a.Start, a.End)
	}
	return out
}

// ats and dots are how "@" and "." are written in a hidden address. The words need
// capitals or brackets: "we met at midnight" is none.
var ats = [...]string{" AT ", " [at] ", " (at) ", " {at} ", " [AT] ", " (AT) ", "[at]", "(at)", "{at}", "[AT]", "(AT)", "-AT-", "_AT_"}

var dots = [...]string{".", " DOT ", " dot ", " [dot] ", " (dot) ", "[dot]", "(dot)", "[DOT]", "(DOT)", "-DOT-", "_DOT_"}

// hiddenAddresses finds the addresses with a written-out "at": a name, one of
// ats, and at least two names of a domain between dots.
func hiddenAddresses(s string) []says.Address {
	var out []says.Address
	last := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i]|0x20 != 'a' || s[i+1]|0x20 != 't' {
			continue
		}
		for _, w := range ats {
			k := i - strings.IndexAny(w, "aA")
			if k <= last || !strings.HasPrefix(s[k:], w) {
				continue
			}
			start, end := k, domainEnd(s, k+len(w))
			for start > last && says.IsAddressByte(s[start-1]) {
				start--
			}
			if start < k && end > 0 {
				out = append(out, says.Address{Start: start, End: end})
				last, i = end, end-1
				break
			}
		}
	}
	return out
}

// domainEnd is where the domain ends that begins at byte at, its dots written out
// or not; 0 when there is none.
func domainEnd(s string, at int) int {
	end := at
	for parts := 1; ; parts++ {
		next := end
		for next < len(s) && (wording.IsASCIILetter(s[next]) || char.IsDigit(rune(s[next])) || s[next] == '-') {
			next++
		}
		if next == end {
			return 0
		}
		end = next
		dot := 0
		for _, d := range dots {
			if k := end + len(d); strings.HasPrefix(s[end:], d) && k < len(s) && wording.IsASCIILetter(s[k]) {
				dot = k
				break
			}
		}
		if dot == 0 {
			if parts > 1 {
				return end
			}
			return 0
		}
		end = dot
	}
}
