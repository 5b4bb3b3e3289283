package web

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/convert"
)

// A sectionRow is one line of the list of chapters, or of the list of lines that
// could head one.
type sectionRow struct {
	Line    int // of the heading; 0 for a section without one
	Level   int
	Heading string
	First   string // the section's first words
	Words   string
	Ticked  bool
}

// sections lists the chapters with their headings ticked, and below them the
// lines that a person may have missed among them.
func (u *understood) sections(s *story, res *convert.Result, sections []convert.InspectedSection) {
	on, off, _ := s.ticks()
	was, _ := lineNumbers(s.all(wasPrefix + "heading"))
	shown := map[int]bool{}
	for _, sec := range sections {
		row := sectionRow{Level: min(sec.Level, 4), Heading: sec.Heading, First: firstWords(sec.Blocks), Words: count(sec.Words, "word")}
		if sec.Role == "part" { // its chapters have the words
			row.Words = ""
		}
		if sec.Heading != "" {
			row.Line, row.Ticked = sec.Line, true
			shown[sec.Line] = true
			if _, byHand := slices.BinarySearch(on, sec.Line); !byHand {
				was = append(was, sec.Line)
			}
		}
		u.Sections = append(u.Sections, row)
	}
	for _, line := range off { // where it stands, so that it can be ticked on again
		if text := strings.TrimSpace(res.SourceLine(line)); text != "" && !shown[line] {
			shown[line] = true
			at := slices.IndexFunc(u.Sections, func(r sectionRow) bool { return r.Line > line })
			if at < 0 {
				at = len(u.Sections)
			}
			u.Sections = slices.Insert(u.Sections, at, sectionRow{Line: line, Level: 1, Heading: shorten(text, 120)})
		}
	}
	slices.Sort(was)
	was = slices.Compact(was)
	words := make([]string, len(was))
	for i, line := range was {
		words[i] = strconv.Itoa(line)
	}
	u.Was = strings.Join(words, " ")
	for _, sec := range sections {
		for _, b := range sec.Blocks {
			if len(u.Missed) < maxMissed && !shown[b.Line] && couldHead(b) {
				shown[b.Line] = true
				u.Missed = append(u.Missed, sectionRow{Line: b.Line, Heading: b.Text})
			}
		}
	}
}

// couldHead reports whether a block may be a heading that was missed: a short line
// on its own that nobody speaks and that does not go on.
func couldHead(b convert.InspectedBlock) bool {
	if b.Kind == "subheading" {
		return true
	}
	if b.Kind != "paragraph" || len(b.Text) > 60 || strings.Contains(b.Text, "\n") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.Text)
	last, _ := utf8.DecodeLastRuneInString(b.Text)
	if last == '.' && strings.Count(b.Text, " ") > 3 {
		return false
	}
	return (unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Lo, first)) && !strings.ContainsRune(`,;:!?…"”’'»-—–`, last)
}

// firstWords are a section's first words.
func firstWords(blocks []convert.InspectedBlock) string {
	for _, b := range blocks {
		if b.Kind != "scene-break" && b.Text != "" {
			return shorten(strings.Join(strings.Fields(b.Text), " "), 90)
		}
	}
	return ""
}

// shorten cuts a text to at most n characters.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n-1])) + "…"
}
