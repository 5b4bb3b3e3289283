package epub

import (
	"bytes"
	"runtime"
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

// A container holds at most so many pages, because go-epub goes through all the
// pages that it has for each one that it is given (thousands would take minutes),
// and as a rule not more bytes than this, so that one is checked while the next is built.
const (
	pagesPerContainer = 128
	bytesPerContainer = 256 << 10
)

// chunks shares the pages out to containers.
func chunks(pages []page) [][]page {
	var out [][]page
	from, size := 0, 0
	for i := range pages {
		if i > from && (i-from == pagesPerContainer || size+len(pages[i].body) > bytesPerContainer) {
			out = append(out, pages[from:i])
			from, size = i, 0
		}
		size += len(pages[i].body)
	}
	return append(out, pages[from:])
}

// contain lets go-epub build a container: the media type's entry, container.xml,
// and a document around each body. Its package document, nav document and NCX
// change from run to run and lack what a good book has, so finish writes those
// itself (and puts our own head and tail around the bodies). The stylesheet is
// ours as well: it is compressed once for many books.
//
// It gets nothing of the story but the bodies: a name or an address it would
// fetch, from the disk or the network. What goes wrong while it writes a document
// it only logs; check finds that out.
func contain(pages []page) ([]byte, error) {
	g, err := goepub.NewEpub("")
	if err != nil {
		return nil, err
	}
	size := 1 << 14
	for i := range pages {
		size += len(pages[i].body)/2 + 1024
		if _, err := g.AddSection(string(pages[i].body), "", pages[i].file(), ""); err != nil {
			return nil, err
		}
	}
	buf := bytes.NewBuffer(make([]byte, 0, size))
	building.Lock()
	defer building.Unlock()
	if _, err := g.WriteTo(buf); err != nil {
		useStore() // an empty one
		return nil, err
	}
	return buf.Bytes(), nil
}

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
