package opening

import (
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/says"
)

// MaxHead is the most lines that a header is looked for in: the longest
// templates, with notes of several paragraphs, stay far below it.
const MaxHead = 400

// Header reads the story's own header into the book's metadata and returns the
// first line after it. What envelope and licence text said (see boilerplate)
// fills the gaps, then the file's name; a person's settings overrule all.
func Header(r *desk.Reading, from, to int) int {
	var h desk.Head
	end := from
	switch {
	case r.Known.Below != nil: // and none above
		h = *r.Known.Below
	case !r.Known.Digest: // its messages have headers of their own
		z := &Zone{R: r, From: from, To: to}
		h, end = headerIn(r, z)
		if end > from {
			r.Epigraph = z.epigraphEnd(end)
		}
	}
	m := &r.Book.Meta
	if h.Title != "" {
		if r.Known.Title == "" || !says.SameLetters(r.Known.Title, h.Title) { // the same in mixed case reads better
			m.Title = h.Title
		} else {
			m.Title = mixedCase(r.Known.Title, h.Title)
		}
	} else {
		m.Title = r.Known.Title
	}
	m.Subtitle = h.Subtitle
	if m.Subtitle == "" {
		m.Subtitle = r.Known.Subtitle
	}
	if r.Known.Firm && r.Known.Title != "" {
		m.Title = longerTitle(r.Known.Title, h.Title)
	}
	m.TitleFrom = book.FromHeader
	sureOf(r, &h)
	credits := h.Credits
	if len(h.Authors()) == 0 || r.Known.Firm && len(r.Known.Credits) > 0 {
		credits = slices.Concat(r.Known.Credits, slices.DeleteFunc(slices.Clone(h.Credits), func(c book.Contributor) bool { return c.Role == "aut" }))
	}
	for i, c := range credits {
		for _, k := range r.Known.Credits {
			switch {
			case c.Role != k.Role:
			case says.SameLetters(c.Name, k.Name): // in mixed case it reads better
				credits[i].Name = mixedCase(k.Name, c.Name)
			case char.HasFoldPrefix(c.Name, strings.ToLower(k.Name)+", "): // "CHARLES EXAMPLE, M.A." on the title page
				credits[i].Name = k.Name
			}
		}
	}
	m.Contributors = credits
	m.Series, m.SeriesIndex, m.Rights = h.Series, h.Index, h.Rights
	m.Published = char.FirstOf(h.Published, r.Known.Published)
	m.Language = char.FirstOf(h.Language, r.Known.Language)
	if m.Part, m.Parts = h.Part, h.Of; m.Part == 0 {
		m.Part, m.Parts = r.Known.Part, r.Known.Of
	}
	m.Fields = h.Fields
	for _, a := range h.Aside {
		r.SetAside(a.Reason, a.From, a.To)
		if a.Reason == desk.RepeatedTitle {
			r.TellAside("repeated-title", diag.Note, a.From, a.To, "title or byline stand a second time above the text", "")
		}
	}
	setHeaderTagsAside(r, h.Tags, h.Aside)
	for _, g := range h.Guesses {
		r.Remark(g.Code, diag.Warning, g.From, g.To, g.Message, g.Hint)
	}
	nameFromFile(r, end)
	r.DropFieldContacts()
	r.Overrule()
	return end
}

// nameFromFile takes title and author from the file's name where the story does
// not say them.
func nameFromFile(r *desk.Reading, end int) {
	m := &r.Book.Meta
	if m.Title == "" {
		title, author := says.NameOfFile(r.Src.Name, m.Authors())
		m.Title, m.TitleFrom = title, book.FromFilename
		m.TitleSure, m.TitleBecause = sureOfFile, []string{"file's name"}
		if len(m.Authors()) == 0 {
			m.Contributors = append(m.Contributors, says.PeopleOf(author)...)
		}
		if title != "" && r.Opts.Title == "" {
			r.Remark("title-from-filename", diag.Note, 0, 1, "the title "+desk.Quoted(title)+" comes from the file's name", "overrule it with --title, or begin the story with a line \"Title: ...\"")
		}
	}
	if m.Title == "" {
		m.TitleFrom, m.TitleSure, m.TitleBecause = book.FromNone, 0, nil
		if r.Opts.Title == "" {
			r.Remark("no-title", diag.Warning, 0, 1, "the story names no title", "give one with --title, or begin the story with a line \"Title: ...\"")
		}
	}
}

// NoAuthor says that nobody is named.
func NoAuthor(r *desk.Reading) {
	m := &r.Book.Meta
	if len(m.Authors()) == 0 && len(r.Opts.Authors) == 0 {
		r.Remark("no-author", diag.Note, 0, 1, "the story names no author", "give one with --author, or write a line \"by ...\" under the title")
	}
}

// longerTitle returns the catalogue's title, completed by the words that the
// title page has beyond it: "An Occurrence at Owl Creek", "... CREEK BRIDGE".
func longerTitle(catalogue, page string) string {
	words := strings.Fields(page)
	n := len(strings.Fields(catalogue))
	if len(words) <= n || len(words) > n+2 || !says.SameLetters(strings.Join(words[:n], " "), catalogue) {
		return catalogue
	}
	for ; n < len(words); n++ {
		w := words[n]
		if low := strings.ToLower(w); book.Shouts(page) && says.SmallWord(low) {
			w = low
		} else if book.Shouts(page) {
			w = says.Spelled(low)
		}
		catalogue += " " + w
	}
	return catalogue
}

// mixedCase returns the one of two spellings of a title that is not all capitals.
func mixedCase(a, b string) string {
	if book.Shouts(b) || b == strings.ToLower(b) {
		return a
	}
	return b
}

// HeaderAt reads the header that begins at line from, if one does: a title
// block, labelled fields, the rule below them, and title and byline where they
// are repeated above the text. end is the first line after it; end == from when
// no header begins there. It changes nothing in the book, so that a header
// repeated at a later part can be read the same way.
func HeaderAt(r *desk.Reading, from, to int) (h desk.Head, end int) {
	return headerIn(r, &Zone{R: r, From: from, To: to})
}

// LaterHeader reads a header as headerAt does, in the middle of a story whose lines
// have been measured. Lines that begin like a header and are none cost time; a file
// that has them all over is not asked again and again.
func LaterHeader(r *desk.Reading, from, to int) (h desk.Head, end int) {
	const most = 400 // failures; a thousand lines of the story earn one more
	if r.Failed > most+from/1000 {
		return h, from
	}
	r.Failed++ // until the caller finds that it serves
	return headerIn(r, &Zone{R: r, From: from, To: to, wrap: max(r.Layout.Wrap, 60), later: true})
}

func headerIn(r *desk.Reading, z *Zone) (h desk.Head, end int) {
	from, to := z.From, z.To
	first := NextText(r, from, to)
	if first == to {
		return h, from
	}
	z.From, z.To = first, min(to, first+MaxHead)
	z.BlankTags()
	if z.wrap == 0 {
		z.Measure()
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
		end = z.readOpening(first, z.To, false)
	}
	if end == first {
		z.restore(first)
		return h, from
	}
	end = z.titleBehind(z.repeated(end))
	h = z.settle()
	h.Tags = z.restore(end)
	return h, end
}

// NextText is the first line at or after n, before to, that is not blank; to when there is none.
func NextText(r *desk.Reading, n, to int) int {
	for n < to && r.Lines[n].Blank() {
		n++
	}
	return n
}
