package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"storybind/internal/book"
	"storybind/internal/typeset"
	"storybind/internal/writer"
)

// A finished is a file of ours, read without any repairing: each object where the
// cross-reference stream says that it is.
type finished struct {
	t       testing.TB
	bytes   []byte
	table   []value // by number
	trailer dict
	catalog dict
	pages   []dict
	numbers []ref // of the pages
	result  writer.Result
}

// writePages writes and reads back; the first error ends the test.
func writePages(t testing.TB, doc *typeset.Document, b *book.Book) *finished {
	t.Helper()
	var out bytes.Buffer
	result, err := write(context.Background(), &out, doc, b, false)
	if err != nil {
		t.Fatal(err)
	}
	f := &finished{t: t, bytes: out.Bytes(), result: result}
	f.read()
	f.catalog = f.dict(f.trailer["Root"])
	f.walk(f.catalog["Pages"], nil)
	return f
}

// read reads all objects (ISO 32000-1, 7.5.7 and 7.5.8).
func (f *finished) read() {
	f.t.Helper()
	if !bytes.HasPrefix(f.bytes, []byte("%PDF-1.7\n")) && !bytes.HasPrefix(f.bytes, []byte("%PDF-1.6\n")) {
		f.t.Fatalf("the file begins %.20q", f.bytes)
	}
	_, end, _ := strings.Cut(string(f.bytes[max(0, len(f.bytes)-40):]), "startxref\n")
	start, err := strconv.Atoi(strings.TrimSuffix(end, "\n%%EOF\n"))
	if err != nil || start > len(f.bytes) {
		f.t.Fatalf("the file ends %q", end)
	}
	number, _, _ := bytes.Cut(f.bytes[start:], []byte(" "))
	n, _ := strconv.Atoi(string(number))
	table := f.objectAt(start, n).(stream)
	f.trailer = table.dict
	size, _ := strconv.Atoi(string(table.dict.number("Size")))
	rows := f.unpack(table)
	const width = 1 + 5 + 2
	if fmt.Sprint(table.dict["W"]) != "[1 5 2]" || len(rows) != width*size || size != n+1 {
		f.t.Fatalf("the table of %d objects has %d bytes: %v", size, len(rows), table.dict)
	}
	f.table = make([]value, size)
	for i := range f.table {
		row := rows[i*width:][:width]
		if place := int(be.Uint64(append([]byte{0, 0, 0}, row[1:6]...))); row[0] == 1 {
			f.table[i] = f.objectAt(place, i)
		}
	}
	for i := range f.table {
		row := rows[i*width:][:width]
		if row[0] != 2 {
			continue
		}
		holder := f.table[be.Uint32(row[2:6])].(stream)
		content := f.unpack(holder)
		first, _ := strconv.Atoi(string(holder.dict.number("First")))
		head := strings.Fields(string(content[:first]))
		k := 2 * int(be.Uint16(row[6:8]))
		at, err := strconv.Atoi(head[k+1])
		if err != nil || head[k] != strconv.Itoa(i) {
			f.t.Fatalf("object %d is not in its object stream", i)
		}
		r := &valueReader{b: content[first+at:]}
		if f.table[i] = r.value(0); r.err != nil {
			f.t.Fatalf("object %d: %v", i, r.err)
		}
	}
	for i, v := range f.table {
		if s, ok := v.(stream); ok {
			f.unpack(s)
		} else if v == nil && i > 0 {
			f.t.Fatalf("there is no object %d", i)
		}
	}
}

func (f *finished) objectAt(place, n int) value {
	f.t.Helper()
	r := &valueReader{b: f.bytes[place:]}
	v := r.object(n)
	if r.err != nil {
		f.t.Fatalf("object %d: %v", n, r.err)
	}
	return v
}

// unpack is the stream's content.
func (f *finished) unpack(s stream) []byte {
	f.t.Helper()
	switch s.dict["Filter"] {
	case nil, name("DCTDecode"):
		return s.data
	case name("FlateDecode"):
	default:
		f.t.Fatalf("the filter %v", s.dict["Filter"])
	}
	z, err := zlib.NewReader(bytes.NewReader(s.data))
	if err != nil {
		f.t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		f.t.Fatal(err)
	}
	parms, _ := s.dict["DecodeParms"].(dict)
	if parms.number("Predictor") != "12" {
		return data
	}
	columns, _ := strconv.Atoi(string(parms.number("Columns")))
	var out []byte
	above := make([]byte, columns)
	for ; len(data) > columns; data = data[1+columns:] {
		if data[0] != 2 {
			f.t.Fatalf("a row of the kind %d", data[0])
		}
		for i := range above {
			above[i] += data[1+i]
		}
		out = append(out, above...)
	}
	return out
}

// walk collects the pages and checks that each node knows its parent and its count.
func (f *finished) walk(at, parent value) {
	node := f.dict(at)
	if parent != nil && node["Parent"] != parent {
		f.t.Errorf("a node of the page tree has the wrong parent: %v", node)
	}
	if node["Type"] == name("Page") {
		f.pages, f.numbers = append(f.pages, node), append(f.numbers, at.(ref))
		return
	}
	before := len(f.pages)
	kids := node["Kids"].(array)
	if len(kids) > perNode {
		f.t.Errorf("a node of the page tree has %d kids", len(kids))
	}
	for _, k := range kids {
		f.walk(k, at)
	}
	if n := f.int(node["Count"]); n != len(f.pages)-before {
		f.t.Errorf("a node of the page tree counts %d pages of %d", n, len(f.pages)-before)
	}
}

func (f *finished) resolve(v value) value {
	f.t.Helper()
	r, ok := v.(ref)
	if !ok {
		return v
	}
	if int(r) >= len(f.table) {
		f.t.Fatalf("there is no object %d", r)
	}
	return f.table[r]
}

func (f *finished) dict(v value) dict {
	f.t.Helper()
	d, ok := f.resolve(v).(dict)
	if !ok {
		f.t.Fatalf("%v is not a dictionary but %v", v, f.resolve(v))
	}
	return d
}

func (f *finished) int(v value) int {
	f.t.Helper()
	n, _ := f.resolve(v).(number)
	i, err := strconv.Atoi(string(n))
	if err != nil {
		f.t.Fatalf("%v is not a whole number", v)
	}
	return i
}

// content is the unpacked stream that v refers to.
func (f *finished) content(v value) []byte {
	f.t.Helper()
	s, ok := f.resolve(v).(stream)
	if !ok {
		f.t.Fatalf("%v is not a stream", v)
	}
	return f.unpack(s)
}

// text reads a text string (7.9.2.2).
func (f *finished) text(v value) string {
	f.t.Helper()
	s, ok := f.resolve(v).(literal)
	if !ok {
		f.t.Fatalf("%v is not a string", v)
	}
	in := string(s[1 : len(s)-1])
	if s[0] == '(' {
		return strings.NewReplacer(`\\`, `\`, `\(`, "(", `\)`, ")", `\r`, "\r").Replace(in)
	}
	in, ok = strings.CutPrefix(in, "FEFF")
	var units []uint16
	for ; len(in) >= 4; in = in[4:] {
		u, err := strconv.ParseUint(in[:4], 16, 16)
		ok = ok && err == nil
		units = append(units, uint16(u))
	}
	if !ok || in != "" {
		f.t.Fatalf("%s is not a text", s)
	}
	return string(utf16.Decode(units))
}
