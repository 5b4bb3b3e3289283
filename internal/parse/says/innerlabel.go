package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// EndsInLabel reports whether a line ends in a label whose value must follow:
// "... be kind. Description:".
func EndsInLabel(s string) bool {
	if !strings.HasSuffix(s, ":") {
		return false
	}
	cut, _, _ := InnerLabel(s, 0, false)
	return cut > 0
}

// EndsInCount reports whether a line ends in a label and the number that is its whole
// value: "Bookmarks: 3 Hits: 610".
func EndsInCount(s string) bool {
	digits := strings.TrimRight(s, "0123456789,/")
	return len(digits) < len(s) && strings.HasSuffix(strings.TrimRight(digits, " \t"), ":")
}

// InnerLabel finds the next known label inside a value. Labels count there only
// behind a sentence, a ";", "|" or "/", or a wider gap: "PG. Archive: anywhere".
func InnerLabel(s string, from int, capitals bool) (cut int, l Label, value int) {
	for i := from; i < len(s); i++ {
		if strings.HasPrefix(s[i:], wideColon) { // "青石 更新时间：2012-03-04"
			at := strings.LastIndexAny(s[from:i], " \u3000") + from
			name := strings.TrimPrefix(s[max(at, from):i], "\u3000")
			name = strings.TrimPrefix(name, " ")
			if known, sure, ok := LookupLabel(name); at > from && ok && sure && known != "author" {
				return i - len(name), Label{Text: name, Name: known, Sure: sure}, i + len(wideColon)
			}
		}
		if s[i] != ':' || i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\t' {
			continue
		}
		for k, at := 0, i; k < 5; k++ {
			at = strings.LastIndexByte(s[from:max(at, from)], ' ') + from
			if at <= from || i-at > maxLabel {
				break
			}
			name := strings.TrimLeft(s[at+1:i], "*_[<(")
			c, _ := utf8.DecodeRuneInString(name)
			if !unicode.IsLetter(c) {
				continue
			}
			known, sure, ok := LookupLabel(name)
			if !ok || !boundary(s[from:at+1]) && !inStats(s[from:at], name) && !inRowOfFields(s[from:at], name, sure, capitals) || unicode.IsLower(c) && !sure {
				continue
			}
			if known == "author" && !sure || known == "dedication" && !sure || known == "subtitle" {
				continue
			}
			end := i + 1
			for end < len(s) && (s[end] == ' ' || s[end] == '\t' || s[end] == '*' || s[end] == '_') {
				end++
			}
			return i - len(name), Label{Text: strings.TrimRight(name, "*_ "), Name: known, Sure: sure}, end
		}
	}
	return -1, Label{}, 0
}

// wideColon stands behind labels in Chinese and Japanese.
const wideColon = "："

// inRowOfFields reports whether a label goes on a row of fields in one line:
// behind a comma ("English, Rated: K+"), or in capitals where the row's first label
// has capitals and the values have none ("TITLE: The Lamp AUTHOR: Annie").
func inRowOfFields(before, name string, sure, capitals bool) bool {
	if capitals && book.Shouts(name) && !book.Shouts(lastWord(before)) {
		return true
	}
	return strings.HasSuffix(before, ",") && (sure || inStats("0", name))
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// inStats reports whether a label may follow a number without any mark between,
// as archives print their figures: "Published: 2015-01-01 Words: 1,234".
func inStats(before, name string) bool {
	before = strings.TrimRight(before, " ,")
	if before == "" || strings.IndexByte("0123456789?", before[len(before)-1]) < 0 {
		return false
	}
	switch LabelKey(name) {
	case "published", "completed", "updated", "words", "chapters", "comments", "kudos", "bookmarks", "hits", "status", "reviews", "favs", "follows", "favorites", "id":
		return true
	}
	return false
}

// boundary reports whether a label may begin behind s, which ends with a blank.
func boundary(s string) bool {
	t := strings.TrimRight(s, " \t")
	if t == "" {
		return false
	}
	if len(s)-len(t) > 1 || s[len(t)] == '\t' {
		return true
	}
	switch c := t[len(t)-1]; c {
	case '.', '!', '?', ';', '|', '/', ')', ']', '"', '*':
		return true
	}
	if strings.HasSuffix(t, " -") || strings.HasSuffix(t, " –") {
		return true
	}
	return strings.HasSuffix(t, "”") || strings.HasSuffix(t, "…") || strings.HasSuffix(t, "•") || strings.HasSuffix(t, "·")
}
