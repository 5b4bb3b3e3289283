package pdf

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/typeset"
)

// The structure of a book with one of everything, as a screen reader walks it.
func TestStructure(t *testing.T) {
	b := booktest.Every()
	f := writePages(t, newHand(t).book(b), b)
	root := f.dict(f.catalog["StructTreeRoot"])
	var out strings.Builder
	marks := map[string]bool{} // page and identifier
	var walk func(o, parent value, page value, depth int)
	walk = func(o, parent value, page value, depth int) {
		switch v := f.resolve(o).(type) {
		case number:
			marks[fmt.Sprintf("%v %v", page, v)] = true
		case array:
			for _, k := range v {
				walk(k, parent, page, depth)
			}
		case dict:
			switch v["Type"] {
			case name("MCR"):
				marks[fmt.Sprintf("%v %v", v["Pg"], v["MCID"])] = true
				return
			case name("OBJR"):
				fmt.Fprintf(&out, "%s(annotation)\n", strings.Repeat(" ", depth))
				return
			}
			if v["P"] != parent {
				t.Errorf("%v has another parent", v)
			}
			if v["Pg"] != nil {
				page = v["Pg"]
			}
			fmt.Fprintf(&out, "%s%s\n", strings.Repeat(" ", depth), v["S"])
			if v["K"] != nil {
				walk(v["K"], o, page, depth+1)
			}
		}
	}
	walk(root["K"], f.catalog["StructTreeRoot"], nil, 0)
	const want = `Document
 Sect
  H1
  P
  L
   LI
    Lbl
    LBody
   LI
    LBody
 Sect
  H1
  TOC
   TOCI
    Reference
     Link
      (annotation)
   TOCI
    Reference
     Link
      (annotation)
 Part
  H1
  Sect
   H2
   P
   P
    Link
     (annotation)
   H3
   P
   P
   P
   P
   Div
    P
     Line
     Line
    P
     Line
   BlockQuote
    P
    P
   Div
    P
    P
    P
    P
    P
   Div
    P
    P
   Div
    P
    P
   Figure
    Caption
   P
   P
   Note
    P
    P
  Sect
   H2
   P
 Sect
  H1
  P
 Sect
  H1
  P
`
	if out.String() != want {
		t.Errorf("the structure is\n%s", out.String())
	}

	// Each mark in the content is in the structure, nothing stands outside a mark,
	// and the parent tree names an element for each.
	parents := f.resolve(f.dict(root["ParentTree"])["Nums"]).(array)
	for i, page := range f.pages {
		content := f.content(page["Contents"])
		depth, found := 0, 0
		for line := range bytes.Lines(content) {
			l := string(bytes.TrimSpace(line))
			switch {
			case strings.HasSuffix(l, "BDC"):
				depth++
				if _, id, ok := strings.Cut(l, "/MCID "); ok {
					found++
					if !marks[fmt.Sprintf("%v %v", f.numbers[i], strings.TrimSuffix(id, ">>BDC"))] {
						t.Errorf("page %d: %s is not in the structure", i+1, l)
					}
				}
			case l == "EMC":
				depth--
			case strings.HasSuffix(l, "ET"), strings.HasSuffix(l, " re f"), strings.HasSuffix(l, " Do"):
				if depth != 1 {
					t.Errorf("page %d: %q stands in %d marks", i+1, l, depth)
				}
			}
		}
		key := f.int(page["StructParents"])
		if n := len(f.resolve(parents[2*key+1]).(array)); n != found {
			t.Errorf("page %d has %d marks, and %d in the parent tree", i+1, found, n)
		}
	}
	if len(marks) == 0 {
		t.Error("no marks")
	}
}

// Heading levels go down one at a time (ISO 14289-1, 7.4.2).
func TestHeadingLevels(t *testing.T) {
	tree := &tree{}
	var got []string
	for _, level := range []int{3, 3, 2, 4, 9, 9, 9, 9, 1, 2} {
		got = append(got, tree.headingTag(level))
	}
	if s := strings.Join(got, " "); s != "H1 H2 H2 H3 H4 H5 H6 H6 H1 H2" {
		t.Error(s)
	}
}

// Stressed words, lines of verse and words of another script are told apart inside their
// paragraphs; a scene break is heard whatever its ornament is.
func TestInside(t *testing.T) {
	b := &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}, Body: []*book.Section{{ID: "c", Role: book.Chapter, Blocks: []book.Block{
		&book.Paragraph{Inlines: []book.Inline{book.Text{Value: "So "}, book.Emphasis{Inlines: []book.Inline{book.Text{Value: "late, "}, book.Strong{Inlines: []book.Inline{book.Text{Value: "now"}}}}}, book.Text{Value: " שלום said he."}}},
		&book.SceneBreak{Mark: "* * *"},
		&book.Paragraph{Inlines: []book.Inline{book.Text{Value: "And then no more of it."}}},
	}}}}
	doc, _, err := typeset.Book(context.Background(), b, typeset.DefaultStyle())
	if err != nil {
		t.Fatal(err)
	}
	f := writePages(t, doc, b)
	count := map[string]int{}
	for _, v := range f.table {
		if d, ok := v.(dict); ok && d["S"] != nil && d["P"] != nil {
			key := string(f.resolve(d["S"]).(name))
			if d["Lang"] != nil {
				key += " " + f.text(d["Lang"])
			}
			if d["ActualText"] != nil {
				key += " " + f.text(d["ActualText"])
			}
			count[key]++
		}
	}
	for _, want := range []string{"Em", "Strong", "Span he", "P * * *"} {
		if count[want] != 1 {
			t.Errorf("%d elements %s: %v", count[want], want, count)
		}
	}
	if roles := f.dict(f.dict(f.catalog["StructTreeRoot"])["RoleMap"]); roles["Em"] != name("Span") || roles["Strong"] != name("Span") || roles["Line"] != name("Span") {
		t.Errorf("roles %v", roles)
	}
}
