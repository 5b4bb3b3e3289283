package verify

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A pdf is an open PDF of anybody's making. Its objects are found by reading the file
// from its beginning, not by its cross-references: so a damaged one is read too, and
// the last object of a number counts, as after an update.
type pdf struct {
	data    []byte
	places  map[ref]int // where an object's value begins
	inside  map[ref]any // objects that lay in object streams
	left    int64       // bytes that may still be unpacked
	fonts   map[any]*pdfFont
	catalog dict
	info    dict
	parents map[int]any // what a page's marked contents belong to, see structure
	isNote  map[ref]bool
}

// openPDF reads the text of a PDF's pages, in their order.
func openPDF(ctx context.Context, file []byte) (*Book, error) {
	p := &pdf{data: file, places: map[ref]int{}, inside: map[ref]any{}, left: maxUnpacked, fonts: map[any]*pdfFont{}}
	if err := p.find(ctx); err != nil {
		return nil, err
	}
	if p.catalog == nil {
		return nil, errors.New("the book is damaged: it has no catalog")
	}
	p.structure(p.dict(p.catalog["StructTreeRoot"])["ParentTree"], 0)
	b := &Book{}
	if err := p.pages(ctx, b, p.catalog["Pages"], dict{}, map[ref]bool{}, 0); err != nil {
		return nil, err
	}
	if len(b.Pages) == 0 {
		return nil, errors.New("the book is damaged: it has no pages")
	}
	if p.left < 0 {
		return nil, fmt.Errorf("the book unpacks to more than %d MB, which verify does not read", maxUnpacked>>20)
	}
	if xmp := p.stream(p.catalog["Metadata"]); xmp != nil {
		text := string(xmp)
		if from, to := strings.Index(text, "<pdfaExtension:schemas"), strings.Index(text, "</pdfaExtension:schemas>"); from >= 0 && to > from {
			text = text[:from] + text[to:] // what kinds of metadata there are, not what they say
		}
		var about pour
		about.take(text)
		b.Metadata = about.main.String()
	}
	for _, key := range []name{"Title", "Author", "Subject", "Keywords"} {
		if t, ok := p.value(p.info[key]).(text); ok {
			b.Metadata += "\n" + stringText(t)
		}
	}
	own := p.dict(p.dict(p.dict(p.catalog["PieceInfo"])["Storybind"])["Private"])
	if list := p.stream(own["SetAside"]); list != nil {
		b.Carried = carried(list)
	}
	return b, nil
}

// find notes where the objects are.
func (p *pdf) find(ctx context.Context) error {
	var streams []ref
	var root, info any
	for at := 0; ; {
		n := bytes.Index(p.data[at:], []byte("obj"))
		if n < 0 {
			break
		}
		at += n
		number, ok := objectBefore(p.data, at)
		at += len("obj")
		if !ok {
			continue
		}
		if len(p.places) > maxObjects {
			return fmt.Errorf("the book has more than %d objects, which verify does not read", maxObjects)
		}
		p.places[number] = at
		if err := ctx.Err(); err != nil {
			return err
		}
		s := scanner{p.data, at}
		d, ok := s.value(0).(dict)
		if !ok {
			continue
		}
		switch d["Type"] {
		case name("ObjStm"):
			streams = append(streams, number)
		case name("Catalog"):
			root = number
		case name("XRef"):
			if d["Root"] != nil {
				root, info = d["Root"], d["Info"]
			}
			if d["Encrypt"] != nil {
				return errEncrypted
			}
		}
		if length, ok := d["Length"].(float64); ok && s.next(0) == any(keyword("stream")) && s.at+int(length) < len(p.data) && length >= 0 { // what lies in a stream is no object
			at = s.at + int(length)
		} else if ok {
			at = max(at, s.at-len("endobj"))
		}
	}
	for at := 0; ; { // files of the old kind
		n := bytes.Index(p.data[at:], []byte("trailer"))
		if n < 0 {
			break
		}
		at += n + len("trailer")
		s := scanner{p.data, at}
		if d, ok := s.value(0).(dict); ok {
			if d["Root"] != nil {
				root, info = d["Root"], d["Info"]
			}
			if d["Encrypt"] != nil {
				return errEncrypted
			}
		}
	}
	for _, number := range streams {
		p.unpackObjects(number)
	}
	p.catalog, p.info = p.dict(root), p.dict(info)
	if p.catalog == nil {
		for number, v := range p.inside {
			if d, ok := v.(dict); ok && d["Type"] == name("Catalog") {
				p.catalog = p.dict(number)
			}
		}
	}
	return nil
}

