package xhtml

import "storybind/internal/book"

// headings are the elements of the levels; deeper ones are all h6.
var headings = [...]string{"h1", "h2", "h3", "h4", "h5", "h6"}

func heading(level int) string { return headings[min(max(level, 1), len(headings))-1] }

// opening writes the head of a section: label and title in one heading element,
// so that assistive technology reads them as one, then the subtitle.
func (r *Renderer) opening(s *book.Section, level int) {
	if s.Label == "" && len(s.Title) == 0 && len(s.Subtitle) == 0 {
		return
	}
	r.raw("<header>\n")
	if s.Label != "" || len(s.Title) > 0 {
		h := heading(level)
		r.raw("<" + h)
		if book.Shouts(book.Plain(s.Title)) || len(s.Title) == 0 && book.Shouts(s.Label) {
			r.raw(` class="capitals"`) // typed in capitals: set in small ones
		}
		r.raw(">")
		switch {
		case len(s.Title) == 0:
			r.text(s.Label)
		case s.Label == "":
			r.inlines(s.Title)
		default:
			r.raw(`<span class="label">`)
			r.text(s.Label)
			r.raw(`</span> <span class="title">`)
			r.inlines(s.Title)
			r.raw("</span>")
		}
		r.raw("</" + h + ">\n")
	}
	if len(s.Subtitle) > 0 {
		r.raw(`<p class="subtitle" epub:type="subtitle" role="doc-subtitle">`)
		r.inlines(s.Subtitle)
		r.raw("</p>\n")
	}
	r.raw("</header>\n")
}
