package face

import (
	"fmt"
	"slices"

	tdewolff "github.com/tdewolff/font"
)

// Subset is a TrueType file with the glyphs of the characters (and .notdef),
// for embedding in an EPUB. Characters that the face lacks are left out. Kerning
// and ligatures are not kept: the library would copy their tables with the old
// glyph numbers. The same characters give the same bytes.
func (f *Face) Subset(runes []rune) (ttf []byte, err error) {
	defer func() { // the library indexes without looking when an outline is broken
		if p := recover(); p != nil {
			ttf, err = nil, fmt.Errorf("font %s cannot be cut down: an outline is broken (%v)", f.name, p)
		}
	}()
	runes = slices.Clone(runes)
	slices.Sort(runes)
	gids := []uint16{0}
	seen := map[uint16]bool{0: true}
	for _, r := range runes {
		if g := f.Glyph(r); !seen[g] {
			seen[g] = true
			gids = append(gids, g)
		}
	}
	s, err := tdewolff.ParseSFNT(f.ttf, 0)
	if err != nil {
		return nil, fmt.Errorf("font %s cannot be cut down: %w", f.name, err)
	}
	sub, err := s.Subset(gids, tdewolff.SubsetOptions{Tables: tdewolff.KeepMinTables})
	if err != nil {
		return nil, fmt.Errorf("font %s cannot be cut down: %w", f.name, err)
	}
	return sub.Write(), nil
}
