package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"storybind/internal/convert"
)

// alarm is what the page warns of, as it is seen.
func (p *tab) alarm() string {
	p.Helper()
	return p.text(`document.getElementById("alarm").innerText`)
}

// tree writes files into a new folder, and gives its path.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "stories")
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Whatever is left out is said where it is seen.
func TestBrowserTooMany(t *testing.T) {
	limits := DefaultLimits()
	limits.Stories = 3
	p := openTab(t, limits)
	p.open()
	var paths []string
	for n := range 5 {
		paths = append(paths, p.file(fmt.Sprintf("s%d.txt", n), fmt.Sprintf("Story %d\nby Annie\n\nIt was %d.\n", n, n)))
	}
	p.drop(paths...)
	p.read(3)
	if got := p.alarm(); !strings.Contains(got, "2 of 5 are left out, from s3.txt on") {
		t.Errorf("it says %q", got)
	}
	p.run(chromedp.Click(".notice .away", chromedp.ByQuery))
	if got := p.alarm(); got != "" {
		t.Errorf("put away, it still says %q", got)
	}
}

func TestBrowserFiveHundred(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	files := map[string]string{"odd/page.html": "<html>", "odd/old.docx": "x", "odd/more.md": "x", "alone.toml": "title = 'x'"}
	for n := range many {
		files[fmt.Sprintf("%d/s%d.txt", n%5, n)] = fmt.Sprintf("Story %d\nby Annie\n\nIt was %d, and it was late.\n", n, n)
	}
	p.run(chromedp.SetUploadFiles("#folder", []string{tree(t, files)}, chromedp.ByQuery))
	p.read(many)
	got := p.alarm()
	for _, want := range []string{"1\u00a0.html (page.html)", "1\u00a0.docx (old.docx)", "1\u00a0.md (more.md)", "1\u00a0.toml (alone.toml)", ".txt, .text or .asc", "save web pages as plain text"} {
		if !strings.Contains(strings.ToLower(got), strings.ToLower(want)) {
			t.Errorf("it does not say %q: %q", want, got)
		}
	}
	if title := p.text("document.title"); title != fmt.Sprintf("%d stories – storybind", many) {
		t.Errorf("the window is called %q", title)
	}
	name, content := p.makeBook()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil || name != "books.zip" || len(z.File) != many {
		t.Fatalf("%s: %v, %d books", name, err, len(z.File))
	}
	if z.File[0].Name != "0/Story 0 - Annie.epub" {
		t.Errorf("the first is %q", z.File[0].Name)
	}
}

// A folder without stories, one text twice, a sidecar alone.
func TestBrowserTold(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.run(chromedp.SetUploadFiles("#folder", []string{tree(t, map[string]string{"a.html": "x", "b.HTML": "x"})}, chromedp.ByQuery))
	p.until(`document.getElementById("alarm").innerText.includes("no story in this folder, but 2\u00a0.html (a.html, b.HTML)")`)
	p.drop(p.file("a.toml", "title = 'Beside'"))
	p.until(`document.getElementById("alarm").innerText.includes("a.toml speaks for a story called a.txt")`)
	p.drop(p.file("one.txt", lamp), p.file("two.txt", lamp))
	p.read(2)
	p.until(`document.getElementById("alarm").innerText.includes("two.txt holds the same text")`)
	p.drop(p.file("one.toml", "title = 'Beside'"))
	p.until(`document.querySelector(".card .title").textContent === "Beside by Annie Lee"`)
}

