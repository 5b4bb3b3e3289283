package decode

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// softHyphen sees to the soft hyphen, or the ¬ that stands for one, of n bytes at
// byte i. The rest of a word that it divides at a line's end comes up to the first
// part, so that line ends stay where they are.
func (w *rewriting) softHyphen(i, n int) {
	t := w.d.text
	next := i + n
	w.skip(next)
	if i == 0 || t[i-1] <= ' ' { // it divides no word
		return
	}
	if bytes.HasPrefix(t[next:], []byte("\n\n")) { // and over the end of a page
		if from := next + 2; from < len(t) && unicode.IsLower(firstRune(t[from:])) {
			w.skip(from)
			return
		}
	}
	if next < len(t) && t[next] == ' ' { // lines were joined with the sign between them
		if r, _ := utf8.DecodeRune(t[next+1:]); unicode.IsLower(r) {
			w.skip(next + 1)
		}
		return
	}
	if next < len(t) && t[next] != '\n' {
		return
	}
	from := next + 1
	for from < len(t) && (t[from] == ' ' || t[from] == '\t') {
		from++
	}
	end := from
	for end < len(t) && t[end] > ' ' {
		end++
	}
	r, _ := utf8.DecodeRune(t[min(from, len(t)):])
	if end == from || !unicode.IsLetter(r) {
		w.put("-")
		return
	}
	w.put(string(t[from:end]))
	behind := end
	for behind < len(t) && (t[behind] == ' ' || t[behind] == '\t') {
		behind++
	}
	if behind == len(t) || t[behind] == '\n' { // the word was the whole line
		w.skip(behind)
		return
	}
	w.upTo(from)
	w.skip(behind)
}

func firstRune(t []byte) rune {
	r, _ := utf8.DecodeRune(t)
	return r
}

// endsDivided reports whether the ¬ at byte i divides a word: at a line's end behind
// a letter, the next line going on with one, or between such lines that were joined.
func endsDivided(t []byte, i int) bool {
	next := i + len("¬")
	if next+1 >= len(t) || t[next] != '\n' && t[next] != ' ' || i == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRune(bytes.TrimSuffix(t[:i], []byte("-"))) // "cabin-¬"
	if bytes.HasPrefix(t[next:], []byte("\n\n")) {
		return unicode.IsLetter(r) && unicode.IsLower(firstRune(t[next+2:]))
	}
	for next++; t[next-1] == '\n' && next < len(t) && (t[next] == ' ' || t[next] == '\t'); next++ {
	}
	after, _ := utf8.DecodeRune(t[next:])
	return unicode.IsLetter(r) && (unicode.IsLower(after) || unicode.IsLetter(after) && t[i+len("¬")] == '\n')
}
