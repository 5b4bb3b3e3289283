package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// NotNames are words that follow "by" in titles and sentences and name nobody.
var NotNames = map[string]bool{"me": true, "you": true, "him": true, "her": true, "it": true, "us": true, "them": true, "the": true, "a": true, "an": true,
	"my": true, "your": true, "his": true, "their": true, "our": true, "this": true, "that": true, "now": true, "then": true, "all": true, "any": true, "and": true,
	"day": true, "night": true, "morning": true, "noon": true, "dawn": true, "midnight": true, "evening": true, "moonlight": true, "lamplight": true, "candlelight": true,
	"starlight": true, "firelight": true, "sea": true, "land": true, "air": true, "heart": true, "chance": true, "accident": true, "far": true, "no": true, "some": true,
	"one": true, "two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "eleven": true, "twelve": true, "midday": true, "dusk": true, "nightfall": true, "sunset": true, "sunrise": true, "daylight": true, "misadventure": true, "degrees": true, "half": true, "nature": true, "design": true, "and large": true, "mail": true, "e-mail": true, "email": true, "request": true,
	"permission": true, "means": true, "way": true, "order": true, "law": true, "mistake": true, "myself": true, "himself": true, "herself": true, "itself": true, "hand": true}

// NamesLike reports whether a text may be what follows "by" in a byline: one or
// a few names, a pen name, an address with them, and no sentence.
func NamesLike(s string) bool {
	if s == "" || len(s) > 120 {
		return false
	}
	s, _ = cutAside(withoutAddresses(s))
	s = strings.TrimRight(s, " ,;")
	if s == "" {
		return false
	}
	words := strings.Fields(s)
	if len(words) > 12 || char.HasFoldPrefix(s, "means of ") {
		return false
	}
	if NotNames[strings.ToLower(strings.Trim(words[0], ".,;:!?\"'"))] && (len(words) == 1 || FirstIsLower(words[0])) {
		return false
	}
	if c := s[len(s)-1]; c == '!' || c == '?' || c == ':' || c == '"' && strings.Count(s, `"`)%2 == 1 {
		return false
	}
	lower := 0
	for i, w := range words {
		bare := strings.Trim(w, "\"'“”‘’()[]*_~,;&/+-")
		if bare == "" {
			continue
		}
		if i < len(words)-1 && strings.HasSuffix(w, ".") && utf8.RuneCountInString(bare) > 6 { // a sentence ends inside
			return false
		}
		if !FirstIsLower(bare) {
			continue
		}
		switch strings.ToLower(bare) {
		case "and", "with", "of", "the", "de", "du", "van", "von", "der", "den", "la", "le", "di", "da", "dos", "del", "y", "und", "et", "e", "aka", "a.k.a", "by", "ibn", "bin", "al", "af", "zu", "ter", "ten", "te", "to", "in":
			if i == 0 && len(words) > 1 && bare == "the" {
				lower++
			}
			continue
		}
		lower++
	}
	if lower == 0 {
		last := words[len(words)-1]
		return !strings.HasSuffix(last, ".") || utf8.RuneCountInString(last) <= 5 || len(words) <= 6
	}
	// Pen names in small letters: one word, or one word on each side of a joint.
	return lower <= 1 && len(words) <= 2 || lower == len(words) && len(words) == 1 || joined(words) && lower <= 2 || SmallName(s)
}

// SmallName reports whether a text is a person's name in small letters: "marian tolley". The
// given name is no word of English, so that "rose petals" and "may morning" are none.
func SmallName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 3 || s != strings.ToLower(s) || strings.ContainsAny(s, ",;:!?\"0123456789") {
		return false
	}
	if given, _ := GivenName(words[0]); !given || NotNames[words[1]] || SmallWord(words[len(words)-1]) {
		return false
	}
	_, common := lexicon.EnglishWord(words[0])
	return !common
}

// joined reports whether words are names of one or two words with a joint between.
func joined(words []string) bool {
	for i, w := range words {
		switch strings.ToLower(w) {
		case "and", "&", "with":
			return i > 0 && i < len(words)-1 && len(words) <= 6
		}
		if strings.HasSuffix(w, ",") && len(words) <= 5 && i < len(words)-1 {
			return true
		}
	}
	return false
}

// FirstIsLower reports whether s begins with a small letter.
func FirstIsLower(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(c)
}

// AuthorsOf splits the names of a byline or an author field: "Annie and Bea",
// "Annie, Bea & Cy", "Annie with Bea", "Moss, Annie". What else the line says
// (addresses, brackets, dates, "- A Highlander story") is not part of the names.
func AuthorsOf(s string) []string {
	m := book.Metadata{Contributors: PeopleOf(s)}
	return m.Authors()
}