// A wrong value is told at its field; the pages stay, and no story is spoilt.
func TestBrowserWrongValue(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("lamp.txt", lamp))
	p.read(1)
	p.until(`document.querySelector("iframe:not(.coming)")`)
	p.run(chromedp.Click(".settings > summary", chromedp.ByQuery), chromedp.SetValue(`.settings [name="chapter-pattern"]`, "(", chromedp.ByQuery),
		chromedp.Evaluate(`document.querySelector('[name="chapter-pattern"]').dispatchEvent(new Event("change", {bubbles: true})); 0`, nil))
	p.until(`document.querySelector('[name="chapter-pattern"]').getAttribute("aria-invalid") === "true"`)
	p.read(1)
	if got := p.text(`document.getElementById(document.querySelector('[name="chapter-pattern"]').getAttribute("aria-describedby").split(" ")[0]).textContent`); !strings.Contains(got, "(") {
		t.Errorf("what describes the field says %q", got)
	}
	for what, condition := range map[string]string{
		"the preview stays":       `document.querySelector("iframe:not(.coming)") && document.getElementById("preview").checkVisibility()`,
		"it is said to be old":    `document.getElementById("preview-state").innerText.includes("as they were before")`,
		"the story is not failed": `document.querySelector(".card .state").textContent.startsWith("2 chapters")`,
		"the button is there":     `document.getElementById("make").checkVisibility()`,
	} {
		if p.text("!!("+condition+")") != "true" {
			t.Errorf("not so: %s", what)
		}
	}
	p.run(chromedp.Click("#make", chromedp.ByQuery))
	p.until(`document.getElementById("made").innerText.includes("Lines that head chapters")`)
	p.run(chromedp.SetValue(`[name="chapter-pattern"]`, "^Chapter", chromedp.ByQuery),
		chromedp.Evaluate(`document.querySelector('[name="chapter-pattern"]').dispatchEvent(new Event("change", {bubbles: true})); 0`, nil))
	p.until(`!document.querySelector("[aria-invalid]") && !document.querySelector(".wrong-value")`)
	p.makeBook()

	// A wrong language is told in the card, and what is written stays.
	p.write(`[name="language"]`, "nonsense!!")
	p.until(`document.querySelector('[name="language"]').getAttribute("aria-invalid") === "true" && document.querySelector('.entry-language .wrong-value')`)
	if got := p.text(`document.querySelector('[name="language"]').value`); got != "nonsense!!" {
		t.Errorf("the field holds %q", got)
	}
}

// Format, pages and button are in sight while settings are open.
func TestBrowserInSight(t *testing.T) {
	for _, size := range [][2]int64{{1440, 900}, {820, 1180}, {390, 844}} {
		p := openTab(t, DefaultLimits())
		p.window(size[0], size[1], "light")
		p.open()
		p.drop(p.file("lamp.txt", lamp))
		p.read(1)
		p.until(`document.querySelector("iframe:not(.coming)")`)
		p.run(chromedp.Click(".settings > summary", chromedp.ByQuery), chromedp.Sleep(400*time.Millisecond))
		for _, what := range []string{".formats", ".settings > summary", "#make", "#frames"} {
			seen := p.text(`(() => { const r = document.querySelector("` + what + `").getBoundingClientRect(); return r.top >= -2 && Math.min(r.bottom, r.top + 150) <= innerHeight + 2 && r.height > 20; })()`)
			if seen != "true" {
				t.Errorf("at %d × %d %s is out of sight: %s", size[0], size[1], what, p.text(`JSON.stringify(document.querySelector("`+what+`").getBoundingClientRect())`))
			}
		}
	}
}

// Parts are found as in folders, offered, and joined and taken apart again.
func TestBrowserParts(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	part := func(n int) string {
		return fmt.Sprintf("Saga (%d/3)\nby Bea\n\nIt was part %d.\n", n, n)
	}
	p.drop(p.file("a.txt", part(2)), p.file("b.txt", part(1)), p.file("c.txt", part(3)), p.file("lamp.txt", lamp), p.file("lamp-part7.txt", lamp))
	p.read(5)
	p.until(`document.querySelectorAll(".offer").length === 1`)
	if got := p.text(`document.querySelector(".offer").innerText.replace(/\s+/g, " ")`); !strings.Contains(got, "Part 1: b.txt Part 2: a.txt Part 3: c.txt") || p.text(`[...document.querySelectorAll(".offer input")].every(c => c.checked)`) != "true" {
		t.Errorf("offered: %q", got)
	}
	p.run(chromedp.Click(".join-parts", chromedp.ByQuery))
	p.read(3)
	p.until(`!document.querySelector(".offer") && document.querySelector(".card details[open] .title").textContent === "Saga by Bea"`)
	p.run(chromedp.Click(".card details[open] .make-one", chromedp.ByQuery))
	name, epub := p.book()
	if want := book(t, field{"join", "on", ""}, field{"story", part(1), "b.txt"}, field{"story", part(2), "a.txt"}, field{"story", part(3), "c.txt"}); name != "Saga - Bea.epub" || string(epub) != want {
		t.Errorf("%s is not the book of the three parts", name)
	}
	p.run(chromedp.Click(".card details[open] .apart", chromedp.ByQuery))
	p.read(5)
	if p.text(`document.querySelectorAll(".offer").length`) != "0" {
		t.Error("what was taken apart is offered again")
	}
}

