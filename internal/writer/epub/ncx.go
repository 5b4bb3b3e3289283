package epub

import (
	"strconv"
	"strings"

	"storybind/internal/book"
	"storybind/internal/xhtml"
)

const ncxFile = "toc.ncx"

// ncx is the contents for EPUB 2 systems (OPF 2.0.1 section 2.4.1): the entries
// of the nav document, with a play order that has no gaps, since Kindle's
// converter stops at one.
func (e *edition) ncx() []byte {
	d := &markup{}
	d.line(`<?xml version="1.0" encoding="utf-8"?>`)
	d.open("ncx", "xmlns", "http://www.daisy.org/z3986/2005/ncx/", "version", "2005-1", "xml:lang", e.language)
	d.open("head")
	for _, m := range [][2]string{
		{"dtb:uid", e.identifier()}, {"dtb:depth", strconv.Itoa(max(depth(e.contents), 1))}, {"dtb:totalPageCount", "0"}, {"dtb:maxPageNumber", "0"},
	} {
		d.empty("meta", "name", m[0], "content", m[1])
	}
	d.close("head")
	text := func(element, s string) {
		d.open(element)
		d.element("text", s)
		d.close(element)
	}
	text("docTitle", e.title)
	if names := e.book.Meta.Authors(); len(names) > 0 {
		text("docAuthor", oneLine(strings.Join(names, ", ")))
	}
	d.open("navMap")
	order := 0
	var points func([]xhtml.Entry)
	points = func(es []xhtml.Entry) {
		for _, en := range es {
			order++
			n := strconv.Itoa(order)
			d.open("navPoint", "id", "point-"+n, "playOrder", n)
			label := en.Title
			if en.By != "" {
				label += book.Between + en.By
			}
			text("navLabel", label)
			d.empty("content", "src", en.Href)
			points(en.Entries)
			d.close("navPoint")
		}
	}
	points(e.contents)
	d.close("navMap")
	d.close("ncx")
	return d.buf
}

func depth(es []xhtml.Entry) int {
	deepest := 0
	for _, en := range es {
		deepest = max(deepest, 1+depth(en.Entries))
	}
	return deepest
}
