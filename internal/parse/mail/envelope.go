package mail

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// An Envelope is the header of a mail or news message (RFC 5322, RFC 5536).
type Envelope struct {
	From, To int // lines
	Subject  string
	Sender   string // the sender's name; "" when only an address is given
	Date     string
	Parts    says.TitleLine // what the subject says: title and part
	By       []string       // who the subject says wrote the story

	Transport bool // it has fields that only servers of mail and news write
}

// MailFields are the names of header fields that only messages have; those of
// which stories make use as well have the value false.
var MailFields = map[string]bool{"from": false, "to": false, "cc": false, "bcc": false, "date": false, "sent": false, "subject": false, "newsgroups": true, "message-id": true,
	"path": true, "organization": true, "organisation": true, "lines": true, "references": true, "reply-to": true, "sender": true, "xref": true, "content-type": true, "content-transfer-encoding": true,
	"content-disposition": true, "mime-version": true, "received": true, "return-path": true, "approved": true, "followup-to": true, "summary": false, "keywords": false, "distribution": false,
	"originator": true, "nntp-posting-host": true, "nntp-posting-date": true, "user-agent": true, "in-reply-to": true, "precedence": true, "delivered-to": true, "mailing-list": true, "list-id": true, "status": false,
	"archive-name": true, "expires": true, "supersedes": true, "content-length": true, "errors-to": true, "mailer": true, "resent-from": true, "resent-to": true, "resent-date": true, "importance": true, "priority": true, "article": false, "control": true, "apparently-to": true,
	"area": true, "msg#": true, "subj": false} // of bulletin boards

// MailField reads a line of a message's header: its name in small letters, and
// its value.
func MailField(s string) (name, value string, ok bool) {
	s = strings.TrimLeft(s, "~>| ")
	i := strings.IndexByte(s, ':')
	if i < 2 || i > 32 || strings.IndexByte(s[:i], ' ') >= 0 {
		return "", "", false
	}
	name = strings.ToLower(s[:i])
	if _, known := MailFields[name]; !known && !strings.HasPrefix(name, "x-") && !strings.HasPrefix(name, "list-") && !strings.HasPrefix(name, "nntp-") {
		return "", "", false
	}
	if name == "subj" {
		name = "subject"
	}
	return name, strings.TrimSpace(s[i+1:]), true
}

// IsPostmark reports whether a line begins a message in a mailbox file: "From
// annie@x.invalid Tue May  4 21:07:44 1999".
func IsPostmark(s string) bool {
	if !strings.HasPrefix(s, "From ") || strings.Count(s, ":") < 1 {
		return false
	}
	_, ok := says.NextAddress(s, 0)
	return ok
}

// CountsMessages reports whether a line is the one that a reader of mail sets above a
// message: "Message 3 of 7".
func CountsMessages(s string) bool {
	rest, ok := strings.CutPrefix(s, "Message ")
	a, b, of := strings.Cut(rest, " of ")
	return ok && of && char.IsDigits(strings.TrimLeft(a, "#")) && char.IsDigits(b)
}

// HasPostingMarks reports whether a subject is that of a posted story: a part's
// number, a tag in brackets or before a colon.
func HasPostingMarks(s string) bool {
	t := says.TitleOf(s)
	return t.Part > 0 || len(t.Text)+3 < len(strings.TrimSpace(s)) || strings.Contains(s, "(1/1)")
}

// Read takes title, author and date out of the fields.
func (e *Envelope) Read() {
	e.Sender = senderName(e.Sender)
	e.Parts, e.By = subjectOf(e.Subject)
}

