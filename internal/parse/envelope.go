package parse

import (
	"strings"
)

// An envelope is the header of a mail or news message (RFC 5322, RFC 5536).
type envelope struct {
	from, to int // lines
	subject  string
	sender   string // the sender's name; "" when only an address is given
	date     string
	parts    titleLine // what the subject says: title and part
	by       []string  // who the subject says wrote the story

	transport bool // it has fields that only servers of mail and news write
}

// mailFields are the names of header fields that only messages have; those of
// which stories make use as well have the value false.
var mailFields = map[string]bool{"from": false, "to": false, "cc": false, "bcc": false, "date": false, "sent": false, "subject": false, "newsgroups": true, "message-id": true,
	"path": true, "organization": true, "organisation": true, "lines": true, "references": true, "reply-to": true, "sender": true, "xref": true, "content-type": true, "content-transfer-encoding": true,
	"content-disposition": true, "mime-version": true, "received": true, "return-path": true, "approved": true, "followup-to": true, "summary": false, "keywords": false, "distribution": false,
	"originator": true, "nntp-posting-host": true, "nntp-posting-date": true, "user-agent": true, "in-reply-to": true, "precedence": true, "delivered-to": true, "mailing-list": true, "list-id": true, "status": false,
	"archive-name": true, "expires": true, "supersedes": true, "content-length": true, "errors-to": true, "mailer": true, "resent-from": true, "resent-to": true, "resent-date": true, "importance": true, "priority": true, "article": false, "control": true, "apparently-to": true}

// mailField reads a line of a message's header: its name in small letters, and
// its value.
func mailField(s string) (name, value string, ok bool) {
	s = strings.TrimLeft(s, "~>| ")
	i := strings.IndexByte(s, ':')
	if i < 2 || i > 32 || strings.IndexByte(s[:i], ' ') >= 0 {
		return "", "", false
	}
	name = strings.ToLower(s[:i])
	if _, known := mailFields[name]; !known && !strings.HasPrefix(name, "x-") && !strings.HasPrefix(name, "list-") && !strings.HasPrefix(name, "nntp-") {
		return "", "", false
	}
	return name, strings.TrimSpace(s[i+1:]), true
}

// envelopeAt reads the header of a message that begins at line from, blank lines
// passed over; end is the first line after it, and from when there is none. An
// e-mail that the story tells is no envelope: nobody there has a real address.
func (r *reading) envelopeAt(from, to int) (e envelope, end int) {
	n := r.nextText(from, to)
	e.from = n
	if n < to && isPostmark(r.lines[n].Text) {
		e.transport = true
		n++
	} else if n+1 < to && countsMessages(r.lines[n].Text) && !r.lines[n+1].Blank() {
		n++
	}
	fields, proof, person, bracketed := 0, 0, false, false
	value := ""
	name := ""
	keep := func() {
		switch name {
		case "from":
			e.sender = value
		case "subject":
			e.subject = value
		case "date", "sent":
			e.date = dayOf(value)
		}
		name, value = "", ""
	}
	const most = 200 // lines: what goes on after that is no header
	for to = min(to, n+most); n < to && !r.lines[n].Blank(); n++ {
		l := &r.lines[n]
		f, v, ok := mailField(l.Text)
		if ok && proof == 0 && (f == "summary" || f == "keywords" || f == "distribution" || f == "status") {
			break // a story's own fields, unless the message has shown itself
		}
		if !ok {
			if name != "" && (l.Indent > r.lines[e.from].Indent || r.src.Body[max(0, l.Start-1)] == '\t') {
				if len(value) < 1000 {
					value += " " + l.Text[:min(len(l.Text), 1000)]
				}
				continue
			}
			break
		}
		keep()
		name, value = f, v
		fields++
		switch {
		case mailFields[f] || strings.HasPrefix(f, "x-") || strings.HasPrefix(f, "list-") || strings.HasPrefix(f, "nntp-"):
			proof += 2
			e.transport = true
		case f == "from":
			if _, ok := nextAddress(v, 0); ok {
				proof++
				bracketed = strings.HasSuffix(v, ">")
			} else {
				person = true
			}
		case f == "to":
			if _, ok := nextAddress(v, 0); !ok && !strings.Contains(v, ".") {
				person = true
			}
		case f == "subject":
			if hasPostingMarks(v) {
				proof += 2
			} else {
				proof++
			}
		case f == "date" || f == "sent":
			if strings.Count(v, ":") >= 1 && strings.ContainsAny(v, "0123456789") {
				proof++
			}
		}
	}
	keep()
	e.to = n
	if fields == 1 && bracketed && r.nextText(0, n) == e.from {
		proof, fields = 2, 2 // "From: Dora <dora@example.net>" says it alone where a file begins
	}
	if fields < 2 || proof < 2 || person && proof < 4 || r.nextText(n, len(r.lines)) == len(r.lines) {
		return envelope{}, from
	}
	e.read()
	return e, n
}

// isPostmark reports whether a line begins a message in a mailbox file: "From
// annie@x.invalid Tue May  4 21:07:44 1999".
func isPostmark(s string) bool {
	if !strings.HasPrefix(s, "From ") || strings.Count(s, ":") < 1 {
		return false
	}
	_, ok := nextAddress(s, 0)
	return ok
}

// countsMessages reports whether a line is the one that a reader of mail sets above a
// message: "Message 3 of 7".
func countsMessages(s string) bool {
	rest, ok := strings.CutPrefix(s, "Message ")
	a, b, of := strings.Cut(rest, " of ")
	return ok && of && isDigits(strings.TrimLeft(a, "#")) && isDigits(b)
}

