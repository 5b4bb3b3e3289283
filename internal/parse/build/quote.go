package build

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/mail"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// credit reports whether row i names where a poem or a quotation comes from:
// "-- Annie, The Lamp", "—Old song". In many languages a dash opens speech, too:
// what is parted by a second dash, or has another such line beside it, is said
// by somebody.
func (p *sectionText) credit(i int) bool {
	w := &p.rows[i]
	s := strings.TrimLeft(w.Text, "_*(")
	if p.Layout.Dashes && w.Indent() <= p.Layout.Margin+max(3, p.Layout.Deepest+1) {
		return false
	}
	if len(s) > 100 || !(strings.HasPrefix(s, "--") || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "―") || strings.HasPrefix(s, "– ") || strings.HasPrefix(s, "- ") && w.Indent() > p.Layout.Margin+3) {
		return false
	}
	s = strings.TrimLeft(s, "-—–― _*")
	for _, dash := range [...]string{" —", " – ", ",— ", " -- "} {
		if strings.Contains(s, dash) {
			return false
		}
	}
	if i > 0 && startsSpeechDash(p.rows[i-1].Text) || i+1 < len(p.rows) && startsSpeechDash(p.rows[i+1].Text) {
		return false
	}
	return s != "" && (passage.HeadOf(s) == passage.StartsUpper || w.Indent() >= p.Layout.Margin+ranged) && w.Tail != passage.EndsColon && !strings.ContainsAny(s, "\"“?!") && s[0] != '\''
}

// cutSource cuts rows of which one, below others, names the source of a quotation:
// it stands apart, and what follows it is another quotation.
func (p *sectionText) cutSource(a, b int) bool {
	for i := a + 1; i < b; i++ {
		c := p.rows[i].Text[0]
		if (c == '-' || c == '_' || c == '*' || c == '(' || c >= utf8.RuneSelf) && p.credit(i) && p.sourceOf(a, i, b) {
			p.cutPlain(a, i)
			p.add(pieceSource, i, i+1)
			p.cutPlain(i+1, b)
			return true
		}
	}
	return false
}

// sourceOf reports whether row i, which may name a source, stands further in than the
// rows above and below it, or ends lines [a, b) of which those above it are no prose.
func (p *sectionText) sourceOf(a, i, b int) bool {
	w, above := &p.rows[i], &p.rows[i-1]
	if w.Indent() > above.Indent()+1 {
		return i+1 == b || w.Indent() > p.rows[i+1].Indent()+1
	}
	return i+1 == b && (i-a > 1 && p.judge(a, i) != pieceProse || i-a == 1 && above.Indent() > p.Layout.Margin+1)
}

// startsSpeechDash reports whether a line begins as speech does in languages
// that open it with a dash.
func startsSpeechDash(s string) bool {
	return strings.HasPrefix(s, "— ") || strings.HasPrefix(s, "– ")
}

// creditTo gives the quotation or the poem that ends out its source, when row i
// names one.
func (p *sectionText) creditTo(out []book.Block, i int) bool {
	n := len(out)
	if n == 0 || p.rows[i].Gap() > 1 || !p.credit(i) {
		return false
	}
	switch b := out[n-1].(type) {
	case *book.Quote:
		if len(b.Source) == 0 {
			b.Source, b.Span.End = p.lineInlines(i), p.at(i, i+1).End
			return true
		}
	case *book.Paragraph:
		if p.rows[i].Gap() == 0 {
			out[n-1] = &book.Quote{Blocks: []book.Block{b}, Source: p.lineInlines(i), Span: p.Src.Span(b.Span.Start, p.at(i, i+1).End)}
			return true
		}
	case *book.Verse:
		out[n-1] = &book.Quote{Blocks: []book.Block{b}, Source: p.lineInlines(i), Span: p.Src.Span(b.Span.Start, p.at(i, i+1).End)}
		return true
	}
	return false
}

// addSetOff adds indented prose as a quotation; inside a letter it is the letter's text.
func (p *sectionText) addSetOff(out []book.Block, pieces []desk.Piece, inside bool) []book.Block {
	q := &book.Quote{Span: p.at(pieces[0].A(), pieces[len(pieces)-1].B())}
	for _, s := range pieces {
		q.Blocks = append(q.Blocks, p.paragraph(s.A(), s.B()))
	}
	if inside {
		return append(out, q.Blocks...)
	}
	return append(out, q)
}

