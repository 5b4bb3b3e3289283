package pdf

// noText is copied for a glyph that adds no letter of its own, as the second of
// two glyphs for one character: WORD JOINER shows nothing and parts no word.
// Every code must lead to some character (ISO 14289-1, 7.21.7).
const noText = "\u2060"

// toUnicode maps each code to the characters its glyph stands for (9.10.3), so
// that copied and searched text is right: "ﬁ" is f and i, and a hyphen that
// hyphenation added is U+00AD, which readers take away when they join the word.
func (f *font) toUnicode() []byte {
	var s syntax
	s.raw("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n",
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n",
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n",
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // entries in one list
	for from := 1; from < len(f.text); from += most {
		to := min(from+most, len(f.text))
		s.int(to - from).raw(" beginbfchar\n")
		for c := from; c < to; c++ {
			text := f.text[c]
			if text == "" {
				text = noText
			}
			s.raw("<").hex16(uint16(c)).raw("><").utf16(text).raw(">\n")
		}
		s.raw("endbfchar\n")
	}
	return s.raw("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").b
}