// Several stories become an anthology.
func TestBrowserBind(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("a.txt", lamp), p.file("b.txt", "The Door\nby Bea\n\nIt was open.\n"))
	p.read(2)
	p.run(chromedp.Click("#bind", chromedp.ByQuery))
	if focused := p.text("document.activeElement.id"); focused != "bind-title" {
		t.Errorf("the focus is on %q", focused)
	}
	p.write("#bind-title", "Two Lights")
	p.run(chromedp.Click("#make-anthology", chromedp.ByQuery))
	name, epub := p.book()
	if name != "Two Lights.epub" || entryOf(t, string(epub), "EPUB/text/story-2.xhtml") == "" {
		t.Errorf("%q is no anthology", name)
	}
	checkEPUB(t, epub)
}

// An anthology that would lack a story is not made, and what it would lack is said; in a
// zip a story that was not read is named. Both formats make two anthologies.
func TestBrowserLacking(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("a.txt", lamp), p.file("b.txt", "The Door\nby Bea\n\nIt was open.\n"), p.file("picture.txt", "\x89PNG\r\n\x1a\n"))
	p.read(3)
	p.run(chromedp.Click("#bind", chromedp.ByQuery), chromedp.Click("#make-anthology", chromedp.ByQuery))
	p.until(`document.getElementById("made").checkVisibility()`)
	for _, place := range []string{"made", "alarm"} {
		if got := p.text(`document.getElementById("` + place + `").innerText`); !strings.Contains(got, "not made: it would lack picture.txt") {
			t.Errorf("#%s says %q", place, got)
		}
	}
	name, content := p.makeBook()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil || name != "books.zip" || len(z.File) != 3 {
		t.Fatalf("%s: %v, %d files", name, err, len(z.File))
	}
	if got := entryOf(t, string(content), "not made.txt"); !strings.Contains(got, "Of 3 stories 1 made no book:") || !strings.Contains(got, "picture.txt: ") {
		t.Errorf("not made.txt says %q", got)
	}
	p.run(chromedp.Click(".card.failed .remove", chromedp.ByQuery), chromedp.Click(`[name="also"][value="pdf"]`, chromedp.ByQuery), chromedp.Click("#make-anthology", chromedp.ByQuery))
	name, content = p.book()
	z, err = zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil || name != "Stories.zip" || len(z.File) != 2 || z.File[0].Name != "Stories.epub" || z.File[1].Name != "Stories.pdf" {
		t.Errorf("%s is not both anthologies: %v", name, err)
	}
	if got := p.alarm(); got != "" {
		t.Errorf("it still says %q", got)
	}
}

// What was mended outlives a reload, which asks first; so do settings.
func TestBrowserReload(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	path := p.file("lamp.txt", lamp)
	p.drop(path)
	p.read(1)
	p.write(`[name="title"]`, "The Lamplighter Again")
	p.until(`document.querySelector(".card .title").textContent === "The Lamplighter Again by Annie Lee"`)
	p.run(chromedp.Click(".settings > summary", chromedp.ByQuery), chromedp.Click(`[name="no-colophon"][type="checkbox"]`, chromedp.ByQuery))
	p.until(`document.querySelector(".settings > summary").textContent === "Settings (1 changed)"`)
	asked := make(chan string, 5)
	chromedp.ListenTarget(p.ctx, func(ev any) {
		if d, ok := ev.(*page.EventJavascriptDialogOpening); ok {
			asked <- string(d.Type)
			go chromedp.Run(p.ctx, page.HandleJavaScriptDialog(true))
		}
	})
	p.run(chromedp.Reload(), chromedp.WaitVisible("#files", chromedp.ByQuery))
	select {
	case kind := <-asked:
		if kind != "beforeunload" {
			t.Errorf("asked by %s", kind)
		}
	case <-time.After(5 * time.Second):
		t.Error("the reload was not asked about")
	}
	if got := p.text(`document.getElementById("said").innerText`); !strings.Contains(got, "give the stories again") {
		t.Errorf("after the reload it says %q", got)
	}
	p.drop(path)
	p.read(1)
	if got := p.text(`document.querySelector(".card .title").textContent + "|" + document.querySelector('[name="title"]').value + "|" + document.querySelector(".settings > summary").textContent`); got != "The Lamplighter Again by Annie Lee|The Lamplighter Again|Settings (1 changed)" {
		t.Errorf("after the reload: %q", got)
	}
	_, epub := p.makeBook()
	if entryOf(t, string(epub), "EPUB/text/colophon.xhtml") != "" || !strings.Contains(entryOf(t, string(epub), "EPUB/package.opf"), "The Lamplighter Again") {
		t.Error("the book forgets what was mended, or a setting")
	}
	p.run(chromedp.Evaluate(`document.querySelector(".settings").open = true; 0`, nil), chromedp.Click("#usual", chromedp.ByQuery))
	p.until(`document.querySelector(".settings > summary").textContent === "Settings"`)
}

