package wording

import "strings"

// CutPart takes the number of a part off the end of a title: "(1/3)", "[1/?]",
// " 1/3", " - Part 1 of 3", ", part 1/3", "(Part 2)", "(1 of 5)". Behind the number it may
// say in brackets that this part is the last: "(3/3) (end)".
func CutPart(s string) (rest string, part, of int, ok bool) {
	if i := lastPart(s); i > 0 {
		if rest, part, of, ok = CutPart(s[:i]); ok {
			return rest, part, of, true
		}
	}
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
		if n := len(rest) - len(w); n >= 0 && strings.EqualFold(rest[n:], w) && (n == 0 || !IsASCIILetter(rest[n-1])) {
			rest, word = rest[:n], true
			break
		}
	}
	if !word {
		rest, word = cutChapterWord(rest)
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

// cutChapterWord takes a language's word for a chapter off the end of a title, behind a
// comma, a colon or a dash: "Das Tor, Kapitel".
func cutChapterWord(s string) (rest string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 1 {
		return s, false
	}
	if w := HeadingList[FindHeadingWord(strings.TrimRight(s[i+1:], "."))]; w.Depth != ChapterDepth || w.Plain {
		return s, false
	}
	rest = strings.TrimRight(s[:i], " ")
	if cut := strings.TrimRight(rest, ",;:-–—~"); cut == rest || cut == "" {
		return s, false
	}
	return rest, true
}

// cutPartWord takes "Part One", "Part IV" off the end of a title.
func cutPartWord(s string) (rest string, part, of int, ok bool) {
	t := strings.TrimRight(s, " .)]")
	last := strings.LastIndexByte(t, ' ')
	if last < 0 {
		return s, 0, 0, false
	}
	n := ReadNumeral(t[last+1:])
	if n.Kind == NoNumeral {
		n = ReadNumberWords(t[last+1:])
	}
	rest = strings.TrimRight(t[:last], " ")
	cut := len(rest) - len("part")
	if n.Kind == NoNumeral || n.Size != len(t)-last-1 || cut < 1 || !strings.EqualFold(rest[cut:], "part") || IsASCIILetter(rest[cut-1]) {
		return s, 0, 0, false
	}
	return strings.TrimRight(rest[:cut], " ,;:-–—~([{"), n.Value, 0, true
}

// PartLine reads a line that is nothing but a part's number: "Part 1/3", "(2/4)", "1/?".
func PartLine(s string) (part, of int, ok bool) {
	open, end := Undecorate(s)
	if open >= end || len(s) > 40 {
		return 0, 0, false
	}
	t := s[open:end]
	rest, part, of, ok := CutPart("x " + t) // "x" stands for a title
	return part, of, ok && rest == "x" && strings.ContainsAny(t, "/oO")
}

// lastPart is where a word in brackets begins that says that a part is the last; 0
// where none does.
func lastPart(s string) int {
	if s == "" || s[len(s)-1] != ')' && s[len(s)-1] != ']' {
		return 0
	}
	open := strings.LastIndexAny(s, "([")
	if open < 1 {
		return 0
	}
	switch strings.ToLower(s[open+1 : len(s)-1]) {
	case "end", "the end", "last", "final", "finale", "finis", "complete", "completed", "conclusion", "concluded", "done", "finished", "fin", "ende", "fine", "final part":
		return open
	}
	return 0
}
