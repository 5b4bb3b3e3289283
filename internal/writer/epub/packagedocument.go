package epub

import (
	"fmt"
	"strings"

	"storybind/internal/book"
	"storybind/internal/xhtml"
)

const packageFile = "package.opf"

// packageDocument is the package document (EPUB 3.3 section 5).
func (e *edition) packageDocument() []byte {
	d := &markup{}
	d.line(`<?xml version="1.0" encoding="utf-8"?>`)
	d.open("package", "xmlns", "http://www.idpf.org/2007/opf", "version", "3.0", "unique-identifier", "book-id", "xml:lang", e.language)
	if e.faces.any() {
		d.setPrefix("ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/")
	}
	d.open("metadata", "xmlns:dc", "http://purl.org/dc/elements/1.1/")
	e.credits(d)
	e.aboutness(d)
	e.series(d)
	e.accessibility(d)
	if e.faces.any() {
		d.element("meta", "true", "property", "ibooks:specified-fonts")
	}
	if e.cover != nil {
		d.empty("meta", "name", "cover", "content", "cover-image") // EPUB 2; Kindle and Kobo still look for it
	}
	d.close("metadata")
	e.manifest(d)
	e.spine(d)
	e.guide(d)
	d.close("package")
	return d.buf
}

// credits writes identifier, titles and people.
func (e *edition) credits(d *markup) {
	m := &e.book.Meta
	d.element("dc:identifier", e.identifier(), "id", "book-id")
	title := oneLine(m.Filed) // libraries tell stories without a title apart by it
	if title == "" {
		title = e.title
	}
	d.element("dc:title", title, "id", "title")
	if sub := oneLine(m.Subtitle); sub != "" {
		d.refine("title", "title-type", "main")
		d.element("dc:title", sub, "id", "subtitle")
		d.refine("subtitle", "title-type", "subtitle")
	}
	if sort := oneLine(m.TitleSort); sort != "" {
		d.refine("title", "file-as", sort)
	}
	for i, c := range m.Contributors {
		name := oneLine(c.Name)
		if name == "" {
			continue
		}
		kind, id := "dc:contributor", fmt.Sprintf("person-%d", i+1)
		if c.Role == "aut" {
			kind = "dc:creator"
		}
		d.element(kind, name, "id", id)
		if len(c.Role) == 3 && all(c.Role, isLetter) {
			d.element("meta", strings.ToLower(c.Role), "refines", "#"+id, "property", "role", "scheme", "marc:relators")
		}
		if as := oneLine(c.FileAs); as != "" {
			d.refine(id, "file-as", as)
		}
		if len(m.Contributors) > 1 {
			d.refine(id, "display-seq", fmt.Sprint(i+1))
		}
	}
}

func (e *edition) identifier() string { return oneLine(e.book.Meta.Identifier) }

// aboutness writes what Dublin Core has to say about the book.
func (e *edition) aboutness(d *markup) {
	m := &e.book.Meta
	d.element("dc:language", e.language)
	for _, l := range m.Languages {
		if l, ok := language(l); ok {
			d.element("dc:language", l)
		}
	}
	d.some("dc:description", m.Description)
	for _, s := range m.Subjects {
		d.some("dc:subject", s)
	}
	if isDate(m.Published) {
		d.element("dc:date", m.Published)
	}
	d.some("dc:publisher", m.Publisher)
	d.some("dc:source", m.Source)
	d.some("dc:rights", m.Rights)
	d.element("meta", e.modified().Format("2006-01-02T15:04:05Z"), "property", "dcterms:modified")
}

// series writes the series as EPUB 3 has it and as calibre (and with it Kobo
// and many apps) reads it.
func (e *edition) series(d *markup) {
	name, index := oneLine(e.book.Meta.Series), e.book.Meta.SeriesIndex
	if name == "" {
		return
	}
	d.element("meta", name, "property", "belongs-to-collection", "id", "series")
	d.refine("series", "collection-type", "series")
	d.empty("meta", "name", "calibre:series", "content", name)
	if isPosition(index) {
		d.refine("series", "group-position", index)
		d.empty("meta", "name", "calibre:series_index", "content", index)
	}
}

