// Package xhtml writes a section's blocks as well-formed XHTML: the inside of
// an EPUB content document's body.
//
// The markup says what a thing is (elements, epub:type, DPUB-ARIA roles); how it
// looks is the stylesheet's business. It is appended to a byte slice without
// templates, because a novel is written in the time that it takes to copy it.
package xhtml

import "storybind/internal/book"

// Links tells a section where the other things of the book are. A function that
// is nil knows nothing, and nothing is linked. Addresses are relative to the
// page being written.
type Links struct {
	Note  func(id string) string       // where the note stands; "" when there is none
	Ref   func(id string) string       // where the first mark that leads to the note stands
	Image func(img *book.Image) string // the picture's file
	List  func() []Entry               // the book's contents, for a page of contents
}

// Styles are the styles of the text face that markup asks for.
type Styles uint8

const (
	Italic Styles = 1 << iota
	Bold
	BoldItalic
)

// A Stretch is a part of a section that becomes one page (content document).
type Stretch struct {
	Section *book.Section
	Level   int // of the section, 1 is outermost
	Blocks  []book.Block
	First   bool // it begins the section, and has its heading
	Inside  bool // it goes on in the middle of a paragraph
	Size    int  // about how many bytes its markup takes
}

// A Renderer writes sections. It is made anew for each book and is not safe for
// concurrent use.
type Renderer struct {
	Links       Links
	RightToLeft bool      // the book's text runs from right to left
	Cast        book.Cast // who speaks in it, if it is a play
	Used        Styles    // what everything written so far asked for

	buf    []byte
	ids    map[string]bool // ids given so far, so that each is given once
	italic int             // how many open elements ask for italics
	bold   int

	acted   *book.Section // the section that was looked at last, see enter
	play    bool          // it is of a play
	curtain bool          // and nobody has spoken in it

	ornament bool // a title page's ornament is still to come
	each     bool // each field is a list of its own, for it has a line to itself
}

// Append appends the stretch's markup to dst: one section element.
func (r *Renderer) Append(dst []byte, s Stretch) []byte {
	r.buf = dst
	r.open(s)
	r.ornament = s.Section.Role == book.TitlePage
	r.each = r.ornament || s.Section.Role == book.Part
	if s.First {
		r.opening(s.Section, s.Level)
	}
	r.enter(s)
	r.blocks(s.Blocks, s.Level)
	if r.ornament && len(s.Blocks) > 0 { // nothing but names
		r.ornament = false
		r.sceneBreak()
	}
	r.raw("</section>")
	dst, r.buf = r.buf, nil
	return dst
}

// roles gives each role of a section its term of the EPUB 3 Structural Semantics
// Vocabulary 1.1 and its role of DPUB-ARIA 1.1; "" where there is none.
var roles = map[book.Role][2]string{
	book.Volume:          {"volume", ""},
	book.Part:            {"part", "doc-part"},
	book.Chapter:         {"chapter", "doc-chapter"},
	book.Prologue:        {"prologue", "doc-prologue"},
	book.Epilogue:        {"epilogue", "doc-epilogue"},
	book.Preface:         {"preface", "doc-preface"},
	book.Foreword:        {"foreword", "doc-foreword"},
	book.Introduction:    {"introduction", "doc-introduction"},
	book.Afterword:       {"afterword", "doc-afterword"},
	book.Appendix:        {"appendix", "doc-appendix"},
	book.Glossary:        {"glossary", "doc-glossary"},
	book.Dedication:      {"dedication", "doc-dedication"},
	book.Epigraph:        {"epigraph", "doc-epigraph"},
	book.Acknowledgments: {"acknowledgments", "doc-acknowledgments"},
	book.Endnotes:        {"endnotes", "doc-endnotes"},
	book.HalfTitlePage:   {"halftitlepage", ""},
	book.TitlePage:       {"titlepage", ""},
	book.CopyrightPage:   {"copyright-page", ""},
	book.Contents:        {"toc", "doc-toc"},
	book.Colophon:        {"colophon", "doc-colophon"},
}

// open writes the section's start tag. Its class is the section's role, which
// the stylesheet goes by.
func (r *Renderer) open(s Stretch) {
	r.raw("<section")
	switch { // the rest of a long chapter must not look like another one
	case s.Inside:
		r.raw(` class="continued inside">` + "\n")
		return
	case !s.First:
		r.raw(` class="continued">` + "\n")
		return
	}
	r.id(s.Section.ID)
	r.attr("class", string(s.Section.Role))
	if t := roles[s.Section.Role]; t[0] != "" {
		r.attr("epub:type", t[0])
		if t[1] != "" {
			r.attr("role", t[1])
		}
	}
	r.raw(">\n")
}

// raw writes markup of our own.
func (r *Renderer) raw(s string) { r.buf = append(r.buf, s...) }

// text writes characters of the book.
func (r *Renderer) text(s string) { r.buf = AppendText(r.buf, s) }

// attr writes an attribute with a value from anywhere.
func (r *Renderer) attr(name, value string) {
	r.raw(" ")
	r.raw(name)
	r.raw(`="`)
	r.buf = AppendAttr(r.buf, value)
	r.raw(`"`)
}

// id writes an id attribute, if the id can be one and was not given before.
func (r *Renderer) id(id string) {
	if !IsName(id) || r.ids[id] {
		return
	}
	if r.ids == nil {
		r.ids = map[string]bool{}
	}
	r.ids[id] = true
	r.attr("id", id)
}

// IsName reports whether s can be an id and a file's name everywhere: ASCII
// letters, digits, "-" and "_", a letter first, at most 100 of them.
func IsName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (i == 0 || c != '-' && c != '_' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != "" && len(s) <= 100
}
