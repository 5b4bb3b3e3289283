package xhtml

// An Entry is one line of the contents.
type Entry struct {
	Title   string
	Href    string
	Entries []Entry
}

// AppendList appends the entries as nested ordered lists: what an EPUB's nav
// elements hold (EPUB 3.3 section 7.3). The outermost list's class is "contents",
// by which a reader of the page knows that it is no text of the book.
func AppendList(dst []byte, es []Entry) []byte {
	if len(es) == 0 {
		return dst
	}
	dst = append(dst, `<ol class="contents">`...)
	dst = appendEntries(dst, es)
	return append(dst, "</ol>\n"...)
}

func appendEntries(dst []byte, es []Entry) []byte {
	dst = append(dst, '\n')
	for _, e := range es {
		dst = append(dst, `<li><a href="`...)
		dst = AppendAttr(dst, e.Href)
		dst = append(dst, `">`...)
		dst = AppendText(dst, e.Title)
		dst = append(dst, "</a>"...)
		if len(e.Entries) > 0 {
			dst = append(dst, "\n<ol>"...)
			dst = appendEntries(dst, e.Entries)
			dst = append(dst, "</ol>"...)
		}
		dst = append(dst, "</li>\n"...)
	}
	return dst
}
