package parse

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// With --no-contact no e-mail address of the story reaches the book, wherever it
// stands: in a field, in the notes, in a signature, in the text. Each is set aside,
// so that the words are accounted for, and leaves the mark of an omission where
// words stand beside it. What the rules of reading learn from an
// address (that a line is a byline, a message an envelope) they have learnt before.

// dropContacts takes the addresses out of lines [from, to).
func (r *reading) dropContacts(from, to int) {
	if !r.opts.NoContact {
		return
	}
	for n := from; n < to; n++ {
		l := &r.lines[n]
		spans := contactsIn(l.Text)
		if spans == nil {
			continue
		}
		for _, a := range spans {
			r.dropContact(l.Start+a.start, l.Start+a.end)
		}
		indent, marks := l.Indent, l.Marks
		passage.Measure(l, withoutContacts(l.Text, spans), l.Start)
		l.Width += indent - l.Indent
		l.Indent = indent
		l.Marks |= marks & passage.GivenMarks
	}
}

// dropFieldContacts takes the addresses out of the header's fields; a field that
// holds nothing else leaves the book with its label.
func (r *reading) dropFieldContacts() {
	if !r.opts.NoContact {
		return
	}
	m := &r.book.Meta
	m.Rights = withoutContacts(m.Rights, contactsIn(m.Rights))
	m.Fields = slices.DeleteFunc(m.Fields, func(f book.Field) bool {
		if f.Name != "email" && withoutContacts(f.Value, contactsIn(f.Value)) != "" {
			return false
		}
		r.dropContact(f.Span.Start, f.Span.End)
		return true
	})
	for i := range m.Fields {
		f := &m.Fields[i]
		spans := contactsIn(f.Value)
		if spans == nil {
			continue
		}
		f.Value = withoutContacts(f.Value, spans)
		for _, a := range contactsIn(f.Span.Raw()) {
			r.dropContact(f.Span.Start+a.start, f.Span.Start+a.end)
		}
	}
}

// dropContact sets bytes [from, to) of the story aside. The remark does not
// repeat what a person wants kept out.
func (r *reading) dropContact(from, to int) {
	at := r.src.Span(from, to)
	r.book.SetAside = append(r.book.SetAside, book.SetAside{Reason: "e-mail address", Span: at})
	r.diags = append(r.diags, diag.Diagnostic{Code: "parse/no-contact", Severity: diag.Note, Span: at,
		Message: fmt.Sprintf("an e-mail address is left out (%d characters)", to-from)})
}

// withoutContacts is s with the mark of an omission in the place of each address;
// "" when nothing else stands there.
func withoutContacts(s string, spans []address) string {
	if spans == nil {
		return s
	}
	var out, rest strings.Builder
	at := 0
	for _, a := range spans {
		rest.WriteString(s[at:a.start])
		out.WriteString(s[at:a.start])
		out.WriteString("[...]")
		at = a.end
	}
	rest.WriteString(s[at:])
	out.WriteString(s[at:])
	if strings.Trim(rest.String(), " \t\n.,;:-/|()<>[]*_~") == "" {
		return ""
	}
	return out.String()
}

// contactsIn finds the e-mail addresses in a text, with the brackets round them,
// those included that are written so that no harvester finds them: "annie AT
// example DOT com", "annie[at]example.com".
func contactsIn(s string) []address {
	out := hiddenAddresses(s)
	for at := 0; ; {
		a, ok := nextAddress(s, at)
		if !ok {
			break
		}
		at = a.end
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b address) int { return a.start - b.start })
	end := 0
	for i := range out {
		a := &out[i]
		a.start, a.end = bracketed(s, *a)
		a.start = max(a.start, end)
		end = max(a.start, a.end)
	}
	return out
}

// ats and dots are how "@" and "." are written in a hidden address. The words need
// capitals or brackets: "we met at midnight" is none.
var ats = [...]string{" AT ", " [at] ", " (at) ", " {at} ", " [AT] ", " (AT) ", "[at]", "(at)", "{at}", "[AT]", "(AT)", "-AT-", "_AT_"}
var dots = [...]string{".", " DOT ", " dot ", " [dot] ", " (dot) ", "[dot]", "(dot)", "[DOT]", "(DOT)", "-DOT-", "_DOT_"}

// hiddenAddresses finds the addresses with a written-out "at": a name, one of
// ats, and at least two names of a domain between dots.
func hiddenAddresses(s string) []address {
	var out []address
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
			for start > last && isAddressByte(s[start-1]) {
				start--
			}
			if start < k && end > 0 {
				out = append(out, address{start, end})
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
		for next < len(s) && (isASCIILetter(s[next]) || isDigit(rune(s[next])) || s[next] == '-') {
			next++
		}
		if next == end {
			return 0
		}
		end = next
		dot := 0
		for _, d := range dots {
			if k := end + len(d); strings.HasPrefix(s[end:], d) && k < len(s) && isASCIILetter(s[k]) {
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
