package says

import (
	"strings"
	"unicode"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// withoutWhen cuts what says when, and where, something was written: "Annie Lee, Feb -
// April 2000", "Annie Lee, Sheffield, 1991", "Annie Lee. Begun 12/97".
func withoutWhen(s string) string {
	stop := strings.Index(s, ". ")
	if stop > 3 && s[stop-2] != ' ' && s[stop-2] != '.' && strings.ContainsAny(s[stop:], "0123456789") {
		s = s[:stop]
	} else if stop > 3 && s[stop-2] != ' ' && s[stop-2] != '.' && Unlabelled(strings.TrimSuffix(s[stop+2:], ".")) != "" { // "Annie Lee. Rated G."
		s = s[:stop]
	}
	if i := strings.LastIndex(s, " on "); i > 0 && isDateWords(strings.TrimSpace(s[i+4:])) {
		s = s[:i]
	}
	for i := strings.Index(s, ", "); i > 0; {
		rest := s[i+2:]
		if isDateWords(rest) {
			return s[:i]
		}
		next := strings.Index(rest, ", ")
		if next < 0 {
			return s
		}
		if strings.IndexByte(s[:i], ' ') > 0 && (strings.IndexByte(rest[:next], ' ') < 0 || namesPlace(rest[:next])) && isDateWords(rest[next+2:]) && !suffixFollows(rest) {
			return s[:i]
		}
		i += 2 + next
	}
	return s
}

// withoutEpithet cuts what is said of a person behind the name: "P. Murk, author and
// alias", "Annie Lee, aged 14". It begins with a small letter and has several words.
func withoutEpithet(s string) string {
	for i := strings.Index(s, ", "); i > 0; {
		rest := s[i+2:]
		first, more, _ := strings.Cut(rest, " ")
		switch {
		case FirstIsLower(s): // pen names in small letters
			return s
		case first != "" && char.IsDigits(first) && !char.IsYear(first) && more != "" && !IsDateLine(rest): // a house's number
			return s[:i]
		case AtSchool(rest) && strings.IndexByte(s[:i], ' ') > 0, first == "aged" || first == "age", more == "" && editors[strings.ToLower(strings.Trim(first, ".()"))]:
			return s[:i]
		case FirstIsLower(first) && more != "" && strings.IndexByte(more, ',') < 0 && !isParticle(first) && !joinsNames(first):
			return s[:i]
		}
		next := strings.Index(rest, ", ")
		if next < 0 {
			return s
		}
		i += 2 + next
	}
	return s
}

// editors are the words behind a comma that say that the person before it made the book of
// other people's writing: "Annie Lee, ed."
var editors = map[string]bool{"ed": true, "eds": true, "editor": true, "editors": true, "comp": true, "compiler": true, "hrsg": true, "hg": true, "red": true, "éd": true}

// withoutFacts cuts what a list of stories prints behind a name: "annie | 640 words | PG".
func withoutFacts(s string) string {
	name, facts, ok := strings.Cut(s, " | ")
	if !ok {
		return s
	}
	for f := range strings.SplitSeq(facts, " | ") {
		if CountsWords(f) || isRating(f) || IsDateLine(f) {
			return name
		}
	}
	return s
}

// AtSchool reports whether what stands behind a comma says which class or school the person
// before it goes to: "Grade 9, Hollins School".
func AtSchool(s string) bool {
	part, _, _ := strings.Cut(s, ", ")
	if len(part) > 1 && len(part) < 4 && char.IsDigits(part[:len(part)-1]) && wording.IsASCIILetter(part[len(part)-1]) { // "8b"
		return true
	}
	first, number, _ := strings.Cut(strings.ToLower(part), " ")
	switch first {
	case "grade", "class", "year", "form", "klasse", "classe", "clase", "klass", "klas", "kl.", "klasa", "luokka":
		return number != ""
	}
	switch strings.ToLower(part[strings.LastIndexByte(part, ' ')+1:]) {
	case "school", "college", "academy", "university", "gymnasium", "lycée", "schule", "grade", "klasse", "classe":
		return strings.IndexByte(part, ' ') > 0
	}
	return false
}

// joinsNames reports whether a word in small letters stands between two names.
func joinsNames(word string) bool {
	switch word {
	case "and", "with", "und", "et", "i", "och", "en", "by":
		return true
	}
	return false
}

// withoutAngles takes out what stands in angle brackets behind a name: an address,
// whole or cut short.
func withoutAngles(s string) string {
	for {
		open := strings.IndexByte(s, '<')
		if open <= 0 {
			return s
		}
		end := strings.IndexByte(s[open:], '>')
		if end < 0 {
			return strings.TrimRight(s[:open], " ,")
		}
		s = s[:open] + " " + s[open+end+1:]
	}
}

// cutAside cuts what a byline says besides the names: "(pen name of Y)",
// "aka Y", "- A Highlander story", ", copyright 1999". It returns the names and
// whether anything was cut.
func cutAside(s string) (names string, cut bool) {
	before := s
	if i := char.IndexFold(s, " (c)"); i > 0 {
		s = s[:i]
	}
	for {
		open := strings.IndexAny(s, "([{")
		if open < 0 {
			break
		}
		end := strings.IndexAny(s[open:], ")]}")
		if end < 0 {
			s = s[:open]
			break
		}
		s = s[:open] + " " + s[open+end+1:]
	}
	for _, mark := range [...]string{" - ", " -- ", " – ", " — ", " ~ ", " aka ", " a.k.a. ", " AKA ", ", copyright", ", Copyright", " copyright ", " Copyright ", " (c) ", " © ", ", all rights", ". All rights", ", dean of ", ", DEAN OF "} {
		if i := strings.Index(s, mark); i > 0 {
			s = s[:i]
		}
	}
	s = strings.TrimSpace(s)
	return s, s != strings.TrimSpace(before)
}

// withoutYear takes the year off the end of a name of two and more words.
func withoutYear(s string) string {
	if i := strings.LastIndexByte(s, ' '); i > 0 && char.IsYear(s[i+1:]) && strings.IndexByte(s[:i], ' ') > 0 {
		return strings.TrimRight(s[:i], " ,")
	}
	return s
}

// placeWords are words that the names of towns and islands have beside another.
var placeWords = map[string]bool{"port": true, "fort": true, "new": true, "san": true, "santa": true, "st": true, "saint": true, "mount": true, "lake": true, "los": true, "las": true, "north": true, "south": true, "east": true, "west": true, "city": true, "bay": true, "springs": true, "falls": true, "beach": true, "valley": true, "island": true, "islands": true, "isle": true, "harbor": true, "harbour": true, "el": true, "la": true, "cape": true, "town": true, "upon": true, "junction": true, "hills": true, "heights": true, "university": true, "college": true, "school": true}

// namesPlace reports whether words name a town by one of them: "Port Ellery".
func namesPlace(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if placeWords[strings.Trim(w, ".-")] {
			return true
		}
	}
	return false
}

