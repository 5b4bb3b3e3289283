package parse

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// language settles the story's language: what a person said, else what the
// header said, else what the text shows. English of which country is not guessed.
func (r *reading) language() {
	m := &r.book.Meta
	if said := r.opts.Language; said != "" {
		if tag := tagGiven(said); tag != "" {
			m.Language = tag
		} else {
			m.Language = ""
			r.remark("language-unknown", diag.Warning, 0, 1, "“"+said+"” names no language; the text decides", "give a BCP 47 tag such as en, en-GB, fr or pt-BR with --language")
		}
	} else if m.Language != "" {
		m.Language = cmp.Or(tagOf(m.Language), m.Language)
	} else {
		for _, f := range m.Fields {
			if f.Name == "language" && m.Language == "" {
				m.Language = tagOf(f.Value)
			}
		}
	}
	if m.Language == "" {
		from, to := r.extent()
		tag, sure := spoken(r.src.Body[from:to])
		m.Language = tag
		if !sure {
			r.remark("language-unclear", diag.Note, 0, 1, "the text does not show its language; it is taken for English", "name it with --language")
		}
	}
	switch primary, _, _ := strings.Cut(m.Language, "-"); primary {
	case "ar", "he", "fa", "ur", "yi":
		m.Progression = book.RightToLeft
	}
}

// extent is the stretch of the source between the first and the last section of
// the body: header, licence and notes may be in another language.
func (r *reading) extent() (from, to int) {
	from, to = len(r.src.Body), 0
	for place, s := range r.book.Regions() {
		if place.Region == book.BodyMatter && s.Span.Text == r.src {
			from, to = min(from, s.Span.Start), max(to, s.Span.End)
		}
	}
	if from >= to {
		return 0, len(r.src.Body)
	}
	return from, to
}

// bibliographic are the codes of ISO 639-2/B, which catalogues use, that differ
// from those that BCP 47 knows.
var bibliographic = map[string]string{"fre": "fr", "ger": "de", "dut": "nl", "chi": "zh", "cze": "cs", "gre": "el", "rum": "ro", "slo": "sk", "wel": "cy", "ice": "is", "per": "fa", "baq": "eu", "arm": "hy", "geo": "ka", "mac": "mk", "alb": "sq", "may": "ms", "bur": "my"}

// tagOf is the canonical BCP 47 tag for a language as people and headers write
// it: a name, a tag, or a code of three letters; "" when it is none of these.
func tagOf(said string) string {
	if tag := languageTag(said); tag != "" {
		return tag
	}
	said = strings.ToLower(strings.Trim(said, " .()[]"))
	if two, ok := bibliographic[said]; ok {
		return two
	}
	tag, err := language.Parse(said)
	if err != nil {
		return ""
	}
	// Nearly every word of three letters is the code of some language: only those
	// that have a code of two letters as well are believed.
	if base, _ := tag.Base(); len(base.String()) != 2 {
		return ""
	}
	return tag.String()
}

// tagGiven is tagOf for what a person says on purpose: codes of three letters are
// believed too.
func tagGiven(said string) string {
	if tag := tagOf(said); tag != "" {
		return tag
	}
	if tag, err := language.Parse(strings.TrimSpace(said)); err == nil && tag != language.Und {
		return tag.String()
	}
	return ""
}