// Unbracketed takes brackets off a text that stands in them as a whole: "[Annie Lee]".
func Unbracketed(s string) string {
	if len(s) < 4 {
		return s
	}
	for _, pair := range [...]string{"[]", "()", "{}", "<>"} {
		if s[0] == pair[0] && s[len(s)-1] == pair[1] && strings.IndexByte(s[1:], pair[0]) < 0 && strings.IndexByte(s, pair[1]) == len(s)-1 {
			return strings.TrimSpace(s[1 : len(s)-1])
		}
	}
	return s
}

// PeopleOf are the people that a byline or an author field names: the authors, and
// behind them those who helped ("translated by Bea Lake").
func PeopleOf(s string) []book.Contributor {
	s = Unbracketed(s)
	for _, end := range [...]string{"'s", "’s", "'S", "’S", " presents", " PRESENTS"} { // "Annie Lee's", above the title
		if name, ok := strings.CutSuffix(s, end); ok && BareName(name) {
			s = name
		}
	}
	s, helpers := withoutHelpers(withoutFacts(s))
	s = withoutEpithet(withoutPlace(withoutWhen(withoutAddresses(s))))
	s, _ = cutAside(withoutAngles(s))
	s = withoutLife(s)
	var out []book.Contributor
	groups := splitNames(s)
	all := allTurned(groups)
	for _, group := range groups {
		if t, ok := turned(CleanName(group)); ok || all && t.name != "" {
			out = append(out, book.Contributor{Name: t.name, FileAs: t.filed, Role: "aut"})
			continue
		}
		for _, part := range splitCommas(group) {
			if n := CleanName(part); n != "" && !isDateWords(n) {
				out = append(out, book.Contributor{Name: withoutYear(n), Role: "aut"})
			}
		}
	}
	return append(out, helpers...)
}

// PeopleSet are the authors that a person names in a setting: parted by semicolons,
// each as it is written, or with the family name first.
func PeopleSet(s string) []book.Contributor {
	var out []book.Contributor
	for name := range strings.SplitSeq(s, ";") {
		p := book.Contributor{Name: strings.TrimSpace(name), Role: "aut"}
		if t, ok := turned(p.Name); ok && t.sure {
			p.Name, p.FileAs = t.name, t.filed
		}
		out = append(out, p)
	}
	return out
}

// AddPeople credits people that are not credited yet.
func AddPeople(cs []book.Contributor, people ...book.Contributor) []book.Contributor {
	for _, p := range people {
		n := len(cs)
		if cs = AddAuthors(cs, p.Role, p.Name); len(cs) > n {
			cs[n].FileAs = p.FileAs
		}
	}
	return cs
}

// withoutLife takes off the years of birth and death that libraries put behind a name:
// "Lamb, Jo, 1850-1901", "Lamb, Jo, 1950-".
func withoutLife(s string) string {
	i := strings.LastIndexByte(s, ',')
	if i < 0 {
		return s
	}
	from, to, ok := strings.Cut(strings.ReplaceAll(strings.TrimSpace(s[i+1:]), "–", "-"), "-")
	if !ok || !char.IsYear(strings.Trim(from, "?")) || to != "" && !char.IsYear(strings.Trim(to, "?")) {
		return s
	}
	return strings.TrimRight(s[:i], " ")
}

// splitCommas splits at commas that part names.
func splitCommas(s string) []string {
	var out []string
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == ',' && !suffixFollows(s[i+1:]) {
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}

// splitNames splits at semicolons, "&", "and", "with" and their like.
func splitNames(s string) []string {
	var out []string
	start := 0
	cut := func(end, next int) {
		out = append(out, s[start:end])
		start = next
	}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ';' || c == '&' || c == '|' || c == '+' && i > 0 && s[i-1] == ' ':
			cut(i, i+1)
		case c == '/' && i > start && s[i-1] != ' ' && namesFull(s[start:i]) && namesFull(s[i+1:]): // "Annie Moss/Bea Lake"
			cut(i, i+1)
		case strings.HasPrefix(s[i:], "、"), strings.HasPrefix(s[i:], "，"), strings.HasPrefix(s[i:], "；"):
			cut(i, i+3)
			i += 2
		case c == ' ' && i >= start: // the blank behind a joint begins no other
			for _, joint := range [...]string{" and ", " with ", " und ", " et ", " y ", " AND ", " WITH ", " And ", " With ", " & "} {
				if strings.HasPrefix(s[i:], joint) {
					cut(i, i+len(joint))
					i += len(joint) - 2
					break
				}
			}
			for _, joint := range [...]string{" / ", " e ", " og ", " och ", " en ", " ja ", " i ", " a ", " és ", " ve ", " και ", " и ", " і ", " та ", " dan ", " và "} {
				if strings.HasPrefix(s[i:], joint) && namesFull(s[start:i]) && namesFull(s[i+len(joint):]) {
					cut(i, i+len(joint))
					i += len(joint) - 2
					break
				}
			}
		}
		i++
	}
	return append(out, s[start:])
}

