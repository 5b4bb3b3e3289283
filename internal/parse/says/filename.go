package says

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/wording"
)

// NameOfFile takes title and author from a file's name, the last resort:
// "Annie - The Lamp.txt", "the_lamp_by_annie.txt", "Lamp 02 - The Gate.txt". A
// name that is only a number or a hash is no title, nor is one that any file may
// have. credited are the authors that the story itself names.
func NameOfFile(name string, credited []string) (title, author string) {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	for _, ext := range [...]string{".txt", ".text", ".asc", ".fic", ".md", ".story", ".utf8"} {
		if n := len(name) - len(ext); n > 0 && strings.EqualFold(name[n:], ext) {
			name = name[:n]
		}
	}
	if title, author, ok := nameOfHanFile(name); ok {
		return title, author
	}
	if strings.ContainsRune(name, ' ') {
		if at := strings.IndexByte(name, '_'); at > 0 && strings.Count(name, "_") == 1 && !strings.Contains(name, " - ") && partsName(name[:at], name[at+1:]) { // "Annie Lee_The Lamp"
			name = name[:at] + " - " + name[at+1:]
		}
		name = strings.ReplaceAll(strings.ReplaceAll(name, "_ ", ": "), "_", " ") // a colon that a file's name may not have
	} else {
		parted := strings.Count(name, "-") == 1 && (strings.ContainsAny(name, "_+.") || strings.ContainsFunc(name, func(c rune) bool { return unicode.Is(unicode.Han, c) })) // "the_lamp-annie_lee", and not "night-bus"
		name = strings.NewReplacer("_-_", " - ", "_", " ", "+", " ", "%20", " ", ".", " ").Replace(name)
		if parted && strings.Count(name, "-") == 1 {
			name = strings.Replace(name, "-", " - ", 1)
		}
		if !strings.ContainsRune(name, ' ') {
			name = strings.ReplaceAll(name, "-", " ")
		}
	}
	name = withoutState(apart(strings.Join(strings.Fields(name), " ")))
	if rest, _, _, ok := wording.CutPart(name); ok && rest != "" {
		name = rest
	}
	if nameless(name) {
		return "", ""
	}
	if title, author, ok := bracketsName(name); ok && len(credited) == 0 {
		if free := withoutHanBrackets(title); free != "" && strings.Contains(title, "（") { // "[青石]灯与河（全本）"
			title = free
		}
		return Spelled(title), Spelled(author)
	}
	for i := len(name) - 4; i > 0; i-- {
		if name[i] == ' ' && char.HasFoldPrefix(name[i:], " by ") {
			names := Spelled(name[i+4:])
			if !NotNames[strings.ToLower(strings.Fields(names)[0])] && strings.Count(names, " ") < 4 {
				return Spelled(name[:i]), names
			}
		}
	}
	parts := strings.Split(name, " - ")
	if len(parts) == 3 && strings.HasPrefix(parts[1], "[") && strings.HasSuffix(parts[1], "]") { // "Lee, Annie - [Lamps 02] - The Gate"
		parts = []string{parts[0], parts[2]}
	}
	if len(parts) == 1 {
		if title, author, ok := joinedPerson(name); ok && len(credited) == 0 {
			return title, author
		}
		return Spelled(name), ""
	}
	first, last := strings.TrimSpace(parts[0]), strings.TrimSpace(parts[len(parts)-1])
	for _, c := range credited {
		switch {
		case SameLetters(c, first):
			return Spelled(strings.Join(parts[1:], " - ")), ""
		case SameLetters(c, last):
			return Spelled(strings.Join(parts[:len(parts)-1], " - ")), ""
		}
	}
	switch {
	case len(parts) == 2 && len(credited) == 0 && hanPerson(last) != hanPerson(first): // the one that begins with a family name
		if hanPerson(last) {
			return first, last
		}
		return last, first
	case len(credited) > 0 || len(parts) > 2 || last == "" || nameless(last):
		return Spelled(name), ""
	case IsPersons(Spelled(last)) && strings.IndexByte(last, ' ') > 0 && !IsPersons(Spelled(first)): // "Paper Boats - Annie Lee"
		return Spelled(first), Spelled(last)
	case strings.ContainsFunc(first, unicode.IsDigit): // "Lamp 02 - The Gate"
		return Spelled(last), ""
	case NamesLike(first) && !char.HasFoldPrefix(first, "the ") && !char.HasFoldPrefix(first, "a "):
		return Spelled(last), Spelled(first)
	case BareName(Spelled(last)):
		return Spelled(first), Spelled(last)
	}
	return Spelled(name), ""
}

