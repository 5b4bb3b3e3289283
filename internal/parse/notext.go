package parse

import "storybind/internal/diag"

// noText warns of a file that holds a header and no story below it, such as a
// download that broke off.
func (r *reading) noText(from int) {
	if len(r.book.Front)+len(r.book.Body)+len(r.book.Back) == 0 {
		from = min(from, len(r.lines)-1)
		r.remark("no-text", diag.Warning, max(from, 0), max(from, 0)+1, "no story stands below the header", "the download may have broken off: look at the file")
	}
}