// isDate reports whether s is a year, a month or a day of ISO 8601, as dc:date asks for.
func isDate(s string) bool {
	parts := strings.Split(s, "-")
	for i, p := range parts {
		if i > 2 || !all(p, isDigit) || len(p) != [...]int{4, 2, 2}[i] {
			return false
		}
		if i > 0 && (p == "00" || p > [...]string{"", "12", "31"}[i]) {
			return false
		}
	}
	return true
}

// isPosition reports whether s is whole numbers parted by full stops: "2", "2.5".
func isPosition(s string) bool {
	for p := range strings.SplitSeq(s, ".") {
		if !all(p, isDigit) {
			return false
		}
	}
	return true
}

func (e *edition) manifest(d *markup) {
	d.open("manifest")
	item := func(id, href, mediaType string, more ...string) {
		d.empty("item", append([]string{"id", id, "href", href, "media-type", mediaType}, more...)...)
	}
	item("nav", navFile, "application/xhtml+xml", "properties", "nav")
	item("ncx", ncxFile, "application/x-dtbncx+xml")
	item("style", styleFile, "text/css")
	for i := range e.pages {
		item("page-"+e.pages[i].name, textFolder+e.pages[i].file(), "application/xhtml+xml")
	}
	for i, p := range e.images {
		if p.image == e.cover {
			item("cover-image", imageFolder+p.file, p.image.MediaType, "properties", "cover-image")
			continue
		}
		item(fmt.Sprintf("image-%d", i+1), imageFolder+p.file, p.image.MediaType)
	}
	for i, f := range e.faces.files {
		item(fmt.Sprintf("font-%d", i+1), fontFolder+f.file, "font/ttf")
	}
	d.close("manifest")
}

func (e *edition) spine(d *markup) {
	attrs := []string{"toc", "ncx"}
	if e.book.Meta.Progression == book.RightToLeft {
		attrs = append(attrs, "page-progression-direction", "rtl")
	}
	d.open("spine", attrs...)
	for i := range e.pages {
		d.empty("itemref", "idref", "page-"+e.pages[i].name)
	}
	d.close("spine")
}

// guide names the places that EPUB 2 systems jump to (OPF 2.0.1 section 2.6).
func (e *edition) guide(d *markup) {
	types := map[string]string{"cover": "cover", "titlepage": "title-page", "toc": "toc", "bodymatter": "text"}
	d.open("guide")
	for _, l := range e.landmarks() {
		if t := types[l.kind]; t != "" {
			d.empty("reference", "type", t, "title", l.title, "href", l.href)
		}
	}
	d.close("guide")
}

// A markup is an XML document being written.
type markup struct{ buf []byte }

func (d *markup) line(s string) { d.buf = append(append(d.buf, s...), '\n') }

func (d *markup) tag(name string, attrs []string, end string) {
	d.buf = append(append(d.buf, '<'), name...)
	for i := 0; i+1 < len(attrs); i += 2 {
		d.buf = append(append(append(d.buf, ' '), attrs[i]...), `="`...)
		d.buf = append(xhtml.AppendAttr(d.buf, attrs[i+1]), '"')
	}
	d.buf = append(d.buf, end...)
}

func (d *markup) open(name string, attrs ...string)  { d.tag(name, attrs, ">\n") }
func (d *markup) empty(name string, attrs ...string) { d.tag(name, attrs, "/>\n") }
func (d *markup) close(name string)                  { d.line("</" + name + ">") }

func (d *markup) element(name, text string, attrs ...string) {
	d.tag(name, attrs, ">")
	d.buf = xhtml.AppendText(d.buf, text)
	d.close(name)
}

// some writes an element if there is anything to say in it.
func (d *markup) some(name, text string) {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = oneLine(p)
	}
	if text = strings.TrimSpace(strings.Join(paragraphs, "\n\n")); text != "" {
		d.element(name, text)
	}
}

// refine says more about the element of that id.
func (d *markup) refine(id, property, value string) {
	d.element("meta", value, "refines", "#"+id, "property", property)
}

// setPrefix adds a vocabulary's prefix to the element opened last.
func (d *markup) setPrefix(prefix string) {
	d.buf = append(d.buf[:len(d.buf)-len(">\n")], ` prefix="`+prefix+"\">\n"...)
}