// apart parts the words of a name that only capitals part: "TheIronStove".
func apart(name string) string {
	if strings.ContainsRune(name, ' ') || name == "" {
		return name
	}
	var b strings.Builder
	inner := 0
	for i := range len(name) {
		switch c := name[i]; {
		case !wording.IsASCIILetter(c):
			return name
		case c <= 'Z' && i > 0:
			if name[i-1] <= 'Z' || i+1 == len(name) || name[i+1] <= 'Z' {
				return name // capitals side by side
			}
			inner++
			b.WriteByte(' ')
		}
		b.WriteByte(name[i])
	}
	if inner < 2 { // "McDonald"
		return name
	}
	return b.String()
}

// partsName reports whether two parts of a name that an underscore parts, in a name whose
// words are parted by blanks, may be a title and a name: no apostrophe stood there.
func partsName(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(a) && unicode.IsUpper(b) && (BareName(before) || BareName(after))
}

// bracketsName splits "[Annie Lee] The Lamp", "(Annie Lee) The Lamp" and "The Lamp (Annie Lee)". What is no
// name ("final draft") is no author.
func bracketsName(s string) (title, author string, ok bool) {
	for _, pair := range [...][2]string{{"[", "]"}, {"(", ")"}} {
		if rest, found := strings.CutPrefix(s, pair[0]); found {
			if author, title, ok = strings.Cut(rest, pair[1]); ok {
				author, title = strings.TrimSpace(author), strings.TrimLeft(title, " -–—")
				return title, author, title != "" && (IsPersons(author) || BareName(author))
			}
		}
	}
	if open := strings.LastIndexAny(s, "(["); open > 0 && (strings.HasSuffix(s, ")") || strings.HasSuffix(s, "]")) {
		title, author = strings.TrimSpace(s[:open]), s[open+1:len(s)-1]
		return title, author, title != "" && IsPersons(author)
	}
	return "", "", false
}

// IsPersons reports whether a text is a person's name for sure: a given name in front,
// or initials.
func IsPersons(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	given, _ := GivenName(strings.ToLower(first))
	return BareName(Spelled(s)) && (given || FullName(s))
}

// Spelled gives a name written without capitals the capitals of a title.
func Spelled(s string) string {
	s = strings.TrimSpace(s)
	if s != strings.ToLower(s) {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		if i > 0 && i < len(words)-1 && SmallWord(w) {
			continue
		}
		r := []rune(w)
		r[0] = unicode.ToUpper(r[0])
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}

// nameless reports whether a file's name says nothing: a number, a hash, or a
// word that any file may have for a name.
func nameless(s string) bool {
	letters, digits, hex := 0, 0, true
	for _, c := range s {
		switch {
		case unicode.IsDigit(c):
			digits++
		case unicode.IsLetter(c):
			letters++
			hex = hex && (c|0x20 >= 'a' && c|0x20 <= 'f')
		}
	}
	if letters == 0 || hex && digits > 0 && letters+digits >= 6 || letters < 3 && digits > letters {
		return true
	}
	word := strings.ToLower(strings.TrimRight(s, " 0123456789()-"))
	switch word {
	case "", "story", "untitled", "document", "new text document", "text", "file", "chapter", "part", "download", "index", "fic", "stdin", "unknown", "noname", "output", "book", "readme", "x", "ff", "sf", "temp", "tmp", "test", "copy", "new":
		return true
	}
	// Letters and digits in turn, as identifiers have them: "x7f3k9q2".
	turns := 0
	var before rune
	for _, c := range s {
		if before != 0 && unicode.IsDigit(c) != unicode.IsDigit(before) {
			turns++
		}
		before = c
	}
	return !strings.ContainsRune(s, ' ') && turns >= 4
}
