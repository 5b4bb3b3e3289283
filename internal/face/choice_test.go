package face

import (
	"errors"
	"strings"
	"testing"

	"storybind/fonts"
)

func TestChoice(t *testing.T) {
	files := map[string][]byte{
		"r.ttf": fonts.Face("literata", "regular"), "i.ttf": fonts.Face("literata", "italic"),
		"b.ttf": fonts.Face("literata", "bold"), "x.ttf": fonts.Face("literata", "bolditalic"),
		"cut.ttf": fonts.Face("literata", "regular")[:2000], "o.otf": []byte("OTTO\x00\x01\x00\x10\x00\x00\x00\x00\x00\x00"),
	}
	never := append([]byte(nil), files["r.ttf"]...)
	tables, err := readSFNT("r.ttf", never)
	if err != nil {
		t.Fatal(err)
	}
	be.PutUint16(tables["OS/2"][8:], 2)
	files["never.ttf"] = never
	open := func(name string) ([]byte, error) {
		if files[name] == nil {
			return nil, errors.New("there is no such file")
		}
		return files[name], nil
	}
	for _, c := range []struct {
		values string
		family string
		faces  string // the styles that there are
		err    string
	}{
		{"", "EB Garamond", "0123", ""},
		{"atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", "0123", ""},
		{"x.ttf i.ttf r.ttf b.ttf", "Literata", "0123", ""},
		{"i.ttf r.ttf", "Literata", "01", ""},
		{"i.ttf", "Literata", "0", ""},
		{"i.ttf b.ttf", "", "", "none is regular"},
		{"r.ttf r.ttf", "", "", "fonts r.ttf and r.ttf are both the regular face"},
		{"r.ttf Literata", "", "", "not both"},
		{"Literata r.ttf", "", "", "not both"},
		{"a.ttf b.ttf c.ttf d.ttf e.ttf", "", "", "more than four"},
		{"nowhere.ttf", "", "", "no such file"},
		{"cut.ttf", "", "", "font cut.ttf is broken"},
		{"o.otf", "", "", "PostScript outlines"},
		{"never.ttf", "", "", "does not allow"},
		{"Comic", "", "", "no bundled font is called \"Comic\""},
	} {
		var choice Choice
		err := choice.Replace(strings.Fields(c.values))
		if err == nil {
			err = choice.Load(open)
		}
		var family *Family
		if err == nil {
			family, err = choice.Family()
		}
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: error %v, want one with %q", c.values, err, c.err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", c.values, err)
			continue
		}
		faces := ""
		for s, f := range family.Faces {
			if f != nil {
				faces += string(rune('0' + s))
			}
		}
		if family.Name != c.family || faces != c.faces || family.Own != choice.FromFile() {
			t.Errorf("%q: family %q with %s, own %v", c.values, family.Name, faces, family.Own)
		}
	}
}
