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
	return f.undated(sub.Write())
}

// undated gives a file that was made from f the dates of f: the library stamps
// it with the clock.
func (f *Face) undated(ttf []byte) ([]byte, error) {
	made, err := readSFNT(f.name, ttf)
	if err != nil {
		return nil, err
	}
	from, err := readSFNT(f.name, f.ttf)
	if err != nil {
		return nil, err
	}
	const dates, end = 20, 36 // head's "created" and "modified"
	if len(made["head"]) < end || len(from["head"]) < end {
		return nil, fmt.Errorf("font %s is broken: its table \"head\" is cut off", f.name)
	}
	made["head"] = slices.Concat(made["head"][:dates], from["head"][dates:end], made["head"][end:])
	return made.Write(), nil
}
