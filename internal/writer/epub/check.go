package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
)

// check reads go-epub's containers and requires each body to stand in its
// document byte for byte, and nothing but the body.
func (e *edition) check(containers [][]byte) error {
	bodies := make(map[string][]byte, len(e.pages))
	for i := range e.pages {
		bodies[packageFolder+"xhtml/"+e.pages[i].file()] = e.pages[i].body
	}
	var buf []byte
	for _, container := range containers {
		z, err := zip.NewReader(bytes.NewReader(container), int64(len(container)))
		if err != nil {
			return fmt.Errorf("go-epub's container cannot be read: %w", err)
		}
		for _, f := range z.File {
			body, ok := bodies[f.Name]
			if !ok {
				continue
			}
			delete(bodies, f.Name)
			if buf, err = unpack(buf, f); err != nil {
				return fmt.Errorf("go-epub's document %s cannot be read: %w", f.Name, err)
			}
			if !holds(buf, body) {
				return fmt.Errorf("go-epub changed the text of %s", f.Name)
			}
		}
	}
	for i := range e.pages { // in order, so that the same book gives the same message
		if _, missing := bodies[packageFolder+"xhtml/"+e.pages[i].file()]; missing {
			return fmt.Errorf("go-epub left out %s", e.pages[i].file())
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
