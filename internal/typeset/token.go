package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A glue is what stands between one token and the next.
type glue uint8

const (
	joined    glue = iota // nothing: the word goes on in another font
	spaced                // a word space; the line may end here
	tied                  // a word space at which the line may not end
	breakable             // no space, but the line may end here: after a hyphen or a dash
	loose                 // between two characters of a script without spaces
	lineEnd               // the line ends here
)

// A token is a piece of a paragraph and what follows it.
type token struct {
	p          *piece // nil for none
	f          *font
	start, end int32 // the piece's bytes in the flat
	after      glue
	space      int32 // width of the glue, thousandths of an em of f
	penalty    int32 // of ending a line after the token
	flagged    bool  // ends in a hyphen of its own
	solid      bool  // not to be divided: part of a compound, an address, code
	raise      Length
	link       int16
}

// tokenize cuts a flat at its break opportunities. The rules follow Unicode's
// line breaking (UAX #14), narrowed to what a printer of books would do: no line
// begins with a dash, none ends with an opening one. The tokens are the setter's
// own until the next call.
func (s *setter) tokenize(fl *flat) []token {
	s.tokens = s.tokens[:0]
	s.direct(fl)
	text := fl.text
	pos := 0
	for si := range fl.spans {
		sp := &fl.spans[si]
		word, url := pos, false
		if sp.link > 0 || sp.code {
			url = sp.code
		}
		i := pos
		for i < sp.end {
			c := text[i]
			if c < utf8.RuneSelf {
				if c > ' ' && c != '-' && c != '/' && !url && c != 'h' && c != 'w' && i-word < longestPiece {
					i++
					continue
				}
				switch {
				case c == '\n':
					s.token(fl, sp, word, i, lineEnd, 0)
					i++
					word, url = i, sp.code
				case c <= ' ':
					s.token(fl, sp, word, i, spaced, 0)
					i++
					for !sp.code && i < sp.end && text[i] == ' ' {
						i++
					}
					word, url = i, sp.code
				case c == '-':
					run := i
					for i < sp.end && text[i] == '-' {
						i++
					}
					if i-run > 1 { // a dash made of hyphens
						if next := runeAt(text, i); i < sp.end && (wordy(next) || opening(next)) && holdsLetter(text[word:i]) {
							s.token(fl, sp, word, i, breakable, 20)
							word = i
						}
						break
					}
					if next := runeAt(text, i); (wordy(next) || opening(next)) && i-word > 2 && wordy(runeBefore(text, i-1)) && i < len(text) {
						s.token(fl, sp, word, i, breakable, 50)
						s.tokens[len(s.tokens)-1].flagged = true
						word = i
					}
				case url && strings.IndexByte("/?&=_.#%+@:", c) >= 0:
					i++
					if next := runeAt(text, i); wordy(next) && i < sp.end {
						s.token(fl, sp, word, i, breakable, 80)
						s.tokens[len(s.tokens)-1].solid = true
						word = i
					}
				case c == '/':
					i++
					if wordy(runeAt(text, i)) && i-word > 4 && letters(text[i:min(i+16, sp.end)]) >= 4 {
						s.token(fl, sp, word, i, breakable, 80)
						word = i
					}
				case i-word >= longestPiece:
					s.token(fl, sp, word, i, joined, 0)
					word = i
					i++
				default:
					if (c == 'h' || c == 'w') && !url && (i == word || !wordy(runeBefore(text, i))) {
						rest := text[i:sp.end]
						url = strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "www.")
					}
					i++
				}
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case r == 0xA0:
				s.token(fl, sp, word, i, tied, 0)
				i += size
				if s.french {
					s.narrow(text, i)
				}
				word = i
			case r == '—' || r == '–' || r == '―':
				i += size
				for i < sp.end {
					r, size := utf8.DecodeRuneInString(text[i:])
					if r != '—' && r != '–' && r != '―' {
						break
					}
					i += size
				}
				if next := runeAt(text, i); (wordy(next) || opening(next)) && holdsLetter(text[word:i]) {
					s.token(fl, sp, word, i, breakable, 20)
					word = i
				}
			case r == '…':
				i += size
				if wordy(runeAt(text, i)) && holdsLetter(text[word:i]) {
					s.token(fl, sp, word, i, breakable, 40)
					word = i
				}
			case r == 0x5BE: // the hyphen of Hebrew
				i += size
				if wordy(runeAt(text, i)) && holdsLetter(text[word:i]) {
					s.token(fl, sp, word, i, breakable, 20)
					word = i
				}
			case r == 0x200B:
				i += size
				s.token(fl, sp, word, i, breakable, 0)
				word = i
			case r >= 0x2000 && r <= 0x200A && r != 0x2007 || r == 0x3000:
				i += size
				s.token(fl, sp, word, i, breakable, 0)
				word = i
			case wide(r):
				i += size
				next := runeAt(text, i)
				if !noLineStart(next) && !noLineEnd(r) && next != ' ' && next != utf8.RuneError {
					s.token(fl, sp, word, i, loose, 0)
					word = i
				} else if i-word >= longestPiece {
					s.token(fl, sp, word, i, joined, 0)
					word = i
				}
			case isThai(r):
				end := i
				for end < sp.end && end-i < 3*longestPiece && isThai(runeAt(text, end)) {
					end += size
				}
				for _, at := range thaiBreaks(text[i:end]) {
					s.token(fl, sp, word, i+at, loose, 0)
					word = i + at
				}
				i = end
			default:
				if i-word >= longestPiece && !unicode.Is(unicode.M, r) || i-word >= 4*longestPiece {
					s.token(fl, sp, word, i, joined, 0)
					word = i
				}
				if next := i + size; next < sp.end && wide(runeAt(text, next)) && !noLineStart(runeAt(text, next)) && wordy(r) {
					s.token(fl, sp, word, next, loose, 0)
					word = next
				}
				i += size
			}
		}
		if word < sp.end {
			s.token(fl, sp, word, sp.end, joined, 0)
		}
		pos = sp.end
	}
	s.settle()
	if s.phrases {
		byPhrases(s.tokens)
	}
	return s.tokens
}

