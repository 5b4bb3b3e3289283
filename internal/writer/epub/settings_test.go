package epub

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/face"
)

func TestFontsOfOtherScripts(t *testing.T) {
	b := booktest.Every()
	ch := b.Body[0].Sections[0]
	ch.Blocks = append(ch.Blocks, para("λόγος и ещё ♥"))
	all, res := build(t, b)
	css := all["EPUB/css/book.css"]
	if !strings.Contains(css, `font-family: "EB Garamond", "EB Garamond More", "Storybind Symbols", serif;`) || len(res.Diagnostics) != 0 {
		t.Errorf("remarks %v; style:\n%.1500s", res.Diagnostics, css)
	}
	if all["META-INF/storybind-symbols-OFL.txt"] == "" {
		t.Error("a face without its licence")
	}
	ch.Blocks = append(ch.Blocks, para("漢"))
	if _, res = build(t, b); len(res.Diagnostics) != 1 || res.Diagnostics[0].Code != "epub/missing-glyph" {
		t.Errorf("remarks %v", res.Diagnostics)
	}
	ch.Blocks = append(ch.Blocks, para(strings.Repeat("漢字仮名交じり文", 200)))
	all, res = build(t, b)
	if len(res.Diagnostics) != 1 || res.Diagnostics[0].Code != "epub/no-font" || strings.Contains(all["EPUB/css/book.css"], "font-face") {
		t.Errorf("remarks %v", res.Diagnostics)
	}
}

func TestKepub(t *testing.T) {
	var buf bytes.Buffer
	b := booktest.Every()
	res, err := Kepub.New().Write(context.Background(), &buf, b)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b.Sections() {
		if s.Role != book.Contents && res.Drawn[s.ID] != book.Drawn(s) {
			t.Errorf("section %q lost words", s.ID)
		}
	}
	all := files(t, buf.Bytes())
	if page := all["EPUB/text/chapter-2.xhtml"]; !strings.Contains(page, `<p><span class="koboSpan" id="kobo.2.1">It was late.</span></p>`) {
		t.Errorf("no spans:\n%s", page)
	}
	if page := all["EPUB/text/cover.xhtml"]; !strings.Contains(page, `<div id="book-columns"><div id="book-inner"><section class="cover"`) || !strings.Contains(page, `<span class="koboSpan" id="kobo.0.1"><img`) {
		t.Errorf("the cover is no page of Kobo's:\n%s", page)
	}
	for name, content := range all {
		if strings.HasSuffix(name, ".xhtml") {
			checkXML(t, all, name, content)
		}
	}
}

func TestSettings(t *testing.T) {
	write := func(w *Writer) (map[string]string, error) {
		var buf bytes.Buffer
		if _, err := w.Write(context.Background(), &buf, booktest.Every()); err != nil {
			return nil, err
		}
		return files(t, buf.Bytes()), nil
	}
	all, err := write(&Writer{noFonts: true})
	if err != nil || strings.Contains(all["EPUB/css/book.css"], "font-face") || all["META-INF/com.apple.ibooks.display-options.xml"] != "" {
		t.Errorf("--no-fonts: %v", err)
	}
	all, err = write(&Writer{font: face.Named("literata")})
	if err != nil || !strings.Contains(all["EPUB/css/book.css"], `"Literata", serif`) || all["EPUB/fonts/literata.ttf"] == "" {
		t.Errorf("--font literata: %v", err)
	}
	if all, err = write(&Writer{}); err != nil || !strings.HasPrefix(all["EPUB/images/cover.png"], "\x89PNG") || !strings.Contains(all["EPUB/text/cover.xhtml"], `src="../images/cover.png" alt="Cover: Every Kind"`) {
		t.Errorf("a drawn cover: %v", err)
	}
	if all, err = write(&Writer{noCover: true}); err != nil || all["EPUB/images/cover.png"] != "" || all["EPUB/text/cover.xhtml"] != "" || strings.Contains(all["EPUB/package.opf"], "cover") {
		t.Errorf("--no-cover: %v", err)
	}
	if _, err = write(&Writer{font: face.Named("no such")}); err == nil {
		t.Error("an unknown font is no error")
	}
}
