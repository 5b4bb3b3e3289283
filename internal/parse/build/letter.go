package build

import (
	"strings"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// letterPieces is how far behind a salutation the closing is looked for.
const letterPieces = 60

// letterEnd finds the letter that begins with piece k: the piece that greets, the
// piece that takes leave, and the first piece after it. ok is false when none begins.
func (p *sectionText) letterEnd(k int) (greeting, closing, end int, ok bool) {
	greeting = k
	if p.wholeLetter(k) > 0 {
		return k, k, k + 1, true
	}
	if c := p.pieces[k]; c.Kind == pieceKept || p.dateline(k) { // an address, a date
		if greeting++; greeting == len(p.pieces) || p.rows[p.pieces[greeting].A()].Gap() > max(1, p.Layout.Gap)+1 {
			return 0, 0, 0, false
		}
		if c.B()-c.A() > 8 {
			return 0, 0, 0, false
		}
	}
	if !p.greetsAt(greeting) && !(greeting > k && p.calls(greeting)) {
		return 0, 0, 0, false
	}
	for j := greeting + 1; j < len(p.pieces) && j < greeting+letterPieces; j++ {
		if p.greetsAt(j) || p.gapBreaks(j) {
			return 0, 0, 0, false
		}
		switch p.pieces[j].Kind {
		case pieceMark, pieceEnd, pieceUnderline:
			return 0, 0, 0, false
		}
		if n := p.closingAt(j); n > 0 {
			return greeting, j, j + n, true
		}
		if j > greeting+1 && p.signedAt(j) {
			return greeting, j, j + 1, true
		}
	}
	return 0, 0, 0, false
}

// wholeLetter is the row of piece k with which the closing of a letter begins that is set
// line by line, as on a postcard, its greeting in the first row; 0 for none.
func (p *sectionText) wholeLetter(k int) int {
	c := p.pieces[k]
	if c.Kind != pieceKept || c.B()-c.A() < 3 || !says.Greets(p.rows[c.A()].Text) {
		return 0
	}
	last := p.rows[c.B()-1].Text
	switch {
	case says.TakesLeave(last):
		return c.B() - 1
	case c.B()-c.A() > 3 && says.TakesLeave(p.rows[c.B()-2].Text) && name(last, false):
		return c.B() - 2
	}
	return 0
}

// calls reports whether piece k, below a date, is the name of whom a letter is for: "Kate--".
func (p *sectionText) calls(k int) bool {
	c := p.pieces[k]
	if c.B()-c.A() != 1 || c.Kind != pieceProse && c.Kind != pieceKept {
		return false
	}
	text := p.rows[c.A()].Text
	who := strings.TrimRight(text, ",-—:!")
	return who != text && capitalized(who, 3)
}

// signedAt reports whether piece j is a signature alone: an initial, or a name at the very end.
func (p *sectionText) signedAt(j int) bool {
	c := p.pieces[j]
	if c.B()-c.A() != 1 || c.Kind != pieceProse && c.Kind != pieceKept && c.Kind != pieceCapitals {
		return false
	}
	text := p.rows[c.A()].Text
	if len(text) == 2 && text[1] == '.' && capitalized(text, 1) {
		return true
	}
	if j+1 < len(p.pieces) && p.pieces[j+1].Kind != pieceMark && p.pieces[j+1].Kind != pieceEnd && !p.gapBreaks(j+1) {
		return false
	}
	return len(text) < 30 && capitalized(strings.TrimSuffix(text, "."), 3)
}

// capitalized reports whether a text is at most so many words, which all begin with capitals and
// are parted by blanks alone.
func capitalized(text string, most int) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !unicode.IsUpper(char.FirstRune(w)) || strings.ContainsAny(w, "!?,;:\"“”") {
			return false
		}
	}
	return len(words) > 0 && len(words) <= most
}

func (p *sectionText) greetsAt(k int) bool {
	c := p.pieces[k]
	return c.B()-c.A() == 1 && (c.Kind == pieceProse || c.Kind == pieceKept || c.Kind == pieceSetOff || c.Kind == pieceSpeech) && says.Greets(p.rows[c.A()].Text)
}

