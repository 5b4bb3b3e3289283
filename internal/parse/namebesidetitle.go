package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleAndName recognises title pages without "by": a title with a bare name
// under it, or a name with the title under it, where the page goes on with a
// date, a publisher, contents or a heading. It marks the name; the result is nil
// when it is no such page.
func (z *zone) titleAndName(lines []opener, t int) []opener {
	r := z.r
	first := r.lines[lines[t].from].Text
	second := r.nextText(lines[t].to, z.to)
	if second >= z.to || second-lines[t].to > 3 {
		return nil
	}
	text := r.lines[second].Text
	if len(text) > 90 || isSentence(text) && !titleLike(text) || z.heading(second) || isRule(text) || isContentsWord(text) || strings.HasSuffix(text, ".") {
		return nil
	}
	next := r.nextText(second+1, z.to)
	if next == second+1 && next < z.to && z.centred(lines[t].from) && z.centred(second) && z.centred(next) && bareName(text) && !isCapitals(text) && next+1 < z.to && r.lines[next+1].Blank() { // the author's address
		z.doubt("doubtful-author", second, "the line "+quoted(text)+" under the title was read as the author's name", "overrule it with --author")
		return append(lines[:t+1:t+1], opener{kind: nameLine, from: second, to: second + 1}, opener{kind: imprintLine, from: next, to: next + 1})
	}
	for next < z.to && !r.lines[next-1].Blank() && unlabelled(r.lines[next].Text) != "" {
		next = r.nextText(next+1, z.to)
	}
	if next >= z.to || !r.lines[next-1].Blank() {
		return nil
	}
	page := z.heading(next) || isContentsWord(r.lines[next].Text) || isDateLine(r.lines[next].Text) || isImprint(r.lines[next].Text) ||
		isRule(r.lines[next].Text) && strings.Contains(r.lines[min(next+1, len(r.lines)-1)].Text, "【")
	page = page || z.epigraphAt(next) || kindAlone(r.lines[next].Text) || z.nameApart(first, second, next)
	above := next-second > 1 && second > lines[t].to && (fullName(first) && !fullName(text) || bareName(first) && isCapitals(text) && !isCapitals(first) && (next-second > 2 || namesKind(r.lines[next].Text) || isDateLine(r.lines[next].Text)))
	if !page && !above {
		return nil
	}
	switch {
	case above:
		return z.nameAboveTitle(lines, t, second)
	case bareName(first) && kindAlone(z.r.lines[next].Text) && second > lines[t].to:
		return z.nameAboveTitle(lines, t, second)
	case t+1 < len(lines) && lines[t+1].from == second && bareName(text):
		lines[t+1].kind = nameLine
		end := t + 2
		for end < len(lines) && (lines[end].kind == dateLine || lines[end].kind == imprintLine || lines[end].kind == rightsLine || lines[end].kind == plainField || lines[end].kind == addressLine) {
			end++
		}
		z.doubt("doubtful-author", second, "the line "+quoted(text)+" under the title was read as the author's name", "overrule it with --author")
		return lines[:end]
	case bareName(first) && !bareName(text) && next-second > 2:
		return z.nameAboveTitle(lines, t, second)
	}
	return nil
}

// nameApart reports whether line second is a bare name under the title first, right
// below it or with more white between it and the text in line next than paragraphs
// have. A line with others like it further down may head a chapter.
func (z *zone) nameApart(first string, second, next int) bool {
	text := z.r.lines[second].Text
	if z.nameUnsaid(first, second, next) {
		return true
	} else if !z.r.lines[second-1].Blank() && (isCapitals(first) || titleLike(first) && !bareName(first)) {
		// "The Lamp", "Annie Lee", and the text
	} else if next-second < 3 || !z.gapsAreNarrow(next) {
		return false
	}
	if !bareName(text) || hasStoryWord(text) || isImprint(text) || isScene(text) || unlabelled(text) != "" {
		return false
	}
	return fullName(text) || (!bareName(first) || isCapitals(first)) && !isCapitals(text) && !(isSentence(z.r.lines[next].Text) && z.siblings(second))
}

