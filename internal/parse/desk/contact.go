package desk

import (
	"fmt"
	"slices"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/mail"
	"storybind/internal/parse/passage"
)

// With --no-contact no e-mail address of the story reaches the book, wherever it
// stands: in a field, in the notes, in a signature, in the text. Each is set aside,
// so that the words are accounted for, and leaves the mark of an omission where
// words stand beside it. What the rules of reading learn from an
// address (that a line is a byline, a message an envelope) they have learnt before.

// DropContacts takes the addresses out of lines [from, to).
func (r *Reading) DropContacts(from, to int) {
	if !r.Opts.NoContact {
		return
	}
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		spans := mail.ContactsIn(l.Text)
		if spans == nil {
			continue
		}
		for _, a := range spans {
			r.dropContact(l.Start()+a.Start, l.Start()+a.End)
		}
		indent, marks := l.Indent(), l.Marks
		passage.Measure(l, mail.WithoutContacts(l.Text, spans), l.Start())
		l.Place(indent, l.Width()+indent-l.Indent())
		l.Marks |= marks & passage.GivenMarks
	}
}

// DropFieldContacts takes the addresses out of the header's fields; a field that
// holds nothing else leaves the book with its label.
func (r *Reading) DropFieldContacts() {
	if !r.Opts.NoContact {
		return
	}
	m := &r.Book.Meta
	m.Rights = mail.WithoutContacts(m.Rights, mail.ContactsIn(m.Rights))
	m.Fields = slices.DeleteFunc(m.Fields, func(f book.Field) bool {
		if f.Name != "email" && mail.WithoutContacts(f.Value, mail.ContactsIn(f.Value)) != "" {
			return false
		}
		r.dropContact(f.Span.Start, f.Span.End)
		return true
	})
	for i := range m.Fields {
		f := &m.Fields[i]
		spans := mail.ContactsIn(f.Value)
		if spans == nil {
			continue
		}
		f.Value = mail.WithoutContacts(f.Value, spans)
		for _, a := range mail.ContactsIn(f.Span.Raw()) {
			r.dropContact(f.Span.Start+a.Start, f.Span.Start+a.End)
		}
	}
}

// dropContact sets bytes [from, to) of the story aside. The remark does not
// repeat what a person wants kept out.
func (r *Reading) dropContact(from, to int) {
	at := r.Src.Span(from, to)
	r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: "e-mail address", Span: at})
	r.Diags = append(r.Diags, diag.Diagnostic{Code: "parse/no-contact", Severity: diag.Note, Span: at,
		Message: fmt.Sprintf("an e-mail address is left out (%d characters)", to-from)})
}
