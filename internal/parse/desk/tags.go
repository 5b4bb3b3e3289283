package desk

import (
	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/inlines"
)

// readBracket reads the tag or the reference to a note at text[i] and returns the
// first byte after it.
func (r *Reading) readBracket(m *inlines.Marks, i, n int, at, size *[inlines.MarkKinds]int, end func(kind, from, to int, what inlines.InlineKind)) int {
	if ref, ok := r.callAt(m.Text, i, n); ok {
		m.Found = append(m.Found, ref)
		return ref.To
	}
	t := inlines.TagAt(m.Text, i)
	if t.To == 0 {
		return i + 1
	}
	m.Tags++
	k := 3*len(inlines.MarkSigns) + int(t.Kind)
	switch {
	case t.Kind == inlines.TagBreak:
		m.Found = append(m.Found, inlines.Marked{From: i, To: t.To, What: inlines.AsBreak})
	case t.Kind == inlines.TagOther:
		m.Found = append(m.Found, inlines.Marked{From: i, To: t.To, What: inlines.AsNothing})
	case !t.Closes && at[k] == 0:
		at[k], size[k] = i+1, t.To-i
		if t.Kind == inlines.TagLink {
			m.Url = t.Url
		}
	case t.Closes && at[k] > 0 && i > at[k]-1+size[k]:
		end(k, i, t.To, inlines.TagMeans[t.Kind])
		if t.Kind == inlines.TagLink {
			m.Found[len(m.Found)-1].Ref = m.Url
		}
	default:
		m.Found = append(m.Found, inlines.Marked{From: i, To: t.To, What: inlines.AsNothing})
	}
	return t.To
}

// DropTags sets the tags in bytes [from, to) of the story aside, at most so many. Where
// notes are called, "[i]" may be the mark of one.
func (r *Reading) DropTags(from, to, most int, calls bool) {
	raw := r.Src.Body[from:to]
	for i := 0; i < len(raw) && most > 0; i++ {
		if raw[i] != '<' && raw[i] != '[' {
			continue
		}
		if calls && r.Layout.Notes != nil {
			if _, end := r.refersAt(raw, i, r.Src.LineAt(from+i)); end > 0 {
				i = end - 1
				continue
			}
		}
		t := inlines.TagAt(raw, i)
		if t.To == 0 {
			continue
		}
		if v := r.Layout.Marks; v != nil && !v.Tags {
			v.Tags = true
			r.Remark("tags", diag.Note, r.Src.LineAt(from), r.Src.LineAt(max(from, to-1))+1, "tags of web pages or boards stand in the text; the book has what they mean instead", "")
		}
		r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: "tag", Span: r.Src.Span(from+i, from+t.To)})
		i = t.To - 1
		most--
	}
}
