package parse

import (
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
)

// noText warns of a file that holds a header and no story below it, such as a
// download that broke off.
func noText(r *desk.Reading, from int) {
	if len(r.Book.Front)+len(r.Book.Body)+len(r.Book.Back) == 0 {
		from = min(from, len(r.Lines)-1)
		r.Remark("no-text", diag.Warning, max(from, 0), max(from, 0)+1, "no story stands below the header", "the download may have broken off: look at the file")
	}
}
