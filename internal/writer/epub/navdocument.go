package epub

import (
	"storybind/internal/book"
	"storybind/internal/xhtml"
)

const navFile = "nav.xhtml"

// A landmark is a place that reading systems offer to jump to.
type landmark struct{ kind, title, href string }

// landmarks names the cover, the title page, the contents page and the place
// where the story begins (EPUB 3.3 section 7.4.3), each at most once.
func (e *edition) landmarks() []landmark {
	var out []landmark
	if len(e.pages) > 0 && e.pages[0].Section == nil {
		out = append(out, landmark{"cover", e.wording().cover, textFolder + e.pages[0].file()})
	}
	seen := map[string]bool{}
	add := func(kind, title string, s *book.Section) {
		if seen[kind] {
			return
		}
		seen[kind] = true
		if title == "" {
			title = e.title
		}
		out = append(out, landmark{kind, title, textFolder + e.pages[e.pageOf[s]].file()})
	}
	for place, s := range e.book.Regions() {
		switch {
		case s.Role == book.TitlePage:
			add("titlepage", e.wording().titlePage, s)
		case s.Role == book.Contents:
			add("toc", sectionName(s), s)
		case place.Region == book.BodyMatter:
			add("bodymatter", e.entryTitle(s), s)
		}
	}
	return out
}

// navDocument is the nav document (EPUB 3.3 section 7).
func (e *edition) navDocument() []byte {
	dst := e.head(nil, e.title, styleFile, e.language)
	dst = append(dst, "<body>\n<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h1>"...)
	dst = xhtml.AppendText(dst, e.contentsTitle())
	dst = append(dst, "</h1>\n"...)
	dst = xhtml.AppendList(dst, e.contents)
	dst = append(dst, "</nav>\n"...)
	if marks := e.landmarks(); len(marks) > 0 {
		dst = append(dst, "<nav epub:type=\"landmarks\" id=\"landmarks\" hidden=\"hidden\">\n<ol>\n"...)
		for _, l := range marks {
			dst = append(dst, `<li><a epub:type="`+l.kind+`" href="`...)
			dst = xhtml.AppendAttr(dst, l.href)
			dst = append(dst, `">`...)
			dst = xhtml.AppendText(dst, l.title)
			dst = append(dst, "</a></li>\n"...)
		}
		dst = append(dst, "</ol>\n</nav>\n"...)
	}
	return append(dst, "</body>\n</html>\n"...)
}

// contentsTitle is what the book itself calls its contents, else its own title.
func (e *edition) contentsTitle() string {
	for _, s := range e.book.Sections() {
		if s.Role == book.Contents && sectionName(s) != "" {
			return sectionName(s)
		}
	}
	return e.title
}
