package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// Unlabelled is the canonical name of what a line says without a label: "Rated
// PG-13", "Sequel to The Lamp", "For Bea", "Beta'd by Cy", "1,900 words", a date, an address;
// "" when it says none of these.
func Unlabelled(s string) string {
	if len(s) > 100 {
		return ""
	}
	if name, ok := IsAddressLine(s); ok {
		return name
	}
	if IsDateLine(withoutClock(s)) {
		return "date"
	}
	t := strings.TrimLeft(s, "*_~([- ")
	if CountsWords(s) {
		return "words"
	}
	if hashtags(s) {
		return "keywords"
	}
	if SaysRating(t) {
		return "rating"
	}
	if IsCounters(t) {
		return "other"
	}
	if IsPairing(s) {
		return "pairing"
	}
	for _, lead := range [...]string{"ongoing, first published ", "complete, first published "} {
		if char.HasFoldPrefix(t, lead) && IsDateLine(t[len(lead):]) {
			return "date"
		}
	}
	if WhenMade(t) != t {
		return "date"
	}
	for _, lead := range [...]string{"posted ", "published ", "written ", "updated ", "first posted ", "last updated "} {
		if when, _, ok := strings.Cut(t, ", "); ok && char.HasFoldPrefix(t, lead) && IsDateLine(when[min(len(when), len(lead)):]) && hasDateWord(t[len(when):]) { // "Written May 1994, revised June 1995"
			return "other"
		}
	}
	for _, lead := range [...]string{"no archive warnings apply", "creator chose not to use archive warnings", "author chose not to use archive warnings"} {
		if char.HasFoldPrefix(t, lead) {
			return "warnings"
		}
	}
	for _, lead := range [...]string{"sequel to ", "a sequel to ", "prequel to ", "a prequel to ", "part of the "} {
		if char.HasFoldPrefix(t, lead) && !IsSentence(s) {
			return "series"
		}
	}
	if char.HasFoldPrefix(t, "part ") || char.HasFoldPrefix(t, "book ") {
		if wording.FormOf(t).Of != 0 { // "Part One of Three"
			return "subtitle"
		}
		if name, index := SeriesOf("", t); index != "" && name != "" && strings.Contains(t, " of ") && !strings.ContainsAny(name, "0123456789") && !IsSentence(s) {
			return "series"
		}
	}
	for _, lead := range [...]string{"for ", "dedicated to "} {
		if char.HasFoldPrefix(t, lead) && !FirstIsLower(t) && NamesLike(t[len(lead):]) && !FirstIsLower(t[len(lead):]) && !strings.HasSuffix(t, ".") && strings.Count(t, " ") < 7 {
			return "dedication"
		}
	}
	for _, lead := range [...]string{"beta'd by ", "betaed by ", "beta by ", "beta read by ", "beta-read by ", "betaread by "} {
		if char.HasFoldPrefix(t, lead) {
			return "beta"
		}
	}
	return ""
}

// hashtags reports whether a line is two or more tags and nothing else: "#fiction #harbour".
func hashtags(s string) bool {
	tags := 0
	for w := range strings.FieldsSeq(s) {
		if c, _ := utf8.DecodeRuneInString(w[min(1, len(w)):]); w[0] != '#' || !unicode.IsLetter(c) {
			return false
		}
		tags++
	}
	return tags > 1
}

// postedWords are the words before a date with which a text may begin.
func postedWords(s string) []string {
	if s == "" {
		return nil
	}
	c := s[0]
	if c >= utf8.RuneSelf {
		first, _ := utf8.DecodeRuneInString(s)
		c = string(unicode.ToLower(first))[0]
	} else if c >= 'A' && c <= 'Z' {
		c |= 0x20
	}
	return lexicon.PostedWords()[c]
}

// WhenMade is the day on which a line says that the story was written or posted, where it says
// no more: "Posted May 3, 2001", "publié le 12 mars 2011". Another line is given back as it is.
func WhenMade(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	for _, lead := range postedWords(s) {
		if size := foldedPrefix(s, lead); size > 0 && size < len(s) {
			when := strings.TrimPrefix(strings.TrimLeft(s[size:], " :"), "on ")
			if IsDateLine(withoutClock(strings.TrimRight(when, " )]"))) {
				return when
			}
		}
	}
	return s
}

// hasDateWord reports whether a text says what else was done to a story on a day.
func hasDateWord(s string) bool {
	for _, w := range [...]string{"revised", "updated", "posted", "published", "finished", "edited", "rewritten", "corrected", "reposted"} {
		if char.ContainsFold(s, w) {
			return true
		}
	}
	return false
}

// EndsFold reports whether s ends in a suffix in small letters, case apart.
func EndsFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// ratingCodes are what ratings say, in capitals.
var ratingCodes = map[string]bool{"G": true, "PG": true, "PG-13": true, "PG13": true, "PG-14": true, "PG-15": true, "PG-16": true, "PG-18": true, "R": true, "NC-17": true, "NC17": true, "NC-18": true, "NC-21": true,
	"X": true, "K": true, "K+": true, "T": true, "M": true, "MA": true, "FRC": true, "FRT": true, "FRM": true, "FRAO": true, "GENERAL": true, "TEEN": true, "MATURE": true, "EXPLICIT": true, "ADULT": true}

