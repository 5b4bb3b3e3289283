package pdf

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
)

// creator is named as program and as producer: no version, so that a book does
// not change when nothing about it has.
const creator = "storybind"

// title stands in the window bar; a document must have one there (ISO 14289-1, 7.1).
func title(m *book.Metadata) string {
	switch {
	case m.Filed != "":
		return m.Filed
	case m.Title == "":
		return book.Untitled
	}
	return m.Title
}

// longestEntry keeps a string of Info below what ISO 19005-2 (6.1.13) lets it have.
const longestEntry = 8000

// information writes the Info dictionary (14.3.3). What it says, XMP says too.
func information(s *syntax, m *book.Metadata, print bool) {
	entry := func(key, value string) {
		if value != "" {
			s.name(key).text(clip(value, longestEntry))
		}
	}
	s.raw("<<")
	entry("Author", strings.Join(m.Authors(), ", "))
	if !m.Modified.IsZero() {
		entry("CreationDate", m.Modified.UTC().Format("D:20060102150405Z"))
	}
	entry("Creator", creator)
	entry("Keywords", strings.Join(m.Subjects, ", "))
	if !m.Modified.IsZero() {
		entry("ModDate", m.Modified.UTC().Format("D:20060102150405Z"))
	}
	entry("Producer", creator)
	entry("Subject", m.Description)
	entry("Title", title(m))
	if print {
		s.raw("/Trapped/False")
	}
	s.raw(">>")
}

// xmp is the metadata stream (14.3.2, ISO 16684-1), with the marks of PDF/UA-1
// and PDF/A-2a if the file conforms to them, and that of PDF/X-4 if it is for a printer.
func xmp(m *book.Metadata, conforms, print bool) []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` + "\n" +
		` xmlns:calibre="http://calibre-ebook.com/xmp-namespace" xmlns:calibreSI="http://calibre-ebook.com/xmp-namespace-series-index">` + "\n")
	list := func(name, kind string, values ...string) {
		var items strings.Builder
		for _, v := range values {
			if v == "" {
				continue
			}
			language := ""
			if kind == "Alt" {
				language = ` xml:lang="x-default"`
			}
			items.WriteString("<rdf:li" + language + ">" + escape(clip(v, longestEntry)) + "</rdf:li>")
		}
		if items.Len() > 0 {
			b.WriteString("<" + name + "><rdf:" + kind + ">" + items.String() + "</rdf:" + kind + "></" + name + ">\n")
		}
	}
	plain := func(name, value string) {
		if value != "" {
			b.WriteString("<" + name + ">" + escape(clip(value, longestEntry)) + "</" + name + ">\n")
		}
	}
	var others []string
	for _, c := range m.Contributors {
		if c.Role != "aut" {
			others = append(others, c.Name)
		}
	}
	var sorted []string
	for _, c := range m.Contributors {
		if c.Role == "aut" && c.FileAs != "" {
			sorted = append(sorted, c.FileAs)
		}
	}
	// What Dublin Core has no place for, as calibre writes and reads it.
	plain("calibre:author_sort", strings.Join(sorted, " & "))
	if m.Series != "" {
		b.WriteString("<calibre:series rdf:parseType=\"Resource\"><rdf:value>" + escape(clip(m.Series, longestEntry)) + "</rdf:value>")
		if m.SeriesIndex != "" {
			b.WriteString("<calibreSI:series_index>" + escape(clip(m.SeriesIndex, longestEntry)) + "</calibreSI:series_index>")
		}
		b.WriteString("</calibre:series>\n")
	}
	if m.TitleSort != "" && m.TitleSort != title(m) {
		plain("calibre:title_sort", m.TitleSort)
	}
	list("dc:contributor", "Bag", others...)
	list("dc:creator", "Seq", m.Authors()...)
	list("dc:date", "Seq", m.Published)
	list("dc:description", "Alt", m.Description)
	plain("dc:format", "application/pdf")
	plain("dc:identifier", m.Identifier)
	list("dc:language", "Bag", append([]string{m.Language}, m.Languages...)...)
	list("dc:publisher", "Bag", m.Publisher)
	list("dc:rights", "Alt", m.Rights)
	plain("dc:source", m.Source)
	list("dc:subject", "Bag", m.Subjects...)
	list("dc:title", "Alt", title(m))
	plain("pdf:Keywords", strings.Join(m.Subjects, ", "))
	plain("pdf:Producer", creator)
	if conforms {
		plain("pdfaid:conformance", "A")
		plain("pdfaid:part", "2")
		plain("pdfuaid:part", "1")
		b.WriteString(declaration(print))
	}
	if print {
		b.WriteString(printMetadata(m))
	}
	if !m.Modified.IsZero() {
		date := m.Modified.UTC().Format("2006-01-02T15:04:05Z")
		plain("xmp:CreateDate", date)
		plain("xmp:CreatorTool", creator)
		plain("xmp:MetadataDate", date)
		plain("xmp:ModifyDate", date)
	} else {
		plain("xmp:CreatorTool", creator)
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// declaration tells readers of PDF/A what the marks of PDF/UA and PDF/X and calibre's entries
// are: ISO 19005-2, 6.6.2.3.3, asks that of every schema it does not know itself.
func declaration(print bool) string {
	schemas := schema("PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
		property{"part", "Integer", "internal", "part of ISO 14289 to which the file conforms"})
	if print {
		schemas += schema("Adobe's PDF schema", "http://ns.adobe.com/pdf/1.3/", "pdf",
			property{"Trapped", "Text", "internal", "whether the pages are trapped"}) +
			schema("PDF/X identification schema", "http://www.npes.org/pdfx/ns/id/", "pdfxid",
				property{"GTS_PDFXVersion", "Text", "internal", "version of PDF/X to which the file conforms"})
	}
	return `<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
		` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag>` +
		schemas +
		schema("calibre's metadata", "http://calibre-ebook.com/xmp-namespace", "calibre",
			property{"author_sort", "Text", "external", "the authors as they are filed"},
			property{"series", "Text", "external", "the series that the book belongs to"},
			property{"title_sort", "Text", "external", "the title as it is filed"}) +
		"</rdf:Bag></pdfaExtension:schemas>\n"
}

// A property is an entry of a schema.
type property struct{ name, kind, category, description string }

// schema describes a schema and its properties.
func schema(name, namespace, prefix string, properties ...property) string {
	var b strings.Builder
	b.WriteString(`<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>` + name + `</pdfaSchema:schema>` +
		`<pdfaSchema:namespaceURI>` + namespace + `</pdfaSchema:namespaceURI><pdfaSchema:prefix>` + prefix + `</pdfaSchema:prefix>` +
		`<pdfaSchema:property><rdf:Seq>`)
	for _, p := range properties {
		b.WriteString(`<rdf:li rdf:parseType="Resource"><pdfaProperty:name>` + p.name + `</pdfaProperty:name>` +
			`<pdfaProperty:valueType>` + p.kind + `</pdfaProperty:valueType><pdfaProperty:category>` + p.category + `</pdfaProperty:category>` +
			`<pdfaProperty:description>` + p.description + `</pdfaProperty:description></rdf:li>`)
	}
	b.WriteString(`</rdf:Seq></pdfaSchema:property></rdf:li>`)
	return b.String()
}

// escape writes text for XML 1.0, without the characters that it cannot hold.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '\t', r == '\n':
			b.WriteRune(r)
		case r < ' ', r == utf8.RuneError, r == 0xFFFE, r == 0xFFFF:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
