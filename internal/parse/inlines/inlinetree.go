package inlines

import (
	"slices"
	"strings"

	"storybind/internal/book"
)

// Inlines makes inlines of the text and the marks found in it.
func (m *Marks) Inlines() []book.Inline {
	if len(m.Found) == 0 {
		return []book.Inline{book.Text{Value: m.Text}}
	}
	// Outer stretches come before the ones inside them.
	slices.SortFunc(m.Found, func(a, b Marked) int {
		if a.From != b.From {
			return a.From - b.From
		}
		return b.To - a.To
	})
	m.mergeWords()
	out, _ := m.between(0, len(m.Text), 0)
	if len(out) == 0 {
		return []book.Inline{book.Text{}}
	}
	return out
}

// withoutLinks are inlines without the links among them.
func withoutLinks(ins []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range ins {
		if l, ok := in.(book.Link); ok {
			out = append(out, l.Inlines...)
			continue
		}
		out = append(out, in)
	}
	return out
}

// mergeWords makes one stretch of words that are marked one by one: "*per* *word*". A word
// with a tag in it stays apart.
func (m *Marks) mergeWords() {
	out := m.Found[:1]
	for _, f := range m.Found[1:] {
		last := &out[len(out)-1]
		if last.What <= asStrong && f.What == last.What && f.Open == 1 && last.Open == 1 && f.From == last.To+1 && m.Text[last.To] == ' ' &&
			m.Text[f.From] == m.Text[last.From] && !strings.ContainsAny(m.Text[f.From:f.To], " <[") && !strings.ContainsAny(m.Text[last.From:last.To], "<[") && (last.Ref == "words" || strings.IndexByte(m.Text[last.From:last.To], ' ') < 0) {
			last.To, last.Ref = f.To, "words"
			continue
		}
		out = append(out, f)
	}
	m.Found = out
}

// words is the text of words that are marked one by one.
func (m *Marks) words(f Marked) string {
	mark := string(m.Text[f.From])
	all := strings.Split(m.Text[f.From:f.To], " ")
	for i, w := range all {
		w = strings.Trim(w, mark)
		if mark == "_" {
			w = strings.ReplaceAll(w, "_", " ")
		}
		all[i] = w
	}
	return strings.Join(all, " ")
}

// between makes inlines of text[from:to], from found[k] on, and returns them with
// the first mark after them.
func (m *Marks) between(from, to, k int) ([]book.Inline, int) {
	var out []book.Inline
	var run strings.Builder // text parted by what is left out
	one := ""               // or the only stretch of it
	text := func(end int) {
		switch {
		case end <= from:
		case one == "" && run.Len() == 0:
			one = m.Text[from:end]
		default:
			run.WriteString(one)
			run.WriteString(m.Text[from:end])
			one = ""
		}
	}
	put := func(in book.Inline) {
		if run.Len() > 0 {
			one = run.String()
			run.Reset()
		}
		if one != "" {
			out = append(out, book.Text{Value: one})
			one = ""
		}
		if in != nil {
			out = append(out, in)
		}
	}
	for k < len(m.Found) && m.Found[k].From < to {
		f := m.Found[k]
		k++
		if f.From < from {
			continue
		}
		text(f.From)
		switch f.What {
		case AsNoteRef:
			put(book.NoteRef{ID: CallID(f.Ref), Mark: m.Text[f.From:f.To]})
		case asLink:
			put(book.Link{URL: f.Ref, Inlines: []book.Inline{book.Text{Value: m.Text[f.From:f.To]}}})
		case asRuby:
			put(book.Ruby{Base: m.Text[f.From+f.Open : f.To-f.Close], Reading: strings.TrimSuffix(strings.TrimPrefix(m.Text[f.To-f.Close:f.To], RubyOpen), rubyClose)})
		case AsBreak:
			put(book.LineBreak{})
		case AsNothing:
		default:
			var in []book.Inline
			a, b := f.From+f.Open, f.To-f.Close
			switch {
			case f.Ref == "words":
				in = []book.Inline{book.Text{Value: m.words(f)}}
				for k < len(m.Found) && m.Found[k].From < b {
					k++
				}
			case f.Open > 0 && m.Text[f.From] == '_' && strings.IndexByte(m.Text[a:b], ' ') < 0 && strings.IndexByte(m.Text[a:b], '_') >= 0 && (k == len(m.Found) || m.Found[k].From >= b):
				in = []book.Inline{book.Text{Value: strings.ReplaceAll(m.Text[a:b], "_", " ")}} // "_per_word_"
			default:
				in, k = m.between(a, b, k)
			}
			switch f.What {
			case asStruck:
				put(book.Struck{Inlines: in})
			case asAnchor:
				if f.Ref == "" { // it leads within a page that is gone
					for _, x := range in {
						put(x)
					}
					break
				}
				put(book.Link{URL: f.Ref, Inlines: withoutLinks(in)})
			case asStrong:
				put(book.Strong{Inlines: in})
			case asBoth:
				put(book.Strong{Inlines: []book.Inline{book.Emphasis{Inlines: in}}})
			default:
				if len(in) == 1 {
					if _, ok := in[0].(book.Emphasis); ok { // "_*both*_"
						put(book.Strong{Inlines: in})
						break
					}
				}
				put(book.Emphasis{Inlines: in})
			}
		}
		from = f.To
	}
	text(to)
	put(nil)
	return out, k
}
