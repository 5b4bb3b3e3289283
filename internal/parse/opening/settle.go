package opening

import (
	"slices"
	"strings"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// settle makes a head of the fields that were read: it decides what the labels
// mean that stand for different things in different archives, and draws title,
// authors, series and the rest from the fields.
func (z *Zone) settle() desk.Head {
	slices.SortStableFunc(z.entries, func(a, b entry) int { return a.start - b.start })
	z.settleNames()
	z.pageTitle()
	z.untitled()
	z.titleBelow()
	h := desk.Head{Aside: z.aside, Guesses: z.guesses, Part: z.part, Of: z.of, Rights: z.rights}
	slices.SortStableFunc(h.Aside, func(a, b desk.Aside) int { return a.From - b.From })
	for i := range z.entries {
		e := &z.entries[i]
		h.Fields = append(h.Fields, book.Field{Name: e.name, Label: e.label, Value: e.value, Span: z.R.Src.Span(e.start, e.end)})
		switch e.name {
		case "title":
			if h.Title != "" {
				continue
			}
			written := e.raw
			if e.label != "" {
				written = e.value
			}
			t := says.TitleOf(written)
			if key := says.LabelKey(e.label); e.label != "" && key != "subject" { // a label gives the title; "Re:" is part of it
				t.Text = repliesIn(written) + t.Text
			}
			if open := strings.LastIndex(t.Text, " ("); e.label == "" && open > 0 && strings.HasSuffix(t.Text, ")") && char.IsYear(t.Text[open+2:len(t.Text)-1]) {
				t.Text = t.Text[:open] // "The Heron (1902)": libraries add the year
			} else if open > 0 && h.Series == "" && strings.HasSuffix(t.Text, ")") {
				if name, index := says.SeriesOf("", t.Text[open+2:len(t.Text)-1]); name != "" && index != "" { // "Thaw (Winter Harbour #2)"
					t.Text, h.Series, h.Index = t.Text[:open], name, index
				}
			}
			if e.label != "" && len(z.authorsSaid()) == 0 { // "Title: The Lamp by Annie"
				if title, names, _, ok := says.TitleByAuthor(t.Text); ok {
					t.Text = says.TitleOf(title).Text
					h.Credits = says.AddAuthors(h.Credits, "aut", says.AuthorsOf(names)...)
				}
			}
			h.Title = t.Text
			if z.mixed != "" && book.Shouts(h.Title) && says.SameLetters(z.mixed, h.Title) {
				h.Title = z.mixed
			}
			if t.Part > 0 {
				h.Part, h.Of = t.Part, t.Of
			}
		case "subtitle":
			if e.label == "" && h.Subtitle == "" && h.Part == 0 {
				h.Subtitle = says.TitleOf(e.value).Text
			} else if _, part, of, ok := wording.CutPart("x " + e.value); ok && !strings.HasPrefix(says.LabelKey(e.label), "chapter") {
				h.Part, h.Of = part, of
			} else if strings.EqualFold(e.label, "subtitle") {
				h.Subtitle = e.value
			}
		case "author":
			h.Credits = says.AddPeople(h.Credits, e.people()...)
		case "contributor":
			deed, names := e.label, e.value
			if at := says.HelperAt(names); e.label == "" && at > 0 {
				deed, names = names[:at], names[at:]
			}
			h.Credits = says.AddAuthors(h.Credits, Relator(deed), says.AuthorsOf(names)...)
		case "series":
			if h.Series == "" {
				h.Series, h.Index = seriesIn(z.entries[i:])
			}
		case "date":
			if h.Published == "" {
				h.Published = unglued(says.WhenMade(strings.Trim(e.value, "()[] ")))
			}
		case "language":
			h.Language = char.FirstOf(h.Language, says.LanguageTag(e.value))
		}
	}
	z.sureOfHead(&h)
	if h.Of == 1 { // "(1/1)": the whole story
		h.Part, h.Of = 0, 0
	}
	if len(h.Authors()) == 0 {
		for i := range z.entries {
			e := &z.entries[i]
			if name := says.WorksOf(e.value); e.label == "" && name != "" {
				h.Credits = says.AddAuthors(h.Credits, "aut", name)
				n := z.R.Src.LineAt(e.start)
				h.Guesses = append(h.Guesses, desk.Guess{Code: "doubtful-author", From: n, To: n + 1, Message: "only " + desk.Quoted(e.value) + " names an author", Hint: "overrule it with --author"})
				break
			}
		}
	}
	if len(h.Authors()) == 0 && h.Rights != "" {
		if names := says.AuthorsOf(says.RightsHolder(h.Rights)); len(names) > 0 && !companyLine(says.RightsHolder(h.Rights)) {
			h.Credits = says.AddAuthors(h.Credits, "aut", names...)
			n := z.From
			for i := range z.entries {
				if strings.HasPrefix(z.entries[i].value, char.Folded(h.Rights)) {
					n = z.R.Src.LineAt(z.entries[i].start)
				}
			}
			h.Guesses = append(h.Guesses, desk.Guess{Code: "doubtful-author", From: n, To: n + 1, Message: "only a copyright line names " + strings.Join(names, ", ") + "; taken for the author", Hint: "overrule it with --author"})
		}
	}
	if title := z.entryNamed("title"); title != nil && title.label == "" {
		h.Title = says.WithoutAuthor(h.Title, h.Authors())
	}
	return h
}

// entryNamed is the first entry of a name; nil when there is none.
func (z *Zone) entryNamed(name string) *entry {
	for i := range z.entries {
		if z.entries[i].name == name {
			return &z.entries[i]
		}
	}
	return nil
}

// unglued is a date without what a copied page glues to its last digit:
// "2019-05-03Words:512".
func unglued(s string) string {
	if day, more, ok := strings.Cut(s, " - "); ok && strings.Contains(more, ": ") { // "Nov 2, 2011 - id: 7000001"
		s = day
	}
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
	for char.HasFoldPrefix(s[end:], "re: ") {
		end += len("re: ")
	}
	if end == len(s) {
		return ""
	}
	return s[:end]
}

// titleBelow sets aside a line among the fields that only says the title again.
func (z *Zone) titleBelow() {
	title, _ := z.said()
	kept := z.entries[:0]
	for _, e := range z.entries {
		if e.name == "notes" && e.label == "" && title != "" && says.SameLetters(e.value, title) {
			z.aside = append(z.aside, desk.Aside{Reason: desk.RepeatedTitle, From: z.R.Src.LineAt(e.start), To: z.R.Src.LineAt(e.end-1) + 1})
			continue
		}
		kept = append(kept, e)
	}
	z.entries = kept
}

// pageTitle finds title and author in a page copied from the Archive of Our Own:
// below the labels with the visitors' numbers, two lines without labels right
// above the summary.
func (z *Zone) pageTitle() {
	if title, _ := z.said(); title != "" {
		return
	}
	for i := 0; i+1 < len(z.entries); i++ { // "Author: Vera", and the title alone below it
		a, b := &z.entries[i], &z.entries[i+1]
		if a.name != "author" || a.label == "" || b.name != "notes" || b.label != "" {
			continue
		}
		n := z.R.Src.LineAt(b.start)
		if n == z.R.Src.LineAt(a.start)+1 && len(b.value) < 60 && strings.IndexByte(b.value, '\n') < 0 && says.Sentences(b.value) == 0 && n+1 < len(z.R.Lines) && (z.R.Lines[n+1].Blank() || z.labelled(n+1)) {
			b.name, b.raw = "title", b.value
			return
		}
	}
	for i := 0; i+2 < len(z.entries); i++ {
		a, b, next := &z.entries[i], &z.entries[i+1], &z.entries[i+2]
		if i == 0 || a.label != "" || b.label != "" || a.name != "notes" || b.name != "notes" || next.label == "" || !longForm(next.name) {
			continue
		}
		if z.R.Src.LineAt(a.start)+1 == z.R.Src.LineAt(b.start) && says.TitleLike(a.value) && says.NamesLike(b.value) {
			a.name, b.name, a.raw = "title", "author", a.value
			return
		}
	}
}

func (z *Zone) authorsSaid() []string {
	_, authors := z.said()
	return authors
}

// settleNames decides what the doubtful labels mean.
func (z *Zone) settleNames() {
	have := map[string]bool{}
	labels := map[string]bool{}
	for i := range z.entries {
		have[z.entries[i].name] = true
		if l := z.entries[i].label; l != "" {
			labels[says.LabelKey(l)] = true
		}
	}
	title := false
	for i := range z.entries {
		e := &z.entries[i]
		key := says.LabelKey(e.label)
		if e.name == "title" && (key != "story" && key != "fic" || e.label == "") {
			title = true
		}
	}
	for i := range z.entries {
		e := &z.entries[i]
		switch key := says.LabelKey(e.label); {
		case e.label == "":
		// "Story" is the title, unless the title stands elsewhere or it is a sentence.
		case key == "fic" && title && z.saysTitle(e.value): // a posting's subject above its header
			e.name = "other"
		case key == "story" || key == "fic":
			if title || says.IsSentence(e.value) && says.Sentences(e.value) > 0 && !says.TitleLike(e.value) {
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
		case key == "content" && char.HasFoldPrefix(e.value, "chapter"): // "Content: Chapter 1 to 2 of 2 chapters"
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
			if !says.NamesLike(e.value) || have["author"] && !onlyName(z.entries, i) {
				e.name = "other"
			}
		case key == "for" && have["dedication"]:
		case key == "length" || key == "size":
		case key == "written" && says.NamesLike(e.value) && strings.HasPrefix(strings.ToLower(e.value), "by "):
			e.name = "author"
		}
	}
}

// saysTitle reports whether a value begins with the title that a label gives.
func (z *Zone) saysTitle(value string) bool {
	for i := range z.entries {
		if e := &z.entries[i]; e.name == "title" && says.LabelKey(e.label) == "title" {
			return char.HasFoldPrefix(value, strings.ToLower(says.TitleOf(e.value).Text))
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
		if len(w) >= 3 && says.IsMonth(w) {
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

// Relator is the MARC relator code for what a label says somebody did.
func Relator(label string) string {
	key := says.LabelKey(label)
	for _, r := range [...]struct{ part, code string }{{"transl", "trl"}, {"übers", "trl"}, {"aus dem ", "trl"}, {"uit het ", "trl"}, {"vertaal", "trl"}, {"översatt", "trl"}, {"oversa", "trl"}, {"tradu", "trl"}, {"перев", "trl"}, {"译", "trl"}, {"訳", "trl"}, {"edit", "edt"}, {"illustr", "ill"}, {"cover", "cov"}, {"narrat", "nrt"}, {"introduction", "win"}, {"art", "art"}} {
		if strings.Contains(key, r.part) {
			return r.code
		}
	}
	return "ctb"
}
