package face

import (
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf16"
)

var styleNames = [4]string{"regular", "italic", "bold", "bold italic"}

// style is what the file says it is: macStyle of its table "head" (OpenType 1.9:
// bit 0 bold, bit 1 italic), with the selection flags of "OS/2" (bit 0 italic,
// bit 5 bold) where there are any.
func (f *Face) style() Style {
	bold, italic := false, false
	if head := f.tables["head"]; len(head) >= 46 {
		mac := be.Uint16(head[44:])
		bold, italic = mac&1 != 0, mac&2 != 0
	}
	if os2 := f.tables["OS/2"]; len(os2) >= 64 {
		sel := be.Uint16(os2[62:])
		bold, italic = bold || sel&(1<<5) != 0, italic || sel&1 != 0
	}
	switch {
	case bold && italic:
		return BoldItalic
	case bold:
		return Bold
	case italic:
		return Italic
	}
	return Regular
}

// mayEmbed is an error if the font's maker allows no document to carry it, or
// only pictures of its letters (OpenType 1.9, "OS/2", fsType bits 1 and 9; the
// most generous of the first bits counts).
func (f *Face) mayEmbed(name string) error {
	os2 := f.tables["OS/2"]
	if len(os2) < 10 {
		return nil
	}
	kind := be.Uint16(os2[8:])
	if kind&0xE == 0x2 || kind&(1<<9) != 0 {
		return fmt.Errorf("the maker of the font %s does not allow it to be embedded in a book (its fsType is %d)", name, kind)
	}
	return nil
}

// familyName is the family's name: the typographic one (16), else the plain one
// (1), else what the file is called; without what a stylesheet's string cannot say.
func (f *Face) familyName(file string) string {
	for _, s := range []string{nameRecord(f.tables["name"], 16), nameRecord(f.tables["name"], 1), strings.TrimSuffix(path.Base(file), path.Ext(file))} {
		s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }), " ")
		if s != "" {
			return s
		}
	}
	return "Own"
}

// nameRecord finds a name of a name table, "" when there is none; one in English,
// as Windows reads it, comes first (OpenType 1.9, "name").
func nameRecord(b []byte, want uint16) string {
	if len(b) < 6 {
		return ""
	}
	n, store := int(be.Uint16(b[2:])), int(be.Uint16(b[4:]))
	found := ""
	for i := range n {
		rec := 6 + 12*i
		if rec+12 > len(b) {
			break
		}
		platform, language, id := be.Uint16(b[rec:]), be.Uint16(b[rec+4:]), be.Uint16(b[rec+6:])
		length, off := int(be.Uint16(b[rec+8:])), store+int(be.Uint16(b[rec+10:]))
		if id != want || off+length > len(b) {
			continue
		}
		s := string(b[off : off+length])
		if platform != 1 {
			s = utf16Name(b[off : off+length])
		}
		if platform == 3 && language == 0x0409 {
			return strings.TrimSpace(s)
		}
		if found == "" {
			found = strings.TrimSpace(s)
		}
	}
	return found
}

func utf16Name(raw []byte) string {
	var u []uint16
	for ; len(raw) >= 2; raw = raw[2:] {
		u = append(u, be.Uint16(raw))
	}
	return string(utf16.Decode(u))
}
