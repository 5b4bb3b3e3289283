package desk

import "storybind/internal/parse/char"

// A book's notes stand at its end, below a line that says so; they are one section,
// though they may be ordered by the book's chapters.

// noteWords are the lines that open notes.
var noteWords = map[string]bool{"notes": true, "endnotes": true, "footnotes": true, "notestothetext": true, "anmerkungen": true, "notas": true, "note": true, "примечания": true,
	"fußnoten": true, "fussnoten": true, "endnoten": true, "noten": true, "voetnoten": true, "eindnoten": true, "noter": true, "fotnoter": true, "notesdebasdepage": true, "notasalpie": true, "notasderodapé": true,
	"przypisy": true, "poznámky": true, "сноски": true, "примітки": true, "注": true, "注釈": true, "脚注": true, "注释": true, "注釋": true, "註釋": true}

// OpensNotes reports whether a line is nothing but one of these words.
func OpensNotes(s string) bool {
	const most = 40 // bytes: asked of every line
	return len(s) <= most && noteWords[char.PlainKey(s)]
}