// senderName is the name in a From field: `Annie Lee <annie@x.invalid>`,
// `annie@x.invalid (Annie Lee)`; "" when there is only an address.
func senderName(s string) string {
	a, ok := says.NextAddress(s, 0)
	if !ok {
		if says.NamesLike(s) {
			return says.CleanName(s)
		}
		return ""
	}
	start, end := says.Bracketed(s, a)
	name := s[:start]
	if strings.TrimSpace(name) == "" {
		name = strings.Trim(strings.TrimSpace(s[end:]), "()")
	}
	if i := strings.IndexByte(name, '('); i > 0 {
		name = name[:i]
	}
	name = says.CleanName(strings.Trim(strings.TrimSpace(name), "\""))
	if strings.ContainsRune(name, '@') {
		return ""
	}
	return name
}

// subjectOf reads a posting's subject: "NEW: The Lamp (1/3) VOY J/C [PG]", "[list]
// FIC: The Lamp by Annie, 2/?". What stands behind the part's number are codes.
func subjectOf(s string) (says.TitleLine, []string) {
	s = strings.TrimSpace(strings.ToValidUTF8(s[:min(len(s), 300)], ""))
	for i := 0; i < len(s); i++ { // codes behind the number
		if c := s[i]; (c == ')' || c == ']') && i+1 < len(s) {
			if rest, _, _, ok := wording.CutPart(s[:i+1]); ok && rest != "" {
				s = s[:i+1]
				break
			}
		}
	}
	if open := strings.IndexAny(s, "(["); open > 1 { // codes behind the rating: "The Lamp (PG) J/C"
		if end := strings.IndexAny(s[open:], ")]"); end > 0 && open+end+1 < len(s) && says.IsTag(s[open+1:open+end]) && !strings.Contains(s[open+end:], "by ") && !strings.ContainsAny(s[open+end:], "\"0123456789") {
			s = strings.TrimSpace(s[:open])
		}
	}
	if open := strings.IndexByte(s, '"'); open >= 0 { // a quoted title among codes: NEW VOY "The Lamp" (J/C) [PG] 1/2
		if end := strings.IndexByte(s[open+1:], '"'); end > 1 && strings.Count(s, `"`) == 2 {
			t := says.TitleOf(s[open+1 : open+1+end])
			tail := strings.TrimSpace(s[open+2+end:])
			if _, part, of, ok := wording.CutPart("x " + tail); ok {
				t.Part, t.Of = part, of
			}
			var by []string
			if char.HasFoldPrefix(tail, "by ") && says.NamesLike(tail[3:]) {
				by = says.AuthorsOf(tail[3:])
			}
			return t, by
		}
	}
	t := says.TitleOf(s)
	var by []string
	if title, names, _, ok := says.TitleByAuthor(t.Text); ok {
		inner := says.TitleOf(title)
		if inner.Part > 0 {
			t.Part, t.Of = inner.Part, inner.Of
		}
		t.Text, by = inner.Text, says.AuthorsOf(names)
	}
	if i := strings.IndexAny(t.Text, "[{"); i > 0 {
		t.Text = strings.TrimRight(t.Text[:i], " ,;:-")
	}
	return t, by
}

// DayOf is the day in a message's date ("Tue, 4 May 1999 21:07:44 GMT"), as
// "1999-05-04"; what is no such date stays as it is written.
func DayOf(s string) string {
	day, month, year := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == ',' || c == '-' || c == '/' || c == '.' }) {
		n := wording.DigitsBefore(w)
		switch low := strings.ToLower(w); {
		case n.Kind != wording.NoNumeral && n.Size == len(w) && len(w) == 4 && year == 0:
			year = n.Value
		case n.Kind != wording.NoNumeral && n.Size == len(w) && n.Value > 0 && n.Value < 32 && day == 0:
			day = n.Value
		case n.Kind != wording.NoNumeral && n.Size == len(w) && len(w) == 2 && year == 0 && month > 0: // the two digits of old news
			year = 1900 + n.Value
			if n.Value < 70 {
				year += 100
			}
		case month == 0 && len(low) >= 3 && says.IsMonth(low):
			month = strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", low[:3])/3 + 1
		}
	}
	if day == 0 || month == 0 || year < 1000 {
		return s
	}
	return says.Number(year) + "-" + twoDigits(month) + "-" + twoDigits(day)
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
