package says

import (
	"strings"

	"storybind/internal/parse/inlines"
)

// ownersLabels begin what only the author can say.
var ownersLabels = []string{"author's note", "author’s note", "authors note", "authors' note", "authors’ note", "author note", "a/n", "end note", "endnote", "afternote", "story note", "final note", "closing note", "ending note", "note from the author", "notes from the author", "about the author"}

// EndLabels begin the paragraphs after a story's end. They are followed by a
// colon, a dash or the end of the line.
var EndLabels = append([]string{"notes", "note", "feedback", "comments", "reviews", "c&c", "disclaimer", "disclaimers", "thanks", "thank you", "thanks to", "special thanks", "acknowledgements", "acknowledgments", "credits",
	"archive", "archiving", "distribution", "website", "web site", "homepage", "email", "e-mail", "next", "next time", "next chapter", "next part", "coming next", "coming soon", "sequel", "prequel", "references", "reference", "sources",
	"translations", "translation", "glossary", "beta", "betas", "spoilers", "dedication", "lyrics", "song", "songs", "footnotes", "an", "n/a", "an/", "copyright", "contact", "preview", "url", "posted", "written", "summary", "rating", "word count", "words", "transcriber's note", "transcriber’s note", "translator's note", "translator’s note", "editor's note", "editor’s note"}, ownersLabels...)

// EndPhrases begin requests to the reader.
var EndPhrases = []string{"feedback ", "send feedback", "send comments", "send all", "comments? ", "comments ", "feedback? ", "please review", "please r&r", "please read and review", "please send", "please leave", "please drop by", "please comment",
	"please feed", "r&r", "read and review", "review please", "any comments", "all comments", "all feedback", "e-mail me", "email me", "write to ", "write me", "constructive criticism", "let me know what you th", "did you like", "like it? ", "hate it? ", "more stories", "my other stories", "visit "}

// Adverts begin lists of other books.
var Adverts = []string{"other books by", "other stories by", "other works by", "more stories by", "also by ", "books by ", "works by ", "by the same author", "du même auteur", "vom selben autor"}

// HeadsNotes reports whether a line is only the head of notes: "Author's Notes".
func HeadsNotes(s string) bool {
	t := strings.ToLower(strings.Trim(s, " *_~=-:#[]."))
	for _, l := range EndLabels {
		if rest, ok := strings.CutPrefix(t, l); ok && (rest == "" || rest == "s") {
			return len(l) > 3
		}
	}
	return false
}

// OwnersLabel reports whether a line begins with a label that only the author uses.
func OwnersLabel(s string) bool {
	t := strings.ToLower(strings.TrimLeft(s, " *_~=-:#[("))
	for _, l := range ownersLabels {
		if strings.HasPrefix(t, l) {
			return true
		}
	}
	for _, l := range Adverts {
		if strings.HasPrefix(t, l) {
			return true
		}
	}
	return HeadsNotes(s)
}

// AsksReader reports whether a paragraph speaks to the reader about the story:
// it gives an address, or asks for feedback.
func AsksReader(t string) bool {
	if len(t) > 500 || strings.Contains(t, `," `) {
		return false
	}
	for _, w := range []string{"feedback", "review", "r&r", "comment", "critici", "e-mail", "email", "stories", "archive", "@", "http", "www."} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// BareAddress reports whether a line is only an address of mail or the web.
func BareAddress(s string) bool {
	s = strings.Trim(s, "<>()[] ")
	return len(s) < 120 && strings.IndexByte(s, ' ') < 0 && (inlines.InAddress(s) || strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www."))
}
