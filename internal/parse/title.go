package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A titleLine is a title as a line gives it.
type titleLine struct {
	text     string // without quotes, decoration, tags and part number
	part, of int    // "(1/3)": 1 and 3; 0 when it says none, of also when it says "?"
	dressed  bool   // capitals, quotes, stars or spacing mark it as a title
}

// titleOf takes a title out of what was written: `"The Lamp" (1/3)`, "*** THE
// LAMP ***", "T H E   L A M P", "NEW: The Lamp [PG]".
func titleOf(written string) titleLine {
	t := titleLine{text: strings.TrimSpace(written)}
	if s, ok := unspaced(t.text); ok {
		return titleLine{text: s, dressed: true}
	}
	t.text = strings.Join(strings.Fields(t.text), " ")
	for range 4 { // decoration, tags and part number stand in any order
		before := t.text
		t.text = withoutTags(t.text)
		if rest, part, of, ok := cutPart(t.text); ok && rest != "" {
			t.text, t.part, t.of = rest, part, of
		}
		if s := undressed(t.text); s != t.text {
			t.text, t.dressed = s, true
		}
		if t.text == before {
			break
		}
	}
	t.text = strings.TrimRight(t.text, " ,;:-–—")
	for _, article := range [...]string{", The", ", A", ", An"} { // as catalogues sort them
		if rest, ok := strings.CutSuffix(t.text, article); ok && rest != "" {
			t.text = article[2:] + " " + rest
		}
	}
	if isCapitals(t.text) {
		t.dressed = true
		if strings.HasSuffix(t.text, ".") && !strings.HasSuffix(t.text, "..") && strings.Count(t.text, ".") == 1 {
			t.text = strings.TrimSuffix(t.text, ".") // a full stop under a title in capitals is print, not title
		}
	}
	return t
}

// undressed takes quotes and decoration from both ends of a title.
func undressed(s string) string {
	t := strings.Trim(s, "*~=_|#+ ")
	if strings.HasPrefix(s, "-") && strings.HasSuffix(s, "-") {
		t = strings.Trim(t, "- ")
	}
	for _, q := range [...][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}, {"《", "》"}, {"「", "」"}, {"『", "』"}, {"``", "''"}, {"'", "'"}, {"‘", "’"}, {"`", "'"}, {"<", ">"}, {"[", "]"}, {"(", ")"}} {
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
	"oneshot": true, "one-shot": true, "series": true, "request": true, "original": true, "fanfiction": true, "posted": true}

// withoutTags takes posting tags off a title: "NEW: The Lamp", "[fic] The Lamp
// [PG-13]", "The Lamp - G", "Re: The Lamp".
func withoutTags(s string) string {
	for {
		t := strings.TrimSpace(s)
		if c := t; c != "" && (c[0] == '[' || c[0] == '(' || c[0] == '{') {
			if end := strings.IndexAny(t, "])}"); end > 0 && end < len(t)-1 && (isTag(t[1:end]) || c[0] == '[' && strings.IndexByte(t[1:end], ' ') < 0 && strings.IndexByte(t[1:end], '/') < 0) {
				s = strings.TrimLeft(t[end+1:], " :-")
				continue
			}
		}
		if i := strings.IndexByte(t, ':'); i > 0 && i < len(t)-1 && isTag(t[:i]) {
			s = strings.TrimLeft(t[i+1:], " ")
			continue
		}
		if n := len(t); n > 0 && (t[n-1] == ']' || t[n-1] == ')' || t[n-1] == '}') {
			if open := strings.LastIndexAny(t, "[({"); open > 0 && isTag(t[open+1:n-1]) {
				s = strings.TrimRight(t[:open], " ,;:-")
				continue
			}
		}
		if i := strings.LastIndex(t, " - "); i > 0 && isTag(t[i+3:]) {
			s = t[:i]
			continue
		}
		if i := strings.IndexByte(t, ' '); i > 0 && (t[:i] == "NEW" || t[:i] == "REPOST" || t[:i] == "FIC" || t[:i] == "REVISED") && !isCapitals(t) {
			s = strings.TrimLeft(t[i+1:], " -")
			continue
		}
		return t
	}
}

