package xhtml

import "storybind/internal/book"

// log writes one paragraph an entry.
func (r *Renderer) log(l *book.Log) {
	r.raw(`<div class="log">` + "\n")
	for _, e := range l.Entries {
		if r.play && r.staged(entry(e)) {
			continue
		}
		r.raw("<p>")
		if len(e.Speaker) > 0 {
			r.raw(`<span class="speaker">`)
			r.inlines(e.Speaker)
			r.raw("</span> ")
		}
		r.inlines(e.Inlines)
		r.raw("</p>\n")
	}
	r.raw("</div>\n")
}

// entry is an entry's speaker and text as one line, the text first that they share.
func entry(e book.LogEntry) []book.Inline {
	if len(e.Speaker) == 0 {
		return e.Inlines
	}
	who := book.Plain(e.Speaker) + " "
	if len(e.Inlines) > 0 {
		if t, ok := e.Inlines[0].(book.Text); ok {
			return append([]book.Inline{book.Text{Value: who + t.Value}}, e.Inlines[1:]...)
		}
	}
	return append([]book.Inline{book.Text{Value: who}}, e.Inlines...)
}
