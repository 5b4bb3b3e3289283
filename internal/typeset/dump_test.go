package typeset

import (
	"fmt"
	"strings"
)

// dump writes a document as text: a page's lines with their place, kind and
// words, word spaces in thousandths of an em where a line is justified.
func dump(d *Document) string {
	var b strings.Builder
	kinds := [...]string{"body", "label", "title", "subtitle", "ornament", "head", "folio", "contents"}
	pt := func(l Length) string {
		p := Points(l)
		if l == 0 {
			return "0"
		}
		return p.String()
	}
	for i, f := range d.Faces {
		fmt.Fprintf(&b, "face %d %s\n", i, f.Name())
	}
	for i, p := range d.Pages {
		fmt.Fprintf(&b, "page %d %q %sx%s\n", i, p.Label, pt(p.Width), pt(p.Height))
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "  %8s %-8s", pt(l.Y), kinds[l.Kind])
			for _, r := range l.Runs {
				fmt.Fprintf(&b, " %s[%d %s", pt(r.X), r.Face, pt(r.Size))
				if r.Raise != 0 {
					fmt.Fprintf(&b, " +%s", pt(r.Raise))
				}
				if r.Grey != 0 {
					fmt.Fprintf(&b, " grey%d", r.Grey)
				}
				fmt.Fprintf(&b, "]%s", r.Text)
				if n := len(r.Glyphs); n > 0 && strings.HasSuffix(r.Glyphs[n-1].Text, "\u00AD") {
					b.WriteString("¬")
				}
				if n := len(r.Glyphs); n > 0 {
					fmt.Fprintf(&b, "|%s", pt(r.right()))
				}
			}
			b.WriteString("\n")
		}
		for _, r := range p.Rules {
			fmt.Fprintf(&b, "  rule %s,%s %sx%s\n", pt(r.X), pt(r.Y), pt(r.Width), pt(r.Height))
		}
		for _, l := range p.Links {
			fmt.Fprintf(&b, "  link %s,%s %sx%s %s", pt(l.X), pt(l.Y), pt(l.Width), pt(l.Height), l.URL)
			if l.URL == "" {
				fmt.Fprintf(&b, "page %d at %s", l.Page, pt(l.TargetY))
			}
			b.WriteString("\n")
		}
		for _, pic := range p.Pictures {
			fmt.Fprintf(&b, "  picture %s %s,%s %sx%s\n", pic.Image.ID, pt(pic.X), pt(pic.Y), pt(pic.Width), pt(pic.Height))
		}
	}
	for _, o := range d.Outline {
		fmt.Fprintf(&b, "outline %d %q page %d at %s\n", o.Level, o.Title, o.Page, pt(o.Y))
	}
	return b.String()
}
