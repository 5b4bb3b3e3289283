package epub

import (
	"bytes"
	"runtime"
	"strings"
	"sync"

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

// A container holds, as a rule, no more bytes of bodies than this, so that one is
// checked while the next is built.
const bytesPerContainer = 256 << 10

// chunks shares the pages out to containers.
func chunks(pages []page) [][]page {
	var out [][]page
	from, size := 0, 0
	for i := range pages {
		if i > from && size+len(pages[i].body) > bytesPerContainer {
			out = append(out, pages[from:i])
			from, size = i, 0
		}
		size += len(pages[i].body)
	}
	return append(out, pages[from:])
}

// contain lets go-epub build a container: the media type's entry, container.xml,
// and a document of the pages' bodies, one after the other (with a document each
// a short story takes a third more time, and go-epub minutes for thousands of
// pages). Its package document, nav document and NCX change from run to run and
// lack what a good book has, so finish writes those itself, and shares the bodies
// out to documents with our own head and tail. The stylesheet is ours as well: it
// is compressed once for many books.
//
// It gets nothing of the story but the bodies: a name or an address it would
// fetch, from the disk or the network. What goes wrong while it writes a document
// it only logs; check finds that out.
func contain(pages []page) ([]byte, error) {
	g, err := goepub.NewEpub("")
	if err != nil {
		return nil, err
	}
	size := 0
	for i := range pages {
		size += len(pages[i].body)
	}
	var bodies strings.Builder
	bodies.Grow(size)
	for i := range pages {
		bodies.Write(pages[i].body)
	}
	if _, err := g.AddSection(bodies.String(), "", bodiesFile, ""); err != nil {
		return nil, err
	}
	buf := bytes.NewBuffer(make([]byte, 0, bodies.Len()/2+4096))
	building.Lock()
	defer building.Unlock()
	if _, err := g.WriteTo(buf); err != nil {
		useStore() // an empty one
		return nil, err
	}
	return buf.Bytes(), nil
}

// bodiesFile is the document of all bodies in go-epub's container.
const bodiesFile = "bodies.xhtml"

// go-epub writes a container's files into a store that all containers share, and
// removes them again. On the disk that takes most of the time that a short story
// needs, and a kill leaves the files behind; in memory the store cannot serve
// two at once, so containers are built in turn.
var building sync.Mutex

func init() { useStore() }

// useStore gives go-epub a store in memory. On Windows it would look there for names
// with the other slash than it wrote, and leave everything out: it keeps to the disk.
func useStore() {
	if runtime.GOOS != "windows" {
		goepub.Use(goepub.MemoryFS)
	}
}
