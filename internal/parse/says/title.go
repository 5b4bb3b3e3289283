package says

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/wording"
)

// A TitleLine is a title as a line gives it.
type TitleLine struct {
	Text     string // without quotes, decoration, tags and part number
	Part, Of int    // "(1/3)": 1 and 3; 0 when it says none, of also when it says "?"
	Dressed  bool   // capitals, quotes, stars or spacing mark it as a title
}

// TitleOf takes a title out of what was written: `"The Lamp" (1/3)`, "*** THE
// LAMP ***", "T H E   L A M P", "NEW: The Lamp [PG]".
func TitleOf(written string) TitleLine {
	t := TitleLine{Text: strings.TrimSpace(written)}
	if s, ok := unspaced(t.Text); ok {
		return TitleLine{Text: s, Dressed: true}
	}
	t.Text = withoutCrumbs(strings.Join(strings.Fields(t.Text), " "))
	for range 4 { // decoration, tags and part number stand in any order
		before := t.Text
		t.Text = withoutTags(t.Text)
		if rest, part, of, ok := wording.CutPart(t.Text); ok && rest != "" {
			t.Text, t.Part, t.Of = rest, part, of
		}
		if s := undressed(t.Text); s != t.Text {
			t.Text, t.Dressed = s, true
		}
		if t.Text == before {
			break
		}
	}
	t.Text = strings.TrimRight(t.Text, " ,;:-–—")
	for _, article := range [...]string{", The", ", A", ", An"} { // as catalogues sort them
		if rest, ok := strings.CutSuffix(t.Text, article); ok && rest != "" {
			t.Text = article[2:] + " " + rest
		}
	}
	if book.Shouts(t.Text) {
		t.Dressed = true
		if strings.HasSuffix(t.Text, ".") && !strings.HasSuffix(t.Text, "..") && strings.Count(t.Text, ".") == 1 {
			t.Text = strings.TrimSuffix(t.Text, ".") // a full stop under a title in capitals is print, not title
		}
	}
	return t
}

// withoutCrumbs takes off a title where a site keeps it: "Books » Fiction » The Lamp".
func withoutCrumbs(s string) string {
	for _, mark := range [...]string{" » ", " › ", " > "} {
		if first, _, ok := strings.Cut(s, mark); ok && (strings.Count(s, mark) > 1 || crumbs[strings.ToLower(first)]) {
			return s[strings.LastIndex(s, mark)+len(mark):]
		}
	}
	return s
}

var crumbs = map[string]bool{"home": true, "books": true, "stories": true, "fiction": true, "library": true, "archive": true, "browse": true, "fanfiction": true, "anime": true, "tv": true, "movies": true, "games": true, "misc": true, "originals": true}

// mirrored takes signs from both ends of a title that are each other's mirror image:
// "=) The Lamp (=", "-=[The Lamp]=-", ">> The Lamp <<".
func mirrored(s string) string {
	sign := func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != ' ' }
	inner := strings.TrimLeftFunc(s, sign)
	lead := []rune(s[:len(s)-len(inner)])
	tail := []rune(inner[len(strings.TrimRightFunc(inner, sign)):])
	if len(lead) < 2 || len(lead) != len(tail) || lead[0] == '.' || lead[0] == '…' {
		return s
	}
	for i, c := range lead {
		other := c
		if k := slices.Index(mirrors, c); k >= 0 {
			other = mirrors[k^1]
		}
		if t := tail[len(tail)-1-i]; t != other && (t != '/' || c != '/') { // a row of slashes is a box
			return s
		}
	}
	return strings.TrimSpace(s[len(string(lead)) : len(s)-len(string(tail))])
}

// mirrors are signs, each beside its mirror image.
var mirrors = []rune("()[]{}<>«»“”/\\")

// undressed takes quotes and decoration from both ends of a title.
func undressed(s string) string {
	t := withStress(s, strings.Trim(mirrored(s), "*~=_|#+ "))
	for _, frame := range [...]string{"-", "::"} {
		if strings.HasPrefix(s, frame) && strings.HasSuffix(s, frame) {
			t = strings.Trim(t, frame+" ")
		}
	}
	for _, q := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}, {"《", "》"}, {"「", "」"}, {"『", "』"}, {"``", "''"}, {"'", "'"}, {"‘", "’"}, {"`", "'"}, {"<", ">"}, {"[", "]"}, {"(", ")"}, {"{", "}"}} {
		if len(t) > len(q[0])+len(q[1]) && strings.HasPrefix(t, q[0]) && strings.HasSuffix(t, q[1]) {
			inner := t[len(q[0]) : len(t)-len(q[1])]
			if !strings.Contains(inner, q[0]) && !strings.Contains(inner, q[1]) || q[0] == "'" && !strings.HasPrefix(inner, "'") && strings.Count(inner, "' ") == 0 {
				return strings.TrimSpace(inner)
			}
		}
	}
	if t == "" {
		return s
	}
	return t
}