var errEncrypted = errors.New("the book is locked with a password; verify cannot read it")

// objectBefore reads "12 0 " before the word obj.
func objectBefore(data []byte, at int) (ref, bool) {
	i := at
	back := func(is func(byte) bool) int {
		to := i
		for i > 0 && is(data[i-1]) && to-i < 12 {
			i--
		}
		return to
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	back(isSpace)
	if to := back(digit); to == i {
		return 0, false
	}
	if to := back(isSpace); to == i {
		return 0, false
	}
	to := back(digit)
	n, err := strconv.Atoi(string(data[i:to]))
	return ref(n), err == nil
}

// unpackObjects reads an object stream (7.5.7).
func (p *pdf) unpackObjects(number ref) {
	d := p.dict(number)
	data := p.stream(number)
	first, ok1 := p.number(d["First"])
	count, ok2 := p.number(d["N"])
	if !ok1 || !ok2 || int(first) > len(data) || first < 0 {
		return
	}
	head := scanner{data[:int(first)], 0}
	for range int(min(count, maxObjects)) {
		n, ok1 := head.next(0).(float64)
		at, ok2 := head.next(0).(float64)
		if !ok1 || !ok2 || at < 0 || int(first)+int(at) > len(data) {
			return
		}
		if _, there := p.places[ref(n)]; there { // an object of its own
			continue
		}
		s := scanner{data, int(first) + int(at)}
		p.inside[ref(n)] = s.value(0)
	}
}

// value is an object, followed through references.
func (p *pdf) value(v any) any {
	for range 8 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		if at, there := p.places[r]; there {
			s := scanner{p.data, at}
			v = s.value(0)
		} else {
			v = p.inside[r]
		}
	}
	return nil
}

func (p *pdf) dict(v any) dict {
	d, _ := p.value(v).(dict)
	return d
}

func (p *pdf) number(v any) (float64, bool) {
	f, ok := p.value(v).(float64)
	return f, ok
}

func (p *pdf) array(v any) array {
	a, _ := p.value(v).(array)
	return a
}

// stream is the unpacked data of a stream; nil for none.
func (p *pdf) stream(v any) []byte {
	r, ok := v.(ref)
	at, there := p.places[r]
	if !ok || !there || p.left < 0 {
		return nil
	}
	s := scanner{p.data, at}
	d, ok := s.value(0).(dict)
	if !ok || s.next(0) != any(keyword("stream")) {
		return nil
	}
	at = s.at
	if at < len(p.data) && p.data[at] == '\r' {
		at++
	}
	if at < len(p.data) && p.data[at] == '\n' {
		at++
	}
	length, ok := p.number(d["Length"])
	end := at + int(length)
	if !ok || end > len(p.data) || end < at || !bytes.HasPrefix(bytes.TrimLeft(p.data[end:min(len(p.data), end+12)], "\r\n "), []byte("endstream")) {
		n := bytes.Index(p.data[at:], []byte("endstream"))
		if n < 0 {
			return nil
		}
		end = at + n
	}
	data := p.data[at:end]
	filters := array{d["Filter"]}
	if a := p.array(d["Filter"]); a != nil {
		filters = a
	}
	for _, f := range filters {
		switch f = p.value(f); f {
		case nil:
		case name("FlateDecode"), name("Fl"):
			z, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				return nil
			}
			out, _ := io.ReadAll(io.LimitReader(z, p.left+1)) // what can be unpacked of a damaged stream is text too
			if p.left -= int64(len(out)); p.left < 0 {
				return nil
			}
			data = out
		case name("ASCIIHexDecode"), name("AHx"):
			h := scanner{append([]byte("<"), data...), 0}
			data = h.hex()
		default:
			return nil // pictures and old packings
		}
	}
	if parms := p.dict(d["DecodeParms"]); parms["Predictor"] != nil {
		if v, _ := p.number(parms["Predictor"]); v > 1 && d["Type"] != name("XRef") {
			return nil
		}
	}
	return data
}

