// Package booktest makes books for tests.
package booktest

import "storybind/internal/book"

// Every is a book with one of each block and inline, and nested sections. Every
// writer's first test renders it.
func Every() *book.Book {
	t := func(s string) []book.Inline { return []book.Inline{book.Text{Value: s}} }
	p := func(s string) *book.Paragraph { return &book.Paragraph{Inlines: t(s)} }
	img := &book.Image{ID: "dot", MediaType: "image/png", Data: dot, Width: 1, Height: 1}
	blocks := []book.Block{
		&book.Paragraph{Inlines: []book.Inline{
			book.Text{Value: "Plain & <simple>, then "},
			book.Emphasis{Inlines: t("emphasis")}, book.Text{Value: ", "},
			book.Strong{Inlines: t("strong")}, book.Text{Value: ", "},
			book.SmallCaps{Inlines: t("small caps")}, book.Text{Value: ", "},
			book.Code{Value: "code  kept"}, book.Text{Value: ", "},
			book.Link{URL: "https://example.org/?a=1&b=2", Inlines: t("a link")}, book.Text{Value: ", a note"},
			book.NoteRef{ID: "note-1", Mark: "1"}, book.Text{Value: " and a line"},
			book.LineBreak{}, book.Text{Value: "break."},
		}},
		&book.Subheading{Level: 1, Inlines: t("A subheading")},
		&book.Paragraph{Inlines: []book.Inline{book.Text{Value: "A "}, book.Struck{Inlines: t("line")}, book.Text{Value: " paragraph "}, book.Ruby{Base: "after", Reading: "later"}, book.Text{Value: " it."}}},
		&book.SceneBreak{Mark: "* * *"},
		p("“What now?” she asked."),
		&book.SceneBreak{},
		&book.Verse{Stanzas: [][]book.VerseLine{
			{{Inlines: t("The lamp goes out,")}, {Indent: 1, Inlines: t("the tide comes in,")}},
			{{Inlines: t("and nobody is home.")}},
		}},
		&book.Quote{Blocks: []book.Block{p("Quoted words.")}, Source: t("Annie, The Lamp")},
		&book.Letter{Opening: []book.Line{t("12 May"), t("Dear Tom,")}, Blocks: []book.Block{p("Come home.")}, Closing: []book.Line{t("Yours,"), t("Mara")}},
		&book.Log{Entries: []book.LogEntry{{Speaker: t("MARA:"), Inlines: t("Where are you?")}, {Inlines: t("No answer.")}}},
		&book.Inscription{Lines: []book.Line{t("KEEP OUT"), t("THIS MEANS YOU")}},
		&book.Figure{Image: img, Alt: "A dot", Caption: t("The dot")},
		&book.Figure{Caption: t("A picture that is not here")},
		&book.Preformatted{Lines: []string{"a   b", "  c"}},
		&book.Note{ID: "note-1", Mark: "1", Blocks: []book.Block{p("The note itself.")}},
	}
	b := &book.Book{
		Meta: book.Metadata{
			Title: "Every Kind", TitleFrom: book.FromHeader, TitleSort: "Every Kind", Language: "en",
			Contributors: []book.Contributor{{Name: "Annie Lee", FileAs: "Lee, Annie", Role: "aut"}},
			Identifier:   "urn:uuid:00000000-0000-5000-8000-000000000001",
			Fields:       []book.Field{{Name: "rating", Label: "Rated", Value: "PG-13"}},
		},
		Front: []*book.Section{
			{ID: "title-page", Role: book.TitlePage, Title: t("Every Kind"), Unlisted: true, Blocks: []book.Block{
				&book.Byline{Inlines: t("Annie Lee")},
				&book.FieldList{Fields: []book.Field{{Name: "rating", Label: "Rated", Value: "PG-13"}, {Name: "notes", Value: "A line without a label."}}},
			}},
			{ID: "contents", Role: book.Contents, Title: t("Contents"), Unlisted: true, Blocks: []book.Block{&book.ContentsList{}}},
		},
		Body: []*book.Section{
			{ID: "part-1", Role: book.Part, Heading: "PART ONE. Low Water", Label: "Part One", Title: t("Low Water"), Sections: []*book.Section{
				{ID: "chapter-1", Role: book.Chapter, Heading: "Chapter 1: The Gate", Label: "Chapter 1", Title: t("The Gate"), Subtitle: t("In which it opens"), Blocks: blocks},
				{ID: "chapter-2", Role: book.Chapter, Heading: "Chapter 2", Label: "Chapter 2", Blocks: []book.Block{p("It was late.")}},
			}},
			{ID: "epilogue", Role: book.Epilogue, Heading: "Epilogue", Label: "Epilogue", Blocks: []book.Block{p("It was over.")}},
		},
		Back: []*book.Section{
			{ID: "colophon", Role: book.Colophon, Title: t("About this book"), Unlisted: true, Blocks: []book.Block{p("Made from story.txt.")}},
		},
		Images: []*book.Image{img},
	}
	return b
}

// dot is a PNG of one grey pixel.
var dot = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\xdach\x00\x00\x00\x82\x00\x81\xdaE\x08;\x00\x00\x00\x00IEND\xaeB`\x82")
