package opening

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/says"
)

// outlined reports whether line n is a label alone in a header whose labels stand
// out from their values: each label on a line of its own, without a colon, and its
// value deeper on the lines right below.
func (z *Zone) outlined(n int) bool {
	if z.outline < 0 || !z.standsOut(n) {
		return false
	}
	if z.outline == 0 {
		const reach, least = 60, 3 // lines looked at; labels that prove it
		labels, sure := 0, 0
		for k := z.From; k < min(z.To, z.From+reach); k++ {
			if z.standsOut(k) {
				labels++
				if _, s, _ := says.LookupLabel(z.R.Lines[k].Text); s {
					sure++
				}
			}
		}
		z.outline = -1
		if labels >= least && sure > 1 {
			z.outline = 1
		}
	}
	return z.outline > 0
}

// standsOut reports whether line n is a known label alone, with a deeper line below.
func (z *Zone) standsOut(n int) bool {
	if n+1 >= z.To {
		return false
	}
	l, next := &z.R.Lines[n], &z.R.Lines[n+1]
	if l.Blank() || next.Blank() || next.Indent() < l.Indent()+2 || len(l.Text) > 24 {
		return false
	}
	_, _, known := says.LookupLabel(l.Text)
	return known
}

// columned reads the label of line n in a header that sets labels and values in two
// columns, without a colon: "Title      The Lamp".
func (z *Zone) columned(n int) (says.Label, bool) {
	l, at := z.inColumn(n)
	if at == 0 || z.column < 0 {
		return says.Label{}, false
	}
	if z.column == 0 {
		const reach, least = 60, 3 // lines looked at; labels that prove it
		z.column = -1
		labels, sure := 0, 0
		for k := z.From; k < min(z.To, z.From+reach); k++ {
			if m, col := z.inColumn(k); m.Known() && (z.column < 0 || z.column == col) {
				z.column = col
				labels++
				if m.Sure {
					sure++
				}
			}
		}
		if labels < least || sure < 2 {
			z.column = -1
		}
	}
	return l, at == z.column
}

// inColumn reads line n as a word or two, a gap and a value, and says in which column the
// value stands; 0 when it is no such line.
func (z *Zone) inColumn(n int) (l says.Label, column int) {
	const most = 24 // bytes of a label
	ln := &z.R.Lines[n]
	gap := strings.Index(ln.Text, "  ")
	if gap < 2 || gap > most {
		return l, 0
	}
	l.Text = ln.Text[:gap]
	l.Value = len(ln.Text) - len(strings.TrimLeft(ln.Text[gap:], " "))
	l.Name, l.Sure, _ = says.LookupLabel(l.Text)
	return l, ln.Indent() + utf8.RuneCountInString(ln.Text[:l.Value])
}
