package epub

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/xhtml"
)

// An edition is one book on its way to an EPUB.
type edition struct {
	book       *book.Book
	title      string // never empty
	language   string // BCP 47, never empty
	pages      []page
	contents   []xhtml.Entry // addresses are relative to the package document
	images     []picture
	cover      *book.Image // the one chosen, the book's own, or the one that is drawn; nil for none
	used       xhtml.Styles
	faces      faces
	characters characters
	file       []byte
	drawn      map[string]book.Digest
	diags      []diag.Diagnostic

	pageOf  map[*book.Section]int // each section's first page
	notes   map[string]string     // note ID: the page it stands on
	refs    map[string]string     // note ID: the page its first mark stands on
	imageOf map[*book.Image]string
}

// A page is one content document of the spine.
type page struct {
	xhtml.Stretch // Section is nil for the cover page
	name          string
	region        string
	title         string // of the document; never empty
	body          []byte
}

func (p *page) file() string { return p.name + ".xhtml" }

// A picture is an image file of the book.
type picture struct {
	image *book.Image
	file  string
}

// metadata settles what every part of the book needs and must not be empty.
func (e *edition) metadata() {
	e.title = oneLine(e.book.Meta.Title)
	if e.title == "" {
		e.title = book.Untitled
	}
	var ok bool
	if e.language, ok = language(e.book.Meta.Language); !ok {
		e.remark(diag.Warning, "language", "“"+e.book.Meta.Language+"” is not a language tag; the book says “"+e.language+"”",
			"give the language, for example --language en-GB")
	}
}

func (e *edition) remark(severity diag.Severity, code, message, hint string) {
	e.diags = append(e.diags, diag.Diagnostic{Code: "epub/" + code, Severity: severity, Message: message, Hint: hint})
}

// plan shares the sections out to pages, and finds where everything that can be
// linked to will stand. File names follow from the sections' IDs alone, so that
// a reader's place in the book survives a new conversion.
func (e *edition) plan(w *Writer) {
	b := e.book
	e.pageOf = map[*book.Section]int{}
	names := map[string]bool{"": true}
	unique := func(name string) string {
		if !xhtml.IsName(name) {
			name = "section"
		}
		name = strings.ToLower(name) // some file systems do not tell capitals apart
		try := name
		for n := 2; names[try]; n++ {
			try = name + "_" + strconv.Itoa(n)
		}
		names[try] = true
		return try
	}
	e.pictures(w)
	e.coverPage()
	for _, p := range e.pages {
		names[p.name] = true
	}
	for place, s := range b.Regions() {
		e.pageOf[s] = len(e.pages)
		title := sectionName(s)
		if title == "" {
			title = e.title
		}
		first := unique(s.ID)
		for i, st := range xhtml.Split(s, place.Level, limit) {
			p := page{Stretch: st, name: first, region: place.Region, title: title}
			if i > 0 {
				p.name = unique(first + "_" + strconv.Itoa(i+1))
			}
			e.pages = append(e.pages, p)
		}
	}
	e.places()
	by := b.Bylines()
	e.contents = e.entries(b.Front, by, nil)
	e.contents = e.entries(b.Body, by, e.contents)
	e.contents = e.entries(b.Back, by, e.contents)
	if len(e.contents) == 0 { // a nav document must name something (EPUB 3.3 section 7.4.1)
		at := 0
		if len(b.Body) > 0 {
			at = e.pageOf[b.Body[0]]
		}
		if len(e.pages) > at {
			e.contents = []xhtml.Entry{{Title: e.title, Href: textFolder + e.pages[at].file()}}
		}
	}
}

// entries adds the listed sections to the contents; those inside an unlisted one
// stand in its place.
func (e *edition) entries(ss []*book.Section, by map[*book.Section]string, to []xhtml.Entry) []xhtml.Entry {
	for _, s := range ss {
		notes := s.Role == book.Notes || s.Role == book.Endnotes
		if s.Unlisted || notes && sectionName(s) == "" { // first words of notes say nothing
			to = e.entries(s.Sections, by, to)
			continue
		}
		to = append(to, xhtml.Entry{
			Title:   e.entryTitle(s),
			By:      oneLine(by[s]),
			Href:    textFolder + e.pages[e.pageOf[s]].file(),
			Entries: e.entries(s.Sections, by, nil),
		})
	}
	return to
}

// entryTitle names a section in the contents. A section without a heading is
// named by the book's title when it is the whole story, else by its first words.
func (e *edition) entryTitle(s *book.Section) string {
	if name := sectionName(s); name != "" {
		return name
	}
	if len(e.book.Body) == 1 && e.book.Body[0] == s {
		return e.title
	}
	const longest = 40 // characters
	words := ""
	for _, b := range s.Blocks {
		book.Pieces(b, func(text string) {
			if words == "" {
				words = oneLine(text[:min(len(text), 8*longest)])
			}
		})
		if words != "" {
			break
		}
	}
	if words == "" {
		return e.title
	}
	if utf8.RuneCountInString(words) > longest {
		words = string([]rune(words)[:longest])
		if at := strings.LastIndexByte(words, ' '); at > 0 {
			words = words[:at]
		}
		words = strings.TrimRight(words, ",;:.–— ") + "…"
	}
	return words
}

// sectionName is the section's heading on one line: "Chapter 3: The Gate"; "" when it has none.
func sectionName(s *book.Section) string {
	label, title := oneLine(s.Label), oneLine(xhtml.Line(s.Title))
	switch {
	case label == "":
		return title
	case title == "":
		return label
	case strings.ContainsRune(".:!?—–", lastRune(label)):
		return label + " " + title
	}
	return label + ": " + title
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// oneLine is the text on one line, without what XHTML cannot say.
func oneLine(s string) string {
	s = string(xhtml.AppendText(nil, s))
	if strings.IndexByte(s, '&') >= 0 {
		s = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// language is the tag if it is well-formed (RFC 5646: language, script, region,
// variants; nothing else is in use for books), else its first subtag or English.
// "und" and "C" make devices refuse the book or lose its dictionary.
func language(tag string) (string, bool) {
	subtags := strings.Split(tag, "-")
	primary := strings.ToLower(subtags[0])
	if len(primary) < 2 || len(primary) > 3 || !all(primary, isLetter) || primary == "und" {
		return "en", tag == ""
	}
	for _, s := range subtags[1:] {
		letters, digits := all(s, isLetter), all(s, isDigit)
		switch n := len(s); {
		case n == 2 && letters, n == 3 && (digits || letters), n == 4 && letters: // region, extended language, script
		case n >= 5 && n <= 8 && all(s, isAlnum), n == 4 && isDigit(s[0]) && all(s, isAlnum): // variant
		default:
			return primary, false
		}
	}
	return tag, true
}

func all(s string, is func(byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if !is(s[i]) {
			return false
		}
	}
	return s != ""
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isAlnum(c byte) bool  { return isLetter(c) || isDigit(c) }

// sections are the first page of each section and the one after its last: a section
// has one page or several.
func (e *edition) sections() [][2]int {
	var out [][2]int
	for i := range e.pages {
		if i == 0 || e.pages[i].Section != e.pages[i-1].Section {
			out = append(out, [2]int{i, i})
		}
		out[len(out)-1][1] = i + 1
	}
	return out
}
