package web

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"

	"storybind/assets"
)

// firstPages makes one document of the first content documents of an EPUB that
// we have just written, with its own stylesheet, fonts and pictures inside. It
// returns the document, and the style in it.
func firstPages(epub []byte) (document []byte, style string, err error) {
	c, err := openEPUB(epub)
	if err != nil {
		return nil, "", err
	}
	style, err = c.style()
	if err != nil {
		return nil, "", err
	}
	head, pages := "", bytes.Buffer{}
	names := c.spine()
	for _, name := range names {
		content, err := c.read(name)
		if err != nil {
			return nil, "", err
		}
		before, rest, ok1 := bytes.Cut(content, []byte("<head>"))
		_, inner, ok2 := bytes.Cut(rest, []byte("<body"))
		_, inner, ok3 := bytes.Cut(inner, []byte(">"))
		end := bytes.LastIndex(inner, []byte("</body>"))
		if !ok1 || !ok2 || !ok3 || end < 0 {
			return nil, "", errors.New("a page of the book has no body")
		}
		if head == "" {
			head = string(before)
		}
		pages.WriteString(`<div class="storybind-page">`)
		pages.Write(c.alone(path.Dir(name), inner[:end]))
		pages.WriteString("</div>\n")
		if pages.Len() > enough {
			break
		}
	}
	var out bytes.Buffer
	out.WriteString(head + "<head><title>Preview</title><style>" + style + "</style></head>\n<body>\n")
	pages.WriteTo(&out)
	out.WriteString("</body>\n</html>\n")
	return out.Bytes(), style, nil
}

// A container is an EPUB that we have written.
type container struct {
	zip  *zip.Reader
	root string // the package document's folder
	opf  packageDocument
}

// A packageDocument is what a preview needs of it.
type packageDocument struct {
	Items []struct {
		ID        string `xml:"id,attr"`
		Href      string `xml:"href,attr"`
		MediaType string `xml:"media-type,attr"`
	} `xml:"manifest>item"`
	Refs []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

func openEPUB(epub []byte) (*container, error) {
	z, err := zip.NewReader(bytes.NewReader(epub), int64(len(epub)))
	if err != nil {
		return nil, err
	}
	c := &container{zip: z}
	content, err := c.read("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	var roots struct {
		Files []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := xml.Unmarshal(content, &roots); err != nil || len(roots.Files) == 0 {
		return nil, errors.New("the book names no package document")
	}
	c.root = path.Dir(roots.Files[0].Path)
	if content, err = c.read(roots.Files[0].Path); err != nil {
		return nil, err
	}
	return c, xml.Unmarshal(content, &c.opf)
}

func (c *container) read(name string) ([]byte, error) {
	f, err := c.zip.Open(name)
	if err != nil {
		return nil, errors.New("the book lacks its part " + name)
	}
	defer f.Close()
	return io.ReadAll(f)
}

// spine are the content documents' names in reading order.
func (c *container) spine() []string {
	href := map[string]string{}
	for _, i := range c.opf.Items {
		href[i.ID] = i.Href
	}
	var out []string
	for _, r := range c.opf.Refs {
		out = append(out, path.Join(c.root, href[r.ID]))
	}
	return out
}

// style is the book's stylesheet with its fonts inside, and what makes pages of
// the sections on a screen.
func (c *container) style() (string, error) {
	var out strings.Builder
	for _, i := range c.opf.Items {
		if i.MediaType != "text/css" {
			continue
		}
		name := path.Join(c.root, i.Href)
		content, err := c.read(name)
		if err != nil {
			return "", err
		}
		out.Write(fontURL.ReplaceAllFunc(content, func(m []byte) []byte {
			return []byte(`url("` + c.dataURL(path.Join(path.Dir(name), string(fontURL.FindSubmatch(m)[1]))) + `")`)
		}))
	}
	screen, err := assets.Web.ReadFile("web/preview.css")
	if err != nil {
		return "", err
	}
	out.Write(screen)
	style := out.String()
	if strings.ContainsAny(style, "<&") {
		return "", errors.New("the book's stylesheet cannot stand in a page")
	}
	return style, nil
}

var (
	fontURL    = regexp.MustCompile(`url\("([^"]+)"\)`)
	pictureURL = regexp.MustCompile(`(<img\b[^>]*? src=")([^"]*)"`)
	linkURL    = regexp.MustCompile(`(<a\b[^>]*?) href="[^"]*"`)
)

// alone makes a page's body stand alone: its pictures inside, its links leading
// nowhere. In well-formed XHTML a "<" begins a tag and nothing else.
func (c *container) alone(folder string, inner []byte) []byte {
	inner = linkURL.ReplaceAll(inner, []byte("$1"))
	return pictureURL.ReplaceAllFunc(inner, func(m []byte) []byte {
		sub := pictureURL.FindSubmatch(m)
		return []byte(string(sub[1]) + c.dataURL(path.Join(folder, string(sub[2]))) + `"`)
	})
}

// dataURL is a part of the book as an address of its own.
func (c *container) dataURL(name string) string {
	content, err := c.read(name)
	if err != nil {
		return "data:,"
	}
	mediaType := "application/octet-stream"
	for _, i := range c.opf.Items {
		if path.Join(c.root, i.Href) == name {
			mediaType = i.MediaType
		}
	}
	return "data:" + mediaType + ";base64," + base64.StdEncoding.EncodeToString(content)
}
