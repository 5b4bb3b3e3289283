package typeset

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/diag"
)

// A Printer is the setting that makes pages ready for a printer: black only, without links,
// an even number of pages, and an inner margin that grows with it.
type Printer string

// A printer's limits, as it published them; they are remarked on, for printers change them.
type printer struct {
	name         string
	fewest, most int    // pages
	edge         Length // the narrowest margin but the inner one
	gutters      []gutter
}

// A gutter is the narrowest inner margin of books of up to so many pages.
type gutter struct {
	pages int
	width Length
}

const inch = 72 * Point

var printers = []printer{
	{"print", 0, 0, inch / 4, []gutter{{150, inch * 3 / 8}, {300, inch / 2}, {500, inch * 5 / 8}, {700, inch * 3 / 4}, {1 << 30, inch * 7 / 8}}},
	{"kdp", 24, 828, inch / 4, []gutter{{150, inch * 3 / 8}, {300, inch / 2}, {500, inch * 5 / 8}, {700, inch * 3 / 4}, {1 << 30, inch * 7 / 8}}},
	{"ingram", 18, 1200, inch / 2, []gutter{{400, inch * 5 / 8}, {600, inch * 3 / 4}, {1 << 30, inch * 7 / 8}}}, // the wider where its own papers differ
	{"bod", 24, 700, inch / 4, []gutter{{150, inch / 2}, {400, inch * 5 / 8}, {1 << 30, inch * 3 / 4}}},
}

// Choices are the values; "" is for screens and desks.
func (p *Printer) Choices() []string {
	var names []string
	for _, x := range printers {
		names = append(names, x.name)
	}
	return names
}

// String is the setting's value.
func (p *Printer) String() string { return string(*p) }

// Set takes one of the choices.
func (p *Printer) Set(v string) error {
	v = strings.ToLower(strings.TrimSpace(v))
	if v != "" && !slices.Contains(p.Choices(), v) {
		return fmt.Errorf("%q is no printer that storybind knows; there are %s", v, strings.Join(p.Choices(), ", "))
	}
	*p = Printer(v)
	return nil
}

// Type is the word for the value in help texts.
func (p *Printer) Type() string { return "printer" }

func (p *Printer) limits() *printer {
	for i := range printers {
		if printers[i].name == string(*p) {
			return &printers[i]
		}
	}
	return nil
}

// gutter widens the inner margin for a book of so many pages, by half of what the printer's
// least margin grows, and takes half of that from the outer margin. It reports whether the
// page changed.
func (x *printer) gutter(g *geometry, drawn geometry, pages int) bool {
	at := slices.IndexFunc(x.gutters, func(t gutter) bool { return pages <= t.pages })
	least := x.gutters[at].width
	more := (least - x.gutters[0].width) / 2
	inner := max(drawn.inner+more, least)
	outer := max(drawn.outer-more/2, x.edge)
	changed := inner > g.inner
	if changed {
		g.inner, g.outer = inner, outer
	}
	return changed
}

// finishPrint makes finished pages the printer's: an even number, black, no links.
func (d *Document) finishPrint() {
	if len(d.Pages)%2 == 1 {
		last := d.Pages[len(d.Pages)-1]
		d.Pages = append(d.Pages, &Page{Width: last.Width, Height: last.Height, Label: ""})
	}
	for _, p := range d.Pages {
		p.Links = nil
		for _, l := range p.Lines {
			for i := range l.Runs {
				l.Runs[i].Grey = 0
			}
		}
		for i := range p.Rules {
			p.Rules[i].Grey = 0
		}
	}
	d.Trimmed = true
}

// remarks are the printer's limits, and where the book is outside of them.
func (x *printer) remarks(d *Document) []diag.Diagnostic {
	n, g := len(d.Pages), d.geo
	out := []diag.Diagnostic{{Code: "typeset/print", Severity: diag.Note,
		Message: fmt.Sprintf("for the printer: %d pages of %s by %s mm, inner margin %s mm, outer %s mm; black only, without bleed, links and cover",
			n, Millimetres(g.width), Millimetres(g.height), Millimetres(g.inner), Millimetres(g.outer)),
		Hint: "look at the printer's own template before you order"}}
	switch {
	case n < x.fewest:
		out = append(out, diag.Diagnostic{Code: "typeset/print-pages", Severity: diag.Warning,
			Message: fmt.Sprintf("the book has %d pages, and %s binds books of %d to %d", n, x.name, x.fewest, x.most), Hint: "choose a smaller page (--page) or larger text (--size)"})
	case x.most > 0 && n > x.most:
		out = append(out, diag.Diagnostic{Code: "typeset/print-pages", Severity: diag.Warning,
			Message: fmt.Sprintf("the book has %d pages, and %s binds books of %d to %d", n, x.name, x.fewest, x.most), Hint: "choose a larger page (--page) or smaller text (--size), or make two volumes"})
	}
	if foot := g.height - g.head - g.depth(); min(g.outer, g.head, foot) < x.edge {
		out = append(out, diag.Diagnostic{Code: "typeset/print-pages", Severity: diag.Warning,
			Message: fmt.Sprintf("a margin is narrower than the %s mm that %s asks for", Millimetres(x.edge), x.name), Hint: "give wider ones with --margin"})
	}
	return out
}
