package pdf

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/spf13/pflag"

	"storybind/internal/typeset"
)

// The cover of a printed book is as wide as two pages, the spine and the bleed, and the spine
// as thick as the pages that PDF makes of the same settings.
func TestCover(t *testing.T) {
	for paper, page := range map[string]int{"": 2500, "white": 2252, "0.1mm": 3937} {
		b := novel(6, 60_000)
		b.Meta.Title = "The Lamp"
		settings := []string{"--print", "kdp", "--page", "6x9"}
		interior, _ := writeBook(t, b, settings...)
		inside := &finished{t: t, bytes: interior}
		inside.read()
		inside.catalog = inside.dict(inside.trailer["Root"])
		inside.walk(inside.catalog["Pages"], nil)
		pages := len(inside.pages)

		w := Cover.New()
		fs := pflag.NewFlagSet("cover", pflag.ContinueOnError)
		w.Flags(fs)
		if paper != "" {
			settings = append(settings, "--paper", paper)
		}
		if err := fs.Parse(settings); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		result, err := w.Write(t.Context(), &out, b)
		if err != nil {
			t.Fatal(err)
		}
		f := &finished{t: t, bytes: out.Bytes()}
		f.read()
		f.catalog = f.dict(f.trailer["Root"])
		f.walk(f.catalog["Pages"], nil)
		if len(f.pages) != 1 || f.catalog["PieceInfo"] != nil || result.Diagnostics[0].Code != "pdf/cover" {
			t.Fatalf("%d pages: %v", len(f.pages), result.Diagnostics)
		}
		spine := typeset.Length(pages * page * 72 / 1000)
		width := 2*432_000 + spine + 18_000
		var want syntax
		want.points(width - 9000)
		if got := fmt.Sprint(f.resolve(f.pages[0]["TrimBox"])); got != "[9 9 "+string(want.b)+" 657]" {
			t.Errorf("%d pages on %q: the trim box is %s, and should end at %s", pages, paper, got, want.b)
		}
	}
	var p typeset.Paper
	for _, v := range []string{"thin", "5mm", "0mm", "-1mm", "NaNmm", ""} {
		if p.Set(v) == nil {
			t.Errorf("%q is taken for a paper", v)
		}
	}
}
