package typeset

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// A play is told by its speeches: paragraphs, or entries of a log, that begin with a name in
// capitals, or with one of the names that many others begin with (cast.go). Its speakers stand
// in small capitals, its speeches hang, its directions are italic, and so is what stands above
// a scene's first speech; acts begin on new pages and scenes run on.

// isPlay reports whether most of a section's paragraphs are speeches and directions.
func isPlay(sec *book.Section, names cast) bool {
	speeches, directions, others := 0, 0, 0
	for _, b := range sec.Blocks {
		for text := range saidIn(b) {
			switch {
			case names.speaker(text) > 0:
				speeches++
			case isDirection(text):
				directions++
			default:
				others++
				if others > 20 && others > 3*speeches {
					return false
				}
			}
		}
	}
	return speeches >= 2 && speeches+directions > 2*others
}

// saidIn are the texts that the paragraphs of a block begin with, where they may be speeches.
func saidIn(b book.Block) iter.Seq[string] {
	return func(yield func(string) bool) {
		switch b := b.(type) {
		case *book.Paragraph:
			yield(firstText(b.Inlines))
		case *book.Log:
			for _, e := range b.Entries {
				text := firstText(e.Inlines)
				if who := firstText(e.Speaker); who != "" {
					text = who + " " + text
				}
				if !yield(text) {
					return
				}
			}
		}
	}
}

// firstText is the text that inlines begin with.
func firstText(ins []book.Inline) string {
	if len(ins) == 0 {
		return ""
	}
	switch in := ins[0].(type) {
	case book.Text:
		return in.Value
	case book.Emphasis:
		return firstText(in.Inlines)
	case book.Strong:
		return firstText(in.Inlines)
	case book.SmallCaps:
		return firstText(in.Inlines)
	}
	return ""
}

// speaker is where the name that a speech begins with ends, 0 for none: up to four words in
// capitals and a full stop or a colon, or a direction in brackets before it; something is said behind it.
func speaker(text string) int {
	letters := 0
	for i, r := range text {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r == '.' || r == ':':
			if letters < 2 {
				return 0
			}
			end := i + 1
			if rest := strings.TrimLeft(text[end:], " \u00A0"); rest == "" || !strings.HasPrefix(text[end:], " ") && !strings.HasPrefix(text[end:], "\u00A0") && r == '.' {
				return 0
			}
			return end
		case r == ' ' || r == '\u00A0' || r == '\'' || r == '’' || r == '-' || r == '&' || unicode.IsDigit(r):
			if letters == 0 {
				return 0
			}
		case (r == '(' || r == '[') && letters >= 2: // MARY (softly): or MARY, aside.
			if end := strings.IndexAny(text[i:], ")]"); end > 0 && i+end+1 < len(text) && strings.ContainsRune(".: ", rune(text[i+end+1])) {
				return i
			}
			return 0
		default:
			return 0
		}
		if i > 48 {
			return 0
		}
	}
	return 0
}

// isDirection reports whether a paragraph says what is done on the stage: it stands in
// brackets, or somebody enters or leaves.
func isDirection(text string) bool {
	text = strings.TrimSpace(text)
	if len(text) < 3 {
		return false
	}
	if first, last := text[0], text[len(text)-1]; first == '[' && last == ']' || first == '(' && last == ')' {
		return true
	}
	word, _, _ := strings.Cut(text, " ")
	switch strings.TrimRight(word, ".,") {
	case "Exit", "Exeunt", "Enter", "Re-enter", "Curtain":
		return len(text) < 200
	}
	return false
}

// speech sets a paragraph of a play; false leaves it to prose.
func (s *setter) speech(fl *flat, f frame, sh shape) bool {
	sh.first = 0
	end := s.cast.speaker(fl.text)
	if end == 0 && (s.curtain || isDirection(fl.text)) {
		s.restyle(fl, len(fl.text), func(k fontKey) fontKey {
			if k.face < symbolFace {
				k.face ^= s.geo.italic()
			}
			return k
		})
		f.left += s.indent()
		f.right += s.indent()
		sh.align, sh.hang = flushLeft, false
		s.paragraph(fl, &f, sh)
		return true
	}
	if end == 0 {
		return s.turn(fl, f, sh)
	}
	if s.curtain {
		s.curtain = false
		if len(s.rows) > 0 && s.rows[len(s.rows)-1].kind == textRow {
			s.white(s.geo.leading)
		}
	}
	name := fl.text[:end]
	s.restyle(fl, end, func(k fontKey) fontKey { return s.smallFor(k, name) })
	s.directions(fl, end)
	sh.rest = s.indent()
	s.paragraph(fl, &f, sh)
	return true
}

// turn sets a line that says only whose turn it is, and how: "MARY, turning away.", above
// what she sings or says in verse. The name is one that opens other speeches, in capitals.
func (s *setter) turn(fl *flat, f frame, sh shape) bool {
	end := s.cast.named(fl.text)
	if end == 0 || len(fl.text) > 90 {
		return false
	}
	name := fl.text[:end]
	s.restyleRest(fl, end, func(k fontKey) fontKey {
		if k.face < symbolFace {
			k.face ^= s.geo.italic()
		}
		return k
	})
	s.restyle(fl, end, func(k fontKey) fontKey { return s.smallFor(k, name) })
	sh.rest = s.indent()
	s.paragraph(fl, &f, sh)
	s.keepLast()
	return true
}

// directions are in italics: one in round brackets before what is said, which begins at byte
// from, and those in square ones anywhere.
func (s *setter) directions(fl *flat, from int) {
	at := from + strings.IndexFunc(fl.text[from:], func(r rune) bool { return r != ' ' && r != 0xA0 })
	if at < from || fl.text[at] != '(' {
		at = from
	}
	for {
		open := strings.IndexByte(fl.text[at:], '[')
		if fl.text[at] == '(' {
			open = 0
		}
		if open < 0 {
			return
		}
		open += at
		end := open + strings.IndexAny(fl.text[open:], ")]") + 1
		if end <= open {
			return
		}
		s.restyleBetween(fl, open, end, func(k fontKey) fontKey {
			if k.face < symbolFace {
				k.face ^= s.geo.italic()
			}
			return k
		})
		if at = end; at >= len(fl.text) {
			return
		}
	}
}

// isScene reports whether a section is a scene of an act, by its label.
func isScene(sec *book.Section) bool {
	return beginsWith(sec.Label, "scene", "szene", "scène", "escena", "cena", "scena")
}

// isAct reports whether a section is an act.
func isAct(sec *book.Section) bool {
	return beginsWith(sec.Label, "act", "akt", "acte", "acto", "atto", "aufzug")
}

func beginsWith(label string, words ...string) bool {
	label = strings.ToLower(label)
	for _, w := range words {
		if rest, ok := strings.CutPrefix(label, w); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return rest == "" || !unicode.IsLetter(r)
		}
		if rest, ok := strings.CutSuffix(label, w); ok && strings.HasSuffix(rest, " ") { // "Erster Akt"
			return true
		}
	}
	return false
}
