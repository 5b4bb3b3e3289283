package face

import (
	"fmt"
	"slices"
)

// SameLeading returns a copy of the font file ttf that asks for the ascent and descent
// of f. Reading systems give a line the room that the largest of its fonts asks for,
// and a face of signs asks for twice as much as one of letters: without this a heart
// would push the lines of its paragraph apart. The drawings of ttf stay as they are.
func (f *Face) SameLeading(ttf []byte) ([]byte, error) {
	t, err := readSFNT(f.name, slices.Clone(ttf))
	if err != nil {
		return nil, err
	}
	if len(t["head"]) < 20 {
		return nil, fmt.Errorf("font %s is broken: its table \"head\" is cut off", f.name)
	}
	em := int32(be.Uint16(t["head"][18:]))
	// Ascent, descent and gap as hhea, OS/2's sTypo… and usWin… have them; the last
	// two are positive both. Systems differ in which they go by.
	for _, w := range []struct {
		table  string
		at, n  int
		signed bool
	}{{"hhea", 4, 3, true}, {"OS/2", 68, 3, true}, {"OS/2", 74, 2, false}} {
		for at := w.at; at < w.at+2*w.n; at += 2 {
			like, b := f.tables[w.table], t[w.table]
			if len(like) < at+2 || len(b) < at+2 {
				break
			}
			v := int32(be.Uint16(like[at:]))
			if w.signed {
				v = int32(int16(v))
			}
			be.PutUint16(b[at:], uint16(v*em/int32(f.upem)))
		}
	}
	return t.Write(), nil
}
