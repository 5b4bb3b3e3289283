package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"storybind/internal/book/booktest"
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
  Div
   P
   P
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
   Div
    P
    P
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
