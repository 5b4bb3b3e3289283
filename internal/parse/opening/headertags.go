package opening

import (
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// BlankTags puts blanks in the place of tags left over from web pages in the
// lines of the zone ("<b>Title:</b> The Lamp"), so that every other byte keeps
// its place; the lines as they were are kept for restore.
func (z *Zone) BlankTags() {
	const reach = 160 // lines
	for n := z.From; n < min(z.To, z.From+reach); n++ {
		l := &z.R.Lines[n]
		if len(l.Text) > 4000 || strings.IndexByte(l.Text, '<') < 0 && strings.IndexByte(l.Text, '[') < 0 {
			continue
		}
		var clean []byte
		var holes []int // where the tags stood: from, to, from, to …
		for i := 0; i < len(l.Text); i++ {
			if l.Text[i] != '<' && l.Text[i] != '[' {
				continue
			}
			end := inlines.TagAt(l.Text, i).To
			if end == 0 {
				continue
			}
			if clean == nil {
				clean = []byte(l.Text)
			}
			for k := i; k < end; k++ {
				clean[k] = ' '
			}
			holes = append(holes, i, end)
			z.tags = append(z.tags, z.R.Src.Span(l.Start()+i, l.Start()+end))
			i = end - 1
		}
		if clean == nil {
			continue
		}
		closeUp(clean, l.Text, holes)
		z.before = append(z.before, tagged{n, *l})
		text := strings.TrimLeft(string(clean), " ")
		l.CutFront(len(clean) - len(text))
		l.Text = strings.TrimRight(text, " ")
	}
}

// closeUp moves what follows a tag within a word, or a stop behind one, up to what stands
// before the tag: "un<i>think</i>able", "<em>thought</em>."
func closeUp(clean []byte, text string, holes []int) {
	for k := 0; k < len(holes); k += 2 {
		from, end := holes[k], holes[k+1]
		for from > 0 && clean[from-1] == ' ' && text[from-1] != ' ' { // an earlier hole, or what moved out of it
			from--
		}
		if from == 0 || clean[from-1] == ' ' {
			continue
		}
		to := end
		for to < len(clean) && clean[to] != ' ' {
			to++
		}
		moved := copy(clean[from:], clean[end:to])
		for i := from + moved; i < to; i++ {
			clean[i] = ' '
		}
	}
}

// A tagged line is a line of the header as it was with its tags.
type tagged struct {
	n    int
	line passage.Line
}

// restore gives the lines their tags back and returns the tags in lines before end.
func (z *Zone) restore(end int) []source.Span {
	for _, t := range z.before {
		z.R.Lines[t.n] = t.line
	}
	limit := len(z.R.Src.Body)
	if end < len(z.R.Lines) {
		limit = z.R.Src.LineStart(end)
	}
	return slices.DeleteFunc(z.tags, func(s source.Span) bool { return s.Start >= limit })
}

// setHeaderTagsAside names the tags of the header's lines as set aside.
func setHeaderTagsAside(r *desk.Reading, tags []source.Span, asides []desk.Aside) {
	said := false
	for _, t := range tags {
		n := r.Src.LineAt(t.Start)
		if slices.ContainsFunc(asides, func(a desk.Aside) bool { return a.From <= n && n < a.To }) {
			continue
		}
		r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: "tag", Span: t})
		if !said {
			r.Remark("tags", diag.Note, n, n+1, "tags of web pages or boards stand in the header; the book leaves them out", "")
			said = true
		}
	}
}