// What is saved as story.toml makes, beside the story, the form's own book.
func TestBrowserSidecar(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("lamp.txt", lamp))
	p.read(1)
	p.write(`[name="title"]`, `The "Lamplighter" Again`)
	p.run(chromedp.Click(`[name="heading"][value="16"]`, chromedp.ByQuery),
		chromedp.Click(".settings > summary", chromedp.ByQuery), chromedp.Click(`[name="no-typogrify"][type="checkbox"]`, chromedp.ByQuery))
	p.until(`document.querySelector(".card .state").textContent.startsWith("1 chapter,")`)
	p.run(chromedp.Click(".save-sidecar", chromedp.ByQuery))
	name, toml := p.book()
	if name != "lamp.toml" {
		t.Errorf("it is called %q", name)
	}
	_, epub := p.makeBook()
	res, err := convert.Story(t.Context(), convert.Request{Files: []convert.File{{Name: "lamp.txt", Data: []byte(lamp), Sidecar: convert.Sidecar{Name: "lamp.toml", Data: toml}}}, Formats: convert.Formats[:1], Version: "test"})
	if err != nil || !bytes.Equal(res.Books[0], epub) {
		t.Errorf("another book comes of\n%s (%v)", toml, err)
	}
}

// A picture dropped on the pages is the story's cover, and can be taken away.
func TestBrowserCover(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("lamp.txt", lamp))
	p.read(1)
	p.drop(p.file("front.png", string(picture(t))))
	p.until(`document.querySelector(".cover-name").innerText === "Cover: front.png"`)
	p.read(1)
	_, epub := p.makeBook()
	if entryOf(t, string(epub), "EPUB/images/cover.png") != string(picture(t)) {
		t.Error("the cover is another")
	}
	p.run(chromedp.Click(".no-cover", chromedp.ByQuery))
	p.read(1)
	if _, epub = p.makeBook(); string(epub) != book(t, field{"story", lamp, "lamp.txt"}) {
		t.Error("the cover is still there")
	}
	p.run(chromedp.SetUploadFiles(".choose-cover", []string{p.file("broken.png", "\x89PNG\r\n\x1a\nbroken")}, chromedp.ByQuery))
	p.until(`document.querySelector(".cover-box .wrong-value")?.innerText.includes("broken")`)
	if p.text(`document.querySelector(".card .state").textContent.includes("2 chapters")`) != "true" {
		t.Error("a cover that is no picture spoils the story")
	}
}

// Two formats, folders and a cancelled zip.
func TestBrowserZip(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	files := map[string]string{"b/lamp.txt": lamp, "a.txt": lamp + "\nAgain.\n", "broken.txt": "\x89PNG\r\n\x1a\n"}
	for n := range 60 {
		files[fmt.Sprintf("many/s%d.txt", n)] = fmt.Sprintf("Story %d\nby Annie\n\n%s", n, strings.Repeat("It was late, and it was dark.\n\n", 300))
	}
	p.run(chromedp.SetUploadFiles("#folder", []string{tree(t, files)}, chromedp.ByQuery))
	p.read(63)
	p.run(chromedp.Click("#make", chromedp.ByQuery))
	p.until(`document.getElementById("progress").checkVisibility() && document.getElementById("progress").value > 0 && /Making… \d+ of 62/.test(document.getElementById("make").textContent)`)
	p.run(chromedp.Click("#cancel", chromedp.ByQuery))
	p.until(`document.getElementById("made").innerText.includes("Cancelled") && !document.getElementById("cancel").checkVisibility()`)
	select {
	case s := <-p.saved:
		t.Errorf("cancelled, and still there is %s", s)
	case <-time.After(300 * time.Millisecond):
	}
	for p.text(`document.querySelectorAll(".list > .card").length`) != "3" {
		p.run(chromedp.Evaluate(`[...document.querySelectorAll(".card")].find(c => /^Story/.test(c.querySelector(".title").textContent)).querySelector(".remove").click(); 0`, nil))
	}
	p.run(chromedp.Click(`[name="also"][value="pdf"]`, chromedp.ByQuery))
	_, content := p.makeBook()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, "|"); got != "The Lamplighter - Annie Lee.epub|The Lamplighter - Annie Lee.pdf|b/The Lamplighter - Annie Lee.epub|b/The Lamplighter - Annie Lee.pdf|not made.txt" {
		t.Errorf("in the zip: %s", got)
	}
}

