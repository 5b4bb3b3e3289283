package parse

import (
	"slices"
	"strings"
	"unicode"

	"storybind/internal/book"
)

// settle makes a head of the fields that were read: it decides what the labels
// mean that stand for different things in different archives, and draws title,
// authors, series and the rest from the fields.
func (z *zone) settle() head {
	slices.SortStableFunc(z.entries, func(a, b entry) int { return a.start - b.start })
	z.settleNames()
	z.pageTitle()
	z.titleBelow()
	h := head{aside: z.aside, guesses: z.guesses, part: z.part, of: z.of, rights: z.rights}
	slices.SortStableFunc(h.aside, func(a, b aside) int { return a.from - b.from })
	for i := range z.entries {
		e := &z.entries[i]
		h.fields = append(h.fields, book.Field{Name: e.name, Label: e.label, Value: e.value, Span: z.r.src.Span(e.start, e.end)})
		switch e.name {
		case "title":
			if h.title != "" {
				continue
			}
			written := e.raw
			if e.label != "" {
				written = e.value
			}
			t := titleOf(written)
			if key := labelKey(e.label); e.label != "" && key != "subject" { // a label gives the title; "Re:" is part of it
				t.text = repliesIn(written) + t.text
			}
			if open := strings.LastIndex(t.text, " ("); e.label == "" && open > 0 && strings.HasSuffix(t.text, ")") && isYear(t.text[open+2:len(t.text)-1]) {
				t.text = t.text[:open] // "The Heron (1902)": libraries add the year
			}
			if e.label != "" && len(z.authorsSaid()) == 0 { // "Title: The Lamp by Annie"
				if title, names, _, ok := titleByAuthor(t.text); ok {
					t.text = titleOf(title).text
					h.credits = addAuthors(h.credits, "aut", authorsOf(names)...)
				}
			}
			h.title = t.text
			if z.mixed != "" && isCapitals(h.title) && sameLetters(z.mixed, h.title) {
				h.title = z.mixed
			}
			if t.part > 0 {
				h.part, h.of = t.part, t.of
			}
		case "subtitle":
			if e.label == "" && h.subtitle == "" && h.part == 0 {
				h.subtitle = titleOf(e.value).text
			} else if _, part, of, ok := cutPart("x " + e.value); ok && !strings.HasPrefix(labelKey(e.label), "chapter") {
				h.part, h.of = part, of
			} else if strings.EqualFold(e.label, "subtitle") {
				h.subtitle = e.value
			}
		case "author":
			h.credits = addPeople(h.credits, e.people()...)
		case "contributor":
			deed, names := e.label, e.value
			if at := helperAt(names); e.label == "" && at > 0 {
				deed, names = names[:at], names[at:]
			}
			h.credits = addAuthors(h.credits, relator(deed), authorsOf(names)...)
		case "series":
			if h.series == "" {
				h.series, h.index = seriesIn(z.entries[i:])
			}
		case "date":
			if h.published == "" {
				h.published = unglued(strings.Trim(e.value, "()[] "))
			}
		case "language":
			h.language = firstOf(h.language, languageTag(e.value))
		}
	}
	z.sureOfHead(&h)
	if h.of == 1 { // "(1/1)": the whole story
		h.part, h.of = 0, 0
	}
	if len(h.authors()) == 0 && h.rights != "" {
		if names := authorsOf(rightsHolder(h.rights)); len(names) > 0 {
			h.credits = addAuthors(h.credits, "aut", names...)
			n := z.from
			for i := range z.entries {
				if strings.HasPrefix(z.entries[i].value, folded(h.rights)) {
					n = z.r.src.LineAt(z.entries[i].start)
				}
			}
			h.guesses = append(h.guesses, guess{"doubtful-author", n, n + 1, "only a copyright line names " + strings.Join(names, ", ") + "; taken for the author", "overrule it with --author"})
		}
	}
	if title := z.entryNamed("title"); title != nil && title.label == "" {
		h.title = withoutAuthor(h.title, h.authors())
	}
	return h
}

// entryNamed is the first entry of a name; nil when there is none.
func (z *zone) entryNamed(name string) *entry {
	for i := range z.entries {
		if z.entries[i].name == name {
			return &z.entries[i]
		}
	}
	return nil
}

func isYear(s string) bool { return len(s) == 4 && isDigits(s) && s > "1400" && s < "2100" }

// unglued is a date without what a copied page glues to its last digit:
// "2019-05-03Words:512".
func unglued(s string) string {
	for i := 8; i < len(s); i++ {
		if s[i-1] >= '0' && s[i-1] <= '9' && s[i] >= 'A' && s[i] <= 'Z' && strings.IndexByte(s[i:], ':') > 0 {
			return s[:i]
		}
	}
	return s
}