// token adds the bytes [from, to) of the flat as a token.
func (s *setter) token(fl *flat, sp *styled, from, to int, after glue, penalty int32) {
	for fl.levels != nil && to > from {
		end := fl.endOfLevel(from)
		if end >= to {
			break
		}
		s.oneToken(fl, sp, from, end, joined, 0)
		from = end
	}
	s.oneToken(fl, sp, from, to, after, penalty)
}

// oneToken adds bytes of one level.
func (s *setter) oneToken(fl *flat, sp *styled, from, to int, after glue, penalty int32) {
	if sp.link > 0 && to < sp.end && fl.links[sp.link-1].ruby != "" {
		after = joined // what has one reading stays together
	}
	t := token{f: sp.font, start: int32(from), end: int32(to), after: after, penalty: penalty, solid: sp.code, raise: sp.raise, link: sp.link}
	if fl.levels != nil {
		t.f = s.directed(sp.font, fl.levelAt(from))
	}
	if to > from {
		t.p = s.piece(t.f, fl.text[from:to])
		if t.p.missing != nil {
			s.lacks(t.p.missing)
		}
	}
	if after == spaced || after == tied {
		t.space = sp.font.space
	}
	s.tokens = append(s.tokens, t)
}

// settle mends what only the neighbours show: no line begins with a dash that
// stands between spaces, and parts of a compound are not divided again.
func (s *setter) settle() {
	ts := s.tokens
	for i := range ts {
		if i > 0 && ts[i-1].after == spaced && ts[i].after == spaced && ts[i].p != nil {
			switch ts[i].p.text {
			case "–", "—", "-", "--", "…":
				ts[i-1].after = tied
			}
		}
		if ts[i].flagged {
			ts[i].solid = true
			if i+1 < len(ts) {
				ts[i+1].solid = true
			}
		}
	}
	if n := len(ts); n > 0 && (ts[n-1].after == spaced || ts[n-1].after == breakable) {
		ts[n-1].after = joined
	}
}

// narrow makes the tie just added as thin as French printers set it before high
// punctuation and inside guillemets; before a colon it keeps its width.
func (s *setter) narrow(text string, next int) {
	t := &s.tokens[len(s.tokens)-1]
	switch runeAt(text, next) {
	case ';', '!', '?', '»', '›':
		t.space = 120
	default:
		if before := runeBefore(text, next-2); before == '«' || before == '‹' {
			t.space = 120
		}
	}
}

func runeAt(text string, i int) rune {
	if i < 0 || i >= len(text) {
		return utf8.RuneError
	}
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r
}

func runeBefore(text string, i int) rune {
	if i <= 0 || i > len(text) {
		return utf8.RuneError
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r
}
