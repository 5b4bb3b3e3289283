package says

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// A byline is a line that names who wrote the story.
type byline struct {
	Names string // the names as written, without the words before them
	start int    // where they begin in the line
	Alone bool   // "by" alone: the name stands on the next line that is not blank
}

// BylineOf reads a line as a byline: "by Annie", "By: Annie", "Written by Annie",
// "A Harbour Lights story by Annie", "by" alone. Whether it stands where a byline
// stands is for the caller to see.
func BylineOf(s string) (byline, bool) {
	if len(s) > 160 {
		return byline{}, false
	}
	open, end := wording.Undecorate(s)
	if open >= end {
		return byline{}, false
	}
	if s[len(s)-1] == '.' && end < len(s) && s[end] == '.' { // an initial or "Jr." keeps its full stop
		end = len(strings.TrimRight(s, "*_~= "))
	}
	if strings.HasSuffix(s, ">") || strings.HasSuffix(s, ")") {
		end = len(s)
	}
	t := s[open:end]
	if at := postedBy(t); at > 0 {
		return byline{Names: t[at:], start: open + at}, true
	}
	for _, lead := range lexicon.BylineWords().Opens {
		if !char.HasFoldPrefix(t, lead) {
			continue
		}
		at := len(lead)
		for at < len(t) && strings.IndexByte(" \t:_*~.-", t[at]) >= 0 {
			at++
		}
		if at == len(t) {
			return byline{start: open + at, Alone: true}, true
		}
		if name, ok := strings.CutSuffix(t[at:], "©"); ok && lead == "by" && at == len(lead) && NamesLike(name) { // "bytallow©"
			return byline{Names: name, start: open + at}, true
		}
		if at == len(lead) { // "bygone", "bye"
			continue
		}
		if lead == "posted by" {
			t = t[:at+undated(t[at:])]
			if name, ok := strings.CutPrefix(t[at:], "u/"); ok { // as a board of links and talk names its users
				at = len(t) - len(name)
			}
		}
		if char.HasFoldPrefix(t[at:], "the late ") && BareName(t[at+len("the late "):]) {
			at += len("the late ")
		}
		if (NamesLike(t[at:]) || namesAndHelpers(t[at:])) && !char.HasFoldPrefix(t[at:], "the author of") && !char.HasFoldPrefix(t[at:], "the same ") { // who hides behind other books
			return byline{Names: t[at:], start: open + at}, true
		}
		return byline{}, false
	}
	if start, end, ok := datedByline(t); ok {
		return byline{Names: t[start:end], start: open + start}, true
	}
	for _, lead := range lexicon.BylineWords().Alone {
		if t[0] < utf8.RuneSelf && t[0]|0x20 != lead[0]|0x20 {
			continue // most do not even begin alike
		}
		if foldedPrefix(t, lead) == len(t) {
			return byline{start: end, Alone: true}, true
		}
	}
	if at, alone, ok := foreignByline(t); ok {
		if alone {
			return byline{start: end, Alone: true}, true
		}
		return byline{Names: t[at:], start: open + at}, true
	}
	if name, ok := strings.CutSuffix(t, "©"); ok && len(name) > 3 && name[:2] == "by" && name[2] >= 'A' && name[2] <= 'Z' && strings.IndexByte(name, ' ') < 0 { // as a site glues them
		return byline{Names: name[2:], start: open + 2}, true
	}
	if name := bylineBehind(t); name != "" {
		return byline{Names: name, start: open + strings.Index(t, name)}, true
	}
	// "A Highlander story by Tasha", "An original tale by Annie".
	if c := t[0] | 0x20; c == 'a' || c == 't' {
		if kind, ok := strings.CutSuffix(t, " by"); (ok || strings.HasSuffix(t, " BY")) && (NamesStory(t[:len(t)-len(" by")]) || char.HasFoldPrefix(t, "a book of ")) && strings.Count(kind, " ") < 6 { // "A Novel of the Sea by", above the name
			return byline{start: open + len(t), Alone: true}, true
		}
		if i := strings.LastIndex(t, " by "); i > 0 && (HasStoryWord(t[:i]) || kindIn(t[:i])) && (char.HasFoldPrefix(t, "a ") || char.HasFoldPrefix(t, "an ") || char.HasFoldPrefix(t, "the ")) && NamesLike(t[i+4:]) && !TitleKindBy(t) {
			return byline{Names: t[i+4:], start: open + i + 4}, true
		}
	}
	// "The following story is by Annie", "This tale was written by Annie".
	for _, lead := range [...]string{"the following ", "this ", "the story below ", "the tale below ", "the story that follows ", "what follows "} {
		if i := strings.LastIndex(t, " by "); i > 0 && char.HasFoldPrefix(t, lead) && (NamesStory(t[:i]) || lead == "what follows " || strings.EqualFold(t[:i], "the following is copyrighted") || strings.EqualFold(t[:i], "the following is copyright")) {
			names := upToVerb(t[i+4:])
			if stop := strings.Index(names, ". "); stop > 2 && names[stop-2] != ' ' { // another sentence begins
				names = names[:stop]
			}
			if NamesLike(names) && !FirstIsLower(names) {
				return byline{Names: names, start: open + i + 4}, true
			}
		}
	}
	return byline{}, false
}

