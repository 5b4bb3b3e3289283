package typogrify

import (
	"strings"
	"unicode/utf8"
)

// A class is what stands beside a quote.
type class uint8

const (
	nothing class = iota // a blank, a line's start or end
	opener               // ( [ “ ¿
	dashes               // - – — /
	word                 // letters, digits
	stop                 // . , ; : ! ? ) ”
	trail                // … or .. : it begins and ends speech alike
)

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }

// beforeMark is the class of what stands before byte i, other quotes and
// leftover marks of emphasis apart.
func beforeMark(s string, i int) class {
	for n := 0; i > 0 && n < 8; n++ {
		c := s[i-1]
		if isQuote(c) || c == '*' || c == '_' || c == '~' {
			i--
			continue
		}
		if t := strings.TrimSuffix(s[:i], noBreak); strings.HasSuffix(t, "«") { // French quotes bring their blanks with them
			i = len(t)
		}
		r, size := utf8.DecodeLastRuneInString(s[:i])
		switch r {
		case ' ', '\n', '\t', '\u00A0', '\u2002', '\u2003', '\u2009', '\u200A', '\u202F':
			return nothing
		case '(', '[', '{', '¿', '¡', '<':
			return opener
		case '-', '–', '—', '―', '⸺', '/', '=', '|', '+', '\\':
			return dashes
		case '…':
			return trail
		case '»':
			i = len(strings.TrimSuffix(s[:i-size], noBreak))
			continue
		case '”', '’', '“', '‘', '„', '‚', '«', '‹', '›', '\uFFFB':
			i -= size
			continue
		}
		if isWord(r) || r == '\uFFFC' {
			return word
		}
		if r == '.' && i > 1 && s[i-2] == '.' {
			return trail
		}
		return stop
	}
	return nothing
}

// behindMark is the class of what stands from byte i on.
func behindMark(s string, i int) class {
	for n := 0; i < len(s) && n < 8; n++ {
		c := s[i]
		if isQuote(c) || c == '*' || c == '_' || c == '~' {
			i++
			continue
		}
		if t := strings.TrimPrefix(s[i:], noBreak); hasPrefix(t, "»") {
			i = len(s) - len(t)
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch r {
		case ' ', '\n', '\t', '\u00A0', '\u2002', '\u2003', '\u2009', '\u200A', '\u202F':
			return nothing
		case ')', ']', '}', ',', ';', ':', '!', '?', '%', '>':
			return stop
		case '.':
			if hasPrefix(s[i:], "..") {
				return trail
			}
			return stop
		case '…':
			return trail
		case '-', '–', '—', '―', '⸺', '/', '=', '|', '+', '\\':
			return dashes
		case '«':
			i = len(s) - len(strings.TrimPrefix(s[i+size:], noBreak))
			continue
		case '”', '’', '“', '‘', '„', '‚', '‹', '»', '›', '\uFFFB':
			i += size
			continue
		}
		return word
	}
	return nothing
}

// sideOf says where the quote of bytes [i, end) stands.
func sideOf(s string, i, end int) (sd side, before, behind class) {
	before, behind = beforeMark(s, i), behindMark(s, end)
	leftish := before == nothing || before == opener || before == dashes
	rightish := behind == nothing || behind == stop || behind == dashes
	switch {
	case before == trail && behind == word: // "...word": the dots may begin or end something
		return either, before, behind
	case before == trail:
		return right, before, behind
	case behind == trail && leftish:
		return left, before, behind
	case behind == trail:
		return right, before, behind
	case leftish && !rightish:
		// -' inside jack-o'-lantern stands in a word, as does the ' of 6'-2
		return left, before, behind
	case !leftish && rightish:
		return right, before, behind
	case !leftish: // word on both sides
		return middle, before, behind
	case before == nothing && behind == nothing:
		return alone, before, behind
	case before == nothing && behind == dashes, before == opener:
		return left, before, behind
	case before == dashes && behind != dashes:
		return right, before, behind
	}
	return either, before, behind
}
