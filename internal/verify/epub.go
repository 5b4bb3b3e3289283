package verify

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
)

// CarriedFile is where an EPUB carries its list.
const CarriedFile = "META-INF/storybind.json"

// An epub is an open EPUB of anybody's making.
type epub struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

// openEPUB reads the documents of an EPUB in the order of its spine.
func openEPUB(ctx context.Context, file []byte) (*Book, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("the book is damaged: %w", err)
	}
	e := &epub{files: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range z.File {
		e.files[f.Name] = f
	}
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := e.xml("META-INF/container.xml", &container); err != nil {
		return nil, err
	}
	if len(container.Roots) == 0 {
		return nil, errors.New("the book names no package document")
	}
	root := container.Roots[0].Path
	var opf struct {
		Metadata struct {
			Text string `xml:",innerxml"`
		} `xml:"metadata"`
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
			Kind string `xml:"media-type,attr"`
		} `xml:"manifest>item"`
		Refs []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	if err := e.xml(root, &opf); err != nil {
		return nil, err
	}
	if len(opf.Refs) > maxPages {
		return nil, fmt.Errorf("the book has %d documents, more than verify reads", len(opf.Refs))
	}
	hrefs := map[string]string{}
	for _, it := range opf.Items {
		if name, err := url.PathUnescape(it.Href); err == nil {
			hrefs[it.ID] = path.Join(path.Dir(root), name)
		}
	}
	b := &Book{}
	var notes strings.Builder
	for _, ref := range opf.Refs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		name := hrefs[ref.ID]
		doc, err := e.read(name)
		if err != nil {
			return nil, err
		}
		var p pour
		p.take(string(doc))
		b.Pages = append(b.Pages, Page{name, p.main.String()})
		notes.WriteString(p.notes.String())
	}
	b.Notes = notes.String()
	var about pour
	about.take(opf.Metadata.Text)
	b.Metadata = about.main.String() + " " + contents(opf.Metadata.Text)
	if e.files[CarriedFile] != nil {
		list, err := e.read(CarriedFile)
		if err != nil {
			return nil, err
		}
		b.Carried = carried(list)
	}
	return b, nil
}

// contents are the values of <meta content="…"/>, where EPUB 2 has a series.
func contents(metadata string) string {
	var out []string
	for rest := metadata; ; {
		n := strings.Index(rest, "<meta ")
		if n < 0 {
			return strings.Join(out, "\n")
		}
		rest = rest[n+1:]
		end := strings.IndexByte(rest, '>')
		if end < 0 {
			end = len(rest)
		}
		if v := attribute(rest[:end], "content"); v != "" {
			out = append(out, v)
		}
	}
}

func (e *epub) xml(name string, to any) error {
	data, err := e.read(name)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if err := d.Decode(to); err != nil {
		return fmt.Errorf("%s in the book cannot be read: %w", name, err)
	}
	return nil
}

// read unpacks a file of the book, within what a book may cost.
func (e *epub) read(name string) ([]byte, error) {
	f := e.files[name]
	if f == nil {
		return nil, fmt.Errorf("the book is damaged: it has no file %q", name)
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s in the book cannot be read: %w", name, err)
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, e.left+1))
	if err != nil {
		return nil, fmt.Errorf("%s in the book cannot be read: %w", name, err)
	}
	if e.left -= int64(len(data)); e.left < 0 {
		return nil, fmt.Errorf("the book unpacks to more than %d MB, which verify does not read", maxUnpacked>>20)
	}
	return data, nil
}
