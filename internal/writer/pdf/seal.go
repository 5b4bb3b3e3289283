package pdf

import (
	"bytes"
	"slices"
)

// seal writes a line about the book as a comment before the file's last words:
// there it moves no object, and nothing but white space may follow %%EOF
// (ISO 19005-2, 6.1.3).
func seal(file []byte, line string) []byte {
	return slices.Insert(file, bytes.LastIndex(file, []byte("startxref")), []byte("%"+line+"\n")...)
}
