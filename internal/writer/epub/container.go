package epub

import (
	"bytes"
	"encoding/base64"

	goepub "github.com/go-shiori/go-epub"
)

// Folders of the container, seen from the package document.
const (
	packageFolder = "EPUB/" // go-epub's container.xml names it
	textFolder    = "text/"
	styleFile     = "css/book.css"
	imageFolder   = "images/"
	fontFolder    = "fonts/"
)

// contain lets go-epub build a container: the media type's entry, container.xml,
// the stylesheet, and a document around each body. Its package document, nav
// document and NCX change from run to run and lack what a good book has, so
// finish writes those itself (and puts our own head and tail around the bodies).
//
// It gets nothing of the story but the bodies, and the stylesheet as a data URL:
// whatever is not a data URL it would fetch, from the disk or the network. It
// writes each book into a folder under TMPDIR and removes it again. What goes
// wrong while it writes a document it only logs; check finds that out.
func (e *edition) contain() ([]byte, error) {
	g, err := goepub.NewEpub("")
	if err != nil {
		return nil, err
	}
	style, err := g.AddCSS("data:text/css;base64,"+base64.StdEncoding.EncodeToString([]byte(e.style())), "book.css")
	if err != nil {
		return nil, err
	}
	size := 1 << 16
	for i := range e.pages {
		p := &e.pages[i]
		size += len(p.body)/2 + 1024
		if _, err := g.AddSection(string(p.body), "", p.file(), style); err != nil {
			return nil, err
		}
	}
	buf := bytes.NewBuffer(make([]byte, 0, size))
	if _, err := g.WriteTo(buf); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
