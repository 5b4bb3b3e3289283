package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
)

// check reads go-epub's container of these pages and requires each body to stand
// in its document byte for byte, and nothing but the body.
func check(container []byte, pages []page) error {
	z, err := openZip(container)
	if err != nil {
		return fmt.Errorf("go-epub's container cannot be read: %w", err)
	}
	documents := make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		documents[f.Name] = f
	}
	var buf []byte
	for i := range pages {
		f := documents[packageFolder+"xhtml/"+pages[i].file()]
		if f == nil {
			return fmt.Errorf("go-epub left out %s", pages[i].file())
		}
		if buf, err = unpack(buf, f); err != nil {
			return fmt.Errorf("go-epub's document %s cannot be read: %w", f.Name, err)
		}
		if !holds(buf, pages[i].body) {
			return fmt.Errorf("go-epub changed the text of %s", f.Name)
		}
	}
	return nil
}

// holds reports whether the document has exactly this body.
func holds(document, body []byte) bool {
	_, rest, ok := bytes.Cut(document, []byte(`<body dir="auto">`))
	if !ok {
		return false
	}
	rest, ok = bytes.CutPrefix(bytes.TrimLeft(rest, "\n"), body)
	if !ok {
		return false
	}
	rest, ok = bytes.CutPrefix(bytes.TrimLeft(rest, "\n"), []byte("</body>"))
	return ok && string(bytes.TrimSpace(rest)) == "</html>"
}