// namesFull reports whether a text is a person's whole name for sure, or begins with one
// and more follow: "Ana Brito", "Ana Brito e Rui Sá".
func namesFull(s string) bool {
	words := strings.Fields(s)
	return len(words) > 1 && IsPersons(strings.Join(words[:2], " "))
}

// suffixFollows reports whether what stands after a comma still belongs to the
// name before it: "Jr.", "Esq.", "D.D.".
func suffixFollows(s string) bool {
	s = strings.TrimLeft(s, " ")
	end := strings.IndexAny(s, ",;& ")
	if end < 0 {
		end = len(s)
	}
	if end > 3 && end < 12 && strings.Count(s[:end], ".")*2 == end && s[:end] == strings.ToUpper(s[:end]) && s[1] == '.' { // "C.E.", "F.R.G.S."
		return true
	}
	switch strings.ToLower(strings.ReplaceAll(s[:end], ".", "")) {
	case "jr", "sr", "jun", "sen", "père", "pere", "fils", "ii", "iii", "iv", "esq", "md", "phd", "dd", "ma", "ba", "bart", "kt", "fsa", "frs", "dds", "lld", "rn", "usn", "usa", "cb", "mp", "qc", "kc", "vc", "bsc", "dlitt", "fls", "frgs", "msc", "mfa":
		return true
	case "dr", "prof", "rev", "sir", "mrs", "mr": // "Ivy Stott, Dr.", and not "Stott, Dr. Ivy"
		return end == len(s) || s[end] != ' ' || strings.TrimSpace(s[end:]) == ""
	}
	return false
}

// CleanName takes quotes, decoration and stray punctuation off one name.
func CleanName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if bare := strings.TrimLeft(s, "#"); strings.HasPrefix(bare, " ") { // a heading of Markdown
		s = bare[1:]
	}
	for _, lead := range [...]string{"and ", "with ", "by "} {
		if char.HasFoldPrefix(s, lead) {
			s = s[len(lead):]
		}
	}
	s = strings.Trim(s, " \t*~=|_-–—,;:<>[]{}")
	for _, q := range [...]string{`""`, "“”", "«»", "””", "„“"} { // round the whole, or half a pair
		open, size := utf8.DecodeRuneInString(q)
		end := q[size:]
		bare, opened := strings.CutPrefix(s, string(open))
		if inner, closed := strings.CutSuffix(bare, end); opened && closed && !strings.Contains(inner, end) {
			s = inner
		} else if opened && !strings.Contains(bare, end) {
			s = bare
		} else if cut, closed := strings.CutSuffix(s, end); closed && !strings.Contains(cut, string(open)) {
			s = cut
		}
		s = strings.Trim(s, " ,;:")
	}
	if strings.Count(s, "(") != strings.Count(s, ")") {
		s = strings.Trim(s, "()")
	}
	for _, q := range [...][2]string{{"'", "'"}, {"‘", "’"}, {"《", "》"}} {
		if len(s) > len(q[0])+len(q[1]) && strings.HasPrefix(s, q[0]) && strings.HasSuffix(s, q[1]) {
			s = s[len(q[0]) : len(s)-len(q[1])]
		}
	}
	if last := s[strings.LastIndexByte(s, ' ')+1:]; strings.HasSuffix(last, ".") && strings.Count(last, ".") == 1 && utf8.RuneCountInString(last) > 2 && !suffixFollows(last) {
		s = s[:len(s)-1] // "Annie Lee." but "Annie W.", "Kurt Vonnegut, Jr."
	}
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return s
}

// AddAuthors credits names that are not credited yet, in the role given (a MARC relator code).
func AddAuthors(cs []book.Contributor, role string, names ...string) []book.Contributor {
	for _, n := range names {
		known := false
		for _, c := range cs {
			known = known || c.Role == role && SameLetters(c.Name, n)
		}
		if !known && n != "" {
			cs = append(cs, book.Contributor{Name: n, Role: role})
		}
	}
	return cs
}

// SameLetters reports whether two texts have the same letters and digits, case apart.
func SameLetters(a, b string) bool { return lettersOf(a) == lettersOf(b) }

// lettersOf is the fingerprint of a text's letters and digits.
func lettersOf(s string) book.Digest {
	var d book.Digest
	d.Add(s)
	return d
}