// repliesIn is the "Re: Re: " that a title begins with.
func repliesIn(s string) string {
	end := 0
	for hasFoldPrefix(s[end:], "re: ") {
		end += len("re: ")
	}
	if end == len(s) {
		return ""
	}
	return s[:end]
}

// titleBelow sets aside a line among the fields that only says the title again.
func (z *zone) titleBelow() {
	title, _ := z.said()
	kept := z.entries[:0]
	for _, e := range z.entries {
		if e.name == "notes" && e.label == "" && title != "" && sameLetters(e.value, title) {
			z.aside = append(z.aside, aside{repeatedTitle, z.r.src.LineAt(e.start), z.r.src.LineAt(e.end-1) + 1})
			continue
		}
		kept = append(kept, e)
	}
	z.entries = kept
}

// pageTitle finds title and author in a page copied from the Archive of Our Own:
// below the labels with the visitors' numbers, two lines without labels right
// above the summary.
func (z *zone) pageTitle() {
	if title, _ := z.said(); title != "" {
		return
	}
	for i := 0; i+1 < len(z.entries); i++ { // "Author: Vera", and the title alone below it
		a, b := &z.entries[i], &z.entries[i+1]
		if a.name != "author" || a.label == "" || b.name != "notes" || b.label != "" {
			continue
		}
		n := z.r.src.LineAt(b.start)
		if n == z.r.src.LineAt(a.start)+1 && len(b.value) < 60 && strings.IndexByte(b.value, '\n') < 0 && sentences(b.value) == 0 && n+1 < len(z.r.lines) && (z.r.lines[n+1].Blank() || z.labelled(n+1)) {
			b.name, b.raw = "title", b.value
			return
		}
	}
	for i := 0; i+2 < len(z.entries); i++ {
		a, b, next := &z.entries[i], &z.entries[i+1], &z.entries[i+2]
		if i == 0 || a.label != "" || b.label != "" || a.name != "notes" || b.name != "notes" || next.label == "" || !longForm(next.name) {
			continue
		}
		if z.r.src.LineAt(a.start)+1 == z.r.src.LineAt(b.start) && titleLike(a.value) && namesLike(b.value) {
			a.name, b.name, a.raw = "title", "author", a.value
			return
		}
	}
}

func (z *zone) authorsSaid() []string {
	_, authors := z.said()
	return authors
}

// settleNames decides what the doubtful labels mean.
func (z *zone) settleNames() {
	have := map[string]bool{}
	labels := map[string]bool{}
	for i := range z.entries {
		have[z.entries[i].name] = true
		if l := z.entries[i].label; l != "" {
			labels[labelKey(l)] = true
		}
	}
	title := false
	for i := range z.entries {
		e := &z.entries[i]
		key := labelKey(e.label)
		if e.name == "title" && (key != "story" && key != "fic" || e.label == "") {
			title = true
		}
	}
	for i := range z.entries {
		e := &z.entries[i]
		switch key := labelKey(e.label); {
		case e.label == "":
		// "Story" is the title, unless the title stands elsewhere or it is a sentence.
		case key == "fic" && title && z.saysTitle(e.value): // a posting's subject above its header
			e.name = "other"
		case key == "story" || key == "fic":
			if title || isSentence(e.value) && sentences(e.value) > 0 && !titleLike(e.value) {
				e.name = "summary"
			}
		// alt.startrek.creative and the FFML say "Series" for the show; "Codes",
		// "Part" or "Episode" beside it tell. A place in a row, or words like
		// "sequel", make it a series after all.
		case key == "series" && !have["fandom"]:
			if _, place := seriesIn(z.entries[i:]); place != "" && !isShow(e.value) { // "Part: 2" right below it
				break
			}
			if isShow(e.value) || (labels["codes"] || labels["code"] || labels["part"] || labels["parts"] || labels["episode"]) && !inRow(e.value) {
				e.name = "fandom"
			}
		// FanFiction.net and FanFicFare say "Category" for the fandom and "Genre"
		// for the kind of story.
		case (key == "category" || key == "categories") && !have["fandom"] && (labels["genre"] || labels["genres"]) && !labels["fandom"]:
			e.name = "fandom"
		case key == "completed" || key == "finished" || key == "complete":
			if strings.ContainsAny(e.value, "0123456789") && !strings.ContainsAny(e.value, "/?") || hasMonth(e.value) {
				e.name = "date"
			} else {
				e.name = "status"
			}
		case key == "chapters" || key == "parts" || key == "chapter" || key == "part":
			if strings.ContainsAny(e.value, "/?") || strings.Contains(e.value, " of ") {
				e.name = "subtitle"
			} else if isNumber(e.value) && strings.HasSuffix(key, "s") {
				e.name = "words"
			}
		case key == "content" && hasFoldPrefix(e.value, "chapter"): // "Content: Chapter 1 to 2 of 2 chapters"
			e.name = "other"
		case key == "name" && !onlyName(z.entries, i): // the story's, or a character's
			if e.name = "other"; !have["title"] {
				e.name = "title"
			}
		case key == "follows" || key == "comments" || key == "reviews" || key == "hits":
			if isNumber(e.value) {
				e.name = "other"
			}
		case key == "from":
			if !namesLike(e.value) || have["author"] && !onlyName(z.entries, i) {
				e.name = "other"
			}
		case key == "for" && have["dedication"]:
		case key == "length" || key == "size":
		case key == "written" && namesLike(e.value) && strings.HasPrefix(strings.ToLower(e.value), "by "):
			e.name = "author"
		}
	}
}

