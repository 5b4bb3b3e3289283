package face

import "storybind/fonts"

// TextSubset is the prepared subset of a bundled face (see fonts/README.md), with
// kerning and ligatures, ready to be embedded as it is. A family that is small
// has none prepared: its whole face serves. nil when there is no such face.
func TextSubset(family string, s Style) []byte {
	f := textSubset(family, s)
	if f == nil {
		return nil
	}
	return f.ttf
}

// TextSubsetCovers reports whether the prepared subset has a glyph for the character.
func TextSubsetCovers(family string, s Style, r rune) bool {
	f := textSubset(family, s)
	return f != nil && f.Covers(r)
}

func textSubset(family string, s Style) *Face {
	row, err := find(family)
	if err != nil {
		return nil
	}
	key := row.Folder + "/" + fonts.Styles[s]
	bundled.Lock()
	defer bundled.Unlock()
	if f, ok := bundled.text[key]; ok {
		return f
	}
	ttf := fonts.Text(row.Folder, fonts.Styles[s])
	if ttf == nil {
		ttf = fonts.Face(row.Folder, fonts.Styles[s])
	}
	var f *Face
	if ttf != nil {
		f, _ = parse(row.Name+" "+fonts.Styles[s], ttf) // a test reads every one
	}
	if bundled.text == nil {
		bundled.text = map[string]*Face{}
	}
	bundled.text[key] = f
	return f
}
