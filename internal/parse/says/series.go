package says

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/wording"
)

// SeriesOf reads a series field: "Lamp 3", "Lamp #3", "Part 3 of Lamp", "Lamp,
// Book 2", "First in the Lamp series", "Lamp (second story)". A sequel's field
// names another story, not a series: then the name is "".
func SeriesOf(label, value string) (name, index string) {
	s := strings.TrimRight(char.Folded(value), ". ")
	low := strings.ToLower(s)
	key := LabelKey(label)
	switch {
	case s == "" || low == "none" || low == "n/a" || low == "no" || low == "nope" || strings.HasPrefix(low, "none ") || strings.HasPrefix(low, "none,"):
		return "", ""
	case strings.HasPrefix(low, "sequel to") || strings.HasPrefix(low, "prequel to") || strings.HasPrefix(low, "follows ") || strings.HasPrefix(low, "the sequel"):
		return "", ""
	case (strings.HasPrefix(key, "sequel") || strings.HasPrefix(key, "prequel") || key == "follows") && key != "sequel/series":
		return "", ""
	}
	// "Part 3 of Lamp", "Book Two of the Lamp Cycle", "3rd in the Lamp series"
	for _, word := range [...]string{"part ", "book ", "story ", "number ", "no. ", "#", "volume ", "the ", ""} {
		if !char.HasFoldPrefix(s, word) {
			continue
		}
		rest := s[len(word):]
		place, size := PlaceAt(rest)
		if size == 0 {
			continue
		}
		tail := strings.TrimLeft(rest[size:], " ")
		for _, filler := range [...]string{"story ", "part ", "book ", "installment ", "one ", "fic "} {
			if char.HasFoldPrefix(tail, filler) {
				tail = tail[len(filler):]
			}
		}
		for _, joint := range [...]string{"of the ", "in the ", "of my ", "in my ", "of ", "in "} {
			if char.HasFoldPrefix(tail, joint) && !strings.HasPrefix(tail[strings.IndexByte(tail, ' ')+1:], "The ") || strings.HasPrefix(tail, joint) {
				return seriesName(tail[len(joint):]), place
			}
		}
	}
	// "Lamp (second story)", "Lamp (#2)", "Lamp [3 of 5]"
	if open := strings.LastIndexAny(s, "(["); open > 0 && strings.IndexByte(")]", s[len(s)-1]) >= 0 {
		if place := anyPlace(s[open+1 : len(s)-1]); place != "" {
			return seriesName(s[:open]), place
		}
	}
	// "Lamp 3", "Lamp #3", "Lamp, Book 2", "Lamp: part two", "Lamp 2.5", "Lamp, part 2 of 7"
	s = withoutTotal(s)
	if cut := strings.LastIndexByte(s, ' '); cut > 0 {
		last := strings.Trim(s[cut+1:], "#.()[]")
		head := strings.TrimRight(s[:cut], " ")
		bare := WithoutPlaceWord(head)
		said := bare != head || strings.HasPrefix(s[cut+1:], "#") || strings.HasSuffix(head, ",") || strings.HasSuffix(head, ":")
		if place, size := digitsPlace(last); size == len(last) && (said || !isOwnNumber(head, last)) {
			return seriesName(bare), place
		}
		if bare != head {
			if n := AnyNumeral(last); n > 0 {
				return seriesName(bare), Number(n)
			}
		}
	}
	return seriesName(s), ""
}

