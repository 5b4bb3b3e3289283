package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// A play is told by its speeches: paragraphs, or entries of a log, that begin with a name in
// capitals, or with one of the names that many others begin with (book.Cast). Its speakers stand
// in small capitals, its speeches hang, its directions are italic, and so is what stands above
// a scene's first speech; acts begin on new pages and scenes run on.

// speech sets a paragraph of a play; false leaves it to prose.
func (s *setter) speech(fl *flat, f frame, sh shape) bool {
	sh.first = 0
	end := s.cast.Speaker(fl.text)
	if end == 0 && (s.curtain || book.IsDirection(fl.text)) {
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
	end := s.cast.Named(fl.text)
	if end == 0 || len(fl.text) > book.LongestTurn {
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

// leastTurns is how many stanzas a play has under lines that say whose turn it is before its
// speeches are verse; a few are songs.
const leastTurns = 8

// spokenVerse reports whether the characters of a play speak in verse.
func spokenVerse(flows []*flow) bool {
	n := 0
	for _, f := range flows {
		for i := 1; f.play && i < len(f.section.Blocks); i++ {
			v, ok := f.section.Blocks[i].(*book.Verse)
			p, ok2 := f.section.Blocks[i-1].(*book.Paragraph)
			if ok && ok2 && len(v.Stanzas) == 1 && f.cast.Named(book.Plain(p.Inlines)) > 0 {
				n++
			}
		}
	}
	return n >= leastTurns
}

// speechInVerse sets a stanza that is a speech, or goes on with one: below the line that says whose it
// is, as far in as the other lines of speeches are.
func (s *setter) speechInVerse(lines []book.VerseLine, f frame, step Length) {
	if len(lines) > 1 {
		if fl := s.flatten(lines[0].Inlines, f.key); s.turn(&fl, f, shape{align: flushLeft}) {
			lines = lines[1:]
		}
	}
	from := len(s.rows)
	for _, l := range lines {
		fl := s.flatten(l.Inlines, f.key)
		s.hanging(&fl, f, s.indent()+step*Length(min(l.Indent, 8)), step, flushLeft)
	}
	s.together(from, inVerse)
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