// isTag reports whether a text is made of posting tags only.
func isTag(s string) bool {
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

// cutPart takes the number of a part off the end of a title: "(1/3)", "[1/?]",
// " 1/3", " - Part 1 of 3", ", part 1/3", "(Part 2)", "(1 of 5)".
func cutPart(s string) (rest string, part, of int, ok bool) {
	t := strings.TrimRight(s, " .:-")
	brackets := false
	if n := len(t); n > 0 && (t[n-1] == ')' || t[n-1] == ']' || t[n-1] == '}') {
		t, brackets = t[:n-1], true
	}
	i := len(t)
	number := func() (int, bool) {
		end := i
		for i > 0 && t[i-1] >= '0' && t[i-1] <= '9' {
			i--
		}
		v := 0
		for _, c := range t[i:end] {
			v = v*10 + int(c-'0')
			if v > maxNumber {
				return 0, false
			}
		}
		return v, i < end
	}
	blanks := func() {
		for i > 0 && t[i-1] == ' ' {
			i--
		}
	}
	if i > 0 && (t[i-1] == '?' || t[i-1] == 'x' || t[i-1] == 'X') && i > 1 && (t[i-2] == '/' || t[i-2] == ' ') {
		i--
	} else if of, ok = number(); !ok {
		return cutPartWord(s)
	}
	blanks()
	pair := false
	switch {
	case i > 0 && t[i-1] == '/':
		i--
		pair = true
	case i > 2 && strings.EqualFold(t[i-2:i], "of") && (t[i-3] == ' ' || t[i-3] >= '0' && t[i-3] <= '9'):
		i -= 2
		pair = true
	}
	if pair {
		blanks()
		if part, ok = number(); !ok || of > 0 && part > of {
			return s, 0, 0, false
		}
		// "1-2/5": a posting of several parts
		if i > 1 && t[i-1] == '-' && t[i-2] >= '0' && t[i-2] <= '9' {
			i--
			part, _ = number()
		}
	} else {
		part, of = of, 0
	}
	rest = strings.TrimRight(t[:i], " #")
	word := false
	for _, w := range [...]string{"part", "pt.", "pt", "parts", "chapter", "chap.", "ch."} {
		if n := len(rest) - len(w); n >= 0 && strings.EqualFold(rest[n:], w) && (n == 0 || !isASCIILetter(rest[n-1])) {
			rest, word = rest[:n], true
			break
		}
	}
	if !pair && (!word || part == 0) { // "Henry 5" keeps its number
		return s, 0, 0, false
	}
	rest = strings.TrimRight(rest, " ")
	if brackets {
		cut := strings.TrimRight(rest, "([{")
		if cut == rest {
			return s, 0, 0, false
		}
		rest = cut
	}
	return strings.TrimRight(rest, " ,;:-–—~"), part, of, true
}

// cutPartWord takes "Part One", "Part IV" off the end of a title.
func cutPartWord(s string) (rest string, part, of int, ok bool) {
	t := strings.TrimRight(s, " .)]")
	last := strings.LastIndexByte(t, ' ')
	if last < 0 {
		return s, 0, 0, false
	}
	n := readNumeral(t[last+1:])
	if n.kind == noNumeral {
		n = readNumberWords(t[last+1:])
	}
	rest = strings.TrimRight(t[:last], " ")
	cut := len(rest) - len("part")
	if n.kind == noNumeral || n.size != len(t)-last-1 || cut < 1 || !strings.EqualFold(rest[cut:], "part") || isASCIILetter(rest[cut-1]) {
		return s, 0, 0, false
	}
	return strings.TrimRight(rest[:cut], " ,;:-–—~([{"), n.value, 0, true
}

// partLine reads a line that is nothing but a part's number: "Part 1/3", "(2/4)", "1/?".
func partLine(s string) (part, of int, ok bool) {
	open, end := undecorate(s)
	if open >= end || len(s) > 40 {
		return 0, 0, false
	}
	t := s[open:end]
	rest, part, of, ok := cutPart("x " + t) // "x" stands for a title
	return part, of, ok && rest == "x" && strings.ContainsAny(t, "/oO")
}

// titleLike reports whether a line has the look of a title: short, no sentence,
// no speech, its longer words capitalised (in scripts that have capitals).
func titleLike(s string) bool {
	if s == "" || utf8.RuneCountInString(s) > 90 {
		return false
	}
	t := titleOf(s)
	words := strings.Fields(t.text)
	if len(words) == 0 || len(words) > 14 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(t.text, "\"'“‘«([…."))
	if unicode.IsLower(first) && !t.dressed || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	switch last {
	case ',', ';', ':', '。', '，', '、', '：':
		return false
	case '.', '!', '?', '…':
		if !t.dressed && last != '!' && last != '?' {
			return false
		}
		if !t.dressed && len(words) > 5 {
			return false
		}
	}
	if (strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“")) && !t.dressed { // speech with words after it
		return false
	}
	if quoted := strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“"); quoted && strings.HasSuffix(t.text, ",") {
		return false
	}
	return t.dressed || capitalised(words)
}

// capitalised reports whether the words are written as in a title: every word
// but the small ones begins with a capital.
func capitalised(words []string) bool {
	lower, upper := 0, 0
	for i, w := range words {
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘«([*_-"))
		switch {
		case unicode.IsLower(c) && i > 0 && smallWord(w):
		case unicode.IsLower(c):
			lower++
		default:
			upper++
		}
	}
	return upper > 0 && lower == 0
}

// smallWord reports whether a word keeps its small letters in English titles.
func smallWord(w string) bool {
	switch strings.Trim(w, "\"'“”‘’(),;:!?-") {
	case "a", "an", "the", "and", "or", "nor", "but", "of", "in", "on", "at", "to", "for", "by", "with", "from", "into", "onto", "upon", "over", "under", "as", "is", "it", "its", "than", "that", "vs", "vs.", "via", "per", "off", "out", "up", "down", "through", "after", "before", "between", "de", "la", "le", "les", "des", "du", "et", "en", "und", "der", "die", "das", "von", "y", "el", "los", "e", "o", "da", "do", "di", "del", "if", "so", "n'", "about", "without", "within", "are", "be", "not":
		return true
	}
	return false
}

// isCapitals reports whether a text has letters and all of them are capitals.
func isCapitals(s string) bool {
	upper := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			upper++
		}
	}
	return upper > 1
}
