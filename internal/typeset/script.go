package typeset

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/face"
)

// ownScript is the script of a book's language; face.Scripts when it is one of the
// text families'. Chinese whose language does not say which kind it is goes by its
// characters.
func ownScript(b *book.Book) face.Script {
	own, ok := face.ScriptOf(b.Meta.Language)
	if !ok || own != face.SimplifiedChinese || strings.Contains(b.Meta.Language, "-") {
		return own
	}
	simple, traditional := face.ScriptFace(face.SimplifiedChinese, false), face.ScriptFace(face.TraditionalChinese, false)
	balance, n := 0, 0
	for _, sec := range b.Sections() {
		for _, bl := range sec.Blocks {
			if n > 1<<16 {
				break
			}
			book.Pieces(bl, func(text string) {
				for _, r := range text {
					if r < 0x3400 {
						continue
					}
					n++
					if s, t := simple.Covers(r), traditional.Covers(r); s && !t {
						balance--
					} else if t && !s {
						balance++
					}
				}
			})
		}
	}
	if balance > 0 {
		return face.TraditionalChinese
	}
	return own
}
