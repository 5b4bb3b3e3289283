package inlines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Readings as Aozora Bunko and the sites after it write them: "｜灯台《あかり》", with |
// as well; without a bar, the reading in kana belongs to the Chinese characters before
// it: "窓《まど》". Double marks stress: "《《ここだけ》》". In a story that has none of
// them, the marks are quotation marks, and stay.

const RubyOpen, rubyClose = "《", "》"

// RubyAt reads the reading that opens at byte at: where the text begins that it belongs
// to, its bar included, where that text itself begins, and the byte after the reading;
// 0 when it is none.
func RubyAt(text string, at int) (from, base, end int) {
	n := strings.Index(text[at:], rubyClose)
	if n < 0 || n > 90 {
		return 0, 0, 0
	}
	reading := text[at+len(RubyOpen) : at+n]
	if reading == "" || strings.Contains(reading, RubyOpen) || strings.ContainsAny(reading, "。」｜|") {
		return 0, 0, 0
	}
	end = at + n + len(rubyClose)
	for _, bar := range [...]string{"｜", "|"} {
		if b := strings.LastIndex(text[:at], bar); b >= 0 && b+len(bar) < at && at-b < 90 && !strings.ContainsAny(text[b+len(bar):at], "《》。、「」") {
			return b, b + len(bar), end
		}
	}
	if !isKana(reading) {
		return 0, 0, 0
	}
	base = at
	for base > 0 {
		c, size := utf8.DecodeLastRuneInString(text[:base])
		if !unicode.Is(unicode.Han, c) && c != '々' && c != 'ヶ' && c != '〆' {
			break
		}
		base -= size
	}
	if base == at {
		return 0, 0, 0
	}
	return base, base, end
}

// isKana reports whether a text is kana alone, as readings are.
func isKana(s string) bool {
	for _, c := range s {
		if !unicode.In(c, unicode.Hiragana, unicode.Katakana) && c != 'ー' && c != '・' && c != ' ' && c != '　' {
			return false
		}
	}
	return true
}

// ReadRuby reads the mark at byte i, a bar or 《, and returns the byte after what it
// means; i when it means nothing.
func (m *Marks) ReadRuby(i int) int {
	text := m.Text
	if strings.HasPrefix(text[i:], RubyOpen+RubyOpen) {
		in := i + 2*len(RubyOpen)
		if n := strings.Index(text[in:], rubyClose+rubyClose); n > 0 && n < 300 {
			to := in + n + 2*len(rubyClose)
			m.Found = append(m.Found, Marked{From: i, To: to, Open: 2 * len(RubyOpen), Close: 2 * len(rubyClose), What: asEmphasis})
			return to
		}
		return i
	}
	if !strings.HasPrefix(text[i:], RubyOpen) {
		return i
	}
	from, base, end := RubyAt(text, i)
	if end == 0 || len(m.Found) > 0 && m.Found[len(m.Found)-1].To > from {
		return i
	}
	m.Found = append(m.Found, Marked{From: from, To: end, Open: base - from, Close: end - i, What: asRuby})
	return end
}
