package xhtml

import (
	"strings"
	"unicode"

	"storybind/internal/book"
)

// An Entry is one line of the contents.
type Entry struct {
	Title   string
	By      string // who wrote the story, where an anthology's stories have several authors
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
	class := ` class="contents">`
	if runsOn(es) {
		class = ` class="contents numbers">`
	}
	dst = append(append(dst, "<ol"...), class...)
	dst = appendEntries(dst, es)
	return append(dst, "</ol>\n"...)
}

// runsOn reports whether the entries are nothing but numbers, which stand in a row:
// chapters without titles would fill page after page with one number a line.
func runsOn(es []Entry) bool {
	const fewest = 4
	for _, e := range es {
		if len(e.Entries) > 0 || !isNumber(e.Title) {
			return false
		}
	}
	return len(es) >= fewest
}

// isNumber reports whether a title is a bare number: figures, Roman or Chinese numerals.
func isNumber(s string) bool {
	for _, c := range s {
		if !unicode.IsDigit(c) && !strings.ContainsRune("IVXLCDMivxlcdm.〇一二三四五六七八九十百", c) {
			return false
		}
	}
	return s != ""
}

// loud is where the part of an entry that is typed in capitals begins, all of it or what stands
// behind a label; its length where none is. A numeral is as small as its heading has it.
func loud(title string) int {
	if book.Shouts(title) && !isNumber(title) {
		return 0
	}
	at := strings.Index(title, ": ") + 2
	if at > 1 && book.Shouts(title[at:]) {
		return at
	}
	return len(title)
}

func appendEntries(dst []byte, es []Entry) []byte {
	dst = append(dst, '\n')
	for _, e := range es {
		dst = append(dst, `<li><a href="`...)
		dst = AppendAttr(dst, e.Href)
		dst = append(dst, `">`...)
		if n := loud(e.Title); n < len(e.Title) {
			dst = append(AppendText(dst, e.Title[:n]), `<span class="capitals">`...)
			dst = append(AppendText(dst, e.Title[n:]), "</span>"...)
		} else {
			dst = AppendText(dst, e.Title)
		}
		if e.By != "" {
			dst = append(append(dst, book.Between...), `<span class="by">`...)
			dst = append(AppendText(dst, e.By), "</span>"...)
		}
		dst = append(dst, "</a>"...)
		if len(e.Entries) > 0 {
			if runsOn(e.Entries) {
				dst = append(dst, "\n<ol class=\"numbers\">"...)
			} else {
				dst = append(dst, "\n<ol>"...)
			}
			dst = appendEntries(dst, e.Entries)
			dst = append(dst, "</ol>"...)
		}
		dst = append(dst, "</li>\n"...)
	}
	return dst
}
