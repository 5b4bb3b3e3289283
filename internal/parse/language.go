package parse

import (
	"cmp"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/langid"
)

// language settles the story's language: what a person said, else what the
// header said, else what the text shows. English of which country is not guessed.
func language(r *desk.Reading) {
	m := &r.Book.Meta
	if said := r.Opts.Language; said != "" {
		if tag := desk.TagGiven(said); tag != "" {
			m.Language = tag
		} else {
			m.Language = ""
			r.Remark("language-unknown", diag.Warning, 0, 1, "“"+said+"” names no language; the text decides", "give a BCP 47 tag such as en, en-GB, fr or pt-BR with --language")
		}
	} else if m.Language != "" {
		m.Language = cmp.Or(desk.TagOf(m.Language), m.Language)
	} else {
		for _, f := range m.Fields {
			if f.Name == "language" && m.Language == "" {
				m.Language = desk.TagOf(f.Value)
			}
		}
	}
	if m.Language == "" {
		from, to := extent(r)
		tag, sure := langid.Spoken(r.Src.Body[from:to])
		m.Language = tag
		if !sure {
			r.Remark("language-unclear", diag.Note, 0, 1, "the text does not show its language; it is taken for English", "name it with --language")
		}
	}
	switch primary, _, _ := strings.Cut(m.Language, "-"); primary {
	case "ar", "he", "fa", "ur", "yi":
		m.Progression = book.RightToLeft
	}
}

// extent is the stretch of the source between the first and the last section of
// the body: header, licence and notes may be in another language.
func extent(r *desk.Reading) (from, to int) {
	from, to = len(r.Src.Body), 0
	for place, s := range r.Book.Regions() {
		if place.Region == book.BodyMatter && s.Span.Text == r.Src {
			from, to = min(from, s.Span.Start), max(to, s.Span.End)
		}
	}
	if from >= to {
		return 0, len(r.Src.Body)
	}
	return from, to
}
