package parse

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
)

// Words that letters begin and end with, in small letters.
var (
	salutations = []string{"dear", "dearest", "my dear", "my dearest", "my darling", "my love", "my own", "darling", "beloved", "my beloved", "to whom it may concern", "dear sir", "sir", "madam", "gentlemen", "honoured sir", "honored sir", "esteemed",
		"cher", "chère", "mon cher", "ma chère", "liebe", "lieber", "liebes", "liebste", "liebster", "mein lieber", "meine liebe", "mein liebes", "verehrte", "verehrter", "sehr geehrte", "geehrte", "hochverehrte", "querido", "querida", "estimado", "estimada", "caro", "cara", "prezado", "дорогой", "дорогая", "милый", "милая", "уважаемый", "уважаемая"}
	valedictions = []string{"yours", "ever yours", "ever your", "your", "believe me ever", "sincerely", "most sincerely", "yours sincerely", "love", "with love", "with all my love", "all my love", "lots of love", "much love", "best", "best wishes", "best regards", "with best wishes", "regards", "kind regards", "warm regards", "warmest regards",
		"with warm", "with kind", "with best", "respectfully", "very respectfully", "faithfully", "cordially", "affectionately", "ever affectionately", "truly", "very truly", "as ever", "as always", "always", "forever", "hugs", "cheers", "until then", "until we meet", "in haste", "in friendship", "with affection", "with gratitude", "gratefully",
		"fondly", "i am", "i remain", "i have the honour", "i have the honor", "believe me", "signed", "your obedient", "your humble", "your most", "your affectionate", "thine", "ever thine", "adieu", "god bless", "your loving", "your friend", "xoxo", "xx", "herzlichst", "herzliche grüße", "dein", "deine", "ihr", "hochachtungsvoll", "mit freundlichen", "cordialement", "bien à vous", "bien à toi", "à bientôt", "atentamente", "un abrazo", "con cariño", "с любовью", "твой", "твоя", "ваш", "ваша"}
)

// longestSalutation is the most bytes of a line that greets or takes leave.
const longestSalutation = 70

// opensWith reports whether a line begins with one of the words, and ends there or
// goes on behind a blank or punctuation.
func opensWith(s string, words []string) bool {
	s = strings.ToLower(strings.TrimLeft(s, " \t\"'“‘«„_*/~"))
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s, w); ok && (rest == "" || strings.IndexByte(" ,.!:;-*_~/", rest[0]) >= 0 || strings.HasPrefix(rest, "—")) {
			return true
		}
	}
	return false
}

// greets reports whether a line is a salutation: "Dear Tobin,".
func greets(s string) bool {
	if len(s) > longestSalutation {
		return false
	}
	t := strings.TrimRight(s, " *_~/\"'”’")
	switch {
	case t == "":
		return false
	case strings.HasSuffix(t, ","), strings.HasSuffix(t, ":"), strings.HasSuffix(t, "!"), strings.HasSuffix(t, "-"), strings.HasSuffix(t, "—"), strings.HasSuffix(t, ";"):
	default:
		return false
	}
	return strings.Count(t, " ") < 8 && opensWith(s, salutations)
}

// weakValedictions begin other lines as well; little may follow them.
var weakValedictions = []string{"love", "best", "always", "forever", "truly", "cheers", "i am", "i remain", "believe me", "hugs"}

// takesLeave reports whether a line is a valediction: "Yours,", "With all my love,".
func takesLeave(s string) bool {
	if len(s) > longestSalutation {
		return false
	}
	t := strings.Trim(s, " *_~/\"'”’“‘«„")
	if t == "" {
		return false
	}
	words := strings.Count(t, " ") + 1
	switch last, _ := utf8.DecodeLastRuneInString(t); {
	case last == ',' || last == '-' || last == '—' || last == '.':
	case words > 3:
		return false
	}
	if words > 6 && !opensWith(t, []string{"i have the honour", "i have the honor"}) || strings.ContainsAny(t, "\"“”?;:") {
		return false
	}
	if opensWith(t, weakValedictions) {
		return words <= 3
	}
	return opensWith(t, valedictions)
}

// letterPieces is how far behind a salutation the closing is looked for.
const letterPieces = 60

