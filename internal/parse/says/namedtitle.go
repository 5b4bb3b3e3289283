package says

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/char"
)

// A NamedTitle is a line that gives a name first and then what that person wrote:
// "Annie Lee - [Lamps 02] - The Gate", `Annie Lee, "The Lamp"`, "Annie Lee: The Lamp". The
// pairs are where the parts begin and end in the line.
type NamedTitle struct {
	Name, Title, Series [2]int
	Sure                bool // the form tells; else a title may have it: "Robin Hood: A Ballad"
}

// NamedTitleOf reads a line as a name and a title behind it.
func NamedTitleOf(s string) (t NamedTitle, ok bool) {
	const most = 120 // bytes
	if len(s) > most || len(s) < 8 {
		return t, false
	}
	for _, dash := range [...]string{" - ", " -- ", " – ", " — "} {
		name, rest, found := strings.Cut(s, dash)
		inner, title, both := strings.Cut(rest, "]"+dash)
		if found && both && len(inner) > 3 && inner[0] == '[' && strings.ContainsAny(inner[len(inner)-1:], "0123456789") && NamesLike(name) && title != "" {
			at := len(name) + len(dash) + 1
			return NamedTitle{[2]int{0, len(name)}, [2]int{len(s) - len(title), len(s)}, [2]int{at, at + len(inner) - 1}, true}, true
		}
	}
	for _, joint := range [...]string{": ", ", ", " - ", " -- ", " – ", " — "} {
		name, title, found := strings.Cut(s, joint)
		if !found || !BareName(name) || title == "" || strings.Contains(title, joint) && joint != ", " {
			continue
		}
		t = NamedTitle{Name: [2]int{0, len(name)}, Title: [2]int{len(s) - len(title), len(s)}}
		switch quoted := quotedWhole(title); {
		case quoted:
			t.Sure = joint != ": " || IsPersons(name)
			return t, TitleLike(title) || t.Sure && !endsAsSpeech(title)
		case joint != ", " && IsPersons(name) && TitleLike(title) && !IsPersons(title) && !HasStoryWord(title):
			return t, true
		}
	}
	return t, false
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

// TitleOrName splits "The Lamp — Annie Roe", where neither the dash nor a list of names says
// that the second part is one: a title of several words, then two or three words that may be
// a name. at is the byte where they begin; 0 when the line is none.
func TitleOrName(s string) (at int) {
	for _, dash := range [...]string{" -- ", " - ", " – ", " — ", " / ", " | "} {
		title, name, ok := strings.Cut(s, dash)
		if !ok || strings.Contains(name, dash) || strings.Count(title, " ") < 1 || !TitleLike(title) || BareName(title) || !BareName(name) || strings.Count(name, " ") > 2 || NamesStory(name) || namesFile(name) {
			continue
		}
		if char.HasFoldPrefix(name, "part ") || char.HasFoldPrefix(name, "book ") || char.HasFoldPrefix(name, "chapter ") || char.HasFoldPrefix(name, "episode ") {
			continue
		}
		return len(title) + len(dash)
	}
	return 0
}
