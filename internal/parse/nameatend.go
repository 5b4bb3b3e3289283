package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/says"
)

// nameAtEnd finds the author where nothing above the story names one: in a claim of
// copyright among the last lines, or in a name alone on the last line, ranged right.
// It returns the end of the text, which such a name is no part of.
func nameAtEnd(r *desk.Reading, from, to int) int {
	const reach, rangedRight = 12, 24 // lines from the end; columns from the margin
	m := &r.Book.Meta
	if len(m.Authors()) > 0 || len(r.Opts.Authors) > 0 || m.TitleFrom != book.FromHeader {
		return to
	}
	margin := marginOf(r, from, to)
	for n, seen := to-1, 0; n > from && seen < reach; n-- {
		l := &r.Lines[n]
		if l.Blank() {
			continue
		}
		names := []string(nil)
		switch {
		case says.ClaimsRights(claimAtEnd(r, l.Text)):
			names = says.AuthorsOf(says.RightsHolder(claimAtEnd(r, l.Text)))
		case (seen == 0 || seen == 1 && !says.IsSentence(r.Lines[opening.NextText(r, n+1, to)].Text)) && r.Lines[n-1].Blank() && opening.StartsByline(l.Text) && namesOnly(l.Text):
			b, _ := says.BylineOf(l.Text)
			names = says.AuthorsOf(b.Names)
		case seen == 0 && l.Indent() >= margin+rangedRight && r.Lines[n-1].Blank() && says.BareName(strings.TrimLeft(l.Text, "-–— ")) && !says.IsEndMark(l.Text) && !says.IsDateLine(l.Text):
			names = []string{says.CleanName(l.Text)}
		}
		if len(names) == 0 && seen == 0 && r.Lines[n-1].Blank() && signsStory(r, from, n) {
			names = []string{says.CleanName(strings.TrimLeft(l.Text, "-–— "))}
		}
		if seen++; len(names) == 0 {
			continue
		}
		m.Contributors = says.AddAuthors(m.Contributors, "aut", names...)
		m.AuthorsSure = opening.SureOfCopyright
		r.Remark("doubtful-author", diag.Warning, n, n+1, "only a line at the end names "+strings.Join(names, ", ")+"; taken for the author", "overrule it with --author")
		if says.ClaimsRights(claimAtEnd(r, l.Text)) {
			return to
		}
		for k := n + 1; k < to; k++ { // "May 1996"
			if below := &r.Lines[k]; !below.Blank() && !says.IsDateLine(below.Text) {
				return to
			} else if !below.Blank() {
				m.Fields = append(m.Fields, book.Field{Name: "date", Value: below.Folded(), Span: r.Span(k, k+1)})
			}
		}
		m.Fields = append(m.Fields, book.Field{Name: "author", Value: l.Folded(), Span: r.Span(n, n+1)})
		return n
	}
	return to
}

// signsStory reports whether the last line is a name of two words and more behind a dash,
// and the story does not tell of that person: "-- Annie Lee".
func signsStory(r *desk.Reading, from, n int) bool {
	t := r.Lines[n].Text
	name := strings.TrimLeft(t, "-–— ")
	first, _, more := strings.Cut(name, " ")
	if len(name) == len(t) || !more || !says.BareName(name) || says.IsEndMark(t) || says.IsDateLine(name) {
		return false
	}
	for k := from; k < n; k++ {
		if strings.Contains(r.Lines[k].Text, first) {
			return false
		}
	}
	return true
}

// claimAtEnd is a line without the story's title before its claim of copyright: "The
// Lamp is copyright 1996 by Annie Lee."
func claimAtEnd(r *desk.Reading, s string) string {
	s = strings.TrimLeft(s, "\"“")
	if t := r.Book.Meta.Title; char.HasFoldPrefix(s, strings.ToLower(t)) && len(s) > len(t)+4 {
		return strings.TrimPrefix(strings.TrimLeft(s[len(t):], " ,\"”"), "is ")
	}
	return s
}

// namesOnly reports whether a byline names one person and says no more.
func namesOnly(s string) bool {
	b, ok := says.BylineOf(s)
	if !ok || b.Alone {
		return false
	}
	name, when, dated := strings.Cut(b.Names, ", ")
	return says.BareName(strings.TrimRight(b.Names, ".")) || char.HasFoldPrefix(s, "posted by ") && says.NamesLike(b.Names) || dated && says.BareName(name) && says.IsDateLine(when)
}

// marginOf is the column at which the lines of a text begin.
func marginOf(r *desk.Reading, from, to int) int {
	margin := 1000
	for n := from; n < min(to, from+200); n++ {
		if l := &r.Lines[n]; !l.Blank() {
			margin = min(margin, l.Indent())
		}
	}
	return margin
}
