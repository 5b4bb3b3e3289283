package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// residue sets aside what a web page leaves in a story that was copied from it: the
// counts of comments glued to the ends of its paragraphs, and the lines for readers
// to click on between its chapters.
func residue(r *desk.Reading, from, to int) {
	counters(r, from, to)
	pageLines(r, from, to)
}

// counters takes counts of comments off the paragraphs' ends, when most paragraphs
// have one. Numbers that rise are those of notes.
func counters(r *desk.Reading, from, to int) {
	type count struct{ n, at int } // line, and where in its text the count begins
	var found, short []count
	ends, last, rising := 0, 0, 0
	for n := from; n < to; n++ {
		t := r.Lines[n].Text
		if n+1 < to && !r.Lines[n+1].Blank() && r.Lines[n+1].Head != passage.StartsUpper && r.Lines[n+1].Head != passage.StartsOther && r.Lines[n+1].Head != passage.StartsCaseless {
			continue
		}
		if len(t) < 20 { // "Chapter.1" proves nothing; where others prove it, "Gone!"97 ends in a count as well
			if t != "" {
				if at := counterAt(t); at > 0 && endsSpeech(t[:at]) {
					short = append(short, count{n, at})
				}
			}
			continue
		}
		at := counterAt(t)
		if at > 0 {
			found = append(found, count{n, at})
			if k := pageNumber(t[at:]); k > 0 {
				if k > last {
					rising++
				}
				last = k
			}
		}
		if at > 0 || r.Lines[n].Tail == passage.EndsStop {
			ends++
		}
	}
	if len(found) < 4 || len(found)*5 < ends*3 || rising*4 >= len(found)*3 && len(found) > 4 {
		return
	}
	found = append(found, short...)
	slices.SortFunc(found, func(a, b count) int { return a.n - b.n })
	for _, c := range found {
		l := &r.Lines[c.n]
		r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: "comment count", Span: r.Src.Span(l.Start()+c.at, l.Start()+len(l.Text))})
		marks := l.Marks & passage.GivenMarks
		width := l.Width() - l.Indent() - utf8.RuneCountInString(l.Text[c.at:])
		indent := l.Indent()
		passage.Measure(l, l.Text[:c.at], l.Start())
		l.Place(indent, indent+width)
		l.Marks |= marks
	}
	r.TellAside("comment-counts", diag.Note, found[0].n, found[0].n+1, inlines.Decimal(len(found))+" paragraphs end in a count of comments, as web pages print it; the first", "keep them with --keep-lines")
}

// counterAt is where the count begins that is glued to the stop at a line's end:
// "running like brooks.836", "one.+", "hours off.1.4K"; 0 when there is none.
func counterAt(s string) int {
	const longest = 6                                                                                       // "123.4K"
	if c := s[len(s)-1]; !char.IsDigit(rune(c)) && c != ')' && c != '+' && c|0x20 != 'k' && c|0x20 != 'm' { // nearly all lines
		return 0
	}
	for at := max(2, len(s)-longest); at < len(s); at++ {
		if !isCount(s[at:]) {
			continue
		}
		above := s[:at]
		if s[at] == '(' { // "(12)" may stand behind a blank
			above = strings.TrimRight(above, " ")
		}
		if c, _ := utf8.DecodeLastRuneInString(above); strings.ContainsRune(".!?…\"”’»)*_~。！？」』", c) {
			return at
		}
	}
	return 0
}

// endsSpeech reports whether a few words end as speech or a cry does, or are several.
func endsSpeech(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return last != '.' || strings.IndexByte(strings.TrimSpace(s), ' ') > 0
}

// isCount reads "836", "+", "99+", "1.4K", "(12)".
func isCount(s string) bool {
	if n := len(s); n > 2 && s[0] == '(' && s[n-1] == ')' {
		return char.IsDigits(s[1 : n-1])
	}
	digits := strings.TrimRight(s, "+kKmM")
	if len(s)-len(digits) > 1 || digits == "" {
		return s == "+"
	}
	whole, tenth, _ := strings.Cut(digits, ".")
	return char.IsDigits(whole) && (len(digits) == len(whole) || char.IsDigits(tenth) && digits != s)
}

// pageLines sets aside the links and buttons that stand as lines of their own; one
// alone may be the story's.
func pageLines(r *desk.Reading, from, to int) {
	var found []int
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Blank() || len(l.Text) > 90 || n > from && !r.Lines[n-1].Blank() && n+1 < to && !r.Lines[n+1].Blank() && !button(r, n-1) && !button(r, n+1) {
			continue
		}
		if button(r, n) {
			found = append(found, n)
		}
	}
	if len(found) < 2 && (len(found) == 0 || !says.WaysOn(r.Lines[found[0]].Text) && strings.Count(r.Lines[found[0]].Text, " | ") < 2) {
		return
	}
	for _, n := range found {
		r.SetAside("a web page's buttons", n, n+1)
	}
	told := inlines.Decimal(len(found)) + " lines are links or buttons of a web page; the first"
	if len(found) == 1 {
		told = "this line leads to other pages"
	}
	r.TellAside("page-buttons", diag.Note, found[0], found[0]+1, told, "keep them with --keep-lines")
	for _, n := range found {
		clear(r, n, n+1)
	}
}

// readCounts sets aside the lines right below a chapter's name that count how often it
// was read, liked and spoken of, "610 40 12", with the byline below each; two at least.
// They show the names to be headings: it returns the first of these, or line to.
func readCounts(r *desk.Reading, from, to int) int {
	var found []int
	for n := from + 1; n < to; n++ {
		if t := r.Lines[n].Text; t != "" && len(t) < 30 && char.IsDigit(rune(t[0])) && !r.Lines[n-1].Blank() && (n == from+1 || r.Lines[n-2].Blank()) && n+1 < to && opening.StartsByline(r.Lines[n+1].Text) && isCounts(t) {
			found = append(found, n)
		}
	}
	if len(found) < 2 {
		return to
	}
	for _, n := range found {
		r.SetAside("a web page's counts", n, n+2)
		clear(r, n, n+2)
		r.Lines[n-1].Marks |= passage.IsHead
	}
	r.TellAside("page-counts", diag.Note, found[0], found[0]+1, inlines.Decimal(len(found))+" lines count how often a chapter was read; the first", "keep them with --keep-lines")
	return found[0] - 1
}

// isCounts reports whether a line is two to four counts.
func isCounts(s string) bool {
	fields := strings.Fields(s)
	for _, f := range fields {
		if !isCount(f) {
			return false
		}
	}
	return len(fields) > 1 && len(fields) < 5
}

// button reports whether line n is only what a web page has for its visitors.
func button(r *desk.Reading, n int) bool {
	l := &r.Lines[n]
	return l.Text != "" && len(l.Text) <= 90 && l.Tail != passage.EndsStop && l.Marks&passage.IsKept == 0 && says.MayBePageLine(l.Text) && says.IsPageLine(l.Text)
}
