package pdf

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"storybind/internal/typeset"
)

// printedBook is a novel's file as the settings want it.
func printedBook(t *testing.T, settings func(*typeset.Style)) *finished {
	t.Helper()
	b := novel(3, 60_000)
	b.Meta.Title, b.Meta.Identifier = "The Lamp", "urn:uuid:1"
	style := typeset.DefaultStyle()
	settings(&style)
	doc, _, err := typeset.Book(context.Background(), b, style)
	if err != nil {
		t.Fatal(err)
	}
	return writePages(t, doc, b)
}

// intents are the file's output intents by their kind.
func (f *finished) intents() map[string]dict {
	out := map[string]dict{}
	for _, v := range f.resolve(f.catalog["OutputIntents"]).(array) {
		d := f.dict(v)
		out[string(f.resolve(d["S"]).(name))] = d
	}
	return out
}

// Pages for a printer are PDF/X-4, clause by clause of ISO 15930-7: no program that is
// free to be had checks it.
func TestPrintReady(t *testing.T) {
	f := printedBook(t, func(s *typeset.Style) { s.Print.Set("kdp"); s.Page.Set("6x9") })
	if !bytes.HasPrefix(f.bytes, []byte("%PDF-1.6\n")) || f.trailer["ID"] == nil || f.trailer["Encrypt"] != nil {
		t.Errorf("the file begins %.8q, its trailer is %v", f.bytes, f.trailer)
	}
	x, a := f.intents()["GTS_PDFX"], f.intents()["GTS_PDFA1"]
	if x == nil || x["DestOutputProfile"] != a["DestOutputProfile"] || f.text(x["Info"]) == "" || f.text(x["OutputConditionIdentifier"]) == "" {
		t.Fatalf("intents %v", f.intents())
	}
	profile := f.unpack(f.resolve(x["DestOutputProfile"]).(stream))
	if string(profile[12:20]) != "prtrGRAY" {
		t.Errorf("the profile is of %q", profile[12:20])
	}
	info := f.dict(f.trailer["Info"])
	if f.resolve(info["Trapped"]) != name("False") || f.text(info["Title"]) != "The Lamp" {
		t.Errorf("Info is %v", info)
	}
	meta := string(f.resolve(f.catalog["Metadata"]).(stream).data)
	for _, want := range []string{"<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdf:Trapped>False<", "<xmpMM:DocumentID>uuid:1<", "<xmpMM:RenditionClass>default<", "<xmpMM:VersionID>1<"} {
		if !strings.Contains(meta, want) {
			t.Errorf("the metadata lacks %s", want)
		}
	}
	colour := regexp.MustCompile(`(?m) (rg|RG|k|K|cs|CS|scn|SCN|sc|SC|sh|gs|Do)$`)
	for i, page := range f.pages {
		if page["Annots"] != nil {
			t.Errorf("page %d has annotations", i+1)
		}
		var boxes []string
		for _, key := range []name{"MediaBox", "BleedBox", "TrimBox"} {
			var s syntax
			for _, v := range f.resolve(page[key]).(array) {
				s.raw(string(v.(number)), " ")
			}
			boxes = append(boxes, string(s.b))
		}
		if len(slices.Compact(boxes)) != 1 || boxes[0] != "0 0 432 648 " || page["ArtBox"] != nil {
			t.Fatalf("page %d has the boxes %q", i+1, boxes)
		}
		if content := f.unpack(f.resolve(page["Contents"]).(stream)); colour.Match(content) {
			t.Fatalf("page %d has colour: %s", i+1, colour.Find(content))
		}
	}
	for _, v := range f.table {
		if s, ok := v.(stream); ok && (s.dict["Filter"] == name("LZWDecode") || s.dict["F"] != nil) {
			t.Errorf("a stream of %v", s.dict)
		}
	}
}

// What is for a screen or for folding at home does not say that it is PDF/X.
func TestNotPrintReady(t *testing.T) {
	for what, settings := range map[string]func(*typeset.Style){
		"plain pages": func(*typeset.Style) {},
		"a booklet":   func(s *typeset.Style) { s.Print.Set("print"); s.Booklet = true },
	} {
		f := printedBook(t, settings)
		if f.intents()["GTS_PDFX"] != nil || bytes.Contains(f.bytes, []byte("PDF/X-4")) || f.dict(f.trailer["Info"])["Trapped"] != nil {
			t.Errorf("%s say that they are PDF/X", what)
		}
	}
}