// A file that was edited, or is gone, is noticed before a book is made.
func TestBrowserChangedFile(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	path := p.file("lamp.txt", lamp)
	p.run(chromedp.SetUploadFiles("#files", []string{path}, chromedp.ByQuery))
	p.read(1)
	p.write(`[name="author"]`, "Annie Lee!")
	p.until(`document.querySelector(".card .title").textContent === "The Lamplighter by Annie Lee!"`)
	time.Sleep(1100 * time.Millisecond)
	if err := os.WriteFile(path, []byte(strings.Replace(lamp, "The Lamplighter", "The Lamp, Mended", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	p.run(chromedp.Evaluate(`dispatchEvent(new Event("focus")); 0`, nil))
	p.until(`document.querySelector(".card .title").textContent.startsWith("The Lamp, Mended") || document.querySelector(".wrong").innerText.includes("has changed, or is gone")`)
	p.run(chromedp.SetUploadFiles("#files", []string{path}, chromedp.ByQuery))
	p.until(`document.querySelectorAll(".card").length === 1 && document.querySelector(".card .title").textContent === "The Lamp, Mended by Annie Lee!"`)
	p.read(1)
	os.Remove(path)
	p.run(chromedp.Click("#make", chromedp.ByQuery))
	p.until(`document.getElementById("made").innerText.includes("lamp.txt cannot be read any more")`)
}

// Enter in a field makes no book; words are plain, pages have names and sizes.
func TestBrowserPlain(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("lamp.txt", lamp))
	p.read(1)
	if title := p.text("document.title"); title != "The Lamplighter – storybind" {
		t.Errorf("the window is called %q", title)
	}
	p.write(`[name="title"]`, "The Lamplighter!")
	p.run(chromedp.SendKeys(`[name="title"]`, kb.Enter, chromedp.ByQuery))
	p.until(`document.title === "The Lamplighter! – storybind"`)
	p.run(chromedp.SendKeys(`[name="format"]`, kb.Enter, chromedp.ByQuery))
	select {
	case s := <-p.saved:
		t.Errorf("Enter saved %s", s)
	case <-time.After(500 * time.Millisecond):
	}
	p.run(chromedp.Click(`[name="format"][value="pdf"]`, chromedp.ByQuery))
	if got := p.text(`[...document.querySelector('[name="page"]').options].map(o => o.textContent).join("|")`); !strings.HasPrefix(got, "A5, 148 × 210 mm (as usual)|Trade paperback, 5.5 × 8.5 in|") {
		t.Errorf("pages: %s", got)
	}
	if text := p.text(`document.body.textContent`); strings.Contains(text, "regexp") || strings.Contains(text, "BCP") {
		t.Error("the page speaks of regexps or of BCP 47")
	}
	if got := p.text(`[...document.querySelectorAll("[aria-describedby]")].flatMap(c => c.getAttribute("aria-describedby").split(" ")).filter(i => !document.getElementById(i)).join(" ") + [...document.querySelectorAll("[id]")].map(e => e.id).filter((i, n, all) => all.indexOf(i) !== n).join(" ")`); got != "" {
		t.Errorf("ids that lead nowhere, or are there twice: %s", got)
	}
}

// A mailbox is as many stories as it holds.
func TestBrowserMailbox(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("list.mbox", "From a@example.net Tue Mar  3 10:00:00 1998\nFrom: Annie <a@example.net>\nSubject: The Lamp\n\nIt was late when he came to the gate, and it rained.\n\nFrom b@example.net Wed Mar  4 10:00:00 1998\nFrom: Bea <b@example.net>\nSubject: The Door\n\nIt was early when she went away, and it was dry.\n"))
	p.read(2)
	if got := p.text(`[...document.querySelectorAll(".card .title")].map(c => c.textContent).join("|")`); got != "The Lamp by Annie|The Door by Bea" {
		t.Errorf("%q", got)
	}
}
