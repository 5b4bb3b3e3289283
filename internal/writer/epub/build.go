package epub

import (
	"context"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/face"
	"storybind/internal/parallel"
	"storybind/internal/xhtml"
)

// bytesAtOnce is about how many bytes of bodies there are at a time. Nearly every book has
// fewer, and is built in one run; what is many times as long as a novel is built in runs
// of pages, because its markup may take five times the bytes of its text.
var bytesAtOnce = 4 << 20 // a test asks for fewer

// runs shares the pages out to runs, each given by its first page and the one after its last.
func (e *edition) runs() [][2]int {
	var out [][2]int
	from, size := 0, 0
	for i := range e.pages {
		if size > bytesAtOnce {
			out = append(out, [2]int{from, i})
			from, size = i, 0
		}
		size += e.pages[i].Size
	}
	return append(out, [2]int{from, len(e.pages)})
}

// build builds the pages, run by run, and what stands beside them. It returns the first
// of go-epub's containers and the finished documents.
func (e *edition) build(ctx context.Context, w *Writer, family *face.Family) (container []byte, documents []entry, err error) {
	documents = make([]entry, len(e.pages))
	sections := e.sections()
	drawn := make([]book.Digest, len(sections))
	draw := e.drawing(w.kobo)
	var buf []byte
	var missing []rune
	runs := e.runs()
	for n, run := range runs {
		pages := e.pages[run[0]:run[1]]
		buf = draw.bodies(buf[:0], pages)
		e.used = draw.Used
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		beside := []func() error{func() error {
			e.characters.count(pages)
			if n < len(runs)-1 {
				return nil
			}
			return e.chooseFaces(w, family)
		}}
		if n == 0 && e.cover != nil && e.cover.Data == nil {
			beside = append(beside, func() (err error) {
				missing, err = e.drawCover(family)
				return err
			})
		}
		for k, s := range sections {
			if from, to := max(s[0], run[0]), min(s[1], run[1]); from < to {
				beside = append(beside, func() (err error) {
					for i := from; i < to && err == nil; i++ {
						documents[i] = e.document(&e.pages[i])
						err = readDocument(documents[i], &drawn[k])
					}
					return err
				})
			}
		}
		first, err := buildRun(pages, beside)
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, nil, err
		}
		if n == 0 {
			container = first
		}
		for i := range pages {
			pages[i].body = nil
		}
	}
	e.drawn = make(map[string]book.Digest, len(sections))
	for n, pages := range sections {
		if s := e.pages[pages[0]].Section; s != nil {
			e.drawn[s.ID] = drawn[n]
		}
	}
	if len(missing) > 0 {
		e.remark(diag.Note, "cover-letters", "the cover is without the lines that hold "+sample(missing)+", which no bundled font has",
			"--no-cover leaves the cover out")
	}
	return container, documents, nil
}

// buildRun makes at once whatever does not wait for something else: go-epub's containers
// of the pages, which can only be built in turn; and what is done beside: faces and cover;
// the finished pages, each read back as soon as it is compressed. As the containers become
// ready, what they hold is checked, and only the first is kept: this waits for their
// building, which has a lower number (see parallel.Do).
func buildRun(pages []page, beside []func() error) (first []byte, err error) {
	parts := chunks(pages)
	type container struct {
		file  []byte
		pages []page
	}
	built := make(chan container, len(parts))
	works := append([]func() error{func() error {
		defer close(built)
		for i, part := range parts {
			file, err := contain(part)
			if err != nil {
				return err
			}
			if i == 0 {
				first = file
			}
			built <- container{file, part}
		}
		return nil
	}}, beside...)
	for range parts {
		works = append(works, func() error {
			if c, ok := <-built; ok { // else the containers' own error is told
				return check(c.file, c.pages)
			}
			return nil
		})
	}
	err = parallel.Do(len(works), 0, func(i int) error { return works[i]() })
	return first, err
}

// A drawing writes the bodies of pages, one after the other.
type drawing struct {
	*xhtml.Renderer
	kobo  bool
	plain []byte // the body of a page before Kobo's spans are put into it
}

func (e *edition) drawing(kobo bool) *drawing {
	return &drawing{&xhtml.Renderer{Links: e.links(), RightToLeft: e.book.Meta.Progression == book.RightToLeft, Cast: book.CastOf(e.book)}, kobo, nil}
}

// bodies writes the pages' bodies into buf, which it returns.
func (d *drawing) bodies(buf []byte, pages []page) []byte {
	size := 4096
	for i := range pages {
		size += pages[i].Size + len(pages[i].body)
	}
	if cap(buf) < size {
		buf = make([]byte, 0, size)
	}
	ends := make([]int, len(pages))
	for i := range pages {
		buf = d.body(buf, &pages[i])
		ends[i] = len(buf)
	}
	from := 0
	for i, end := range ends {
		pages[i].body = buf[from:end:end]
		from = end
	}
	return buf
}

// body appends a page's body; that of the cover's page stands there already.
func (d *drawing) body(buf []byte, p *page) []byte {
	switch {
	case p.Section == nil && d.kobo:
		return xhtml.KoboSpans(buf, p.body)
	case p.Section == nil:
		return append(buf, p.body...)
	case d.kobo:
		d.plain = d.Append(d.plain[:0], p.Stretch)
		return xhtml.KoboSpans(buf, d.plain)
	}
	return d.Append(buf, p.Stretch)
}
