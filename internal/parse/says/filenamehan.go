package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
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
	if quotedTitle && strings.Contains(name, "【"+title+"】") { // 【完结】 is no title beside one that stands free
		if free := withoutHanBrackets(name); strings.ContainsFunc(free, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
			title = free
		}
	}
	if !quotedTitle {
		title = withoutHanBrackets(name)
	}
	if before, _, ok := strings.Cut(name, title); quotedTitle && author == "" && ok { // 青石《灯与河》
		if before = strings.Trim(before, " 　_-《「『"); BareName(before) && !hanStates[before] {
			author = before
		}
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

// hanFamilies are the hundred commonest family names of China, as their people count them.
const hanFamilies = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"

// hanPerson reports whether a text in Chinese may be a person's name: a family name, and
// one or two signs more.
func hanPerson(s string) bool {
	n := utf8.RuneCountInString(s)
	return (n == 2 || n == 3) && strings.ContainsRune(hanFamilies, char.FirstRune(s)) && !strings.ContainsFunc(s, func(c rune) bool { return !unicode.Is(unicode.Han, c) })
}

// hanStates are what stands before a title in Chinese and Japanese about the file, and names nobody.
var hanStates = map[string]bool{"完结": true, "完本": true, "全本": true, "连载": true, "小说": true, "短篇": true, "长篇": true, "校对": true, "精校": true, "转载": true, "原创": true, "完結": true, "連載": true, "小説": true, "短編": true, "長編": true}