// epigraph makes a quotation of a section's first paragraphs when a name stands
// below them at the right; ok is false when there is none.
func (p *sectionText) epigraph(k int) (q *book.Quote, end int, ok bool) {
	if k != 0 {
		return nil, 0, false
	}
	for end = 0; end < len(p.pieces) && end < 4 && (p.pieces[end].Kind == pieceProse || p.pieces[end].Kind == pieceSetOff); end++ {
	}
	if end == 0 || end+1 >= len(p.pieces) {
		return nil, 0, false
	}
	c := p.pieces[end]
	w := &p.rows[c.A()]
	if c.B()-c.A() != 1 || c.Kind != pieceKept && c.Kind != pieceCapitals || w.Gap() > 0 || w.Head != passage.StartsUpper || len(w.Text) > 60 || w.Indent() < p.Layout.Margin+15 ||
		p.rows[p.pieces[end+1].A()].Gap() == 0 || p.closingAt(end-1) > 0 || says.TakesLeave(p.rows[c.A()-1].Text) {
		return nil, 0, false
	}
	q = &book.Quote{Source: p.lineInlines(c.A()), Span: p.at(p.pieces[0].A(), c.B())}
	for _, s := range p.pieces[:end] {
		q.Blocks = append(q.Blocks, p.paragraph(s.A(), s.B()))
	}
	return q, end + 1, true
}

// quotedMail makes a quotation of rows that each begin with ">": what stands
// behind the signs is read as text of its own.
func (p *sectionText) quotedMail(c desk.Piece) *book.Quote {
	sub := &sectionText{Reading: p.Reading}
	gap := 0
	for i := c.A(); i < c.B(); i++ {
		w := p.rows[i]
		k := 0
		for k < len(w.Text) && (w.Text[k] == '>' || w.Text[k] == ' ' && strings.HasPrefix(w.Text[k:], " >")) {
			k++
		}
		l := new(passage.Line)
		passage.Measure(l, w.Text[k:], w.Start()+k)
		l.Place(max(0, l.Indent()-1)+p.Layout.Margin, max(0, l.Width()-1)+p.Layout.Margin)
		if l.Blank() {
			gap++
			continue
		}
		sub.rows = append(sub.rows, desk.RowOf(l, w.N(), gap))
		gap = 0
	}
	q := &book.Quote{Span: p.at(c.A(), c.B())}
	for a := 0; a < len(sub.rows); {
		b := a + 1
		for b < len(sub.rows) && sub.rows[b].Gap() == 0 {
			b++
		}
		// Quoted lines are wrapped wherever the quoted mail was.
		if sub.judge(a, b) == pieceKept && b-a > 1 {
			sub.add(pieceKept, a, b)
		} else {
			sub.add(pieceProse, a, b)
		}
		a = b
	}
	for _, s := range sub.pieces {
		if s.Kind == pieceKept {
			q.Blocks = append(q.Blocks, sub.verse([]desk.Piece{s}))
		} else {
			q.Blocks = append(q.Blocks, sub.paragraph(s.A(), s.B()))
		}
	}
	return q
}

// isMailHead reports whether rows are the head of a mail or a memo: "From: …",
// "To: …".
func (p *sectionText) isMailHead(a, b int) bool {
	if mail.IsForwardMark(p.rows[a].Text) {
		a++
	}
	if b-a < 2 {
		return false
	}
	for i := a; i < b; i++ {
		if !mailLabel(p.rows[i].Text) {
			return false
		}
	}
	return true
}

// mailLabel reports whether a line begins with a field of a mail's head.
func mailLabel(s string) bool {
	i := strings.IndexByte(s, ':')
	if i < 2 || i > 14 {
		return false
	}
	switch strings.ToLower(strings.TrimRight(strings.TrimLeft(s[:i], "*_ "), "*_ ")) {
	case "from", "to", "cc", "bcc", "subject", "subj", "re", "date", "sent", "reply-to", "time", "received":
		return true
	}
	return false
}
