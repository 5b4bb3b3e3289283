package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/mail"
	"storybind/internal/parse/says"
)

// EnvelopeAt reads the header of a message that begins at line from, blank lines
// passed over; end is the first line after it, and from when there is none. An
// e-mail that the story tells is no envelope: nobody there has a real address.
func EnvelopeAt(r *desk.Reading, from, to int) (e mail.Envelope, end int) {
	n := NextText(r, from, to)
	e.From = n
	if n < to && mail.IsPostmark(r.Lines[n].Text) {
		e.Transport = true
		n++
	} else if n+1 < to && mail.CountsMessages(r.Lines[n].Text) && !r.Lines[n+1].Blank() {
		n++
	}
	fields, proof, person, bracketed := 0, 0, false, false
	value := ""
	name := ""
	keep := func() {
		switch name {
		case "from":
			e.Sender = value
		case "subject":
			e.Subject = value
		case "date", "sent":
			e.Date = mail.DayOf(value)
		}
		name, value = "", ""
	}
	const most = 200 // lines: what goes on after that is no header
	for to = min(to, n+most); n < to && !r.Lines[n].Blank(); n++ {
		l := &r.Lines[n]
		f, v, ok := mail.MailField(l.Text)
		if ok && proof == 0 && (f == "summary" || f == "keywords" || f == "distribution" || f == "status") {
			break // a story's own fields, unless the message has shown itself
		}
		if !ok {
			if name != "" && (l.Indent() > r.Lines[e.From].Indent() || r.Src.Body[max(0, l.Start()-1)] == '\t') {
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
		case mail.MailFields[f] || strings.HasPrefix(f, "x-") || strings.HasPrefix(f, "list-") || strings.HasPrefix(f, "nntp-"):
			proof += 2
			e.Transport = true
		case f == "from":
			if _, ok := says.NextAddress(v, 0); ok {
				proof++
				bracketed = strings.HasSuffix(v, ">")
			} else {
				person = true
			}
		case f == "to":
			if _, ok := says.NextAddress(v, 0); !ok && !strings.Contains(v, ".") {
				person = true
			}
		case f == "subject":
			if mail.HasPostingMarks(v) {
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
	e.To = n
	if fields == 1 && bracketed && NextText(r, 0, n) == e.From {
		proof, fields = 2, 2 // "From: Dora <dora@example.net>" says it alone where a file begins
	}
	if fields < 2 || proof < 2 || person && proof < 4 || NextText(r, n, len(r.Lines)) == len(r.Lines) {
		return mail.Envelope{}, from
	}
	e.Read()
	return e, n
}

// Take keeps what an envelope says for the header to fill its gaps with.
func Take(r *desk.Reading, e mail.Envelope) {
	k := &r.Known
	k.Enveloped = true
	if k.Title == "" {
		k.Title = e.Parts.Text
		if e.Parts.Of != 1 {
			k.Part, k.Of = e.Parts.Part, e.Parts.Of
		}
	}
	if len(k.Credits) == 0 {
		k.Credits = says.AddAuthors(k.Credits, "aut", e.By...)
		if len(e.By) == 0 {
			k.Credits = says.AddAuthors(k.Credits, "aut", e.Sender)
		}
	}
	k.Published = char.FirstOf(k.Published, e.Date)
	if e.Parts.Of != 1 {
		k.Part, k.Of = e.Parts.Part, e.Parts.Of
	}
}
