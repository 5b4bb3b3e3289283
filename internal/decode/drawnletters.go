package decode

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"storybind/internal/diag"
)

// drawnLetters reads headings whose letters are drawn with characters of
// mathematics or with wide ones ("𝐂𝐡𝐚𝐩𝐭𝐞𝐫 𝟏", "Ｃｈａｐｔｅｒ　１"): nobody finds such a
// heading by typing, and a voice reads it letter by letter. In running text they stay
// as typed. A heading is a short line of such letters alone that stands near the
// beginning, or in which the first word stands first in another one as well.
func (d *draft) drawnLetters() {
	if !d.seen(isDrawn) {
		return
	}
	t := d.text
	type headline struct {
		from, end, line int
		plain           string
	}
	var heads []headline
	first := map[string]int{}
	before := true
	for from, n := 0, 0; from < len(t); n++ {
		end := lineEnd(t, from)
		if line := t[from:end]; !isASCII(line) && (before || n < 12) && utf8.RuneCount(line) <= headLine {
			if plain := drawnPlain(line); plain != "" {
				heads = append(heads, headline{from, end, n, plain})
				first[firstWord(plain)]++
			}
		}
		before = isUnseen(t[from:end])
		from = end + 1
	}
	var w *rewriting
	var done tallyOf
	for _, h := range heads {
		word := firstWord(h.plain)
		if h.line >= 12 && first[word] < 2 && strings.IndexFunc(h.plain, unicode.IsDigit) < 0 {
			continue
		}
		if w == nil {
			w = d.rewrite()
		}
		w.upTo(h.from)
		w.put(h.plain)
		w.skip(h.end)
		done.add(h.from)
	}
	if w == nil {
		return
	}
	d.find(finding{code: "drawn-letters", severity: diag.Note, message: "the letters of headings are wide or mathematical signs %s; they were read as the letters that they show"}, done.at, done.count)
	w.done()
}

// isDrawn is a letter or figure drawn with a sign of mathematics, or a wide one.
func isDrawn(r rune) bool {
	return isCircled(r) || r >= 0x1D400 && r < 0x1D800 || r >= 0xFF10 && r <= 0xFF19 || r >= 0xFF21 && r <= 0xFF3A || r >= 0xFF41 && r <= 0xFF5A
}

// isCircled is a letter in a circle or a box: "Ⓒⓗⓐⓟⓣⓔⓡ".
func isCircled(r rune) bool { return r >= 0x24B6 && r <= 0x24E9 || r >= 0x1F130 && r <= 0x1F149 }

// drawnPlain is a line whose letters are all drawn, and at least three of them, in
// plain letters; "" for others.
func drawnPlain(line []byte) string {
	drawn := 0
	for _, r := range string(line) {
		switch {
		case isDrawn(r) || r >= 0x2100 && r < 0x2150 && unicode.IsLetter(r): // ℝ, ℂ
			if unicode.IsLetter(r) || isCircled(r) {
				drawn++
			}
		case unicode.IsLetter(r):
			return ""
		}
	}
	if drawn < 3 || bytes.ContainsFunc(line, func(r rune) bool { return r >= 0x3001 && r < 0xD800 }) {
		return ""
	}
	return norm.NFKC.String(string(line))
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return strings.ToLower(w)
}