// withStress gives a title its marks of stress back, where one at its edge belongs to one
// within: "*Two* Farms", "The _Ark_".
func withStress(s, t string) string {
	for _, mark := range [...]string{"**", "*", "__", "_"} {
		within := strings.Count(t, mark)
		if within == 0 {
			continue
		}
		lead, tail := strings.HasPrefix(s, mark+t[:1]), strings.HasSuffix(s, t[len(t)-1:]+mark)
		switch {
		case lead && tail && within%2 == 0:
			return mark + t + mark
		case lead && !tail && within%2 == 1:
			return mark + t
		case tail && !lead && within%2 == 1:
			return t + mark
		}
		return t
	}
	return t
}

// unspaced closes up a title set with blanks between its letters: single blanks
// between letters, more between words.
func unspaced(s string) (string, bool) {
	s = strings.Trim(s, "*~=_|#+-\" ")
	letters := 0
	var b strings.Builder
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' && c != '-' && c != '&' && c != '!' && c != '?' && c != ',' && c != '.' && c != ':' {
			return "", false
		}
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			letters++
		}
		b.WriteRune(c)
		i += size
		blanks := 0
		for i < len(s) && s[i] == ' ' {
			i, blanks = i+1, blanks+1
		}
		next, _ := utf8.DecodeRuneInString(s[i:])
		switch {
		case blanks > 1:
			b.WriteByte(' ')
		case blanks == 0 && i < len(s) && (unicode.IsLetter(next) || unicode.IsDigit(next)) && c != '\'' && c != '’':
			return "", false
		}
	}
	return strings.TrimSpace(b.String()), letters >= 3
}

// postingTags are the words that posters put before or after a title; they say
// what the posting is, not what the story is called.
var postingTags = map[string]bool{"new": true, "fic": true, "fanfic": true, "story": true, "repost": true, "reposted": true, "repost and revised": true, "revised": true, "rev": true,
	"xover": true, "x-over": true, "crossover": true, "lemon": true, "lime": true, "adult": true, "update": true, "updated": true, "complete": true, "finished": true, "wip": true,
	"new story": true, "new fic": true, "tog": true, "slash": true, "gen": true, "het": true, "ff": true, "vignette": true, "drabble": true, "re": true, "fwd": true, "fw": true, "asc": true,
	"g": true, "pg": true, "pg-13": true, "pg13": true, "pg-15": true, "r": true, "nc-17": true, "nc17": true, "nc-21": true, "x": true, "k": true, "k+": true, "t": true, "m": true, "ma": true, "frc": true, "frt": true, "frm": true, "frao": true,
	"oneshot": true, "one-shot": true, "series": true, "request": true, "original": true, "fanfiction": true, "posted": true, "subject": true}

// withoutTags takes posting tags off a title: "NEW: The Lamp", "[fic] The Lamp
// [PG-13]", "The Lamp - G", "Re: The Lamp".
func withoutTags(s string) string {
	for {
		t := strings.TrimSpace(s)
		if c := t; c != "" && (c[0] == '[' || c[0] == '(' || c[0] == '{') {
			if end := strings.IndexAny(t, "])}"); end > 0 && end < len(t)-1 && (IsTag(t[1:end]) || c[0] == '[' && strings.IndexByte(t[1:end], ' ') < 0 && strings.IndexByte(t[1:end], '/') < 0) {
				s = strings.TrimLeft(t[end+1:], " :-")
				continue
			}
		}
		if i := strings.IndexByte(t, ':'); i > 0 && i < len(t)-1 && IsTag(t[:i]) {
			s = strings.TrimLeft(t[i+1:], " ")
			continue
		}
		if n := len(t); n > 0 && (t[n-1] == ']' || t[n-1] == ')' || t[n-1] == '}') {
			if open := strings.LastIndexAny(t, "[({"); open > 0 && (IsTag(t[open+1:n-1]) || CountsWords(t[open+1:n-1])) {
				s = strings.TrimRight(t[:open], " ,;:-")
				continue
			}
		}
		if i := strings.LastIndexByte(t, ' '); i > 2 && !FirstIsLower(t[i+1:]) && IsTag(t[i+1:]) && char.IsDigits(t[i-1:i]) && strings.IndexByte(t[max(0, i-4):i], '/') > 0 { // "1/3 PG"
			s = strings.TrimRight(t[:i], " ")
			continue
		}
		if i := strings.LastIndex(t, " - "); i > 0 && IsTag(t[i+3:]) {
			s = t[:i]
			continue
		}
		if i := strings.IndexByte(t, ' '); i > 0 && (t[:i] == "NEW" || t[:i] == "REPOST" || t[:i] == "FIC" || t[:i] == "REVISED") && !book.Shouts(t) {
			s = strings.TrimLeft(t[i+1:], " -")
			continue
		}
		return t
	}
}

// IsTag reports whether a text is made of posting tags only.
func IsTag(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	if postingTags[s] {
		return true
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '/' || r == ' ' || r == ';' })
	for _, p := range parts {
		if !postingTags[p] {
			return false
		}
	}
	return len(parts) > 0
}
