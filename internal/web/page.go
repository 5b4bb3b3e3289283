package web

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"storybind/assets"
)

// pageFunctions are the templates' own functions.
var pageFunctions = map[string]any{
	"entryIn": func(prefix string, e entry) entry { e.Prefix = prefix; return e },
	"settingIn": func(prefix string, s setting) setting {
		s.Name, s.ID = prefix+s.Name, strings.ReplaceAll(prefix, ".", "-")+s.ID
		return s
	},
}

// pageMethods are the methods that the templates call.
var pageMethods = map[string]any{
	"entry.ID": entry.ID, "entry.Short": entry.Short,
	"setting.Checked": setting.Checked, "setting.Other": setting.Other, "setting.Sizes": setting.Sizes,
	"understood.Counted": understood.Counted, "understood.Doubtful": understood.Doubtful, "understood.Heading": understood.Heading,
	"understood.Ticked": understood.Ticked, "understood.Title": understood.Title,
}

// templates are the pages. Whatever comes from a story is escaped.
var templates = sync.OnceValue(func() *markup {
	m, err := parseMarkup(assets.Web, "web/*.html", pageFunctions, pageMethods)
	if err != nil {
		panic(err) // the pages are in the program
	}
	return m
})

// A pageView is what the templates see.
type pageView struct {
	Title   string
	Message string
	Field   string // the field that the message is about
	Form    formView
	Stories []understood
	Version string
}

// A formView is the part of the page that is about the book to be made.
type formView struct {
	Formats   []formatRow
	Settings  []setting
	Megabytes int
	Files     int
	Stories   int
}

// A formatRow is one format to choose.
type formatRow struct {
	Name, Label, Summary string
	Checked, Also        bool // Also: it is made besides the one that is checked
}

// page answers with the empty form.
func (f *form) page(w http.ResponseWriter, r *http.Request) {
	f.render(w, http.StatusOK, "page", pageView{Title: "Drop a story, get a book", Form: f.formView(nil, nil)})
}

// formView is the form as a request left it, or empty.
func (f *form) formView(up *upload, wrong wrongFields) formView {
	value := func(string) string { return "" }
	if up != nil {
		value = up.shared.last
	}
	v := formView{Settings: wrong.mark(bookSettings(value)), Megabytes: f.Limits.Megabytes, Files: f.Limits.Files, Stories: f.Limits.Stories}
	chosen, also := value("format"), map[string]bool{}
	if up != nil {
		for _, name := range up.shared.values["also"] {
			also[name] = true
		}
	}
	for i, format := range bookFormats {
		summary := format.Summary
		if _, forWhom, ok := strings.Cut(summary, " for "); ok {
			summary = "for " + forWhom
		}
		v.Formats = append(v.Formats, formatRow{format.Name, strings.ToUpper(format.Name), summary, format.Name == chosen || chosen == "" && i == 0, also[format.Name]})
	}
	return v
}

// render answers with a page, or with an internal error when its template fails:
// a page is whole before its first byte is sent.
func (f *form) render(w http.ResponseWriter, status int, name string, view pageView) {
	view.Version = f.Version
	var page bytes.Buffer
	if err := templates().execute(&page, name, view); err != nil {
		f.Report("internal error: page " + name + ": " + err.Error())
		status = http.StatusInternalServerError
		page.Reset()
		page.WriteString("internal error")
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	f.send(w, status, page.Bytes())
}

// send writes an answer, and gives a slow client only so much time for it.
func (f *form) send(w http.ResponseWriter, status int, content []byte) {
	http.NewResponseController(w).SetWriteDeadline(deadline(f.Now(), int64(len(content))))
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.WriteHeader(status)
	w.Write(content) // whoever does not take the answer needs no other
}
