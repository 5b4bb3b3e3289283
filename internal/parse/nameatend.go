package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// nameAtEnd finds the author where nothing above the story names one: in a claim of
// copyright among the last lines, or in a name alone on the last line, ranged right.
// It returns the end of the text, which such a name is no part of.
func (r *reading) nameAtEnd(from, to int) int {
	const reach, rangedRight = 12, 24 // lines from the end; columns from the margin
	m := &r.book.Meta
	if len(m.Authors()) > 0 || len(r.opts.Authors) > 0 || m.TitleFrom != book.FromHeader {
		return to
	}
	margin := r.marginOf(from, to)
	for n, seen := to-1, 0; n > from && seen < reach; n-- {
		l := &r.lines[n]
		if l.Blank() {
			continue
		}
		names := []string(nil)
		switch {
		case claimsRights(r.claimAtEnd(l.Text)):
			names = authorsOf(rightsHolder(r.claimAtEnd(l.Text)))
		case seen < 2 && r.lines[n-1].Blank() && startsByline(l.Text) && namesOnly(l.Text):
			b, _ := bylineOf(l.Text)
			names = authorsOf(b.names)
		case seen == 0 && l.Indent >= margin+rangedRight && r.lines[n-1].Blank() && bareName(strings.TrimLeft(l.Text, "-–— ")) && !isEndMark(l.Text) && !isDateLine(l.Text):
			names = []string{cleanName(l.Text)}
		}
		if seen++; len(names) == 0 {
			continue
		}
		m.Contributors = addAuthors(m.Contributors, "aut", names...)
		m.AuthorsSure = sureOfCopyright
		r.remark("doubtful-author", diag.Warning, n, n+1, "only a line at the end names "+strings.Join(names, ", ")+"; taken for the author", "overrule it with --author")
		if claimsRights(r.claimAtEnd(l.Text)) {
			return to
		}
		for k := n + 1; k < to; k++ { // "May 1996"
			if below := &r.lines[k]; !below.Blank() && !isDateLine(below.Text) {
				return to
			} else if !below.Blank() {
				m.Fields = append(m.Fields, book.Field{Name: "date", Value: below.Folded(), Span: r.span(k, k+1)})
			}
		}
		m.Fields = append(m.Fields, book.Field{Name: "author", Value: l.Folded(), Span: r.span(n, n+1)})
		return n
	}
	return to
}

// claimAtEnd is a line without the story's title before its claim of copyright: "The
// Lamp is copyright 1996 by Annie Lee."
func (r *reading) claimAtEnd(s string) string {
	s = strings.TrimLeft(s, "\"“")
	if t := r.book.Meta.Title; hasFoldPrefix(s, strings.ToLower(t)) && len(s) > len(t)+4 {
		return strings.TrimPrefix(strings.TrimLeft(s[len(t):], " ,\"”"), "is ")
	}
	return s
}

// namesOnly reports whether a byline names one person and says no more.
func namesOnly(s string) bool {
	b, ok := bylineOf(s)
	return ok && !b.alone && bareName(strings.TrimRight(b.names, "."))
}

// marginOf is the column at which the lines of a text begin.
func (r *reading) marginOf(from, to int) int {
	margin := 1000
	for n := from; n < min(to, from+200); n++ {
		if l := &r.lines[n]; !l.Blank() {
			margin = min(margin, l.Indent)
		}
	}
	return margin
}
