package web

// A wording is how the page calls a setting, where the words for a terminal would not
// be those of somebody who never saw one. A setting without one is called by its name
// and its own help.
type wording struct{ label, help string }

var wordings = map[string]wording{
	"chapter-pattern": {"Lines that head chapters", "A pattern (regular expression): only lines that match it head chapters. For example ^(Chapter|Part) for lines that begin with one of these words."},
	"encoding":        {"Encoding", "How the file stores its letters, for example windows-1252. Left empty, the file decides."},
	"scene-break":     {"Scene breaks", "A line that holds nothing but this mark parts two scenes. One mark a line."},
	"keep-lines":      {"Lines to keep as they stand", "A poem, a table: not joined, no headings, no scene breaks. For example 20-31; one a line."},
	"drop-lines":      {"Lines to leave out", "For example 12 or 12-15; one a line."},
	"identifier":      {"Identifier", "For example urn:isbn:9780000000000. Left empty, it is made from the text."},
	"cover":           {"Cover picture", "A JPEG, PNG, GIF or WebP file for every book that has none of its own. One of more than 1600 × 2400 pixels is made smaller."},
	"font":            {"Font", "For a font of your own, give its files: regular, italic, bold (TrueType, .ttf)."},
	"size":            {"Size of the text", "In points, for example 11. Left empty, the page's own."},
	"leading":         {"Line spacing", "From one line of text to the next, in points, for example 14. Left empty, the page's own."},
	"margin":          {"Margins", "In mm, cm, in or pt: one for all sides, or inner,outer,head,foot. Left empty, the page's own."},
	"page":            {"Page", "Another size is written 120x190mm or 5.5x8.5in."},
}
