package langid

import (
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/lexicon"
)

// The text is read at this many places spread evenly over it, this many bytes at each.
const (
	samples    = 48
	sampleSize = 512
)

// Spoken is the language of a text, and whether the text shows it clearly. The
// script decides where one language owns it; else the letters, and the small
// words that no page can do without.
func Spoken(text string) (tag string, sure bool) {
	var s spokenSurvey
	if len(text) <= samples*sampleSize {
		s.read(text)
	} else {
		step := (len(text) - sampleSize) / (samples - 1)
		for n := range samples {
			at := n * step
			for at > 0 && !utf8.RuneStart(text[at]) {
				at--
			}
			s.read(text[at : at+sampleSize])
		}
	}
	return s.decide()
}

// A spokenSurvey counts what a text shows of its language.
type spokenSurvey struct {
	letters int
	scripts [len(scripts)]int
	marks   map[rune]int // letters that few languages have
	words   int
	hits    [64]int // small words, by language
}

// scripts that tell languages, and the language of those that one language owns.
var scripts = [...]struct {
	table *unicode.RangeTable
	tag   string
}{
	{unicode.Latin, ""}, {unicode.Cyrillic, "ru"}, {unicode.Greek, "el"}, {unicode.Han, "zh"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"},
	{unicode.Hangul, "ko"}, {unicode.Arabic, "ar"}, {unicode.Hebrew, "he"}, {unicode.Thai, "th"}, {unicode.Devanagari, "hi"}, {unicode.Armenian, "hy"},
	{unicode.Georgian, "ka"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"},
}

const (
	inLatin = iota
	inCyrillic
	_
	inHan
	inHiragana
	inKatakana
	_
	inArabic
)

func (s *spokenSurvey) read(text string) {
	if s.marks == nil {
		s.marks = map[rune]int{}
	}
	_, index := lexicon.Languages()
	var buf [32]byte
	n := 0
	last := 0
	end := func() {
		if n > 0 {
			s.words++
			if n < len(buf) {
				for set, l := index[string(buf[:n])], 0; set != 0; set, l = set>>1, l+1 {
					s.hits[l] += int(set & 1)
				}
			}
		}
		n = 0
	}
	for _, c := range text {
		if c < utf8.RuneSelf {
			if l := c | 0x20; l >= 'a' && l <= 'z' {
				s.letters++
				s.scripts[inLatin]++
				if n < len(buf) {
					buf[n] = byte(l)
					n++
				}
			} else {
				end()
			}
			continue
		}
		if !unicode.IsLetter(c) {
			end()
			continue
		}
		s.letters++
		if !unicode.Is(scripts[last].table, c) {
			for last = range scripts {
				if unicode.Is(scripts[last].table, c) {
					break
				}
			}
		}
		s.scripts[last]++
		c = unicode.ToLower(c)
		s.marks[c]++
		if n+utf8.UTFMax < len(buf) {
			n += utf8.EncodeRune(buf[n:], c)
		} else {
			n = len(buf)
		}
	}
	end()
}

func (s *spokenSurvey) decide() (string, bool) {
	most := 0
	for i, n := range s.scripts {
		if n > s.scripts[most] {
			most = i
		}
	}
	if s.letters == 0 {
		return "en", false
	}
	clear := s.scripts[most]*2 > s.letters
	switch kana := s.scripts[inHiragana] + s.scripts[inKatakana]; {
	case kana*20 > s.scripts[inHan]+kana && kana > 0 && most >= inHan && most <= inKatakana:
		return "ja", true
	case most == inLatin || most == inCyrillic:
		return s.byWords([...]string{inLatin: "latin", inCyrillic: "cyrillic"}[most])
	case most == inHan:
		return s.chinese(), clear
	case most == inArabic:
		return s.arabic(), clear
	}
	return scripts[most].tag, clear
}

// chinese tells the traditional characters from the simplified: where most of
// the common ones that differ are traditional, the tag says so.
func (s *spokenSurvey) chinese() string {
	if s.count("這們說時來對國會個學為過後還發見長門") > s.count("这们说时来对国会个学为过后还发见长门") {
		return "zh-Hant"
	}
	return "zh"
}

func (s *spokenSurvey) arabic() string {
	switch {
	case s.count("ٹڈڑںےہ")*20 > s.letters:
		return "ur"
	case s.count("پچژگ")*60 > s.letters:
		return "fa"
	}
	return "ar"
}

// count is how often the text shows any of the letters.
func (s *spokenSurvey) count(letters string) int {
	n := 0
	for _, c := range letters {
		n += s.marks[c]
	}
	return n
}

// byWords finds the language whose small words, and own letters, the text has
// most of. It is clear when they make a good part of the text, and the next
// language has clearly fewer.
func (s *spokenSurvey) byWords(script string) (string, bool) {
	best, next := -1, 0
	most := 0
	languages, _ := lexicon.Languages()
	for l := range languages {
		w := &languages[l]
		if w.Script != script {
			continue
		}
		points := 4*s.hits[l] + 3*min(s.count(w.Own), s.words/8)
		for _, c := range w.Foreign {
			points -= 3 * s.marks[c]
		}
		switch {
		case best < 0 || points > most:
			best, most, next = l, points, max(most, 0)
		case points > next:
			next = points
		}
	}
	// Of running text a third and more are small words: a tenth is enough for a
	// list of names, and less for the inflected languages.
	if s.words >= 8 && most*12 >= 4*s.words && most*8 >= next*9 {
		return languages[best].Tag, true
	}
	if script == "cyrillic" {
		return "ru", s.words >= 8 && most > next
	}
	return "en", languages[best].Tag == "en" && s.words > 0 && most > 0 && most > next
}
