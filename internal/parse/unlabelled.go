package parse

import "strings"

// unlabelled is the canonical name of what a line says without a label: "Rated
// PG-13", "Sequel to The Lamp", "For Bea", "Beta'd by Cy", "1,900 words", a date, an address;
// "" when it says none of these.
func unlabelled(s string) string {
	if len(s) > 100 {
		return ""
	}
	if name, ok := isAddressLine(s); ok {
		return name
	}
	if isDateLine(withoutClock(s)) {
		return "date"
	}
	t := strings.TrimLeft(s, "*_~([- ")
	if number, word, ok := strings.Cut(strings.TrimRight(t, ".)]"), " "); ok && strings.EqualFold(word, "words") && number != "" && strings.Trim(number, "0123456789,.") == "" {
		return "words"
	}
	for _, lead := range [...]string{"rated ", "rating "} {
		if hasFoldPrefix(t, lead) {
			word, _, _ := strings.Cut(t[len(lead):], " ")
			switch strings.ToUpper(strings.Trim(word, ".,;:()[]*_!")) {
			case "G", "PG", "PG-13", "PG13", "PG-15", "R", "NC-17", "NC17", "NC-21", "X", "K", "K+", "T", "M", "MA", "FRC", "FRT", "FRM", "FRAO", "GENERAL", "TEEN", "MATURE", "EXPLICIT", "ADULT":
				return "rating"
			}
		}
	}
	for _, lead := range [...]string{"sequel to ", "a sequel to ", "prequel to ", "a prequel to ", "part of the "} {
		if hasFoldPrefix(t, lead) && !isSentence(s) {
			return "series"
		}
	}
	if hasFoldPrefix(t, "part ") || hasFoldPrefix(t, "book ") {
		if name, index := seriesOf("", t); index != "" && name != "" && strings.Contains(t, " of ") && !strings.ContainsAny(name, "0123456789") && !isSentence(s) {
			return "series"
		}
	}
	for _, lead := range [...]string{"for ", "dedicated to "} {
		if hasFoldPrefix(t, lead) && !firstIsLower(t) && namesLike(t[len(lead):]) && !firstIsLower(t[len(lead):]) && !strings.HasSuffix(t, ".") && strings.Count(t, " ") < 7 {
			return "dedication"
		}
	}
	for _, lead := range [...]string{"beta'd by ", "betaed by ", "beta by ", "beta read by ", "beta-read by ", "betaread by "} {
		if hasFoldPrefix(t, lead) {
			return "beta"
		}
	}
	return ""
}

// withoutClock takes the time of day off the end of a date: "Nov 21, 2008 20:14".
func withoutClock(s string) string {
	i := strings.LastIndexByte(s, ' ')
	if i < 6 || len(s)-i > 9 || strings.IndexByte(s[i:], ':') < 0 || strings.Trim(s[i:], " 0123456789:") != "" {
		return s
	}
	return strings.TrimRight(s[:i], " ,")
}
