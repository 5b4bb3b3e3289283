package typeset

import (
	"fmt"
	"strings"
)

// Margins are the four margins of a page as a setting: inner, outer, head, foot.
// Zero values are the page's own.
type Margins struct {
	set                      bool
	inner, outer, head, foot Length
}

// String is the setting's value, "" for none.
func (m *Margins) String() string {
	if !m.set {
		return ""
	}
	var out []string
	for _, l := range []Length{m.inner, m.outer, m.head, m.foot} {
		out = append(out, points(l)+"pt")
	}
	return strings.Join(out, ",")
}

// Set reads one length for all margins, or four: inner, outer, head, foot.
func (m *Margins) Set(v string) error {
	parts := strings.Split(strings.ToLower(v), ",")
	var out [4]Length
	for i, part := range parts {
		num, perUnit := cutUnit(strings.TrimSpace(part))
		n, err := thousandths(num)
		if l := n * perUnit / 1000000; err != nil || l < 0 || l > 1000*int64(Point) || len(parts) != 1 && len(parts) != 4 {
			return fmt.Errorf("%q is neither a margin such as 18mm nor four of them: inner,outer,head,foot", v)
		} else {
			out[i] = Length(l)
		}
	}
	if len(parts) == 1 {
		out = [4]Length{out[0], out[0], out[0], out[0]}
	}
	*m = Margins{true, out[0], out[1], out[2], out[3]}
	return nil
}

// Type is the word for the value in help texts.
func (m *Margins) Type() string { return "margins" }

// cutUnit takes the unit off a length (mm, cm, in, pt; mm without); perUnit is
// millionths of a point in a thousandth of it.
func cutUnit(v string) (num string, perUnit int64) {
	for _, u := range []struct {
		name string
		per  int64
	}{{"mm", 2834646}, {"cm", 28346457}, {"in", 72000000}, {"pt", 1000000}} {
		if s, ok := strings.CutSuffix(v, u.name); ok {
			return strings.TrimSpace(s), u.per
		}
	}
	return v, 2834646
}
