package says

import (
	"strings"

	"storybind/internal/parse/char"
)

// A Fact is a part of a row of facts: what it tells, and where its value stands in the line.
type Fact struct {
	Name     string // canonical name of the field
	Label    string // as written; "" when the value says itself what it is
	At       int    // where label or value begins
	From, To int    // the value
}

// FactsRow reads a line in which a site tells of a story between signs of one kind, none of
// them needing a label: "Mystery/Friendship | English | Rated: T | Words: 1,207", "글쓴이 물새알 |
// 조회 312", "Reads: 1203   Reviews: 4   [Print]". Most of the parts must have a form or a label of
// their own; nil for any other line.
func FactsRow(s string) []Fact {
	const most, fewest = 300, 3 // bytes; parts
	if len(s) > most {
		return nil
	}
	for _, sign := range [...]string{" | ", " • ", " · ", " / ", " - ", " – ", "   "} {
		if strings.Count(s, sign) < fewest-1 {
			continue
		}
		var facts []Fact
		sure, parts, at, dates := 0, 0, 0, true
		for part := range strings.SplitSeq(s, sign) {
			text := strings.TrimSpace(part)
			from := at + strings.Index(part, text)
			at += len(part) + len(sign)
			if text == "" {
				continue
			}
			parts++
			f := factOf(text)
			if f.Label == "" && namesWriter(text) {
				return nil
			}
			dates = dates && f.Name == "date"
			if f.Name == "" {
				f = Fact{Name: "other", To: len(text)}
			} else {
				sure++
			}
			f.At, f.From, f.To = from, from+f.From, from+f.To
			facts = append(facts, f)
		}
		if parts >= fewest && !dates && sure > 1 && sure*3 >= parts*2 {
			return facts
		}
	}
	return nil
}

// factOf reads a part of a row of facts; its name is "" when it has no form.
func factOf(s string) Fact {
	whole := Fact{To: len(s)}
	if l, ok := LabelOf(s); ok && l.Known() && !l.Dash && l.Start == 0 {
		return Fact{Name: l.Name, Label: l.Text, From: l.Value, To: len(s)}
	}
	if label, value, ok := strings.Cut(s, ": "); ok && countsOf(label) && strings.Trim(value, "0123456789,.kK") == "" {
		whole.Name = "other"
		return whole
	}
	if label, value, ok := strings.Cut(s, " "); ok { // "조회 312", "글쓴이 물새알"
		if countsOf(label) && strings.Trim(value, "0123456789,.") == "" {
			whole.Name = "other"
			return whole
		}
		if name, sure, known := LookupLabel(label); known && sure && char.FirstRune(label) >= 0x3000 {
			return Fact{Name: name, Label: label, From: len(label) + 1, To: len(s)}
		}
	}
	if name := RowFact(s); name != "" {
		whole.Name = name
		return whole
	}
	if LanguageTag(s) != "" {
		whole.Name = "language"
		return whole
	}
	if genres(s) {
		whole.Name = "category"
		return whole
	}
	switch strings.ToLower(s) {
	case "complete", "completed", "finished", "ongoing", "in-progress", "in progress", "wip":
		whole.Name = "status"
		return whole
	}
	if s[0] == '[' && s[len(s)-1] == ']' { // "[Print]", "[Print] [E-mail this story]"
		whole.Name = "other"
	}
	return whole
}

// countsOf reports whether a word is what sites count: "Reads", "조회".
func countsOf(word string) bool {
	low := strings.ToLower(word)
	switch low {
	case "조회", "추천", "댓글", "阅读", "閱讀", "点击", "點擊", "回复", "推荐", "推薦", "收藏", "閲覧", "いいね":
		return true
	}
	return clickWords[low] || counterWords[low]
}

// genres reports whether a text is words for genres with slashes between them.
func genres(s string) bool {
	n := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(c rune) bool { return c == '/' || c == ',' || c == '&' || c == ' ' }) {
		if !genreWords[w] {
			return false
		}
		n++
	}
	return n > 0
}

// namesWriter reports whether a text is a byline, or a title with one.
func namesWriter(s string) bool {
	b, by := BylineOf(s)
	_, _, _, both := TitleByAuthor(s)
	return by && !b.Alone || both
}
