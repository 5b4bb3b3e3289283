package parse

import (
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/source"
)

// A head is what one header says: the fields in the order of the story, and what
// follows from them for the book.
type head struct {
	title     string // cleaned: without quotes, decoration and part number
	subtitle  string
	credits   []book.Contributor
	series    string
	index     string // the story's place in the series: "2", "2.5"
	published string // as written
	language  string // BCP 47; "" when the header does not say
	rights    string
	part, of  int // "(2/3)": 2 and 3; 0 when the header does not say
	fields    []book.Field
	aside     []aside // rules, repeated titles
	guesses   []guess
	tags      []source.Span // tags of web pages among the words

	titleSure    int      // thousandths
	titleBecause []string // what spoke most for the title
	authorsSure  int
}

// An aside is a stretch of lines [from, to) that the book leaves out.
type aside struct {
	reason   string
	from, to int
}

// A guess is a doubtful decision about lines [from, to).
type guess struct {
	code          string
	from, to      int
	message, hint string
}

// authors are the names credited as authors.
func (h *head) authors() []string {
	m := book.Metadata{Contributors: h.credits}
	return m.Authors()
}

// maxHead is the most lines that a header is looked for in: the longest
// templates, with notes of several paragraphs, stay far below it.
const maxHead = 400

// header reads the story's own header into the book's metadata and returns the
// first line after it. What envelope and licence text said (see boilerplate)
// fills the gaps, then the file's name; a person's settings overrule all.
func (r *reading) header(from, to int) int {
	var h head
	end := from
	if !r.known.digest { // its messages have headers of their own
		z := &zone{r: r, from: from, to: to}
		h, end = r.headerIn(z)
		if end > from {
			r.epigraph = z.epigraphEnd(end)
		}
	}
	if r.known.below != nil {
		h = *r.known.below
	}
	m := &r.book.Meta
	if h.title != "" {
		if r.known.title == "" || !sameLetters(r.known.title, h.title) { // the same in mixed case reads better
			m.Title = h.title
		} else {
			m.Title = mixedCase(r.known.title, h.title)
		}
	} else {
		m.Title = r.known.title
	}
	m.Subtitle = h.subtitle
	if m.Subtitle == "" {
		m.Subtitle = r.known.subtitle
	}
	if r.known.firm && r.known.title != "" {
		m.Title = longerTitle(r.known.title, h.title)
	}
	m.TitleFrom = book.FromHeader
	r.sureOf(&h)
	credits := h.credits
	if len(h.authors()) == 0 || r.known.firm && len(r.known.credits) > 0 {
		credits = slices.Concat(r.known.credits, slices.DeleteFunc(slices.Clone(h.credits), func(c book.Contributor) bool { return c.Role == "aut" }))
	}
	for i, c := range credits {
		for _, k := range r.known.credits {
			switch {
			case c.Role != k.Role:
			case sameLetters(c.Name, k.Name): // in mixed case it reads better
				credits[i].Name = mixedCase(k.Name, c.Name)
			case hasFoldPrefix(c.Name, strings.ToLower(k.Name)+", "): // "CHARLES EXAMPLE, M.A." on the title page
				credits[i].Name = k.Name
			}
		}
	}
	m.Contributors = credits
	m.Series, m.SeriesIndex, m.Rights = h.series, h.index, h.rights
	m.Published = firstOf(h.published, r.known.published)
	m.Language = firstOf(h.language, r.known.language)
	if m.Part, m.Parts = h.part, h.of; m.Part == 0 {
		m.Part, m.Parts = r.known.part, r.known.of
	}
	m.Fields = h.fields
	for _, a := range h.aside {
		r.setAside(a.reason, a.from, a.to)
		if a.reason == repeatedTitle {
			r.tellAside("repeated-title", diag.Note, a.from, a.to, "title or byline stand a second time above the text", "")
		}
	}
	r.setHeaderTagsAside(h.tags, h.aside)
	for _, g := range h.guesses {
		r.remark(g.code, diag.Warning, g.from, g.to, g.message, g.hint)
	}
	r.nameFromFile(end)
	r.dropFieldContacts()
	r.overrule()
	return end
}

// repeatedTitle is the reason of an aside that says what the header has said.
const repeatedTitle = "repeated title"

