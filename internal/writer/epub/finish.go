package epub

import (
	"archive/zip"
	"fmt"
	"slices"
	"time"

	"storybind/internal/book"
	"storybind/internal/xhtml"
)

// finish makes an EPUB of go-epub's container: zip bytes in, zip bytes out. Taken
// over as they are, compressed already: the media type's entry and container.xml.
// The documents come from documents; everything else is written here. The order
// of the entries is that of reading.
func (e *edition) finish(container []byte, documents []entry) ([]byte, error) {
	taken, err := take(container, "mimetype", "META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	mimetype := taken[0]
	if string(mimetype.raw) != Format.MediaType || mimetype.method != zip.Store {
		return nil, fmt.Errorf("go-epub's container begins with %q", mimetype.raw)
	}
	out := make([]entry, 0, len(documents)+len(e.images)+16)
	out = append(out, mimetype, taken[1])
	out = append(out, e.faces.meta()...)
	out = append(out,
		deflatedBy("META-INF/storybind.json", 1024, func(put func([]byte)) { book.Record(e.book, put) }), // for storybind verify
		deflated(packageFolder+packageFile, e.packageDocument()),
		deflated(packageFolder+navFile, e.navDocument()),
		deflated(packageFolder+ncxFile, e.ncx()),
		e.style())
	out = append(out, documents...)
	for _, p := range e.images {
		out = append(out, stored(packageFolder+imageFolder+p.file, p.image.Data))
	}
	out = append(out, e.faces.entries()...)
	file, err := pack(out, e.modified())
	if err != nil {
		return nil, err
	}
	return file, readBack(file, out)
}

// take picks entries of a zip file, without unpacking them.
func take(file []byte, names ...string) ([]entry, error) {
	all, err := entries(file)
	if err != nil {
		return nil, fmt.Errorf("go-epub's container cannot be read: %w", err)
	}
	out := make([]entry, len(names))
	for i, name := range names {
		at := slices.IndexFunc(all, func(e entry) bool { return e.name == name })
		if at < 0 {
			return nil, fmt.Errorf("go-epub left out %s", name)
		}
		out[i] = all[at]
	}
	return out, nil
}

func (e *edition) modified() time.Time {
	if t := e.book.Meta.Modified; !t.IsZero() {
		return t.UTC()
	}
	return epoch
}

// document puts head and tail around a page's body and compresses it.
func (e *edition) document(p *page) entry {
	lang := e.language
	if p.Section != nil && p.Section.Story != nil {
		if own, ok := language(p.Section.Story.Language); ok {
			lang = own
		}
	}
	head := append(e.head(nil, p.title, "../"+styleFile, lang), `<body epub:type="`...)
	head = append(append(head, p.region...), "matter\">\n"...)
	return deflated(packageFolder+textFolder+p.file(), head, p.body, []byte("\n</body>\n</html>\n"))
}

// head appends an XHTML document up to the start of its body. The declaration
// names the encoding: Kindle's converter guesses without it.
func (e *edition) head(dst []byte, title, style, lang string) []byte {
	dst = append(dst, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n"+
		`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="`...)
	dst = append(dst, lang...)
	dst = append(dst, `" xml:lang="`...)
	dst = append(dst, lang...)
	if e.book.Meta.Progression == book.RightToLeft {
		dst = append(dst, `" dir="rtl`...)
	}
	dst = append(dst, "\">\n<head>\n<title>"...)
	dst = xhtml.AppendText(dst, title)
	dst = append(dst, "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\""...)
	dst = append(dst, style...)
	return append(dst, "\"/>\n</head>\n"...)
}
