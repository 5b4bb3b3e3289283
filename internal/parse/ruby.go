package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Readings as Aozora Bunko and the sites after it write them: "｜灯台《あかり》", with |
// as well; without a bar, the reading in kana belongs to the Chinese characters before
// it: "窓《まど》". Double marks stress: "《《ここだけ》》". In a story that has none of
// them, the marks are quotation marks, and stay.

const rubyOpen, rubyClose = "《", "》"

// hasRuby reports whether readings stand in lines [from, to).
func (r *reading) hasRuby(from, to int) bool {
	for n := from; n < to; n++ {
		text := r.lines[n].Text
		for at := strings.Index(text, rubyOpen); at >= 0; {
			if _, _, end := rubyAt(text, at); end > 0 || strings.HasPrefix(text[at:], rubyOpen+rubyOpen) {
				return true
			}
			next := strings.Index(text[at+len(rubyOpen):], rubyOpen)
			if next < 0 {
				break
			}
			at += len(rubyOpen) + next
		}
	}
	return false
}

// rubyAt reads the reading that opens at byte at: where the text begins that it belongs
// to, its bar included, where that text itself begins, and the byte after the reading;
// 0 when it is none.
func rubyAt(text string, at int) (from, base, end int) {
	n := strings.Index(text[at:], rubyClose)
	if n < 0 || n > 90 {
		return 0, 0, 0
	}
	reading := text[at+len(rubyOpen) : at+n]
	if reading == "" || strings.Contains(reading, rubyOpen) || strings.ContainsAny(reading, "。」｜|") {
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

// readRuby reads the mark at byte i, a bar or 《, and returns the byte after what it
// means; i when it means nothing.
func (m *marks) readRuby(i int) int {
	text := m.text
	if strings.HasPrefix(text[i:], rubyOpen+rubyOpen) {
		in := i + 2*len(rubyOpen)
		if n := strings.Index(text[in:], rubyClose+rubyClose); n > 0 && n < 300 {
			to := in + n + 2*len(rubyClose)
			m.found = append(m.found, marked{from: i, to: to, open: 2 * len(rubyOpen), close: 2 * len(rubyClose), what: asEmphasis})
			return to
		}
		return i
	}
	if !strings.HasPrefix(text[i:], rubyOpen) {
		return i
	}
	from, base, end := rubyAt(text, i)
	if end == 0 || len(m.found) > 0 && m.found[len(m.found)-1].to > from {
		return i
	}
	m.found = append(m.found, marked{from: from, to: end, open: base - from, close: end - i, what: asRuby})
	return end
}
