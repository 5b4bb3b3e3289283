package parse

import "strings"

// seriesOf reads a series field: "Lamp 3", "Lamp #3", "Part 3 of Lamp", "Lamp,
// Book 2", "First in the Lamp series", "Lamp (second story)". A sequel's field
// names another story, not a series: then the name is "".
func seriesOf(label, value string) (name, index string) {
	s := strings.TrimRight(folded(value), ". ")
	low := strings.ToLower(s)
	key := labelKey(label)
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
		if !hasFoldPrefix(s, word) {
			continue
		}
		rest := s[len(word):]
		n := readNumeral(rest)
		if n.kind == noNumeral {
			if n = readNumberWords(rest); n.kind == noNumeral {
				n = digitsWithEnding(rest)
			}
		}
		if n.kind == noNumeral {
			continue
		}
		tail := strings.TrimLeft(rest[n.size:], " ")
		for _, filler := range [...]string{"story ", "part ", "book ", "installment ", "one ", "fic "} {
			if hasFoldPrefix(tail, filler) {
				tail = tail[len(filler):]
			}
		}
		for _, joint := range [...]string{"of the ", "in the ", "of my ", "in my ", "of ", "in "} {
			if hasFoldPrefix(tail, joint) && !strings.HasPrefix(tail[strings.IndexByte(tail, ' ')+1:], "The ") || strings.HasPrefix(tail, joint) {
				return seriesName(tail[len(joint):]), number(n.value)
			}
		}
	}
	// "Lamp (second story)", "Lamp (#2)"
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		if n := anyNumeral(s[open+1 : len(s)-1]); n > 0 {
			return seriesName(s[:open]), number(n)
		}
	}
	// "Lamp 3", "Lamp #3", "Lamp, Book 2", "Lamp: part two", "Lamp 2.5", "Lamp, part 2 of 7"
	s = withoutTotal(s)
	if cut := strings.LastIndexByte(s, ' '); cut > 0 {
		last := strings.Trim(s[cut+1:], "#.()[]")
		head := strings.TrimRight(s[:cut], " ")
		whole, frac, point := strings.Cut(last, ".")
		if isDigits(whole) && (!point || isDigits(frac)) && len(last) < 6 {
			return seriesName(withoutPlaceWord(head)), strings.TrimLeft(last, "0")
		}
		if h := withoutPlaceWord(head); h != head {
			if n := anyNumeral(last); n > 0 {
				return seriesName(h), number(n)
			}
		}
	}
	return seriesName(s), ""
}

// withoutPlaceWord takes ", Book", " #", ": part" off the end of a series' name.
func withoutPlaceWord(s string) string {
	for _, w := range [...]string{"book", "part", "story", "volume", "vol.", "no.", "number", "#", "episode", "pt.", "chapter"} {
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
		if at < 0 || anyNumeral(s[at+len(joint):]) == 0 || strings.ContainsRune(s[at+len(joint):], ' ') {
			continue
		}
		if head := s[:at]; anyNumeral(head[strings.LastIndexByte(head, ' ')+1:]) > 0 {
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
			if hasFoldPrefix(s, "the ") && end == " series" {
				s = s[4:]
			}
		}
	}
	return undressed(s)
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// anyNumeral is the first number among the words of s; 0 when there is none.
func anyNumeral(s string) int {
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == '#' || c == '.' || c == ',' }) {
		n := readNumeral(w)
		if n.kind == noNumeral {
			if n = readNumberWords(w); n.kind == noNumeral {
				n = digitsWithEnding(w)
			}
		}
		if n.kind != noNumeral && n.size == len(w) {
			return n.value
		}
	}
	return 0
}

// digitsWithEnding reads "3rd", "2nd".
func digitsWithEnding(s string) numeral {
	n := digitsBefore(s)
	if n.kind == noNumeral {
		return n
	}
	for _, end := range [...]string{"st", "nd", "rd", "th"} {
		if hasFoldPrefix(s[n.size:], end) {
			n.size += len(end)
			return n
		}
	}
	return numeral{}
}

func number(n int) string {
	var b [8]byte
	i := len(b)
	for ; n > 0 && i > 0; n /= 10 {
		i--
		b[i] = byte('0' + n%10)
	}
	return string(b[i:])
}