// withoutPlace cuts the place behind a name: "Ida Marsh, Leith, Scotland", "Ida Marsh,
// Ohio". A name that people are given may be another author's.
func withoutPlace(s string) string {
	lands := lexicon.ImprintWords().Lands
	i := strings.LastIndex(s, ", ")
	if i < 0 || strings.IndexByte(s[:i], ' ') < 0 || !lands[lexicon.Fold(strings.Trim(s[i+2:], " ."))] {
		return s
	}
	if before := strings.LastIndex(s[:i], ", "); before > 0 && strings.IndexByte(s[:before], ' ') > 0 {
		if given, _ := GivenName(strings.ToLower(s[before+2 : i])); !given {
			return s[:before]
		}
	}
	if given, _ := GivenName(strings.ToLower(s[i+2:])); given {
		return s
	}
	return s[:i]
}

// isDateWords reports whether a part of a byline is a date: "1996", "March 1997",
// "3 May 2001". A number that is no year may be somebody's name.
func isDateWords(s string) bool {
	if IsDateLine(s) && strings.IndexFunc(s, unicode.IsLetter) < 0 { // "12/3/99"
		return true
	}
	year := false
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" ,./-–()", c) }) {
		low := strings.ToLower(w)
		switch {
		case char.IsYear(w):
			year = true
		case char.IsDigits(w) && len(w) <= 2, low == "to", low == "of", low == "le", low == "am", low == "den", low == "el", low == "il", low == "de", low == "copyright", low == "©", low == "spring", low == "summer", low == "autumn", low == "fall", low == "winter", low == "im", low == "in", low == "herbst", low == "frühling", low == "frühjahr", low == "sommer", low == "printemps", low == "été", low == "automne", low == "hiver", low == "primavera", low == "verano", low == "otoño", low == "invierno", low == "estate", low == "autunno", low == "inverno", low == "lente", low == "zomer", low == "herfst":
		case len(low) >= 3 && monthOf(low) > 0:
		case digitsWithEnding(w).Kind != wording.NoNumeral && digitsWithEnding(w).Size == len(w):
		default:
			return false
		}
	}
	return year
}
