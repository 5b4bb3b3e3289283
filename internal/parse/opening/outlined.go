package opening

import "storybind/internal/parse/says"

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
	if l.Blank() || next.Blank() || next.Indent < l.Indent+2 || len(l.Text) > 24 {
		return false
	}
	_, _, known := says.LookupLabel(l.Text)
	return known
}
