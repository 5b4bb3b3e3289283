package book

import (
	"iter"

	"storybind/internal/source"
)

// A Section is one stretch of the book that has its own place in the reading
// order: a chapter, a part, a title page, a colophon.
type Section struct {
	ID       string // unique in the book and the same in every run: "chapter-3"; ASCII letters, digits and "-"
	Role     Role
	Heading  string   // as it stands in the story, lines joined by a space; "" when there is none
	Label    string   // as printed above the title: "Chapter Three"; may be empty
	Title    []Inline // may be empty
	Subtitle []Inline
	Blocks   []Block
	Sections []*Section  // the chapters of a part
	Unlisted bool        // kept out of the contents
	Span     source.Span // heading and text; zero for pages that matter adds
	Story    *Story      // in an anthology, the story that it belongs to; nil in a book of one story

	Confidence int      // how sure it is that Heading heads a section, in thousandths; 0 when there is none
	Because    []string // what spoke most for it, in a word or two each; at most three
}

// A Story is one of the stories of an anthology.
type Story struct {
	Title    string
	Authors  []string
	Language string   // BCP 47
	Page     *Section // the part that opens it
	Header   Metadata // what its header says
}

// A Role says what a section is, in the words of the EPUB 3 Structural Semantics Vocabulary.
type Role string

const (
	Volume          Role = "volume"
	Part            Role = "part"
	Chapter         Role = "chapter"
	Prologue        Role = "prologue"
	Epilogue        Role = "epilogue"
	Preface         Role = "preface"
	Foreword        Role = "foreword"
	Introduction    Role = "introduction"
	Afterword       Role = "afterword"
	Appendix        Role = "appendix"
	Glossary        Role = "glossary"
	Dedication      Role = "dedication"
	Epigraph        Role = "epigraph"
	Acknowledgments Role = "acknowledgments"
	Notes           Role = "notes"    // an author's notes; not a chapter
	Endnotes        Role = "endnotes" // the story's numbered notes
	HalfTitlePage   Role = "halftitlepage"
	TitlePage       Role = "titlepage"
	CopyrightPage   Role = "copyright-page"
	Contents        Role = "toc"
	Colophon        Role = "colophon"
)

// Regions of a book, as `inspect --json` names them.
const (
	FrontMatter = "front"
	BodyMatter  = "body"
	BackMatter  = "back"
)

// Sections yields every section in reading order, a part before its chapters,
// with its level (1 is outermost).
func (b *Book) Sections() iter.Seq2[int, *Section] {
	return func(yield func(int, *Section) bool) {
		for _, region := range [][]*Section{b.Front, b.Body, b.Back} {
			if !walk(region, 1, yield) {
				return
			}
		}
	}
}

// Regions yields every section in reading order with the region it stands in
// and its level.
func (b *Book) Regions() iter.Seq2[Place, *Section] {
	return func(yield func(Place, *Section) bool) {
		for _, r := range []struct {
			name     string
			sections []*Section
		}{{FrontMatter, b.Front}, {BodyMatter, b.Body}, {BackMatter, b.Back}} {
			if !walk(r.sections, 1, func(level int, s *Section) bool { return yield(Place{r.name, level}, s) }) {
				return
			}
		}
	}
}

// A Place is where a section stands: its region and its level in it (1 is outermost).
type Place struct {
	Region string
	Level  int
}

func walk(ss []*Section, level int, yield func(int, *Section) bool) bool {
	for _, s := range ss {
		if !yield(level, s) || !walk(s.Sections, level+1, yield) {
			return false
		}
	}
	return true
}
