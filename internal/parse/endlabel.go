package parse

import (
	"strings"
)

// ownersLabels begin what only the author can say.
var ownersLabels = []string{"author's note", "author’s note", "authors note", "authors' note", "authors’ note", "author note", "a/n", "end note", "endnote", "afternote", "story note", "final note", "closing note", "ending note", "note from the author", "notes from the author", "about the author"}

// endLabels begin the paragraphs after a story's end. They are followed by a
// colon, a dash or the end of the line.
var endLabels = append([]string{"notes", "note", "feedback", "comments", "reviews", "c&c", "disclaimer", "disclaimers", "thanks", "thank you", "thanks to", "special thanks", "acknowledgements", "acknowledgments", "credits",
	"archive", "archiving", "distribution", "website", "web site", "homepage", "email", "e-mail", "next", "next time", "next chapter", "next part", "coming next", "coming soon", "sequel", "prequel", "references", "reference", "sources",
	"translations", "translation", "glossary", "beta", "betas", "spoilers", "dedication", "lyrics", "song", "songs", "footnotes", "an", "n/a", "an/", "copyright", "contact", "preview", "url", "posted", "written", "summary", "rating", "word count", "words", "transcriber's note", "transcriber’s note", "translator's note", "translator’s note", "editor's note", "editor’s note"}, ownersLabels...)

// endPhrases begin requests to the reader.
var endPhrases = []string{"feedback ", "send feedback", "send comments", "send all", "comments? ", "comments ", "feedback? ", "please review", "please r&r", "please read and review", "please send", "please leave", "please drop by", "please comment",
	"please feed", "r&r", "read and review", "review please", "any comments", "all comments", "all feedback", "e-mail me", "email me", "write to ", "write me", "constructive criticism", "let me know what you th", "did you like", "like it? ", "hate it? ", "more stories", "my other stories", "visit "}

// adverts begin lists of other books.
var adverts = []string{"other books by", "other stories by", "other works by", "more stories by", "also by ", "books by ", "works by ", "by the same author", "du même auteur", "vom selben autor"}

// headsNotes reports whether a line is only the head of notes: "Author's Notes".
func headsNotes(s string) bool {
	t := strings.ToLower(strings.Trim(s, " *_~=-:#[]."))
	for _, l := range endLabels {
		if rest, ok := strings.CutPrefix(t, l); ok && (rest == "" || rest == "s") {
			return len(l) > 3
		}
	}
	return false
}

// ownersLabel reports whether a line begins with a label that only the author uses.
func ownersLabel(s string) bool {
	t := strings.ToLower(strings.TrimLeft(s, " *_~=-:#[("))
	for _, l := range ownersLabels {
		if strings.HasPrefix(t, l) {
			return true
		}
	}
	for _, l := range adverts {
		if strings.HasPrefix(t, l) {
			return true
		}
	}
	return headsNotes(s)
}

// noteLabel reports whether a chunk begins as notes, feedback or the like do.
func (r *reading) noteLabel(c chunk) bool {
	s := r.lines[c.from].Text
	if c.to-c.from == 1 && (s == "--" || bareAddress(s)) {
		return true
	}
	t := strings.ToLower(strings.TrimLeft(s[:min(len(s), 120)], " *_~=-:#[(<"))
	for _, l := range endLabels {
		rest, ok := strings.CutPrefix(t, l)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "s")
		rest = strings.TrimLeft(rest, "*_ ]/")
		if rest == "" || rest[0] == ':' || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "-- ") || strings.HasPrefix(rest, "— ") || strings.HasPrefix(rest, "= ") || strings.HasPrefix(rest, "...") {
			return rest != "" || len(l) > 3 && c.to-c.from <= 2
		}
	}
	for _, l := range adverts {
		if strings.HasPrefix(t, l) && c.to-c.from < 3 && len(s) < 80 {
			return true
		}
	}
	for _, l := range endPhrases {
		if strings.HasPrefix(t, l) {
			return asksReader(strings.ToLower(r.span(c.from, min(c.to, c.from+4)).Raw()))
		}
	}
	return false
}

// asksReader reports whether a paragraph speaks to the reader about the story:
// it gives an address, or asks for feedback.
func asksReader(t string) bool {
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

// bareAddress reports whether a line is only an address of mail or the web.
func bareAddress(s string) bool {
	s = strings.Trim(s, "<>()[] ")
	return len(s) < 120 && strings.IndexByte(s, ' ') < 0 && (inAddress(s) || strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www."))
}
