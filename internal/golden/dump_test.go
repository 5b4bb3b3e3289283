package golden

import (
	"fmt"
	"strings"

	"storybind/internal/book"
)

// dump writes a book as text for a case file: emphasis as _x_, strong as __x__,
// small capitals as ^x^, one block a line, further lines of a block behind "|".
func dump(b *book.Book) string {
	var w strings.Builder
	m := &b.Meta
	fmt.Fprintf(&w, "title: %s (%s)\n", m.Title, m.TitleFrom)
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&w, "%s: %s\n", name, strings.ReplaceAll(value, "\n", "\n  | "))
		}
	}
	row("subtitle", m.Subtitle)
	for _, c := range m.Contributors {
		row(c.Role, c.Name)
	}
	row("language", m.Language)
	row("series", strings.TrimSpace(m.Series+" "+m.SeriesIndex))
	row("published", m.Published)
	for _, f := range m.Fields {
		row(fmt.Sprintf("field %s %q", f.Name, f.Label), f.Value)
	}
	for _, s := range b.SetAside {
		row("set aside, "+s.Reason, s.Span.Raw())
	}
	for at, s := range b.Regions() {
		in := strings.Repeat("  ", at.Level-1)
		fmt.Fprintf(&w, "%s%s %s", in, at.Region, s.Role)
		for _, p := range []struct{ name, value string }{{"heading", s.Heading}, {"label", s.Label}, {"title", marked(s.Title)}, {"subtitle", marked(s.Subtitle)}} {
			if p.value != "" {
				fmt.Fprintf(&w, " %s=%q", p.name, p.value)
			}
		}
		w.WriteByte('\n')
		for _, bl := range s.Blocks {
			dumpBlock(&w, in+"  ", bl)
		}
	}
	return w.String()
}

func dumpBlock(w *strings.Builder, in string, b book.Block) {
	line := func(s string) { fmt.Fprintf(w, "%s| %s\n", in, s) }
	fmt.Fprintf(w, "%s%s", in, b.Kind())
	switch b := b.(type) {
	case *book.Paragraph:
		fmt.Fprintf(w, ": %s\n", marked(b.Inlines))
	case *book.Subheading:
		fmt.Fprintf(w, " %d: %s\n", b.Level, marked(b.Inlines))
	case *book.SceneBreak:
		fmt.Fprintf(w, ": %s\n", b.Mark)
	case *book.Verse:
		w.WriteByte('\n')
		for i, st := range b.Stanzas {
			if i > 0 {
				line("")
			}
			for _, l := range st {
				line(strings.Repeat("  ", l.Indent) + marked(l.Inlines))
			}
		}
	case *book.Quote:
		w.WriteByte('\n')
		for _, b := range b.Blocks {
			dumpBlock(w, in+"  ", b)
		}
		if len(b.Source) > 0 {
			line("source: " + marked(b.Source))
		}
	case *book.Letter:
		w.WriteByte('\n')
		for _, l := range b.Opening {
			line("opening: " + marked(l))
		}
		for _, b := range b.Blocks {
			dumpBlock(w, in+"  ", b)
		}
		for _, l := range b.Closing {
			line("closing: " + marked(l))
		}
	case *book.Log:
		w.WriteByte('\n')
		for _, e := range b.Entries {
			line(fmt.Sprintf("[%s] %s", marked(e.Speaker), marked(e.Inlines)))
		}
	case *book.Inscription:
		w.WriteString(" (inscription)\n")
		for _, l := range b.Lines {
			line(marked(l))
		}
	case *book.Figure:
		fmt.Fprintf(w, ": %s\n", marked(b.Caption))
	case *book.Preformatted:
		w.WriteByte('\n')
		for _, l := range b.Lines {
			line(l)
		}
	case *book.Note:
		fmt.Fprintf(w, " %s %s\n", b.ID, b.Mark)
		for _, b := range b.Blocks {
			dumpBlock(w, in+"  ", b)
		}
	default:
		fmt.Fprintf(w, ": %T\n", b)
	}
}

func marked(ins []book.Inline) string {
	var w strings.Builder
	for _, in := range ins {
		switch in := in.(type) {
		case book.Text:
			w.WriteString(in.Value)
		case book.Emphasis:
			w.WriteString("_" + marked(in.Inlines) + "_")
		case book.Strong:
			w.WriteString("__" + marked(in.Inlines) + "__")
		case book.Struck:
			w.WriteString("~~" + marked(in.Inlines) + "~~")
		case book.Ruby:
			w.WriteString("{" + in.Base + "|" + in.Reading + "}")
		case book.SmallCaps:
			w.WriteString("^" + marked(in.Inlines) + "^")
		case book.Code:
			w.WriteString("`" + in.Value + "`")
		case book.Link:
			w.WriteString("<" + in.URL + " " + marked(in.Inlines) + ">")
		case book.NoteRef:
			w.WriteString("<" + in.ID + " " + in.Mark + ">")
		case book.LineBreak:
			w.WriteString(" / ")
		}
	}
	return w.String()
}
