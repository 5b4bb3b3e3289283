package book

import "storybind/internal/source"

// A Block is a paragraph-level element. Only types in this package are Blocks;
// package booktest's Every holds one of each, so a new kind fails every writer loudly.
type Block interface {
	isBlock()
	// Where is the block's place in the story; zero for blocks that matter adds.
	Where() source.Span
	// Kind is the block's name in `inspect --json`: "paragraph", "scene-break".
	Kind() string
}

type (
	// A Paragraph is running prose.
	Paragraph struct {
		Inlines []Inline
		Span    source.Span
	}

	// A Subheading heads a stretch inside a section that is not in the contents. Level 1 is outermost.
	Subheading struct {
		Level   int
		Inlines []Inline
		Span    source.Span
	}

	// A SceneBreak is the gap between scenes.
	SceneBreak struct {
		Mark string // as the author typed it: "* * *"; "" when only blank lines mark it
		Span source.Span
	}

	// Verse keeps its lines: poems, songs.
	Verse struct {
		Stanzas [][]VerseLine
		Span    source.Span
	}

	// A Quote is a set-off quotation: an epigraph, a clipping, a quoted passage.
	Quote struct {
		Blocks []Block
		Source []Inline // "— Annie, The Lamp"; may be empty
		Span   source.Span
	}

	// A Letter is a message inside the story: a letter, an e-mail, a note, a diary entry.
	Letter struct {
		Opening []Line // address, date, mail headers, salutation; may be empty
		Blocks  []Block
		Closing []Line // "Yours,", the signature; may be empty
		Span    source.Span
	}

	// A Log keeps one entry a line: chat logs, text messages, scripts.
	Log struct {
		Entries []LogEntry
		Span    source.Span
	}

	// An Inscription keeps its lines and is set apart as one thing: a sign, a
	// telegram, a headstone, "THE END".
	Inscription struct {
		Lines []Line
		Span  source.Span
	}

	// A Figure is a picture or, when Image is nil, only the caption that stands for one.
	Figure struct {
		Image   *Image
		Alt     string
		Caption []Inline
		Span    source.Span
	}

	// Preformatted keeps lines and spaces: tables, ASCII art.
	Preformatted struct {
		Lines []string
		Span  source.Span
	}

	// A Note is a footnote or endnote, standing where the story prints it.
	Note struct {
		ID     string // unique in the book: "note-3"
		Mark   string // as printed: "1", "*"
		Blocks []Block
		Span   source.Span
	}

	// A Byline names the people credited, on a title page.
	Byline struct {
		Inlines []Inline
	}

	// A FieldList carries fields of the header to a title page or a notes page.
	FieldList struct {
		Fields []Field
	}

	// A ContentsList stands for the list of the book's listed sections; a writer
	// makes it from the sections themselves.
	ContentsList struct{}
)

// A Line is one line of a block that keeps its lines.
type Line []Inline

// A VerseLine is one line of a stanza.
type VerseLine struct {
	Indent  int // steps of indentation beyond the stanza's left edge
	Inlines []Inline
}

// A LogEntry is one entry of a Log.
type LogEntry struct {
	Speaker []Inline // as printed before the text, with its own punctuation: "MARA:", "<kestrel>"; may be empty
	Inlines []Inline
}

func (*Paragraph) isBlock()    {}
func (*Subheading) isBlock()   {}
func (*SceneBreak) isBlock()   {}
func (*Verse) isBlock()        {}
func (*Quote) isBlock()        {}
func (*Letter) isBlock()       {}
func (*Log) isBlock()          {}
func (*Inscription) isBlock()  {}
func (*Figure) isBlock()       {}
func (*Preformatted) isBlock() {}
func (*Note) isBlock()         {}
func (*Byline) isBlock()       {}
func (*FieldList) isBlock()    {}
func (*ContentsList) isBlock() {}

func (b *Paragraph) Where() source.Span    { return b.Span }
func (b *Subheading) Where() source.Span   { return b.Span }
func (b *SceneBreak) Where() source.Span   { return b.Span }
func (b *Verse) Where() source.Span        { return b.Span }
func (b *Quote) Where() source.Span        { return b.Span }
func (b *Letter) Where() source.Span       { return b.Span }
func (b *Log) Where() source.Span          { return b.Span }
func (b *Inscription) Where() source.Span  { return b.Span }
func (b *Figure) Where() source.Span       { return b.Span }
func (b *Preformatted) Where() source.Span { return b.Span }
func (b *Note) Where() source.Span         { return b.Span }
func (b *Byline) Where() source.Span       { return source.Span{} }
func (b *FieldList) Where() source.Span    { return source.Span{} }
func (b *ContentsList) Where() source.Span { return source.Span{} }

func (*Paragraph) Kind() string    { return "paragraph" }
func (*Subheading) Kind() string   { return "subheading" }
func (*SceneBreak) Kind() string   { return "scene-break" }
func (*Verse) Kind() string        { return "verse" }
func (*Quote) Kind() string        { return "quote" }
func (*Letter) Kind() string       { return "letter" }
func (*Log) Kind() string          { return "log" }
func (*Inscription) Kind() string  { return "quote" }
func (*Figure) Kind() string       { return "figure" }
func (*Preformatted) Kind() string { return "preformatted" }
func (*Note) Kind() string         { return "note" }
func (*Byline) Kind() string       { return "byline" }
func (*FieldList) Kind() string    { return "fields" }
func (*ContentsList) Kind() string { return "contents" }