// dateline reports whether piece k is a short line with a date or a place before a letter.
func (p *sectionText) dateline(k int) bool {
	c := p.pieces[k]
	w := &p.rows[c.A()]
	return (c.Kind == pieceProse || c.Kind == pieceSetOff) && c.B()-c.A() == 1 && len(w.Text) < 60 && w.Text[0] != '"' && strings.ContainsAny(w.Text, "0123456789") && (w.Tail == passage.EndsOpen || says.HasYear(w.Text))
}

// closingAt returns how many pieces the closing at piece j has; 0 when there is none.
func (p *sectionText) closingAt(j int) int {
	c := p.pieces[j]
	rows := c.B() - c.A()
	first := p.rows[c.A()].Text
	if p.Layout.Apart && first == "--" && c.Kind == pieceKept {
		return 1 // a mail's signature
	}
	if rows > 5 || !says.TakesLeave(first) {
		return 0
	}
	quoted := first[0] == '"'
	comma := strings.HasSuffix(strings.TrimRight(first, " *_~/"), ",")
	if quoted && !comma {
		return 0 // speech
	}
	switch c.Kind {
	case pieceKept:
		if rows > 1 {
			return 1
		}
	case pieceProse, pieceCapitals, pieceSpeech, pieceSetOff:
		if rows > 2 {
			return 0
		}
		if rows == 2 {
			if name(p.rows[c.A()+1].Text, quoted) {
				return 1
			}
			return 0
		}
	default:
		return 0
	}
	// The name on a line of its own, behind a blank line.
	if j+1 < len(p.pieces) && comma {
		if d := p.pieces[j+1]; d.B()-d.A() <= 2 && p.rows[d.A()].Gap() <= max(1, p.Layout.Gap)+1 && name(p.rows[d.A()].Text, quoted) {
			switch d.Kind {
			case pieceProse, pieceKept, pieceCapitals, pieceSetOff, pieceSpeech:
				return 2
			}
		}
	}
	if !comma || quoted || p.Layout.Prose(p.rows[c.A()].Line) {
		return 0
	}
	return 1
}

// name reports whether a line may be a signature; quoted says that the letter
// stands in quotation marks, which each of its paragraphs repeats.
func name(s string, quoted bool) bool {
	return len(s) <= 50 && strings.Count(s, " ") < 6 && quoted == (s[0] == '"') && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, ":")
}

// letter makes a letter of pieces [k, end): what stands before the greeting is
// its opening; the greeting and the text are its blocks.
func (p *sectionText) letter(k, greeting, closing, end int) *book.Letter {
	l := &book.Letter{Span: p.at(p.pieces[k].A(), p.pieces[end-1].B())}
	if greeting == closing { // line by line
		c, from := p.pieces[k], p.wholeLetter(k)
		l.Opening, l.Closing = p.lines(c.A(), from), p.lines(from, c.B())
		return l
	}
	for _, c := range p.pieces[k:greeting] {
		l.Opening = append(l.Opening, p.lines(c.A(), c.B())...)
	}
	l.Blocks = append(l.Blocks, p.paragraph(p.pieces[greeting].A(), p.pieces[greeting].B()))
	for j := greeting + 1; j < closing; j++ { // a sentence alone in a letter that is set in
		if c := &p.pieces[j]; c.Kind == pieceKept && c.B()-c.A() == 1 && p.rows[c.A()].Tail == passage.EndsStop && p.rows[c.A()].Indent() == p.rows[p.pieces[greeting].A()].Indent() {
			c.Kind = pieceProse
		}
	}
	l.Blocks = append(l.Blocks, p.blocksOf(greeting+1, closing, true)...)
	l.Closing = p.closingLines(closing, end)
	return l
}

// closing makes the end of a letter of pieces [k, end), where its beginning is not
// to be seen.
func (p *sectionText) closing(k, end int) *book.Letter {
	return &book.Letter{Closing: p.closingLines(k, end), Span: p.at(p.pieces[k].A(), p.pieces[end-1].B())}
}

// closingLines are the lines of pieces [k, end), without the mark "-- " that parts a
// mail's signature from its text (RFC 3676, section 4.3): it says nothing.
func (p *sectionText) closingLines(k, end int) []book.Line {
	var out []book.Line
	for _, c := range p.pieces[k:end] {
		from := c.A()
		if p.rows[from].Text == "--" && c.B()-from > 1 {
			from++
		}
		out = append(out, p.lines(from, c.B())...)
	}
	return out
}