// SeriesLine is the part of a line of a title page that says which series the story is in,
// and its place there; "" when it does not say both: "The Lamps, Book 2", "(The Lamps #0.5)".
func SeriesLine(s string) string {
	if len(s) > 80 || Awarded(s) { // "Entry #14"
		return ""
	}
	t := strings.Trim(s, "*_~ ")
	if len(t) > 2 && (t[0] == '(' && t[len(t)-1] == ')' || t[0] == '[' && t[len(t)-1] == ']') {
		t = t[1 : len(t)-1]
	}
	cut := strings.LastIndexByte(t, ' ')
	if cut < 0 {
		return ""
	}
	for _, word := range [...]string{"part ", "book ", "story "} { // "Part 3 of The Harbour Cycle"
		if char.HasFoldPrefix(t, word) && strings.Contains(t, " of ") {
			if name, index := SeriesOf("", t); index != "" && strings.Count(name, " ") > 0 && !FirstIsLower(name) && !IsSentence(name) {
				return t
			}
		}
	}
	if !strings.HasPrefix(t[cut+1:], "#") { // parts and chapters are the story's own
		word := strings.ToLower(strings.Trim(t[strings.LastIndexByte(t[:cut], ' ')+1:cut], " ,:-("))
		if word != "book" && word != "volume" && word != "vol." && word != "no." {
			return ""
		}
	}
	if name, index := SeriesOf("", t); name == "" || index == "" || IsSentence(name) || WithoutPlaceWord(" "+name) != " "+name { // "EPISODE #14" names no series
		return ""
	}
	return t
}

// PlaceAt reads a place in a row at the start of s: "0", "0.5", "2.10", "three",
// "3rd". size is 0 when there is none.
func PlaceAt(s string) (place string, size int) {
	if place, size = digitsPlace(s); size > 0 && (size == len(s) || strings.IndexByte(" ,)/:;", s[size]) >= 0) {
		return place, size
	}
	n := wording.ReadNumeral(s)
	if n.Kind == wording.NoNumeral {
		if n = wording.ReadNumberWords(s); n.Kind == wording.NoNumeral {
			n = digitsWithEnding(s)
		}
	}
	if n.Kind == wording.NoNumeral {
		return "", 0
	}
	return Number(n.Value), n.Size
}

// anyPlace is the first place among the words of s; "" when there is none.
func anyPlace(s string) string {
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == '#' || c == ',' }) {
		if place, size := PlaceAt(strings.TrimRight(w, ".")); size > 0 && size == len(strings.TrimRight(w, ".")) {
			return place
		}
	}
	return ""
}

// digitsPlace reads whole numbers parted by full stops at the start of s, leading
// noughts apart: "2", "0.5", "2.10". A number of more than four digits is none.
func digitsPlace(s string) (place string, size int) {
	i := 0
	for i < len(s) && char.IsDigit(rune(s[i])) {
		i++
	}
	if i == 0 || i > 4 {
		return "", 0
	}
	place, size = char.FirstOf(strings.TrimLeft(s[:i], "0"), "0"), i
	if size+1 < len(s) && s[size] == ',' && char.IsDigit(rune(s[size+1])) && (size+2 == len(s) || s[size+2] == ')') { // "deel 2,5"
		return place + "." + s[size+1:size+2], size + 2
	}
	for size+1 < len(s) && s[size] == '.' && char.IsDigit(rune(s[size+1])) {
		k := size + 1
		for k < len(s) && char.IsDigit(rune(s[k])) {
			k++
		}
		if k-size > 4 {
			break
		}
		place, size = place+s[size:k], k
	}
	return place, size
}

// isOwnNumber reports whether the number that ends a series' name belongs to the name:
// a year ("Stations 1999"), or one behind a word that is numbered ("Area 51").
func isOwnNumber(head, last string) bool {
	const most = 50 // no place in a row is given as bare as this
	if n := wording.DigitsBefore(last); char.IsYear(last) || n.Value >= most {
		return true
	}
	if strings.HasSuffix(head, "'s") || strings.HasSuffix(head, "’s") { // "Blake's 7"
		return true
	}
	switch strings.ToLower(head[strings.LastIndexByte(head, ' ')+1:]) {
	case "area", "babylon", "room", "route", "highway", "apollo", "sector", "district", "platform", "flight", "unit", "ward", "studio", "station", "deck", "level", "channel", "catch", "warehouse", "agent", "project", "experiment", "subject", "zone", "section":
		return strings.IndexByte(head, ' ') < 0
	}
	return false
}