// isRating reports whether a text begins with a rating: "PG-13", "PG - 14 for language", "K+".
func isRating(s string) bool {
	s = strings.TrimLeft(s, " *_([:=")
	if i := strings.Index(s, " - "); i > 0 && i < 4 && i+3 < len(s) && s[i+3] >= '0' && s[i+3] <= '9' {
		s = s[:i] + "-" + s[i+3:]
	}
	word, _, _ := strings.Cut(s, " ")
	return ratingCodes[strings.ToUpper(strings.Trim(word, ".,;:()[]*_!"))]
}

// SaysRating reports whether a line is a rating, with its word or alone: "Rated PG for
// language", "PG-13", "Teen And Up Audiences".
func SaysRating(s string) bool {
	t := strings.TrimLeft(s, "*_~([- ")
	for _, lead := range [...]string{"rated ", "rating "} {
		if char.HasFoldPrefix(t, lead) && isRating(t[len(lead):]) {
			return true
		}
	}
	t = strings.TrimRight(t, "*_~)]. ")
	return char.HasFoldPrefix(t, "teen and up audiences") || strings.EqualFold(t, "general audiences") || len(t) > 1 && len(t) < 6 && isRating(t) && strings.IndexAny(t, "-+") > 0
}

// IsCounters reports whether a line is what a site counts of a story: "1.2K reads  88
// votes", "Comments: 4 Kudos: 31", and nothing else.
func IsCounters(s string) bool {
	if len(s) > 100 {
		return false
	}
	numbers, counted, clicks, status := 0, 0, 0, 0
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return strings.ContainsRune(" \t:|,()•·-", c) }) {
		switch low := strings.ToLower(w); {
		case strings.Trim(low, "0123456789.k/?") == "":
			numbers++
		case clickWords[low]:
			counted++
			clicks++
		case counterWords[low]:
			counted++
		case low == "tsd." || low == "tsd" || low == "тыс." || low == "mil":
		case low == "ongoing" || low == "complete" || low == "completed" || low == "finished":
			status++
		default:
			return false
		}
	}
	return numbers > 1 && counted > 1 || numbers > 0 && (clicks > 0 || counted > 0 && status == 1)
}

// clickWords count nothing but what visitors do.
var clickWords = map[string]bool{"views": true, "hits": true, "kudos": true, "bookmarks": true, "favs": true, "favorites": true, "favourites": true, "ratings": true, "claps": true, "downloads": true, "gelesen": true, "aufrufe": true, "kommentare": true, "bewertungen": true,
	"vues": true, "commentaires": true, "lectures": true, "lecturas": true, "visitas": true, "comentarios": true, "letture": true, "visualizzazioni": true, "leituras": true, "visualizações": true, "weergaven": true, "odsłon": true, "wyświetleń": true, "просмотров": true, "комментариев": true, "оценок": true}

var counterWords = map[string]bool{"reads": true, "read": true, "views": true, "hits": true, "votes": true, "stars": true, "comments": true, "kudos": true, "bookmarks": true, "reviews": true, "favs": true, "follows": true, "likes": true,
	"favorites": true, "favourites": true, "parts": true, "words": true, "chapters": true, "replies": true, "downloads": true}

// IsPairing reports whether a line names who loves whom and says nothing else:
// "Ann/Bea", "Ann x Bea", "Ann Lee/Bea Moss".
func IsPairing(s string) bool {
	t := strings.Trim(s, "*_~[]() ")
	if i := strings.LastIndexAny(t, ",;("); i > 0 && isRating(t[i+1:]) { // "Ann/Bea, PG"
		t = strings.TrimSpace(t[:i])
	}
	if len(t) > 60 || len(t) < 5 {
		return false
	}
	for _, joint := range [...]string{"/", " x ", " X ", " × "} {
		a, b, ok := strings.Cut(t, joint)
		if ok {
			return lover(strings.TrimSpace(a)) && lover(strings.TrimSpace(b))
		}
	}
	return false
}

// genreWords stand on both sides of a slash as lovers do.
var genreWords = map[string]bool{"hurt": true, "comfort": true, "angst": true, "romance": true, "drama": true, "humor": true, "humour": true, "fluff": true, "action": true, "adventure": true, "friendship": true, "family": true, "general": true,
	"horror": true, "mystery": true, "fantasy": true, "tragedy": true, "supernatural": true, "suspense": true}

// lover reports whether one side of a pairing is a name of one to three words.
func lover(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 3 || genreWords[strings.ToLower(s)] {
		return false
	}
	for _, w := range words {
		w = strings.TrimRight(w, ".")
		if FirstIsLower(w) || len(w) > 1 && w == strings.ToUpper(w) || strings.ContainsAny(w, "0123456789,;:!?/\\\"()") || SmallWord(strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// withoutClock takes the time of day off the end of a date: "Nov 21, 2008 20:14".
func withoutClock(s string) string {
	if h := len(s) - 3; h > 0 && (strings.EqualFold(s[h:], " am") || strings.EqualFold(s[h:], " pm")) {
		s = s[:h]
	}
	i := strings.LastIndexByte(s, ' ')
	if i < 6 || len(s)-i > 9 || strings.IndexByte(s[i:], ':') < 0 || strings.Trim(s[i:], " 0123456789:") != "" {
		return s
	}
	return strings.TrimRight(s[:i], " ,")
}
