package says

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names of Chinese novels' files: 《灯与河》（校对版全本）作者：青石, 【雪国邮差】1-129 作者：白舟,
// 灯与河 by青石.

// authorMarks stand before the author's name in such names, the surest first.
var authorMarks = [...]string{"作者：", "作者:", "作者", "著：", "著:", "文／", "文/", "by：", "by:", "by"}

// nameOfHanFile takes title and author from a file's name in Chinese; ok is false when
// the name is in another script, or says neither whose the story is nor, in book
// quotes, what it is called.
func nameOfHanFile(name string) (title, author string, ok bool) {
	if !strings.ContainsFunc(name, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
		return "", "", false
	}
	for _, mark := range authorMarks {
		at := strings.LastIndex(strings.ToLower(name), mark)
		if at <= 0 || len(strings.ToLower(name)) != len(name) || mark[0] == 'b' && !beforeHan(name[:at], name[at+len(mark):]) {
			continue
		}
		author = strings.Trim(name[at+len(mark):], " 　_-：:")
		if end := strings.IndexAny(author, "（([【《_"); end > 0 {
			author = strings.TrimRight(author[:end], " ")
		}
		if n := utf8.RuneCountInString(author); n == 0 || n > 16 {
			return "", "", false
		}
		name = name[:at]
		break
	}
	title, quotedTitle := inBookQuotes(name)
	if !quotedTitle {
		title = withoutHanBrackets(name)
	}
	if title == "" || author == "" && !quotedTitle {
		return "", "", false
	}
	return title, author, true
}

// beforeHan reports whether "by" between two parts of a name stands between words of
// its own or ideographs, and not inside a word.
func beforeHan(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	return !unicode.IsLower(a) && (unicode.Is(unicode.Han, b) || unicode.IsLetter(b) && strings.HasPrefix(after, " ")) || unicode.Is(unicode.Han, a) && unicode.IsLetter(b)
}

// inBookQuotes is what stands in a name's first book quotes: 《灯与河》.
func inBookQuotes(s string) (inside string, ok bool) {
	for _, q := range [...][2]string{{"《", "》"}, {"【", "】"}, {"「", "」"}, {"『", "』"}, {"〈", "〉"}} {
		if _, rest, found := strings.Cut(s, q[0]); found {
			if inside, _, found := strings.Cut(rest, q[1]); found && strings.TrimSpace(inside) != "" {
				return strings.TrimSpace(inside), true
			}
		}
	}
	return "", false
}

// withoutHanBrackets takes remarks in brackets and the numbers of the chapters off a
// name: "灯与河（校对版全本）", "灯与河 1-129".
func withoutHanBrackets(s string) string {
	for _, q := range [...][2]string{{"（", "）"}, {"(", ")"}, {"[", "]"}, {"【", "】"}} {
		for {
			before, rest, found := strings.Cut(s, q[0])
			_, after, closed := strings.Cut(rest, q[1])
			if !found || !closed {
				break
			}
			s = before + " " + after
		}
	}
	return strings.Trim(strings.TrimRight(strings.TrimSpace(s), "0123456789-–~ "), " 　_-—·.")
}
