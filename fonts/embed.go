// Package fonts carries the bundled font families.
//
// README.md beside this file says where each comes from, under which licence,
// and how the prepared faces were made. Only package face reads it.
package fonts

import (
	"embed"

	"storybind/assets/packed"
)

//go:embed */*.ttf.zst */OFL.txt
var files embed.FS

// A Family is one bundled family: its name for people and its folder here.
type Family struct {
	Name   string
	Folder string
}

// Families are the text families, the default first.
func Families() []Family {
	return []Family{
		{"EB Garamond", "eb-garamond"},
		{"Literata", "literata"},
		{"Atkinson Hyperlegible Next", "atkinson-hyperlegible-next"},
	}
}

// The folders of the faces that serve every family: ornaments, signs and emoji;
// text whose columns must stay.
const (
	Symbols = "storybind-symbols"
	Mono    = "atkinson-hyperlegible-mono"
)

// The styles of a family, as its files are named.
var Styles = [4]string{"regular", "italic", "bold", "bolditalic"}

// Face is the file of one style of the family or script in folder; nil where there is none.
func Face(folder, style string) []byte { return packed.Read(files, folder+"/"+style+".ttf") }

// Text is the prepared text subset of that style; nil where there is none.
func Text(folder, style string) []byte { return packed.Read(files, folder+"/"+style+"-text.ttf") }

// Licence is the licence's text of the family in folder.
func Licence(folder string) []byte {
	b, _ := files.ReadFile(folder + "/OFL.txt")
	return b
}
