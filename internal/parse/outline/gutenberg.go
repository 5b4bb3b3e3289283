package outline

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
)

// GutenbergStart is the first line after Project Gutenberg's header; from when
// there is none.
func GutenbergStart(r *desk.Reading, from, to int) int {
	const (
		head  = 900 // lines: the longest old headers have about 400
		most  = 60  // lines between a START line and the small print below it
		least = 20  // lines of a text
	)
	seen, started, small, start := false, false, false, from
	ended := false // the text's end has been said already
	for n := from; n < min(to, from+head); n++ {
		t := r.Lines[n].Text
		if t == "" {
			continue
		}
		if !seen {
			if n > from+40 {
				return from
			}
			seen = char.ContainsFold(t, "project gutenberg")
			if !seen {
				continue
			}
		}
		switch {
		case IsMarker(t, "start of") && char.ContainsFold(t, "gutenberg"):
			start, started = n+1, true
			for start < to && !r.Lines[start].Blank() && strings.HasSuffix(r.Lines[start].Text, "***") { // a marker on two lines
				start++
			}
		case started && n <= start+most && strings.IndexByte(t, '*') >= 0 && char.ContainsFold(t, "start*the small print"):
			small = true
		case started && !small && (IsMarker(t, "end of") || strings.IndexByte(t, '*') >= 0 && char.ContainsFold(t, "small print")):
			return start // the small print of a short text stands at its end
		case !started && n > from+least && char.HasFoldPrefix(t, "end of") && char.ContainsFold(t, "project gutenberg"):
			ended = true
		case ended && char.ContainsFold(t, "small print"):
			if start == from {
				start = behindFields(r, from, to)
			}
			return start
		case strings.IndexByte(t, '*') >= 0 && char.ContainsFold(t, "small print") && (char.ContainsFold(t, "*end*") || char.ContainsFold(t, "end the small") || char.ContainsFold(t, "end*the small")):
			start = n + 1
		case !started && start == from && isStarRule(t) && gutenbergHead(r, from, n):
			start = n + 1
		}
	}
	return start
}

// isStarRule reports whether a line is a long row of asterisks, with which the heads of
// etexts end that have no START line.
func isStarRule(s string) bool { return len(s) >= 20 && strings.Trim(s, "*") == "" }

// gutenbergHead reports whether lines [from, to) are an etext's head: they have the
// catalogue's number, and its fields, or are few and announce the text in the first.
func gutenbergHead(r *desk.Reading, from, to int) bool {
	const few = 40 // lines
	number, fields := false, 0
	for n := from; n < to; n++ {
		t := r.Lines[n].Text
		if fields == 0 && to-n < few && announcesText(t) {
			return true
		}
		number = number || catalogueNumber(t)
		if catalogueField(t) {
			fields++
		}
	}
	return number && fields > 1
}

// catalogueNumber reports whether a line has an etext's number: "[Etext #1234]".
func catalogueNumber(s string) bool {
	return char.ContainsFold(s, "[etext #") || char.ContainsFold(s, "[ebook #")
}

// catalogueField reports whether a line begins with one of the catalogue's fields.
func catalogueField(s string) bool {
	return char.HasFoldPrefix(s, "title:") || char.HasFoldPrefix(s, "author:") || char.HasFoldPrefix(s, "release date:") || char.HasFoldPrefix(s, "language:")
}

// behindFields is the line behind the paragraph of the last of an etext's fields; from
// where it has too few.
func behindFields(r *desk.Reading, from, to int) int {
	const head = 120 // lines
	last := from
	for n := from; n < min(to, from+head); n++ {
		if t := r.Lines[n].Text; catalogueNumber(t) || catalogueField(t) {
			last = n
		}
	}
	if !gutenbergHead(r, from, last+1) {
		return from
	}
	for last < to && !r.Lines[last].Blank() {
		last++
	}
	return last
}

// announcesText reports whether a line says what Project Gutenberg's etext holds:
// "Project Gutenberg's Etext of The Lamp, by Annie".
func announcesText(s string) bool {
	if len(s) > 120 || !char.ContainsFold(s, "project gutenberg") {
		return false
	}
	return (char.ContainsFold(s, "etext of ") || char.ContainsFold(s, "ebook of ") || char.ContainsFold(s, "e-text of ")) && char.ContainsFold(s, " by ")
}

// IsMarker reports whether a line is one of the starred markers: "*** START OF
// THIS PROJECT GUTENBERG EBOOK", "***END OF".
func IsMarker(s, words string) bool {
	t := strings.TrimLeft(s, "* ")
	return len(s)-len(t) >= 3 && strings.HasPrefix(s, "***") && char.HasFoldPrefix(t, words)
}

// CreditsText reports whether a line speaks of the making of an electronic text.
func CreditsText(s string, opens bool) bool {
	t := strings.TrimLeft(s, "[*_( ")
	if opens {
		for _, lead := range [...]string{"produced by", "prepared by", "e-text prepared", "etext prepared", "this etext", "this e-text", "this ebook was", "transcribed from", "transcribed by", "transcriber", "scanned by", "scanned and", "html version", "digitized by", "typed by", "original transcriber", "project gutenberg", "the project gutenberg", "credits:", "proofread"} {
			if char.HasFoldPrefix(t, lead) {
				return true
			}
		}
	}
	return char.ContainsFold(s, "etext") || char.ContainsFold(s, "distributed proofread") || char.ContainsFold(s, "project gutenberg") || char.ContainsFold(s, "pgdp.net") || char.ContainsFold(s, "gallica")
}
