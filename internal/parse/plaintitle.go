package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// smallLetters reports whether lines [n, end) are a title, or a title and a name, of a
// header that is written in small letters altogether, labels included.
func (z *zone) smallLetters(n, end int) bool {
	if end >= z.to || !firstIsLower(z.r.lines[end].Text) {
		return false
	}
	lines := 0
	for k := n; k < end; k++ {
		t := z.r.lines[k].Text
		if t == "" {
			continue
		}
		if lines++; lines > 2 || len(t) > 60 || t != strings.ToLower(t) || isSentence(t) {
			return false
		}
	}
	return true
}

// plainTitle reports whether line n, the first, is a title that writes its words
// as sentences do ("La clef du phare"): a few words without a stop, a byline or
// the first label alone below them.
func (z *zone) plainTitle(n, end int, labelled bool) bool {
	text := unboxed(z.r.lines[n].Text)
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(text)
	if labelled && unicode.IsLower(first) && z.smallLetters(n, end) {
		return true
	}
	if unicode.IsLower(first) && z.aboveByline(n, labelled) {
		return true
	}
	if utf8.RuneCountInString(text) > 60 || strings.Count(text, " ") > 8 || unicode.IsLower(first) || !unicode.IsLetter(first) || unicode.IsPunct(last) && last != '!' && last != '?' || isFarewell(text) || isScene(text) {
		return false
	}
	said := text
	if name, kind, ok := strings.Cut(text, ": a"); ok && titleLike(name) && namesStory(kind) { // "The Lamp: a Harbour Lights fanfic"
		said = name
	}
	if weight, _ := remarkWeight(said); weight > 0 {
		return false
	}
	next := z.r.nextText(n+1, z.to)
	if next >= z.to || next-n > 4 {
		return false
	}
	if labelled && next >= end {
		l, _ := z.label(next)
		return next > n+1 || l.name == "author"
	}
	b, ok := bylineOf(unboxed(z.r.lines[next].Text))
	return ok && !b.alone && (next > n+1 || next+1 >= z.to || z.r.lines[next+1].Blank() || z.labelled(next+1))
}

// subtitleOfByline reports whether line n, a few words without a stop, stands above
// a byline, as a subtitle does: "a Deep Orbit story in three parts", "Novela corta".
func (z *zone) subtitleOfByline(n int) bool {
	text := unboxed(z.r.lines[n].Text)
	if len(text) > 70 || isSentence(text) || strings.IndexByte(".,;:", text[len(text)-1]) >= 0 || z.heading(n) || z.labelled(n) {
		return false
	}
	by := z.r.nextText(n+1, min(z.to, n+3))
	if by >= min(z.to, n+3) || by > n+1 && !namesKind(text) {
		return false
	}
	b, ok := bylineOf(unboxed(z.r.lines[by].Text))
	return ok && !b.alone && (by+1 >= z.to || z.r.lines[by+1].Blank())
}

// aboveByline reports whether line n, in small letters, stands right above a byline,
// and the two apart from what follows: "the way the lamp went out", "by kestrel".
func (z *zone) aboveByline(n int, labelled bool) bool {
	text := z.r.lines[n].Text
	if n+2 >= z.to || len(text) > 80 || isSentence(text) || strings.IndexByte(".,;:", text[len(text)-1]) >= 0 || z.r.lines[n+1].Blank() {
		return false
	}
	b, ok := bylineOf(z.r.lines[n+1].Text)
	if !ok || b.alone {
		return false
	}
	return labelled && (z.r.lines[n+2].Blank() || z.labelled(n+2)) || z.r.lines[n+2].Blank() && z.setOff(n+2)
}

// bylineBelow reports whether line n, which is neither title nor byline, stands
// with others of its kind above a byline: an address, a count of words, as
// manuscripts have them.
func (z *zone) bylineBelow(n int) bool {
	for k, lines := n, 0; k < z.to && lines < 8; k++ {
		text := z.r.lines[k].Text
		if text == "" {
			continue
		}
		lines++
		if b, ok := bylineOf(unboxed(text)); ok {
			return lines > 2 && !b.alone
		}
		if len(text) > 60 && !strings.Contains(text, "   ") || isSentence(text) && strings.Count(text, " ") > 5 || z.heading(k) || opensSpeech(text) && !titleLike(text) {
			return false
		}
	}
	return false
}

// withoutAside takes a remark in brackets off a title's end: "Ten Days (a fable)".
func withoutAside(s string) string {
	if open := strings.Index(s, " ("); open > 0 && strings.HasSuffix(s, ")") {
		return s[:open]
	}
	return s
}

func titleByAuthorTitle(s string) string {
	title, _, _, _ := titleByAuthor(s)
	return title
}

// nextByline reports whether the next text line is a byline of its own, so that
// "Stand by Me" above it is a title.
func (r *reading) nextByline(n, to int) bool {
	n = r.nextText(n, to)
	if n >= to {
		return false
	}
	if l, ok := labelOf(r.lines[n].Text); ok && l.name == "author" {
		return true
	}
	_, ok := bylineOf(unboxed(r.lines[n].Text))
	return ok
}

// subtitleLike reports whether a line under a title reads on like a subtitle:
// "A Tale of the Sea", "or, The Whale", "(a fable)".
func subtitleLike(s string) bool {
	if len(s) > 80 || s == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".,;:!?\"”", last) || strings.Count(s, " ") > 10 {
		return false
	}
	t := strings.TrimLeft(s, "([_*~-\"")
	for _, lead := range [...]string{"a ", "an ", "or ", "or, ", "being ", "the ", "in which ", "ou ", "oder ", "and other "} {
		if hasFoldPrefix(t, lead) {
			return s[0] == '(' || lead == "and other " || !firstIsLower(t) || strings.HasPrefix(t, "or") || strings.HasPrefix(t, "ou") || strings.HasPrefix(t, "being")
		}
	}
	return s[0] == '(' && strings.HasSuffix(s, ")")
}
