package typeset

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"storybind/assets"
)

// A division is a place inside a piece where a hyphen may stand.
type division struct {
	at    int32 // byte offset in the piece's text
	width int32 // of the glyphs before it, thousandths of an em, without the hyphen
	share int32 // of the piece's glyphs, how many stand before it
}

// patterns divide the words of one language.
type patterns struct {
	trie        *liang
	words       map[string][]int // exceptions: letters before each hyphen
	left, right int              // least letters before and after a hyphen
}

// languages by BCP 47 tag, longest first match: hyph-utf8's tag and the least
// letters before and after a hyphen, as TeX has them for each language.
var languages = []struct {
	tag, file   string
	left, right int
}{
	{"en-GB", "en-gb", 2, 3}, {"en-AU", "en-gb", 2, 3}, {"en-NZ", "en-gb", 2, 3}, {"en-IE", "en-gb", 2, 3}, {"en-ZA", "en-gb", 2, 3}, {"en-IN", "en-gb", 2, 3},
	{"en", "en-us", 2, 3}, {"de", "de-1996", 2, 2}, {"fr", "fr", 2, 3}, {"es", "es", 2, 2}, {"pt", "pt", 2, 3},
	{"it", "it", 2, 2}, {"nl", "nl", 2, 2}, {"ru", "ru", 2, 2}, {"pl", "pl", 2, 2}, {"sv", "sv", 2, 2}, {"da", "da", 2, 2},
	{"nb", "nb", 2, 2}, {"nn", "nb", 2, 2}, {"no", "nb", 2, 2}, {"fi", "fi", 2, 2}, {"uk", "uk", 2, 2}, {"el", "el-monoton", 2, 2},
	{"la", "la", 2, 2}, {"tr", "tr", 2, 2},
}

var loaded struct {
	sync.Mutex
	byFile map[string]*patterns
}

// patternsFor returns the patterns of a language, nil where there are none.
func patternsFor(language string) *patterns {
	for _, l := range languages {
		if !strings.EqualFold(language, l.tag) && !(len(language) > len(l.tag) && language[len(l.tag)] == '-' && strings.EqualFold(language[:len(l.tag)], l.tag)) {
			continue
		}
		loaded.Lock()
		defer loaded.Unlock()
		if p := loaded.byFile[l.file]; p != nil {
			return p
		}
		list, words := assets.Hyphenation(l.file)
		p := &patterns{trie: newLiang(list), left: l.left, right: l.right, words: map[string][]int{}}
		for _, w := range strings.Fields(string(words)) {
			var at []int
			n := 0
			for _, r := range w {
				if r == '-' {
					at = append(at, n)
				} else {
					n++
				}
			}
			p.words[strings.ReplaceAll(w, "-", "")] = at
		}
		if loaded.byFile == nil {
			loaded.byFile = map[string]*patterns{}
		}
		loaded.byFile[l.file] = p
		return p
	}
	return nil
}

const (
	shortestDivided = 5  // letters; shorter words are not worth a hyphen
	longestDivided  = 60 // letters; what is longer is no word
)

// divide lists the places where a piece may be divided, in order. A piece with a
// digit, a hyphen of its own or capitals throughout is left alone.
func (s *setter) divide(f *font, p *piece) []division {
	if d := p.divisions.Load(); d != nil {
		return *d
	}
	d := s.divisionsOf(f, p)
	p.divisions.Store(&d)
	return d
}

func (s *setter) divisionsOf(f *font, p *piece) []division {
	text := p.text
	start := strings.IndexFunc(text, unicode.IsLetter)
	if start < 0 || len(p.segs) != 1 {
		return s.softHyphens(f, p)
	}
	end := strings.LastIndexFunc(text, unicode.IsLetter)
	_, size := utf8.DecodeRuneInString(text[end:])
	end += size
	word := text[start:end]
	letters, lower := 0, false
	for _, r := range word {
		switch {
		case r == 0xAD:
			return s.softHyphens(f, p)
		case unicode.IsLetter(r):
			lower = lower || unicode.IsLower(r)
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		default:
			return nil
		}
		letters++
	}
	if letters < shortestDivided || letters > longestDivided || !lower || s.patterns == nil {
		return nil
	}
	at, known := s.patterns.words[word]
	if !known {
		runes := s.runes[:0]
		for _, r := range word {
			runes = append(runes, unicode.ToLower(r))
		}
		s.runes = runes
		if runes[0] != runeAt(word, 0) {
			at, known = s.patterns.words[string(runes)]
		}
		if !known {
			at = s.patterns.trie.divide(runes)
		}
	}
	var out []division
	n, next := 0, 0
	for i := range word {
		for next < len(at) && at[next] < n {
			next++
		}
		if next == len(at) {
			break
		}
		if n == at[next] && n >= s.patterns.left && letters-n >= s.patterns.right && !apostropheNear(word, i) {
			out = append(out, s.division(f, p, start+i))
		}
		n++
	}
	return out
}

// apostropheNear reports whether a division at byte i would leave an apostrophe
// at the line's end or begin the next line with one or two letters after it ("did-n’t").
func apostropheNear(word string, i int) bool {
	rest := word[i:]
	if at := strings.IndexAny(rest, "'’"); at >= 0 && utf8.RuneCountInString(rest[:at]) < 3 {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(word[:i])
	return last == '\'' || last == '’'
}

// softHyphens are the places that the story itself marks with U+00AD.
func (s *setter) softHyphens(f *font, p *piece) []division {
	var out []division
	for i, r := range p.text {
		if r == 0xAD && i > 0 && i+2 < len(p.text) {
			out = append(out, s.division(f, p, i))
		}
	}
	return out
}

// division is the place before byte i of the text.
func (s *setter) division(f *font, p *piece, i int) division {
	w, whole := p.widthBefore(i)
	if !whole { // what is drawn as one looks otherwise when it is parted
		w = s.hyphened(f, p.text[:i]).width - f.hyphen
	}
	return division{at: int32(i), width: w, share: int32(int64(p.glyphs) * int64(w) / int64(max(p.width, 1)))}
}

// widthBefore is the width of the glyphs before byte i of the text; false where one
// glyph, or several as one, stand for characters on both sides.
func (p *piece) widthBefore(i int) (int32, bool) {
	at, end := 0, 0
	var w int32
	for _, sg := range p.segs {
		at, end = end, end+len(sg.text) // what is invisible has no glyph
		for j := range sg.glyphs {
			g := &sg.glyphs[j]
			if g.Text != "" && at >= i {
				return w, true
			}
			if at+len(g.Text) > i {
				return w, false
			}
			w += g.Advance
			at += len(g.Text)
		}
	}
	return w, true
}
