package says

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/wording"
)

// A NamedTitle is a line that gives a name first and then what that person wrote:
// "Annie Lee - [Lamps 02] - The Gate", `Annie Lee, "The Lamp"`, "Annie Lee: The Lamp". The
// pairs are where the parts begin and end in the line.
type NamedTitle struct {
	Name, Title, Series [2]int
	Sure                bool     // the form tells; else a title may have it: "Robin Hood: A Ballad"
	Others              [][2]int // further facts, of a whole header in one line
}

// NamedTitleOf reads a line as a name and a title behind it.
func NamedTitleOf(s string) (t NamedTitle, ok bool) {
	const most = 120 // bytes
	if len(s) < 8 {
		return t, false
	}
	if t, ok = headerRow(s); ok {
		return t, true
	}
	if len(s) > most {
		return t, false
	}
	for _, dash := range [...]string{" - ", " -- ", " – ", " — "} {
		name, rest, found := strings.Cut(s, dash)
		inner, title, both := strings.Cut(rest, "]"+dash)
		if found && both && len(inner) > 3 && inner[0] == '[' && strings.ContainsAny(inner[len(inner)-1:], "0123456789") && NamesLike(name) && title != "" {
			at := len(name) + len(dash) + 1
			return NamedTitle{[2]int{0, len(name)}, [2]int{len(s) - len(title), len(s)}, [2]int{at, at + len(inner) - 1}, true, nil}, true
		}
	}
	for _, joint := range [...]string{": ", ", ", ". ", " - ", " -- ", " – ", " — ", " ("} {
		name, title, found := strings.Cut(s, joint)
		if joint == " (" {
			title, found = strings.CutSuffix(title, ")")
		}
		if !found || !BareName(name) || title == "" || strings.Contains(title, joint) && joint != ", " {
			continue
		}
		at := len(name) + len(joint)
		t = NamedTitle{Name: [2]int{0, len(name)}, Title: [2]int{at, at + len(title)}}
		switch quoted := quotedWhole(title); {
		case quoted:
			t.Sure = joint != ": " || IsPersons(name)
			return t, TitleLike(title) || t.Sure && !endsAsSpeech(title)
		case joint != ", " && IsPersons(name) && (TitleLike(title) || NamesThing(title)) && !IsPersons(title) && !HasStoryWord(title) && !wording.LooksLikeHeading(title):
			return t, true
		}
	}
	return t, false
}

// headerRow reads a whole header in one line, its parts between the same signs: "The Lamp |
// Annie Lee | PG | 2,400 words". One of the parts must have a form of its own.
func headerRow(s string) (t NamedTitle, ok bool) {
	const most, fewest = 200, 3 // bytes; parts
	if len(s) > most {
		return t, false
	}
	for _, sign := range [...]string{" | ", " • ", " · ", " ~ ", " // ", " :: ", "|"} {
		if strings.Count(s, sign) < fewest-1 {
			continue
		}
		var parts [][2]int
		at, form := 0, false
		for part := range strings.SplitSeq(s, sign) {
			text := strings.TrimSpace(part)
			from := at + strings.Index(part, text)
			parts = append(parts, [2]int{from, from + len(text)})
			at += len(part) + len(sign)
			if text == "" {
				return t, false
			}
			form = form || len(parts) > 2 && RowFact(text) != ""
		}
		t.Title, t.Name, t.Others, t.Sure = parts[0], parts[1], parts[2:], true
		b, _ := BylineOf(s[t.Name[0]:t.Name[1]])
		if b.Names != "" {
			t.Name[0] = t.Name[1] - len(b.Names)
		}
		name := s[t.Name[0]:t.Name[1]]
		return t, form && TitleLike(s[t.Title[0]:t.Title[1]]) && NamesLike(name) && RowFact(name) == ""
	}
	return t, false
}

// RowFact is Unlabelled, for a part of such a line: there a rating may stand alone, "PG".
func RowFact(s string) string {
	if name := Unlabelled(s); name != "" || !ratingCodes[strings.ToUpper(s)] {
		return name
	}
	return "rating"
}

// NamesThing reports whether a text may be a title in a language that sets titles in small
// letters: a few words, the first with a capital, no stop.
func NamesThing(s string) bool {
	const most = 8 // words
	return s != "" && !FirstIsLower(s) && len(strings.Fields(s)) <= most && !strings.ContainsAny(s, ".!?:;,\"“”«»") && !IsSentence(s)
}

// quotedWhole reports whether a text stands in quotation marks, and none are in it.
func quotedWhole(s string) bool {
	for _, q := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}} {
		if inner, ok := strings.CutPrefix(s, q[0]); ok {
			if inner, ok = strings.CutSuffix(inner, q[1]); ok && inner != "" && !strings.Contains(inner, q[0]) && !strings.Contains(inner, q[1]) {
				return true
			}
		}
	}
	return false
}