// ByNobody reports whether a line begins as a byline does and names nobody: "Written by hand".
func ByNobody(s string) bool {
	for _, lead := range lexicon.BylineWords().Opens {
		if rest := s[min(len(s), len(lead)):]; char.HasFoldPrefix(s, lead) && strings.HasPrefix(rest, " ") {
			first, _, _ := strings.Cut(rest[1:], " ")
			return NotNames[strings.ToLower(strings.Trim(first, ".,;:!?"))]
		}
	}
	return false
}

// TitleKindBy reports whether a line is a title, the kind of writing that it is, and who wrote
// it: "The Lamp, a story by Annie."
func TitleKindBy(s string) bool {
	title, names, by := strings.Cut(s, " by ")
	_, kind, ok := cutKind(title)
	return ok && by && (char.HasFoldPrefix(kind, "a ") || char.HasFoldPrefix(kind, "an ")) && strings.IndexByte(kind, ',') < 0 && strings.Count(kind, " ") < 6 && HasStoryWord(kind) && NamesLike(names)
}

// kindIn reports whether a phrase is a kind of writing and what it comes in: "A play in one act".
func kindIn(s string) bool {
	kind, in, ok := strings.Cut(s, " in ")
	return ok && strings.Count(kind, " ") < 4 && HasStoryWord(kind) && strings.Count(in, " ") < 4
}

// upToVerb is what of a text stands before the sentence goes on behind a name: "Annie Lee and
// first appeared on", "Annie for Bea".
func upToVerb(s string) string {
	at := 0
	for w := range strings.FieldsSeq(s) {
		start := at + strings.Index(s[at:], w)
		if FirstIsLower(w) && start > 0 && !isParticle(w) && w != "and" && w != "with" && w != "of" && w != "the" {
			s = strings.TrimRight(s[:start], " ,")
			for _, joint := range [...]string{" and", " with"} {
				s = strings.TrimSuffix(s, joint)
			}
			return strings.TrimRight(s, " ,")
		}
		at = start + len(w)
	}
	return s
}

// namesAndHelpers reports whether names stand in a text, and behind them those who helped,
// or a day and an address: "Una Moss, translated by Bea Lake", "Una Moss on 3/4/2001".
func namesAndHelpers(s string) bool {
	names, helpers := withoutHelpers(s)
	bare := withoutWhen(withoutAddresses(names))
	return (len(helpers) > 0 || bare != names) && NamesLike(bare) && !FirstIsLower(bare)
}

// undated is where a name ends that boards print with the day of posting: "Annie on
// 11/03/04, 10:42 pm".
func undated(s string) int {
	for _, joint := range [...]string{" on ", " at "} {
		if i := strings.LastIndex(s, joint); i > 0 && strings.ContainsAny(s[i:], "0123456789") {
			return i
		}
	}
	if t, ok := strings.CutSuffix(s, " ago"); ok { // "Annie 3 years ago"
		if i := strings.LastIndexByte(t, ' '); i > 0 {
			if i = strings.LastIndexByte(t[:i], ' '); i > 0 && strings.Trim(t[i+1:strings.LastIndexByte(t, ' ')], "0123456789") == "" {
				return i
			}
		}
	}
	return len(s)
}

// HasStoryWord reports whether a phrase ends in a word for a piece of writing.
func HasStoryWord(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	switch strings.ToLower(strings.Trim(last, "\"'“”‘’()*_")) {
	case "story", "fic", "fanfic", "fanfiction", "fiction", "tale", "novel", "novella", "novelette", "vignette", "ficlet", "drabble", "crossover", "xover", "poem", "parody", "series", "missive", "play", "mst", "songfic", "oneshot", "one-shot", "poems", "stories", "tales", "verses", "sketches", "adventure", "romance", "mystery", "comedy", "screenplay", "script", "teleplay", "poetry", "ballad", "fable", "memoir", "essay":
		return true
	}
	return false
}