// letterEnd finds the letter that begins with piece k: the piece that greets, the
// piece that takes leave, and the first piece after it. ok is false when none begins.
func (p *sectionText) letterEnd(k int) (greeting, closing, end int, ok bool) {
	greeting = k
	if c := p.pieces[k]; c.kind == pieceKept || p.dateline(k) { // an address, a date
		if greeting++; greeting == len(p.pieces) || p.rows[p.pieces[greeting].a].gap > max(1, p.layout.gap)+1 {
			return 0, 0, 0, false
		}
		if c.b-c.a > 8 {
			return 0, 0, 0, false
		}
	}
	if !p.greetsAt(greeting) {
		return 0, 0, 0, false
	}
	for j := greeting + 1; j < len(p.pieces) && j < greeting+letterPieces; j++ {
		if p.greetsAt(j) || p.gapBreaks(j) {
			return 0, 0, 0, false
		}
		switch p.pieces[j].kind {
		case pieceMark, pieceEnd, pieceUnderline:
			return 0, 0, 0, false
		}
		if n := p.closingAt(j); n > 0 {
			return greeting, j, j + n, true
		}
	}
	return 0, 0, 0, false
}

func (p *sectionText) greetsAt(k int) bool {
	c := p.pieces[k]
	return c.b-c.a == 1 && (c.kind == pieceProse || c.kind == pieceKept || c.kind == pieceSetOff || c.kind == pieceSpeech) && greets(p.rows[c.a].Text)
}

// dateline reports whether piece k is a short line with a date or a place before a letter.
func (p *sectionText) dateline(k int) bool {
	c := p.pieces[k]
	w := &p.rows[c.a]
	return c.kind == pieceProse && c.b-c.a == 1 && len(w.Text) < 60 && w.Text[0] != '"' && strings.ContainsAny(w.Text, "0123456789") && (w.Tail == passage.EndsOpen || hasYear(w.Text))
}

// hasYear reports whether a text holds a number of four digits that is a year.
func hasYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if (s[i] == '1' || s[i] == '2') && isDigit(rune(s[i+1])) && isDigit(rune(s[i+2])) && isDigit(rune(s[i+3])) && (i == 0 || !isDigit(rune(s[i-1]))) && (i+4 == len(s) || !isDigit(rune(s[i+4]))) {
			return true
		}
	}
	return false
}

// closingAt returns how many pieces the closing at piece j has; 0 when there is none.
func (p *sectionText) closingAt(j int) int {
	c := p.pieces[j]
	rows := c.b - c.a
	first := p.rows[c.a].Text
	if p.layout.apart && first == "--" && c.kind == pieceKept {
		return 1 // a mail's signature
	}
	if rows > 5 || !takesLeave(first) {
		return 0
	}
	quoted := first[0] == '"'
	comma := strings.HasSuffix(strings.TrimRight(first, " *_~/"), ",")
	if quoted && !comma {
		return 0 // speech
	}
	switch c.kind {
	case pieceKept:
		if rows > 1 {
			return 1
		}
	case pieceProse, pieceCapitals, pieceSpeech, pieceSetOff:
		if rows > 2 {
			return 0
		}
		if rows == 2 {
			if name(p.rows[c.a+1].Text, quoted) {
				return 1
			}
			return 0
		}
	default:
		return 0
	}
	// The name on a line of its own, behind a blank line.
	if j+1 < len(p.pieces) && comma {
		if d := p.pieces[j+1]; d.b-d.a <= 2 && p.rows[d.a].gap <= max(1, p.layout.gap)+1 && name(p.rows[d.a].Text, quoted) {
			switch d.kind {
			case pieceProse, pieceKept, pieceCapitals, pieceSetOff, pieceSpeech:
				return 2
			}
		}
	}
	if !comma || quoted || p.layout.prose(p.rows[c.a].Line) {
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
	l := &book.Letter{Span: p.at(p.pieces[k].a, p.pieces[end-1].b)}
	for _, c := range p.pieces[k:greeting] {
		l.Opening = append(l.Opening, p.lines(c.a, c.b)...)
	}
	l.Blocks = append(l.Blocks, p.paragraph(p.pieces[greeting].a, p.pieces[greeting].b))
	l.Blocks = append(l.Blocks, p.blocksOf(greeting+1, closing, true)...)
	l.Closing = p.closingLines(closing, end)
	return l
}

// closing makes the end of a letter of pieces [k, end), where its beginning is not
// to be seen.
func (p *sectionText) closing(k, end int) *book.Letter {
	return &book.Letter{Closing: p.closingLines(k, end), Span: p.at(p.pieces[k].a, p.pieces[end-1].b)}
}

// closingLines are the lines of pieces [k, end), without the mark "-- " that parts a
// mail's signature from its text (RFC 3676, section 4.3): it says nothing.
func (p *sectionText) closingLines(k, end int) []book.Line {
	var out []book.Line
	for _, c := range p.pieces[k:end] {
		if p.rows[c.a].Text == "--" && c.b-c.a > 1 {
			c.a++
		}
		out = append(out, p.lines(c.a, c.b)...)
	}
	return out
}
