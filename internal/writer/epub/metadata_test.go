package epub

import (
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

func TestMetadata(t *testing.T) {
	b := booktest.Every()
	b.Meta.Subtitle = "A <Story>"
	b.Meta.Series, b.Meta.SeriesIndex = "Lamps & Co", "2.5"
	b.Meta.Contributors = append(b.Meta.Contributors, book.Contributor{Name: "Bea", Role: "bet"}, book.Contributor{Name: "../../x", Role: "aut"})
	b.Meta.Description = "One.\n\nTwo."
	b.Meta.Subjects = []string{"A/B", " "}
	b.Meta.Published, b.Meta.Publisher, b.Meta.Rights = "1999-04", "The Archive", "Not mine."
	b.Meta.Language = "en-GB"
	b.Meta.Source = "https://example.org/"
	b.Meta.Cover = b.Images[0]
	all, _ := build(t, b)
	opf := all["EPUB/package.opf"]
	for _, want := range []string{
		`<meta refines="#title" property="title-type">main</meta>`, `<dc:title id="subtitle">A &lt;Story&gt;</dc:title>`,
		`<meta property="belongs-to-collection" id="series">Lamps &amp; Co</meta>`, `<meta refines="#series" property="group-position">2.5</meta>`,
		`<meta name="calibre:series" content="Lamps &amp; Co"/>`, `<meta name="calibre:series_index" content="2.5"/>`,
		`<dc:contributor id="person-2">Bea</dc:contributor>`, `<dc:creator id="person-3">../../x</dc:creator>`, `<meta refines="#person-3" property="display-seq">3</meta>`,
		"<dc:description>One.\n\nTwo.</dc:description>", `<dc:subject>A/B</dc:subject>`, `<dc:date>1999-04</dc:date>`, `<dc:publisher>The Archive</dc:publisher>`,
		`<dc:rights>Not mine.</dc:rights>`, `<dc:language>en-GB</dc:language>`, `<dc:source>https://example.org/</dc:source>`,
		`<item id="cover-image" href="images/cover.png" media-type="image/png" properties="cover-image"/>`, `<meta name="cover" content="cover-image"/>`,
		`<itemref idref="page-cover"/>`, `<reference type="cover" title="Cover" href="text/cover.xhtml"/>`,
	} {
		if !strings.Contains(opf, want) {
			t.Errorf("the package document lacks %s", want)
		}
	}
	if strings.Count(opf, "<dc:subject>") != 1 {
		t.Error("an empty subject")
	}
	if t.Failed() {
		t.Log(opf)
	}
}

func TestOddDatesAndPositions(t *testing.T) {
	for s, want := range map[string]bool{"1925": true, "1925-04": true, "1925-04-10": true, "": false, "25": false, "1925-13": false, "1925-00-01": false,
		"1925-04-32": false, "10/4/1925": false, "1925-04-10-1": false, "1925-4-1": false} {
		if isDate(s) != want {
			t.Errorf("isDate(%q) = %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"2": true, "2.5": true, "": false, "2.": false, "two": false, "-1": false} {
		if isPosition(s) != want {
			t.Errorf("isPosition(%q) = %v", s, !want)
		}
	}
	for s, want := range map[string]string{"en": "en", "pt-BR": "pt-BR", "zh-Hant-TW": "zh-Hant-TW", "de-1996": "de-1996", "": "en", "C": "en", "und": "en",
		"english": "en", "fr-": "fr", "en_GB": "en", "fil": "fil", `x"><`: "en", "es-419": "es-419"} {
		if got, _ := language(s); got != want {
			t.Errorf("language(%q) = %q, want %q", s, got, want)
		}
	}
}

// Landmarks are named in the book's language.
func TestLandmarkNames(t *testing.T) {
	b := booktest.Every()
	b.Meta.Language = "de-AT"
	all, _ := build(t, b)
	for _, want := range []string{`href="text/cover.xhtml">Umschlag</a>`, ">Titelseite</a>"} {
		if !strings.Contains(all["EPUB/nav.xhtml"], want) {
			t.Errorf("the landmarks lack %s:\n%s", want, all["EPUB/nav.xhtml"])
		}
	}
	if !strings.Contains(all["EPUB/text/cover.xhtml"], `alt="Umschlag: Every Kind"`) {
		t.Error(all["EPUB/text/cover.xhtml"])
	}
}