// PlaceLabels are labels of a story's place in its series.
var PlaceLabels = map[string]bool{"book": true, "part": true, "volume": true, "vol": true, "number": true, "no": true, "nr": true, "number in series": true, "series number": true, "series index": true,
	"book number": true, "part number": true, "place in series": true, "position": true, "installment": true, "instalment": true, "episode": true, "story": true, "entry": true, "series part": true,
	"band": true, "teil": true, "nummer": true, "tome": true, "numéro": true, "partie": true, "tomo": true, "libro": true, "número": true, "parte": true, "volumen": true, "deel": true, "del": true, "bok": true,
	"том": true, "книга": true, "часть": true, "номер": true}

// WithoutPlaceWord takes ", Book", " #", ": part" off the end of a series' name.
func WithoutPlaceWord(s string) string {
	for _, w := range [...]string{"book", "part", "story", "volume", "vol.", "no.", "number", "#", "episode", "pt.", "chapter", "vol",
		"band", "bd.", "teil", "nr.", "tome", "livre", "partie", "tomo", "libro", "livro", "parte", "deel", "boek", "del", "bok", "книга", "том", "часть", "tom", "część", "kniha", "díl", "kötet", "cilt", "kitap"} {
		if n := len(s) - len(w); n > 0 && strings.EqualFold(s[n:], w) && strings.IndexByte(" ,:-#(", s[n-1]) >= 0 {
			return strings.TrimRight(s[:n], " ,:-(")
		}
	}
	return s
}

// withoutTotal takes off what says how many stories there are: " of 7", "/7", where
// a number stands before it.
func withoutTotal(s string) string {
	for _, joint := range [...]string{" of ", "/"} {
		at := strings.LastIndex(s, joint)
		if at < 0 || AnyNumeral(s[at+len(joint):]) == 0 || strings.ContainsRune(s[at+len(joint):], ' ') {
			continue
		}
		if head := s[:at]; AnyNumeral(head[strings.LastIndexByte(head, ' ')+1:]) > 0 {
			return head
		}
	}
	return s
}

// seriesName takes quotes, an article before "... series" and that word off a name.
func seriesName(s string) string {
	if strings.HasPrefix(s, `"`) { // what stands behind the quoted name only tells more
		if end := strings.IndexByte(s[1:], '"'); end > 0 {
			s = s[1 : 1+end]
		}
	}
	s = strings.Trim(undressed(strings.Trim(s, " ,:-")), " ,:-")
	for _, end := range [...]string{" series", " universe", " cycle of stories"} {
		if n := len(s) - len(end); n > 0 && strings.EqualFold(s[n:], end) {
			s = s[:n]
			if char.HasFoldPrefix(s, "the ") && end == " series" {
				s = s[4:]
			}
		}
	}
	return undressed(s)
}

// AnyNumeral is the first number among the words of s; 0 when there is none.
func AnyNumeral(s string) int {
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == '#' || c == '.' || c == ',' }) {
		n := wording.ReadNumeral(w)
		if n.Kind == wording.NoNumeral {
			if n = wording.ReadNumberWords(w); n.Kind == wording.NoNumeral {
				n = digitsWithEnding(w)
			}
		}
		if n.Kind != wording.NoNumeral && n.Size == len(w) {
			return n.Value
		}
	}
	return 0
}

// digitsWithEnding reads "3rd", "2nd".
func digitsWithEnding(s string) wording.Numeral {
	n := wording.DigitsBefore(s)
	if n.Kind == wording.NoNumeral {
		return n
	}
	for _, end := range [...]string{"st", "nd", "rd", "th"} {
		if char.HasFoldPrefix(s[n.Size:], end) {
			n.Size += len(end)
			return n
		}
	}
	return wording.Numeral{}
}

// Number is the number as it is written in a book's metadata: 2, 0.5.
func Number(n int) string {
	if n == 0 {
		return "0"
	}
	var b [8]byte
	i := len(b)
	for ; n > 0 && i > 0; n /= 10 {
		i--
		b[i] = byte('0' + n%10)
	}
	return string(b[i:])
}