// endsAsSpeech reports whether a quotation ends as what somebody says does.
func endsAsSpeech(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"”“»«`))
	return strings.ContainsRune(".,!?…", c)
}

// HanName reports whether a line is a person's name in Chinese, or in Japanese with a wide blank
// between the family name and the given one: "陆青禾", "小野寺　圭".
func HanName(s string) bool {
	if hanPerson(s) {
		return true
	}
	const most = 4 // signs of either
	family, given, ok := strings.Cut(s, "　")
	return ok && BareName(s) && family != "" && given != "" && utf8.RuneCountInString(family) <= most && utf8.RuneCountInString(given) <= most
}

// sentenceCase reports whether a text is set as most languages set titles: a capital at its
// start only, no stop.
func sentenceCase(s string) bool {
	words := strings.Fields(s)
	lower := 0
	for i, w := range words {
		if small := FirstIsLower(w); i == 0 && small || strings.ContainsAny(w, ".!?:;\"“”«»") {
			return false
		} else if small {
			lower++
		}
	}
	return lower > 0 && lower >= len(words)-2 && len(words) < 9
}

// TitleOrName splits "The Lamp — Annie Roe", where neither the dash nor a list of names says
// that the second part is one: a title of several words, then two or three words that may be
// a name. at is the byte where they begin; 0 when the line is none.
func TitleOrName(s string) (at int) {
	for _, pair := range [...][2]string{{" (", ")"}, {" [", "]"}} { // "The Lamp (Annie Roe)"
		title, name, ok := strings.Cut(s, pair[0])
		if name, closed := strings.CutSuffix(name, pair[1]); ok && closed && (TitleLike(title) || sentenceCase(title)) && BareName(name) && !BareName(title) && !NamesStory(name) && !namesFile(name) && strings.Count(name, " ") < 3 {
			return len(title) + len(pair[0])
		}
	}
	if title, name, ok := strings.Cut(s, ": "); ok && IsPersons(name) && TitleLike(title) && strings.IndexByte(title, ' ') > 0 && !BareName(title) {
		return len(title) + len(": ")
	}
	for _, by := range [...]string{", par ", ", von ", ", por ", ", di ", ", door ", ", av ", ", af "} { // "La lampe, par Anne Petit"
		if title, name, ok := strings.Cut(s, by); ok && title != "" && !FirstIsLower(title) && BareName(name) && !IsSentence(title) {
			return len(title) + len(", ")
		}
	}
	for _, dash := range [...]string{"——", "－－", "――", "／", "｜", " / ", " - ", " — "} {
		if title, name, ok := strings.Cut(s, dash); ok && title != "" && hanPerson(name) {
			return len(s) - len(name)
		}
	}
	for _, dash := range [...]string{" -- ", " - ", " – ", " — ", " / ", " | ", " ~ "} {
		title, name, ok := strings.Cut(s, dash)
		if !ok || strings.Contains(name, dash) || strings.Count(title, " ") < 1 || !TitleLike(title) && !sentenceCase(title) || BareName(title) || !BareName(name) || strings.Count(name, " ") > 2 || NamesStory(name) || namesFile(name) {
			continue
		}
		if char.HasFoldPrefix(name, "part ") || char.HasFoldPrefix(name, "book ") || char.HasFoldPrefix(name, "chapter ") || char.HasFoldPrefix(name, "episode ") {
			continue
		}
		return len(title) + len(dash)
	}
	return 0
}

// cutWritten cuts off a title what stands between it and "by", and says where that begins:
// "The Lamp, written".
func cutWritten(s string) (title string, deed int, ok bool) {
	for _, word := range [...]string{"written", "told", "penned", "a story", "story"} {
		if n := len(s) - len(word); n > 2 && EndsFold(s, word) && strings.IndexByte(",;-~", s[n-2]) >= 0 && s[n-1] == ' ' {
			return strings.TrimRight(s[:n], " ,;-–—~"), n, true
		}
	}
	return s, 0, false
}

// cutKind cuts a title from what kind of writing it is: "The Lamp, a story", "THE LAMP - a tale".
func cutKind(s string) (title, kind string, ok bool) {
	for _, joint := range [...]string{", ", " - ", " -- ", " – ", " — ", ": "} {
		if title, kind, ok = strings.Cut(s, joint); ok {
			return title, kind, true
		}
	}
	return s, "", false
}

// WithoutKind takes off a title what kind of writing it is: "The Lamp -- a fable".
func WithoutKind(s string) string {
	title, kind, ok := cutKind(s)
	if ok && title != "" && (char.HasFoldPrefix(kind, "a ") || char.HasFoldPrefix(kind, "an ")) && HasStoryWord(kind) && strings.Count(kind, " ") < 5 {
		return title
	}
	return s
}

// namesFile reports whether words behind a title say which edition of it the file is: "Winter
// Edition".
func namesFile(s string) bool {
	switch strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) {
	case "edition", "version", "draft", "revision", "remix", "cut", "copy", "special", "preview", "excerpt", "sample":
		return true
	}
	return false
}