// saysTitle reports whether a value begins with the title that a label gives.
func (z *zone) saysTitle(value string) bool {
	for i := range z.entries {
		if e := &z.entries[i]; e.name == "title" && labelKey(e.label) == "title" {
			return hasFoldPrefix(value, strings.ToLower(titleOf(e.value).text))
		}
	}
	return false
}

// onlyName reports whether entry i is the only one that may name the author.
func onlyName(es []entry, i int) bool {
	for k := range es {
		if k != i && es[k].name == "author" {
			return false
		}
	}
	return true
}

func isNumber(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && strings.Trim(s, "0123456789,. ") == ""
}

func hasMonth(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if len(w) >= 3 && isMonth(w) {
			return true
		}
	}
	return false
}

// isShow reports whether a value is one of the shows of alt.startrek.creative,
// whose template asks for them as "Series".
func isShow(s string) bool {
	switch strings.ToLower(strings.Trim(strings.TrimPrefix(strings.ToLower(s), "star trek"), " .:-()")) {
	case "", "tos", "tas", "tng", "ds9", "voy", "ent", "voyager", "enterprise", "deep space nine", "deep space 9", "the next generation", "next generation", "the original series", "original series", "st:v", "st:tng", "st:tos", "x-files", "the x-files", "highlander":
		return strings.TrimSpace(s) != ""
	}
	return false
}

// inRow reports whether a value speaks of a place in a series.
func inRow(s string) bool {
	if strings.ContainsAny(s, "#") || strings.ContainsFunc(s, unicode.IsDigit) {
		return true
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) }) {
		switch w {
		case "series", "sequel", "prequel", "first", "second", "third", "fourth", "fifth", "sixth", "last", "next", "part", "book", "arc", "trilogy", "cycle", "saga", "follows", "continues", "continuation", "none", "no", "story", "stories", "universe", "verse":
			return true
		}
	}
	return false
}

// relator is the MARC relator code for what a label says somebody did.
func relator(label string) string {
	key := labelKey(label)
	for _, r := range [...]struct{ part, code string }{{"transl", "trl"}, {"übers", "trl"}, {"tradu", "trl"}, {"перев", "trl"}, {"译", "trl"}, {"訳", "trl"}, {"edit", "edt"}, {"illustr", "ill"}, {"cover", "cov"}, {"narrat", "nrt"}, {"art", "art"}} {
		if strings.Contains(key, r.part) {
			return r.code
		}
	}
	return "ctb"
}

// languageNames maps names of languages, as headers give them, to BCP 47.
var languageNames = map[string]string{"english": "en", "french": "fr", "français": "fr", "german": "de", "deutsch": "de", "spanish": "es", "español": "es", "portuguese": "pt", "português": "pt", "italian": "it", "italiano": "it",
	"dutch": "nl", "nederlands": "nl", "russian": "ru", "русский": "ru", "chinese": "zh", "中文": "zh", "japanese": "ja", "日本語": "ja", "finnish": "fi", "suomi": "fi", "swedish": "sv", "svenska": "sv", "danish": "da", "dansk": "da", "norwegian": "no", "norsk": "no",
	"polish": "pl", "polski": "pl", "czech": "cs", "čeština": "cs", "greek": "el", "ελληνικά": "el", "latin": "la", "hungarian": "hu", "magyar": "hu", "catalan": "ca", "català": "ca", "esperanto": "eo", "tagalog": "tl", "welsh": "cy", "korean": "ko", "한국어": "ko", "hebrew": "he", "עברית": "he", "arabic": "ar", "turkish": "tr", "türkçe": "tr", "ukrainian": "uk", "українська": "uk", "vietnamese": "vi", "indonesian": "id", "romanian": "ro", "bulgarian": "bg", "icelandic": "is", "irish": "ga", "scots": "sco",
	"british english": "en-GB", "american english": "en-US", "brazilian portuguese": "pt-BR", "português brasileiro": "pt-BR"}

// languageTag is the BCP 47 tag for a language as a header names it; "" when it is not known.
func languageTag(s string) string {
	s = strings.ToLower(strings.Trim(s, " ."))
	if i := strings.IndexAny(s, ",;/("); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	return languageNames[s]
}