// hasPostingMarks reports whether a subject is that of a posted story: a part's
// number, a tag in brackets or before a colon.
func hasPostingMarks(s string) bool {
	t := titleOf(s)
	return t.part > 0 || len(t.text)+3 < len(strings.TrimSpace(s)) || strings.Contains(s, "(1/1)")
}

// read takes title, author and date out of the fields.
func (e *envelope) read() {
	e.sender = senderName(e.sender)
	e.parts, e.by = subjectOf(e.subject)
}

// senderName is the name in a From field: `Annie Lee <annie@x.invalid>`,
// `annie@x.invalid (Annie Lee)`; "" when there is only an address.
func senderName(s string) string {
	a, ok := nextAddress(s, 0)
	if !ok {
		if namesLike(s) {
			return cleanName(s)
		}
		return ""
	}
	start, end := bracketed(s, a)
	name := s[:start]
	if strings.TrimSpace(name) == "" {
		name = strings.Trim(strings.TrimSpace(s[end:]), "()")
	}
	if i := strings.IndexByte(name, '('); i > 0 {
		name = name[:i]
	}
	name = cleanName(strings.Trim(strings.TrimSpace(name), "\""))
	if strings.ContainsRune(name, '@') {
		return ""
	}
	return name
}

// subjectOf reads a posting's subject: "NEW: The Lamp (1/3) VOY J/C [PG]", "[list]
// FIC: The Lamp by Annie, 2/?". What stands behind the part's number are codes.
func subjectOf(s string) (titleLine, []string) {
	s = strings.TrimSpace(strings.ToValidUTF8(s[:min(len(s), 300)], ""))
	for i := 0; i < len(s); i++ { // codes behind the number
		if c := s[i]; (c == ')' || c == ']') && i+1 < len(s) {
			if rest, _, _, ok := cutPart(s[:i+1]); ok && rest != "" {
				s = s[:i+1]
				break
			}
		}
	}
	if open := strings.IndexAny(s, "(["); open > 1 { // codes behind the rating: "The Lamp (PG) J/C"
		if end := strings.IndexAny(s[open:], ")]"); end > 0 && open+end+1 < len(s) && isTag(s[open+1:open+end]) && !strings.Contains(s[open+end:], "by ") && !strings.ContainsAny(s[open+end:], "\"0123456789") {
			s = strings.TrimSpace(s[:open])
		}
	}
	if open := strings.IndexByte(s, '"'); open >= 0 { // a quoted title among codes: NEW VOY "The Lamp" (J/C) [PG] 1/2
		if end := strings.IndexByte(s[open+1:], '"'); end > 1 && strings.Count(s, `"`) == 2 {
			t := titleOf(s[open+1 : open+1+end])
			tail := strings.TrimSpace(s[open+2+end:])
			if _, part, of, ok := cutPart("x " + tail); ok {
				t.part, t.of = part, of
			}
			var by []string
			if hasFoldPrefix(tail, "by ") && namesLike(tail[3:]) {
				by = authorsOf(tail[3:])
			}
			return t, by
		}
	}
	t := titleOf(s)
	var by []string
	if title, names, _, ok := titleByAuthor(t.text); ok {
		inner := titleOf(title)
		if inner.part > 0 {
			t.part, t.of = inner.part, inner.of
		}
		t.text, by = inner.text, authorsOf(names)
	}
	if i := strings.IndexAny(t.text, "[{"); i > 0 {
		t.text = strings.TrimRight(t.text[:i], " ,;:-")
	}
	return t, by
}

// take keeps what an envelope says for the header to fill its gaps with.
func (r *reading) take(e envelope) {
	k := &r.known
	k.enveloped = true
	if k.title == "" {
		k.title = e.parts.text
		if e.parts.of != 1 {
			k.part, k.of = e.parts.part, e.parts.of
		}
	}
	if len(k.credits) == 0 {
		k.credits = addAuthors(k.credits, "aut", e.by...)
		if len(e.by) == 0 {
			k.credits = addAuthors(k.credits, "aut", e.sender)
		}
	}
	k.published = firstOf(k.published, e.date)
	if e.parts.of != 1 {
		k.part, k.of = e.parts.part, e.parts.of
	}
}

// dayOf is the day in a message's date ("Tue, 4 May 1999 21:07:44 GMT"), as
// "1999-05-04"; what is no such date stays as it is written.
func dayOf(s string) string {
	day, month, year := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == ',' || c == '-' || c == '/' || c == '.' }) {
		n := digitsBefore(w)
		switch low := strings.ToLower(w); {
		case n.kind != noNumeral && n.size == len(w) && len(w) == 4 && year == 0:
			year = n.value
		case n.kind != noNumeral && n.size == len(w) && n.value > 0 && n.value < 32 && day == 0:
			day = n.value
		case n.kind != noNumeral && n.size == len(w) && len(w) == 2 && year == 0 && month > 0: // the two digits of old news
			year = 1900 + n.value
			if n.value < 70 {
				year += 100
			}
		case month == 0 && len(low) >= 3 && isMonth(low):
			month = strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", low[:3])/3 + 1
		}
	}
	if day == 0 || month == 0 || year < 1000 {
		return s
	}
	return number(year) + "-" + twoDigits(month) + "-" + twoDigits(day)
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