// nameAboveTitle makes the line lines[t] the author's name and line second the title.
func (z *zone) nameAboveTitle(lines []opener, t, second int) []opener {
	lines[t].kind = nameLine
	z.doubt("doubtful-author", lines[t].from, "the line "+quoted(z.r.lines[lines[t].from].Text)+" above the title was read as the author's name", "overrule it with --author and --title")
	page := append(lines[:t+1:t+1], opener{kind: titleText, from: second, to: second + 1})
	if next := z.r.nextText(second+1, z.to); next < z.to && kindAlone(z.r.lines[next].Text) {
		page = append(page, opener{kind: titleText, from: next, to: next + 1})
	} else if next < z.to && isDateLine(z.r.lines[next].Text) {
		page = append(page, opener{kind: dateLine, from: next, to: next + 1})
	}
	return page
}

// namesKind reports whether a line begins with what kind of writing it is: "Роман в
// шести частях", "Comedy in four acts".
func namesKind(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	word = strings.Trim(word, "(,.[_")
	return word != "" && !firstIsLower(word) && (foreignNoun(strings.ToLower(word)) || hasStoryWord(word))
}

// kindAlone reports whether a line is a word for a kind of writing and nothing else:
// "Erzählung", "рассказ".
func kindAlone(s string) bool {
	word := strings.ToLower(strings.Trim(s, " ()[]*_."))
	return strings.IndexByte(word, ' ') < 0 && (foreignNoun(word) || hasStoryWord(word))
}

// titleAndHandle recognises a title with a pen name of the networks right under it,
// both alone above a gap: "starry_nights", "kestrel77".
func (z *zone) titleAndHandle(lines []opener, t int) []opener {
	n := lines[t].to
	if n+1 >= z.to || !z.r.lines[n+1].Blank() || t+1 < len(lines) && lines[t+1].from == n && lines[t+1].kind != titleText {
		return nil
	}
	s := z.r.lines[n].Text
	if s == "" || len(s) < 4 || len(s) > 30 || strings.ContainsAny(s, " .,;:!?\"'()") || !strings.ContainsAny(s, "_0123456789") || strings.Trim(s, "0123456789_-/") == "" || isRule(s) || z.heading(n) {
		return nil
	}
	z.doubt("doubtful-author", n, "the line "+quoted(s)+" under the title was read as the author's name", "overrule it with --author")
	return append(lines[:t+1:t+1], opener{kind: nameLine, from: n, to: n + 1})
}

// fullName reports whether a bare name can be no title: initials and a family name
// ("А. С. Пушкин"), or a Russian name with the father's ("Лев Николаевич Толстой").
func fullName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || !bareName(s) {
		return false
	}
	if len(words) == 3 {
		for _, end := range [...]string{"вич", "вна", "чна", "vich", "ovna", "evna"} {
			if strings.HasSuffix(words[1], end) {
				return true
			}
		}
	}
	for _, w := range words[:len(words)-1] {
		if !strings.HasSuffix(w, ".") || utf8.RuneCountInString(w) > 4 {
			return false
		}
	}
	return !strings.HasSuffix(words[len(words)-1], ".")
}

// bareName reports whether a line can be a person's name that stands alone: two
// to four words with capitals, no article; or two to six ideographs.
func bareName(s string) bool {
	s = strings.TrimSpace(s)
	if c, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.Han, c) {
		n := utf8.RuneCountInString(s)
		return n >= 2 && n <= 6 && !strings.ContainsFunc(s, func(c rune) bool { return !unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana) && c != ' ' })
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || utf8.RuneCountInString(s) > 40 {
		return false
	}
	for i, w := range words {
		if strings.ContainsAny(w, "0123456789!?:;\"()*/") || notNames[strings.ToLower(w)] {
			return false
		}
		if smallWord(strings.ToLower(w)) {
			switch strings.ToLower(w) {
			case "de", "du", "la", "le", "van", "von", "der", "di", "da", "del", "of":
				if i == 0 && w != "De" && w != "Le" && w != "La" && w != "Van" && w != "Von" || i == len(words)-1 || strings.EqualFold(w, "of") {
					return false
				}
				continue
			}
			return false
		}
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) {
			return false
		}
	}
	return true
}
