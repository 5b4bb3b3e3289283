package parse

import (
	"slices"
	"strings"

	"storybind/internal/book"
)

// inlines makes inlines of the text and the marks found in it.
func (m *marks) inlines() []book.Inline {
	if len(m.found) == 0 {
		return []book.Inline{book.Text{Value: m.text}}
	}
	// Outer stretches come before the ones inside them.
	slices.SortFunc(m.found, func(a, b marked) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	m.mergeWords()
	out, _ := m.between(0, len(m.text), 0)
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

// mergeWords makes one stretch of words that are marked one by one: "*per* *word*".
func (m *marks) mergeWords() {
	out := m.found[:1]
	for _, f := range m.found[1:] {
		last := &out[len(out)-1]
		if last.what <= asStrong && f.what == last.what && f.open == 1 && last.open == 1 && f.from == last.to+1 && m.text[last.to] == ' ' &&
			m.text[f.from] == m.text[last.from] && strings.IndexByte(m.text[f.from:f.to], ' ') < 0 && (last.ref == "words" || strings.IndexByte(m.text[last.from:last.to], ' ') < 0) {
			last.to, last.ref = f.to, "words"
			continue
		}
		out = append(out, f)
	}
	m.found = out
}

// words is the text of words that are marked one by one.
func (m *marks) words(f marked) string {
	mark := string(m.text[f.from])
	all := strings.Split(m.text[f.from:f.to], " ")
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
func (m *marks) between(from, to, k int) ([]book.Inline, int) {
	var out []book.Inline
	var run strings.Builder // text parted by what is left out
	one := ""               // or the only stretch of it
	text := func(end int) {
		switch {
		case end <= from:
		case one == "" && run.Len() == 0:
			one = m.text[from:end]
		default:
			run.WriteString(one)
			run.WriteString(m.text[from:end])
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
	for k < len(m.found) && m.found[k].from < to {
		f := m.found[k]
		k++
		if f.from < from {
			continue
		}
		text(f.from)
		switch f.what {
		case asNoteRef:
			put(book.NoteRef{ID: callID(f.ref), Mark: m.text[f.from:f.to]})
		case asLink:
			put(book.Link{URL: f.ref, Inlines: []book.Inline{book.Text{Value: m.text[f.from:f.to]}}})
		case asRuby:
			put(book.Ruby{Base: m.text[f.from+f.open : f.to-f.close], Reading: strings.TrimSuffix(strings.TrimPrefix(m.text[f.to-f.close:f.to], rubyOpen), rubyClose)})
		case asBreak:
			put(book.LineBreak{})
		case asNothing:
		default:
			var in []book.Inline
			a, b := f.from+f.open, f.to-f.close
			switch {
			case f.ref == "words":
				in = []book.Inline{book.Text{Value: m.words(f)}}
				for k < len(m.found) && m.found[k].from < b {
					k++
				}
			case f.open > 0 && m.text[f.from] == '_' && strings.IndexByte(m.text[a:b], ' ') < 0 && strings.IndexByte(m.text[a:b], '_') >= 0 && (k == len(m.found) || m.found[k].from >= b):
				in = []book.Inline{book.Text{Value: strings.ReplaceAll(m.text[a:b], "_", " ")}} // "_per_word_"
			default:
				in, k = m.between(a, b, k)
			}
			switch f.what {
			case asStruck:
				put(book.Struck{Inlines: in})
			case asAnchor:
				if f.ref == "" { // it leads within a page that is gone
					for _, x := range in {
						put(x)
					}
					break
				}
				put(book.Link{URL: f.ref, Inlines: withoutLinks(in)})
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
		from = f.to
	}
	text(to)
	put(nil)
	return out, k
}
