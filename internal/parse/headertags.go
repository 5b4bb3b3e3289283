package parse

import (
	"bytes"
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// blankTags puts blanks in the place of tags left over from web pages in the
// lines of the zone ("<b>Title:</b> The Lamp"), so that every other byte keeps
// its place; the lines as they were are kept for restore.
func (z *zone) blankTags() {
	const reach = 160 // lines
	for n := z.from; n < min(z.to, z.from+reach); n++ {
		l := &z.r.lines[n]
		if len(l.Text) > 4000 || strings.IndexByte(l.Text, '<') < 0 && !strings.Contains(l.Text, "[/") {
			continue
		}
		var clean []byte
		for i := 0; i < len(l.Text); i++ {
			if l.Text[i] != '<' && l.Text[i] != '[' {
				continue
			}
			end := tagAt(l.Text, i).to
			if end == 0 {
				continue
			}
			if clean == nil {
				clean = []byte(l.Text)
			}
			copy(clean[i:end], bytes.Repeat([]byte(" "), end-i))
			z.tags = append(z.tags, z.r.src.Span(l.Start+i, l.Start+end))
			i = end - 1
		}
		if clean == nil {
			continue
		}
		z.before = append(z.before, tagged{n, *l})
		text := strings.TrimLeft(string(clean), " ")
		l.Start += len(clean) - len(text)
		l.Text = strings.TrimRight(text, " ")
	}
}

// A tagged line is a line of the header as it was with its tags.
type tagged struct {
	n    int
	line passage.Line
}

// restore gives the lines their tags back and returns the tags in lines before end.
func (z *zone) restore(end int) []source.Span {
	for _, t := range z.before {
		z.r.lines[t.n] = t.line
	}
	limit := len(z.r.src.Body)
	if end < len(z.r.lines) {
		limit = z.r.src.LineStart(end)
	}
	return slices.DeleteFunc(z.tags, func(s source.Span) bool { return s.Start >= limit })
}

// setHeaderTagsAside names the tags of the header's lines as set aside.
func (r *reading) setHeaderTagsAside(tags []source.Span, asides []aside) {
	said := false
	for _, t := range tags {
		n := r.src.LineAt(t.Start)
		if slices.ContainsFunc(asides, func(a aside) bool { return a.from <= n && n < a.to }) {
			continue
		}
		r.book.SetAside = append(r.book.SetAside, book.SetAside{Reason: "tag", Span: t})
		if !said {
			r.remark("tags", diag.Note, n, n+1, "tags of web pages or boards stand in the header; the book leaves them out", "")
			said = true
		}
	}
}