// nameFromFile takes title and author from the file's name where the story does
// not say them.
func (r *reading) nameFromFile(end int) {
	m := &r.book.Meta
	if m.Title == "" {
		title, author := nameOfFile(r.src.Name, m.Authors())
		m.Title, m.TitleFrom = title, book.FromFilename
		m.TitleSure, m.TitleBecause = sureOfFile, []string{"file's name"}
		if len(m.Authors()) == 0 {
			m.Contributors = addAuthors(m.Contributors, "aut", author)
		}
		if title != "" && r.opts.Title == "" {
			r.remark("title-from-filename", diag.Note, 0, 1, "the title "+quoted(title)+" comes from the file's name", "overrule it with --title, or begin the story with a line \"Title: ...\"")
		}
	}
	if m.Title == "" {
		m.TitleFrom, m.TitleSure, m.TitleBecause = book.FromNone, 0, nil
		if r.opts.Title == "" {
			r.remark("no-title", diag.Warning, 0, 1, "the story names no title", "give one with --title, or begin the story with a line \"Title: ...\"")
		}
	}
}

// noAuthor says that nobody is named.
func (r *reading) noAuthor() {
	m := &r.book.Meta
	if len(m.Authors()) == 0 && len(r.opts.Authors) == 0 {
		r.remark("no-author", diag.Note, 0, 1, "the story names no author", "give one with --author, or write a line \"by ...\" under the title")
	}
}

func quoted(s string) string { return "\"" + s + "\"" }

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// longerTitle returns the catalogue's title, completed by the words that the
// title page has beyond it: "An Occurrence at Owl Creek", "... CREEK BRIDGE".
func longerTitle(catalogue, page string) string {
	words := strings.Fields(page)
	n := len(strings.Fields(catalogue))
	if len(words) <= n || len(words) > n+2 || !sameLetters(strings.Join(words[:n], " "), catalogue) {
		return catalogue
	}
	for ; n < len(words); n++ {
		w := words[n]
		if low := strings.ToLower(w); isCapitals(page) && smallWord(low) {
			w = low
		} else if isCapitals(page) {
			w = spelled(low)
		}
		catalogue += " " + w
	}
	return catalogue
}

// mixedCase returns the one of two spellings of a title that is not all capitals.
func mixedCase(a, b string) string {
	if isCapitals(b) || b == strings.ToLower(b) {
		return a
	}
	return b
}

// headerAt reads the header that begins at line from, if one does: a title
// block, labelled fields, the rule below them, and title and byline where they
// are repeated above the text. end is the first line after it; end == from when
// no header begins there. It changes nothing in the book, so that a header
// repeated at a later part can be read the same way.
func (r *reading) headerAt(from, to int) (h head, end int) {
	return r.headerIn(&zone{r: r, from: from, to: to})
}

// laterHeader reads a header as headerAt does, in the middle of a story whose lines
// have been measured. Lines that begin like a header and are none cost time; a file
// that has them all over is not asked again and again.
func (r *reading) laterHeader(from, to int) (h head, end int) {
	const most = 400 // failures; a thousand lines of the story earn one more
	if r.failed > most+from/1000 {
		return h, from
	}
	r.failed++ // until the caller finds that it serves
	return r.headerIn(&zone{r: r, from: from, to: to, wrap: max(r.layout.wrap, 60), later: true})
}

func (r *reading) headerIn(z *zone) (h head, end int) {
	from, to := z.from, z.to
	first := r.nextText(from, to)
	if first == to {
		return h, from
	}
	z.from, z.to = first, min(to, first+maxHead)
	z.blankTags()
	if z.wrap == 0 {
		z.measure()
	}
	labels := z.firstLabel()
	if labels >= 0 && !z.later && z.misread(labels) {
		labels = -1
	}
	if labels < 0 && !z.later {
		labels = z.fieldsByRole()
	}
	if labels >= 0 {
		end = z.readFields(labels)
		z.below, z.entries = z.entries, nil
		z.readOpening(first, labels, true)
		z.below, z.entries = nil, append(z.entries, z.below...)
		end = z.blockBelow(end)
	} else {
		end = z.readOpening(first, z.to, false)
	}
	if end == first {
		z.restore(first)
		return h, from
	}
	end = z.repeated(end)
	h = z.settle()
	h.tags = z.restore(end)
	return h, end
}

// nextText is the first line at or after n, before to, that is not blank; to when there is none.
func (r *reading) nextText(n, to int) int {
	for n < to && r.lines[n].Blank() {
		n++
	}
	return n
}
