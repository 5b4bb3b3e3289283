package pdf

import (
	"strings"

	"storybind/internal/typeset"
)

// link writes a link annotation (12.5.6.5) without a border.
func link(s *syntax, doc *typeset.Document, pages []ref, on int, l *typeset.Link, words string, parentKey int) {
	height := doc.Pages[on].Height
	s.raw("<<")
	if l.URL != "" {
		s.raw("/A<</S/URI/URI").bytes(uri(l.URL)).raw(">>")
	}
	s.raw("/Border[0 0 0]/Contents")
	if words = strings.Join(strings.Fields(words), " "); words == "" {
		words = l.URL
	}
	if words == "" {
		words = doc.Pages[l.Page].Label
	}
	s.text(clip(words, longestTitle))
	if l.URL == "" {
		s.raw("/Dest")
		destination(s, doc, pages, l.Page, l.TargetY)
	}
	s.raw("/F 4/Rect[").points(l.X).raw(" ").points(height - l.Y - l.Height).raw(" ").points(l.X + l.Width).raw(" ").points(height - l.Y)
	s.raw("]/StructParent ").int(parentKey).raw("/Subtype/Link/Type/Annot>>")
}

// leads reports whether the link leads anywhere.
func leads(doc *typeset.Document, l *typeset.Link) bool {
	return l.URL != "" || l.Page >= 0 && l.Page < len(doc.Pages)
}

// uri writes an address in the ASCII that 12.6.4.7 asks for: other bytes are
// percent-encoded (RFC 3987, 3.1).
func uri(address string) string {
	var b strings.Builder
	for i := 0; i < len(address); i++ {
		if c := address[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("<>\"{}|\\^`", c) >= 0 {
			b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