// postedBy is where the name begins in "Posted on March 4, 2011 by Annie"; 0 in other lines.
func postedBy(s string) int {
	const lead = "posted on "
	if !char.HasFoldPrefix(s, lead) {
		return 0
	}
	day, name, ok := strings.Cut(s[len(lead):], " by ")
	if !ok || !IsDateLine(day) || !NamesLike(name) {
		return 0
	}
	return len(s) - len(name)
}

// TitleByAuthor splits "The Lamp by Annie", "THE LAMP, by Annie" at its last
// "by"; ok is false when either side is not what it should be.
func TitleByAuthor(s string) (title, names string, at int, ok bool) {
	if len(s) > 160 || postedBy(s) > 0 {
		return "", "", 0, false
	}
	if end := strings.Index(s, "》"); end > 0 && strings.HasPrefix(s, "《") { // "《三国演义》罗贯中"
		at = end + len("》")
		names = strings.TrimLeft(s[at:], " ：:")
		return s[:at], names, at, BareName(strings.TrimPrefix(strings.TrimPrefix(names, "作者"), "："))
	}
	if i := char.IndexFold(s, "by "); i > 1 && s[i-2] == ' ' { // "The Lamp (by Annie)", "The Lamp <by Annie>"
		if open := strings.IndexByte("([{<", s[i-1]); open >= 0 && s[len(s)-1] == ")]}>"[open] {
			title, names = s[:i-2], s[i+len("by "):len(s)-1]
			return title, names, i, NamesLike(names)
		}
	}
	for i := len(s) - 4; i > 0; i-- {
		if s[i] != ' ' || !char.HasFoldPrefix(s[i+1:], "by ") && !char.HasFoldPrefix(s[i+1:], "by: ") {
			continue
		}
		title, names = strings.TrimRight(s[:i], " \t,;-–—~"), strings.TrimLeft(s[i+4:], " ")
		at = i + 1
		if before, deed, ok := cutWritten(title); ok { // "The Lamp, written by Annie"
			title, at = before, deed
		}
		if name, kind, ok := cutKind(title); ok && (char.HasFoldPrefix(kind, "a ") || char.HasFoldPrefix(kind, "an ")) && HasStoryWord(kind) && strings.Count(kind, " ") < 5 { // "The Lamp, a story by Annie."
			title, names, at = name, strings.TrimSuffix(names, "."), len(title)-len(kind)
		}
		names = withoutFacts(names)
		if stop := strings.Index(names, ". "); stop > 3 && names[stop-2] != ' ' && strings.ContainsAny(names[stop:], "0123456789") { // "... by Annie. Begun 12/97, finished 3/98."
			names = names[:stop]
		}
		if title == "" || creditsHelper(title) || !NamesLike(names) || ByNobody(title+" by me") || NotNames[strings.ToLower(strings.Trim(names, "=~*_- "))] { // "In by Four"
			return "", "", 0, false
		}
		return title, names, at, true
	}
	return "", "", 0, false
}

// TitleByRights splits "The Lamp        (c) 1994 Annie Lee": a title, a gap, and who claims
// it. at is the byte where the claim begins; 0 when s is none.
func TitleByRights(s string) (at int) {
	if i := strings.Index(s, "   "); i > 0 && (s[0] < '0' || s[0] > '9') {
		at = i + len(s[i:]) - len(strings.TrimLeft(s[i:], " "))
		if ClaimsRights(s[at:]) && RightsHolder(s[at:]) != "" {
			return at
		}
	}
	for _, mark := range [...]string{" (c) ", " (C) ", " © "} {
		if i := strings.Index(s, mark); i > 2 && (book.Shouts(s[:i]) || TitleLike(s[:i])) && !IsRights(s) && RightsHolder(s[i+1:]) != "" {
			return i + 1
		}
	}
	return 0
}

