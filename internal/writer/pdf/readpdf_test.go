package pdf

import (
	"bytes"
	"context"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"storybind/internal/book"
	"storybind/internal/typeset"
	"storybind/internal/writer"
)

// A finished is a file of ours, read by pdfcpu without any repairing.
type finished struct {
	t       testing.TB
	bytes   []byte
	context *model.Context
	catalog types.Dict
	pages   []types.Dict
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
	disableConfiguration()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	conf.DecodeAllStreams = true
	if f.context, err = pdfcpu.Read(bytes.NewReader(f.bytes), conf); err != nil {
		t.Fatal(err)
	}
	f.catalog = f.dict(*f.context.Root)
	f.walk(f.dict(f.catalog["Pages"]), nil)
	return f
}

// walk collects the pages and checks that each node knows its parent and its count.
func (f *finished) walk(node types.Dict, parent types.Object) {
	if parent != nil && f.number(node["Parent"]) != f.number(parent) {
		f.t.Errorf("a node of the page tree has the wrong parent: %v", node)
	}
	if *node.NameEntry("Type") == "Page" {
		f.pages = append(f.pages, node)
		return
	}
	before := len(f.pages)
	kids := node["Kids"].(types.Array)
	if len(kids) > perNode {
		f.t.Errorf("a node of the page tree has %d kids", len(kids))
	}
	for _, k := range kids {
		kid := f.dict(k)
		f.walk(kid, kid["Parent"])
	}
	if n := *node.IntEntry("Count"); n != len(f.pages)-before {
		f.t.Errorf("a node of the page tree counts %d pages of %d", n, len(f.pages)-before)
	}
}

func (f *finished) resolve(o types.Object) types.Object {
	o, err := f.context.Dereference(o)
	if err != nil {
		f.t.Fatal(err)
	}
	return o
}

func (f *finished) dict(o types.Object) types.Dict {
	f.t.Helper()
	d, ok := f.resolve(o).(types.Dict)
	if !ok {
		f.t.Fatalf("%v is not a dictionary but %v", o, f.resolve(o))
	}
	return d
}

func (f *finished) number(o types.Object) int {
	r, ok := o.(types.IndirectRef)
	if !ok {
		return 0
	}
	return r.ObjectNumber.Value()
}

// content is the unpacked stream that o refers to.
func (f *finished) content(o types.Object) []byte {
	f.t.Helper()
	s, ok := f.resolve(o).(types.StreamDict)
	if !ok {
		f.t.Fatalf("%v is not a stream", o)
	}
	if err := s.Decode(); err != nil {
		f.t.Fatal(err)
	}
	return s.Content
}

func (f *finished) text(o types.Object) string {
	f.t.Helper()
	s, err := f.context.DereferenceText(o)
	if err != nil {
		f.t.Fatal(err)
	}
	return s
}
