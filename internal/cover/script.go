package cover

import (
	"slices"
	"strings"
	"unicode"

	"storybind/internal/face"
)

// faceFor is the face that draws a character: the family's, that of the character's script,
// or the symbols face; nil when none has it.
func (t typeset) faceFor(r rune) *face.Face {
	if f := t.family.Face(face.Regular); f.Covers(r) {
		return f
	}
	for _, s := range face.ScriptsFor(r, t.own) {
		if f := face.ScriptFace(s, false); f.Covers(r) {
			return f
		}
	}
	if f := face.Symbols(); f.Covers(r) {
		return f
	}
	return nil
}

// runsLeft reports whether a character is a letter of a script that runs from right to left.
func runsLeft(r rune) bool { return unicode.In(r, unicode.Hebrew, unicode.Arabic) }

// pieces shapes the text, in the order in which it stands from left to right. A line whose
// first letter runs from right to left does so as a whole.
func (t typeset) pieces(s string) []piece {
	var out []piece
	for s != "" {
		var f *face.Face
		n, left := 0, false
		for i, r := range s {
			use := t.faceFor(r)
			if use == nil || i > 0 && unicode.Is(unicode.M, r) && f.Covers(r) {
				use = f
			}
			if use == nil {
				use = t.family.Face(face.Regular)
			}
			if i == 0 {
				f = use
			} else if use != f {
				break
			}
			left = left || runsLeft(r)
			n = i + len(string(r))
		}
		out = append(out, piece{f, f.Shape(s[:n], face.ShapeOptions{NoLigatures: t.tracking > 0, RightToLeft: left}), left})
		s = s[n:]
	}
	if first := slices.IndexFunc(out, func(p piece) bool { return p.left || len(p.glyphs) > 1 }); first >= 0 && out[first].left {
		slices.Reverse(out)
	}
	return out
}

// joins reports whether the letters of a text may not be parted by white.
func joins(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x590 && r < 0x10A0 })
}

// between is where in a word of a script without spaces the next one may begin; the word's
// length if nowhere.
func between(w string) int {
	before := rune(0)
	for i, r := range w {
		if i > 0 && wide(r) && !strings.ContainsRune("、。，．・：；？！ー）］」』》〉】々ぁぃぅぇぉっゃゅょァィゥェォッャュョ", r) &&
			!strings.ContainsRune("（［「『《〈【", before) {
			return i
		}
		before = r
	}
	return len(w)
}

func wide(r rune) bool { return r >= 0x2E80 && r < 0xA000 || r >= 0xFF01 && r <= 0xFF60 }