// pages walks the page tree (7.7.3); resources are handed down.
func (p *pdf) pages(ctx context.Context, b *Book, node any, resources dict, seen map[ref]bool, depth int) error {
	if r, ok := node.(ref); ok {
		if seen[r] {
			return nil
		}
		seen[r] = true
	}
	d := p.dict(node)
	if d == nil || depth > maxNesting {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if own := p.dict(d["Resources"]); own != nil {
		resources = own
	}
	kids := p.array(d["Kids"])
	if d["Type"] != name("Page") && kids != nil {
		for _, k := range kids {
			if err := p.pages(ctx, b, k, resources, seen, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	if d["Type"] != name("Page") && d["Contents"] == nil {
		return nil
	}
	if len(b.Pages) >= maxPages {
		return fmt.Errorf("the book has more than %d pages, which verify does not read", maxPages)
	}
	var content []byte
	if parts := p.array(d["Contents"]); parts != nil {
		for _, part := range parts {
			content = append(append(content, p.stream(part)...), '\n')
		}
	} else {
		content = p.stream(d["Contents"])
	}
	c := &canvas{pdf: p, noted: p.notes(d)}
	c.draw(content, resources, 0)
	c.endLine()
	b.Notes += c.notes.String()
	b.Pages = append(b.Pages, Page{"page " + strconv.Itoa(len(b.Pages)+1), c.out.String()})
	return nil
}

// structure reads the parent tree (14.7.4.4): a page's number leads to the elements to
// which its marked contents belong.
func (p *pdf) structure(node any, depth int) {
	if p.parents == nil {
		p.parents, p.isNote = map[int]any{}, map[ref]bool{}
	}
	d := p.dict(node)
	if d == nil || depth > maxNesting || len(p.parents) > maxObjects {
		return
	}
	nums := p.array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if n, ok := p.number(nums[i]); ok {
			p.parents[int(n)] = nums[i+1]
		}
	}
	for _, k := range p.array(d["Kids"]) {
		p.structure(k, depth+1)
	}
}

// notes are the marked contents of a page that belong to notes, by their numbers.
func (p *pdf) notes(page dict) map[int]bool {
	key, ok := p.number(page["StructParents"])
	if !ok {
		return nil
	}
	out := map[int]bool{}
	for mcid, element := range p.array(p.parents[int(key)]) {
		if r, ok := element.(ref); ok && p.inNote(r, 0) {
			out[mcid] = true
		}
	}
	return out
}

// inNote reports whether an element of the structure is a note or lies in one.
func (p *pdf) inNote(r ref, depth int) bool {
	if is, known := p.isNote[r]; known || depth > maxNesting {
		return is
	}
	d := p.dict(r)
	is := d["S"] == name("Note") || d["S"] == name("FENote")
	if above, ok := d["P"].(ref); ok && !is {
		is = p.inNote(above, depth+1)
	}
	p.isNote[r] = is
	return is
}

// stringText is a text string (7.9.2.2).
func stringText(t text) string {
	if bytes.HasPrefix(t, []byte{0xFE, 0xFF}) {
		var u []uint16
		for i := 2; i+1 < len(t); i += 2 {
			u = append(u, uint16(t[i])<<8|uint16(t[i+1]))
		}
		return string(utf16.Decode(u))
	}
	if rest, ok := bytes.CutPrefix(t, []byte("\xEF\xBB\xBF")); ok {
		return string(rest)
	}
	var b strings.Builder
	for _, c := range t {
		b.WriteRune(rune(c))
	}
	return b.String()
}
