package epub

import "github.com/go-shiori/go-epub"

// UseTempFolder lets go-epub look again where the system's folder for temporary
// files is: it reads TMPDIR once, when the program starts, and writes every book
// there before it is zipped. Call it before the first book, from one goroutine.
func UseTempFolder() { epub.Use(epub.OsFS) }
