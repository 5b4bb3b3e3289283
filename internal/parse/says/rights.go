package says

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// IsRights reports whether a line claims a copyright.
func IsRights(s string) bool {
	t := strings.TrimLeft(s, "*_~[(- ")
	return len(s) < 200 && (char.HasFoldPrefix(t, "copyright") && claims(t[len("copyright"):]) || strings.HasPrefix(t, "©") || char.HasFoldPrefix(strings.TrimLeft(s, " "), "(c)") || char.HasFoldPrefix(t, "all rights reserved"))
}

// claims reports whether what stands behind "copyright" goes on with a claim, and not
// with a sentence that somebody tells: "Copyright was the last thing on her mind."
func claims(rest string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	if word == "" || !FirstIsLower(word) || strings.ContainsAny(rest, "0123456789©") || !IsSentence(rest) {
		return true
	}
	switch strings.Trim(word, ".,:;") {
	case "by", "of", "is", "held", "belongs", "remains", "and", "reserved", "notice", "in", "for", "to", "owned":
		return true
	}
	return false
}

// Permits reports whether a line, right below a copyright, says what may be done
// with the story: "May be passed on freely", "Permission is given to ...".
func Permits(s string) bool {
	for _, lead := range [...]string{"may be ", "may not be ", "permission ", "please do not ", "do not ", "not to be ", "no part of ", "feel free ", "you may ", "this story may ", "this work may ", "this file may ", "reproduction ", "free to ", "freely "} {
		if char.HasFoldPrefix(s, lead) {
			return true
		}
	}
	return Licensed(s)
}

// Licensed reports whether a line says under which licence a story may be passed on: "This
// work is licensed under CC BY-SA 4.0".
func Licensed(s string) bool {
	if len(s) > 200 {
		return false
	}
	low := strings.ToLower(s)
	if !strings.Contains(low, "lic") && !strings.Contains(low, "liz") && !strings.Contains(low, "cc") && !strings.Contains(low, "commons") && !strings.Contains(low, "attribution") && !strings.Contains(low, "domain") && !strings.Contains(low, "released") && !strings.Contains(low, "лиц") {
		return false // as most lines say nothing of it
	}
	low = strings.ReplaceAll(low, "-", " ")
	for _, w := range lexicon.ImprintWords().Grants {
		if strings.Contains(low, w) {
			return !HasSpeech(s)
		}
	}
	return false
}

// Awarded reports whether a line says what a story won, or that it was written for a
// contest, and nothing else: "SECOND PRIZE", "Honourable Mention, Young Writers 2008".
func Awarded(s string) bool {
	const most = 70 // bytes
	if len(s) > most || IsSentence(s) {
		return false
	}
	low := lexicon.Fold(strings.Trim(s, "*_~=()[]<>:.!- "))
	if i := strings.LastIndexByte(low, ' '); i > 0 && char.IsYear(low[i+1:]) {
		low = strings.TrimRight(low[:i], " ,")
	}
	for _, w := range lexicon.ImprintWords().Awards {
		if rest, ok := strings.CutPrefix(low, w); ok && (rest == "" || strings.ContainsAny(rest[:1], " ,:.-–—(")) {
			return true
		} else if rest, ok := strings.CutSuffix(low, w); ok && rest[len(rest)-1] == ' ' {
			return true
		}
	}
	number, ok := strings.CutPrefix(low, "entry ")
	return ok && strings.Trim(strings.TrimPrefix(strings.TrimPrefix(number, "no. "), "number "), "#0123456789 ") == ""
}

// RightsHolder is who a copyright line names: "(c) 1999 Annie", "Copyright 1999
// by Annie, all rights reserved."
func RightsHolder(s string) string {
	t := strings.TrimLeft(s, "*_~[ ")
	for {
		before := t
		for _, lead := range [...]string{"copyright", "©", "(c)", "by"} {
			if char.HasFoldPrefix(t, lead) && (len(t) == len(lead) || !wording.IsASCIILetter(t[len(lead)])) {
				t = t[len(lead):]
			}
		}
		t = strings.TrimLeft(t, " ,:0123456789-–/")
		if t == before {
			break
		}
	}
	for _, end := range [...]string{". All", ", all", ". all", ", All", " all rights", ". No "} {
		if i := strings.Index(t, end); i >= 0 {
			t = t[:i]
		}
	}
	if i := strings.Index(t, ". "); i > 0 && i-strings.LastIndexByte(t[:i], ' ') > 4 { // a sentence ends; "J. R." does not
		t = t[:i]
	}
	if !NamesLike(t) || IsSentence(t) {
		return ""
	}
	return t
}

// PlaceHouseYear reports whether a line is an imprint as libraries write it: "Leeds: Hay &
// Co., 1988".
func PlaceHouseYear(s string) bool {
	place, house, ok := strings.Cut(s, ": ")
	return ok && !FirstIsLower(s) && strings.Count(place, " ") < 2 && len(house) > 5 && endsInYear(house) && !IsSentence(house)
}

// endsInYear reports whether a text ends in a comma and a year.
func endsInYear(s string) bool {
	s = strings.TrimRight(s, ". ")
	i := strings.LastIndex(s, ", ")
	return i > 0 && char.IsYear(s[i+2:])
}

// IsImprint reports whether a line of a title page names a publisher, a place, a
// printer or an edition.
func IsImprint(s string) bool {
	if len(s) > 80 {
		return false
	}
	if PlaceHouseYear(s) {
		return true
	}
	low := strings.ToLower(s)
	words := lexicon.ImprintWords()
	for _, w := range words.Within {
		if strings.Contains(low, w) {
			return true
		}
	}
	if strings.Count(low, " ") < 3 {
		bare := strings.Trim(low, "_.()[] ")
		for _, w := range words.Last {
			if before, ok := strings.CutSuffix(bare, w); ok && strings.HasSuffix(before, " ") {
				return true
			}
		}
	}
	return words.Towns[low]
}

// ClaimsRights reports whether a line is a claim of copyright and no sentence that
// begins with the word: it has a year, or the claim's usual words.
func ClaimsRights(s string) bool {
	return IsRights(s) && (HasYear(s) || char.ContainsFold(s, "rights reserved") || char.ContainsFold(s, "copyright by") || strings.Contains(s, "©")) && len(s) < 160
}
