package matter

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// longField is the number of characters above which a field is read as text, below the
// short ones; sharedPage is how many characters of such text the back of the title page has
// room for, and more are a page of notes; longSummary is how many words of summary the
// title page has room for.
const (
	longField   = 240
	sharedPage  = 1200
	longSummary = 60
)

// A share is the header's fields by the page that they are on.
type share struct {
	title           []book.Field // with title and author: series, rating, a short summary
	quiet, rights   []book.Field // the back of the title page
	summaries, long []book.Field // pages of their own
}

// length is how many characters fields have.
func length(fields []book.Field) (n int) {
	for i := range fields {
		n += utf8.RuneCountInString(fields[i].Value)
	}
	return n
}

// shareFields shares the header's fields out to the pages. A title or author field whose
// words the title page prints anyway is on none.
func shareFields(b *book.Book) (sh share) {
	for _, f := range b.Meta.Fields {
		switch f.Name {
		case "title", "subtitle":
			if letters(f.Value) == letters(b.Meta.Title) || letters(f.Value) == letters(b.Meta.Subtitle) {
				continue
			}
		case "author":
			if namesOnly(f.Value, b.Meta.Contributors) {
				continue
			}
		case "contributor", "series", "rating":
		case "summary":
			if len(strings.Fields(f.Value)) > longSummary || utf8.RuneCountInString(f.Value) > 8*longSummary {
				sh.summaries = append(sh.summaries, f)
				continue
			}
		case "disclaimer", "archive":
			sh.rights = append(sh.rights, f)
			continue
		default:
			if utf8.RuneCountInString(f.Value) > longField || strings.Contains(f.Value, "\n\n") {
				sh.long = append(sh.long, f)
			} else {
				sh.quiet = append(sh.quiet, f)
			}
			continue
		}
		sh.title = append(sh.title, f)
	}
	return sh
}

// titlePage sets the title, who wrote it, the series and others who are credited, the
// rating and the summary. Of three authors or more each has a line.
func titlePage(b *book.Book, fields []book.Field, w wording) *book.Section {
	s := &book.Section{ID: "title-page", Role: book.TitlePage, Title: text(b.Meta.Title), Unlisted: true}
	if b.Meta.Subtitle != "" {
		s.Subtitle = text(b.Meta.Subtitle)
	}
	if names := b.Meta.Authors(); len(names) > 0 {
		for i := range fields {
			if full := honoured(fields[i], names); full != "" {
				names, fields = []string{full}, slices.Delete(slices.Clone(fields), i, i+1)
				break
			}
		}
		s.Blocks = append(s.Blocks, &book.Byline{Inlines: byline(names, w)})
	}
	for _, want := range []func(string) bool{
		func(name string) bool { return name != "rating" && name != "summary" },
		func(name string) bool { return name == "rating" },
		func(name string) bool { return name == "summary" },
	} {
		var list []book.Field
		for _, f := range fields {
			if want(f.Name) {
				list = append(list, f)
			}
		}
		if len(list) > 0 {
			s.Blocks = append(s.Blocks, &book.FieldList{Fields: list})
		}
	}
	return s
}

// manyAuthors is how many may have a line each: an anthology's fill a paragraph.
const manyAuthors = 8

// byline names the authors: in a line, as a sentence would, or from three on in one each.
func byline(names []string, w wording) []book.Inline {
	if len(names) < 3 || len(names) > manyAuthors {
		return text(w.by + w.list(names))
	}
	out := text(w.by + names[0])
	for _, n := range names[1:] {
		out = append(out, book.LineBreak{}, book.Text{Value: n})
	}
	return out
}

// honoured is the only author's name as the title page has it, with a title before it or a
// degree behind it, "Sir Arthur Lee": the byline says it so, and it is not said twice. "" where
// the field says anything else.
func honoured(f book.Field, names []string) string {
	if f.Name != "author" || len(names) != 1 || names[0] == "" || len(f.Text) > 0 {
		return ""
	}
	value := strings.Join(strings.Fields(f.Value), " ")
	at := strings.Index(strings.ToLower(value), strings.ToLower(names[0]))
	if at < 0 || len(strings.ToLower(value)) != len(value) {
		return ""
	}
	var before, behind string
	for _, w := range strings.Fields(value[:at]) {
		switch low := strings.ToLower(strings.TrimSuffix(w, ".")); {
		case joins()[low] && before == "":
		case strings.Contains(" sir dame lady lord mr mrs miss ms dr prof professor rev reverend capt captain col colonel major general mme madame mlle herr frau baron baroness count countess ", " "+low+" "):
			before += strings.ToUpper(w[:1]) + strings.ToLower(w[1:]) + " "
		default:
			return ""
		}
	}
	for _, w := range strings.Fields(value[at+len(names[0]):]) {
		if w = strings.Trim(w, ","); w == "" {
			continue
		}
		if !strings.Contains(" m.d. ph.d. d.d. m.a. b.a. ll.d. esq. jr. sr. ", " "+strings.ToLower(w)+" ") {
			return ""
		}
		behind += ", " + w
	}
	if before == "" && behind == "" {
		return ""
	}
	return before + names[0] + behind
}

// namesOnly reports whether an author field says nothing but the credited names
// and the words that join them.
func namesOnly(value string, credited []book.Contributor) bool {
	rest := strings.ToLower(strings.Join(strings.Fields(value), " ")) // a title page may have the name in capitals
	for _, c := range credited {
		for _, name := range []string{c.Name, c.FileAs} {
			if name != "" {
				rest = strings.ReplaceAll(rest, strings.ToLower(name), " ")
			}
		}
	}
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !joins()[word] {
			return false
		}
	}
	return true
}

// joins are the words that stand before and between the names of bylines: those that the
// title pages of all languages use, and others that stories do.
var joins = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range wordings {
		m[strings.TrimSpace(w.by)], m[strings.TrimSpace(w.and)] = true, true
	}
	for _, word := range [...]string{"with", "written", "y", "e", "par", "por", "de", "del", "da", "do", "kirj", "kirjoittanut", "του", "της", "írta", "yazan", "napisał", "napisała", "napsal", "napsala", "skrevet", "skriven", "của", "bởi", "karya"} {
		m[word] = true
	}
	return m
})

// letters is the fingerprint of a text's letters and digits.
func letters(s string) book.Digest {
	var d book.Digest
	d.Add(s)
	return d
}