// TitleDashName splits "THE LAMP -- Annie Lee": a title in capitals, a dash, and a bare
// name that is not in capitals; or "The Long Lamp / A. Lee", with initials. at is the
// byte where the name begins; 0 when s is none.
func TitleDashName(s string) (at int) {
	for _, dash := range [...]string{" -- ", " - ", " – ", " — ", " / ", " | ", " ~ ", ", "} {
		title, name, ok := strings.Cut(s, dash)
		if kind, whom, three := strings.Cut(name, dash); three && HasStoryWord(kind) && strings.Count(kind, " ") < 4 && BareName(whom) && dash != ", " { // "The Lamp -- a fable -- Annie Lee"
			return len(s) - len(whom)
		}
		if dash == ", " && !(ok && book.Shouts(title) && strings.IndexByte(title, ' ') > 0 && !book.Shouts(name)) {
			continue
		}
		if whom, year, dated := strings.Cut(name, dash); dated && char.IsYear(year) { // "The Lamp / Annie Lee / 1912"
			name, s = whom, title+dash+whom
		}
		if ok && (book.Shouts(title) && !book.Shouts(name) || FullName(name) && TitleLike(title) && !BareName(title) || IsPersons(name) && TitleLike(title) && !IsPersons(title)) && BareName(name) && !HasStoryWord(name) && !namesFile(name) && strings.Count(s, dash) == 1 {
			return len(title) + len(dash)
		}
	}
	return 0
}

// creditsHelper reports whether the words before "by" credit somebody who is not
// the author, and so are no title: "Translated", "Translated from the French".
func creditsHelper(s string) bool {
	s = strings.TrimLeft(s, "*_([~ ")
	for _, deed := range [...]string{"translated", "illustrated", "edited", "transcribed", "produced", "prepared", "scanned", "proofread", "converted"} {
		if char.HasFoldPrefix(s, deed) {
			rest := s[len(deed):]
			return rest == "" || char.HasFoldPrefix(rest, " from ") || char.HasFoldPrefix(rest, " and ") || char.HasFoldPrefix(rest, " into ")
		}
	}
	return false
}

// helpersBefore are the words before a name that is not the author's, where it stands in
// the next line.
var helpersBefore = []string{"edited by", "translated by", "illustrated by", "introduction by", "with an introduction by", "with illustrations by", "illustrations by", "collected by", "selected by", "compiled by", "published by", "printed by",
	"herausgegeben von", "übersetzt von", "illustriert von", "deutsch von", "traduit par", "traduction de", "illustré par", "publié par", "traducido por", "traducción de", "ilustrado por", "publicado por", "tradotto da", "traduzione di", "vertaald door", "översatt av", "översättning av", "oversat af", "suomentanut", "fordította", "przełożył", "przełożyła", "перевод"}

// CreditsAlone reports whether a line announces somebody who is not the author and names
// nobody: "EDITED BY", "Translated from the French by", "PUBLISHED IN NEW YORK BY".
func CreditsAlone(s string) bool {
	t := strings.ToLower(strings.Trim(s, "*_~()[]=: "))
	if t == "" {
		return false
	}
	for _, w := range helpersBefore {
		if t == w {
			return true
		}
		if len(t) >= 60 || t[0] != w[0] {
			continue // most do not even begin alike
		}
		deed, by, _ := strings.Cut(w, " ")
		if by != "" && strings.HasSuffix(deed, "ed") && strings.HasPrefix(t, deed+" ") && strings.HasSuffix(t, " "+by) {
			return true
		}
	}
	return false
}

// HelperAt is the byte at which the names begin in a line that credits somebody who is
// not the author: "Translated from the German by Ida Fell", "With Illustrations by
// Mabel Hay"; 0 when the line credits nobody.
func HelperAt(s string) int {
	if len(s) > 100 {
		return 0
	}
	at := char.IndexFold(s, " by ")
	if at < 0 { // other languages
		lead := len(s) - len(strings.TrimLeft(s, "*_([~ "))
		if _, size := deedAt(strings.ToLower(s[lead:])); size > 0 && NamesLike(strings.TrimRight(s[lead+size:], "*_)]~ .")) && !FirstIsLower(s[lead+size:]) {
			return lead + size
		}
		return 0
	}
	deed := strings.TrimLeft(s[:at], "*_([~ ")
	switch strings.ToLower(deed) {
	case "with illustrations", "illustrations", "with drawings", "drawings", "pictures", "with pictures", "cover", "cover art", "translation", "english translation":
	default:
		if !creditsHelper(deed) {
			return 0
		}
	}
	if names := s[at+4:]; !NamesLike(strings.TrimRight(names, "*_)]~ .")) || FirstIsLower(names) {
		return 0
	}
	return at + 4
}
