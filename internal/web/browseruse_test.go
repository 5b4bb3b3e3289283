package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// read waits until every story on the page is read, and a preview is there when
// one is shown.
func (p *tab) read(stories int) {
	p.Helper()
	p.until(fmt.Sprintf(`document.querySelectorAll(".list > .card").length === %d &&
		[...document.querySelectorAll(".state")].every(s => !/waiting|reading/.test(s.textContent)) &&
		!document.querySelector('.card[aria-busy="true"]')`, stories))
}

// makeBook presses the button and takes the book.
func (p *tab) makeBook() (name string, content []byte) {
	p.Helper()
	p.run(chromedp.Click("#make", chromedp.ByQuery))
	return p.book()
}

// checkEPUB asks EPUBCheck, whose jar STORYBIND_EPUBCHECK names.
func checkEPUB(t *testing.T, epub []byte) {
	t.Helper()
	jar := os.Getenv("STORYBIND_EPUBCHECK")
	if jar == "" {
		if os.Getenv("STORYBIND_TOOLS") == "required" {
			t.Fatal("STORYBIND_EPUBCHECK names no jar")
		}
		t.Log("not checked: STORYBIND_EPUBCHECK names no jar")
		return
	}
	path := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(path, epub, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("java", "-XX:TieredStopAtLevel=1", "-jar", jar, "--failonwarnings", "-q", path).CombinedOutput(); err != nil {
		t.Errorf("EPUBCheck: %v\n%s", err, out)
	}
}

func TestBrowserDropOne(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("lamp.txt", lamp))
	p.read(1)
	if got := p.text(`document.querySelector(".card .title").textContent + "|" + document.querySelector(".card .state").textContent`); got != "The Lamplighter by Annie Lee|2 chapters, 70 words" {
		t.Errorf("the card says %q", got)
	}
	if said := p.text(`document.getElementById("said").textContent`); !strings.Contains(said, "The Lamplighter by Annie Lee: 2 chapters") {
		t.Errorf("said %q", said)
	}
	p.until(`document.querySelector("iframe:not(.coming)")?.contentDocument.body.innerText.includes("The Lamplighter")`)
	name, epub := p.makeBook()
	if name != "The Lamplighter - Annie Lee.epub" {
		t.Errorf("it is called %q", name)
	}
	checkEPUB(t, epub)
	if string(epub) != book(t, field{"story", lamp, "lamp.txt"}) {
		t.Error("the page's book is not the form's")
	}
	if history := p.text("history.length"); history != "2" { // about:blank and the page
		t.Errorf("the Back button has %s steps", history)
	}
}

// TestBrowserEarly chooses a story while the page's script is still on its way.
func TestBrowserEarly(t *testing.T) {
	p := openTab(t, DefaultLimits())
	form := Handler(Options{Version: "test", Limits: DefaultLimits(), Now: time.Now, Report: func(m string) { t.Error(m) }})
	chosen := make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/start.js") {
			select {
			case <-chosen:
			case <-t.Context().Done():
			}
		}
		form.ServeHTTP(w, r)
	}))
	t.Cleanup(srv.Close)
	p.run(chromedp.Evaluate(fmt.Sprintf("{ location.href = %q; 0 }", srv.URL+"/"), nil))
	p.until(`document.getElementById("files")`)
	p.run(chromedp.SetUploadFiles("#files", []string{p.file("lamp.txt", lamp)}, chromedp.ByQuery))
	close(chosen)
	p.read(1)
	if got := p.text(`document.querySelector(".card .title").textContent`); got != "The Lamplighter by Annie Lee" {
		t.Errorf("the card says %q", got)
	}
}

func TestBrowserDropTwenty(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	var paths []string
	for n := 1; n <= 20; n++ {
		paths = append(paths, p.file(fmt.Sprintf("story%d.txt", n), strings.Replace(lamp, "The Lamplighter", fmt.Sprintf("Lamp Number %d", n), 1)))
	}
	paths = append(paths, p.file("picture.txt", "\x89PNG\r\n\x1a\n"))
	p.drop(paths...)
	p.read(21)
	if wrong := p.text(`[...document.querySelectorAll(".wrong:not([hidden])")].map(w => w.textContent).join("|")`); !strings.Contains(wrong, "This is a picture (PNG), not plain text") || strings.Contains(wrong, "|") {
		t.Errorf("wrong: %q", wrong)
	}
	if first := p.text(`document.querySelector(".list > .card").className + document.querySelector(".list > .card .title").textContent`); first != "card failedpicture.txt" {
		t.Errorf("the first card is %q, not the one that failed", first)
	}
	// One of them is edited; the zip has it so.
	p.run(chromedp.Evaluate(`document.querySelectorAll(".list details")[0].open = false; [...document.querySelectorAll(".list > .card > details")][1].open = true; 0`, nil), chromedp.WaitVisible(`.list details[open] [name="title"]`, chromedp.ByQuery),
		chromedp.SetValue(`.list details[open] [name="title"]`, "Another Lamp", chromedp.ByQuery), chromedp.SendKeys(`.list details[open] [name="title"]`, "!", chromedp.ByQuery))
	p.until(`document.querySelectorAll(".card .title")[1].textContent === "Another Lamp! by Annie Lee"`)
	name, content := p.makeBook()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil || name != "books.zip" {
		t.Fatalf("%s: %v", name, err)
	}
	if len(z.File) != 21 || z.File[20].Name != "not made.txt" || z.File[0].Name != "Another Lamp! - Annie Lee.epub" || z.File[19].Name != "Lamp Number 20 - Annie Lee.epub" {
		t.Errorf("%d books, the first %q", len(z.File), z.File[0].Name)
	}
}

func TestBrowserEdit(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("lamp.txt", lamp))
	p.read(1)
	p.run(chromedp.SetValue(`[name="title"]`, "Ёlamps", chromedp.ByQuery), chromedp.SendKeys(`[name="title"]`, ": all", chromedp.ByQuery))
	p.until(`document.querySelector("iframe:not(.coming)")?.contentDocument.querySelector("h1")?.textContent === "Ёlamps: all"`)
	if focused := p.text(`document.activeElement.name + "|" + document.activeElement.value`); focused != "title|Ёlamps: all" {
		t.Errorf("the focus is on %q", focused)
	}
	p.run(chromedp.Click(`[name="heading"][value="16"]`, chromedp.ByQuery))
	p.until(`document.querySelector(".card .state").textContent.startsWith("1 chapter,")`)
	if focused := p.text(`document.activeElement.name + document.activeElement.value + document.activeElement.checked`); focused != "heading16false" {
		t.Errorf("the focus is on %q", focused)
	}
	p.run(chromedp.Click(".missed summary", chromedp.ByQuery), chromedp.Click(`[name="heading"][value="12"]`, chromedp.ByQuery))
	p.until(`document.querySelector(".card .state").textContent.startsWith("2 chapters,")`)
	name, epub := p.makeBook()
	if name != "Ёlamps - all - Annie Lee.epub" {
		t.Errorf("it is called %q", name)
	}
	if contents := entryOf(t, string(epub), "EPUB/nav.xhtml"); !strings.Contains(contents, "A long wait") || strings.Contains(contents, "Chapter Two") {
		t.Errorf("contents:\n%s", contents)
	}
}

func TestBrowserPDF(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	p.drop(p.file("lamp.txt", lamp))
	p.read(1)
	p.run(chromedp.Click(`[value="pdf"]`, chromedp.ByQuery))
	p.until(`document.getElementById("open").checkVisibility() === !navigator.pdfViewerEnabled && !document.getElementById("preview").hidden`)
	if p.text(`[...document.querySelectorAll("[data-formats]")].every(s => s.dataset.formats.split(" ").includes("pdf") === (getComputedStyle(s).display !== "none"))`) != "true" {
		t.Error("the settings shown are not those of PDF")
	}
	name, pdf := p.makeBook()
	if name != "The Lamplighter - Annie Lee.pdf" || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("%q: %.20q", name, pdf)
	}
}

func TestBrowserPaste(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.window(390, 844, "light")
	p.open()
	if p.text(`document.getElementById("paste").getBoundingClientRect().top < document.querySelector(".files").getBoundingClientRect().top`) != "true" {
		t.Error("on a narrow screen pasting does not come first")
	}
	p.run(chromedp.SetValue("#text", lamp, chromedp.ByQuery), chromedp.Click("#use", chromedp.ByQuery))
	p.read(1)
	if name, _ := p.makeBook(); name != "The Lamplighter - Annie Lee.epub" {
		t.Errorf("it is called %q", name)
	}
}

func TestBrowserWithoutScripts(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.noScripts()
	p.open()
	lamps := p.file("lamp.txt", lamp)
	p.run(chromedp.SetUploadFiles("#files", []string{lamps}, chromedp.ByQuery), chromedp.Click("#make", chromedp.ByQuery))
	if name, epub := p.book(); name != "The Lamplighter - Annie Lee.epub" || string(epub) != book(t, field{"story", lamp, "lamp.txt"}) {
		t.Errorf("%q", name)
	}
	p.run(chromedp.Click(`.actions [formaction="look"]`, chromedp.ByQuery), chromedp.WaitVisible(`[name="title"]`, chromedp.ByQuery),
		chromedp.SetValue(`[name="title"]`, "Lamps", chromedp.ByQuery), chromedp.Click(`[name="heading"][value="16"]`, chromedp.ByQuery),
		chromedp.Click(`button.primary`, chromedp.ByQuery))
	if name, epub := p.book(); name != "Lamps - Annie Lee.epub" || strings.Contains(entryOf(t, string(epub), "EPUB/nav.xhtml"), "Chapter Two") {
		t.Errorf("%q", name)
	}
	p.open()
	p.run(chromedp.SetUploadFiles("#files", []string{p.file("empty.txt", "")}, chromedp.ByQuery), chromedp.Click("#make", chromedp.ByQuery), chromedp.WaitVisible("#message", chromedp.ByQuery))
}

func TestBrowserHugeAndBinary(t *testing.T) {
	limits := DefaultLimits()
	limits.Megabytes = 2
	p := openTab(t, limits)
	p.open()
	p.drop(p.file("huge.txt", strings.Repeat("It was late. ", 200_000)))
	p.read(1)
	if wrong := p.text(`document.querySelector(".wrong").textContent`); !strings.Contains(wrong, "huge.txt has more than the 2 MB") {
		t.Errorf("%q", wrong)
	}
	p.drop(p.file("program.txt", "\x7fELF"+strings.Repeat("\x00", 5000)))
	p.read(2)
	if wrong := p.text(`document.querySelectorAll(".wrong")[1].textContent`); !strings.Contains(wrong, "This is a program, not plain text") {
		t.Errorf("%q", wrong)
	}
	p.until(`document.getElementById("alarm").textContent.includes("program.txt")`) // or nobody hears of it
	// Without scripts the same file gets the server's own answer.
	p.noScripts()
	p.open()
	p.run(chromedp.SetUploadFiles("#files", []string{p.file("again.txt", strings.Repeat("It was late. ", 200_000))}, chromedp.ByQuery), chromedp.Click("#make", chromedp.ByQuery), chromedp.WaitVisible("#message", chromedp.ByQuery))
}

// TestBrowserKeyboard makes a book without a mouse.
func TestBrowserKeyboard(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	tabTo := func(condition string) {
		t.Helper()
		for range 60 {
			p.run(chromedp.KeyEvent(kb.Tab))
			if p.text(condition) == "true" {
				if p.text(`getComputedStyle(document.activeElement).outlineStyle !== "none" || getComputedStyle(document.activeElement.parentElement).outlineStyle !== "none"`) != "true" {
					t.Errorf("where %s the focus is not seen", condition)
				}
				return
			}
		}
		t.Fatalf("no way by keyboard to %s", condition)
	}
	tabTo(`document.activeElement.id === "files"`)
	tabTo(`document.activeElement.id === "text"`)
	p.run(chromedp.KeyEvent("Lamps\nby Annie\n\nIt was late.\n\nThe End\n"))
	tabTo(`document.activeElement.id === "use"`)
	p.run(chromedp.KeyEvent(kb.Enter))
	p.read(1)
	if focused := p.text(`document.activeElement.id`); focused != "stories-name" {
		t.Errorf("after pasting the focus is on %q", focused)
	}
	tabTo(`document.activeElement.name === "title"`)
	p.run(chromedp.KeyEvent("All "))
	tabTo(`document.activeElement.name === "format"`)
	p.run(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown))
	if chosen := p.text(`document.querySelector("[name=format]:checked").value`); chosen != "pdf" {
		t.Errorf("the arrows chose %q", chosen)
	}
	tabTo(`document.activeElement.id === "make"`)
	p.run(chromedp.KeyEvent(" "))
	if name, _ := p.book(); !strings.HasSuffix(name, " - Annie.pdf") {
		t.Errorf("it is called %q", name)
	}
	if focused := p.text(`document.activeElement.id`); focused != "make" {
		t.Errorf("after making the focus is on %q", focused)
	}
}

// A folder gives its stories and what speaks for them, and nothing else.
func TestBrowserFolder(t *testing.T) {
	p := openTab(t, DefaultLimits())
	p.open()
	dir := t.TempDir()
	for name, text := range map[string]string{"b/lamp.txt": lamp, "b/lamp.toml": `title = "From beside"`, "a 10.txt": lamp, "a 9.TXT": lamp, ".hidden.txt": lamp, "cover.png": "x"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p.run(chromedp.SetUploadFiles("#folder", []string{dir}, chromedp.ByQuery))
	p.read(3)
	if titles := p.text(`[...document.querySelectorAll(".card .title")].map(c => c.textContent).join("|")`); titles != "The Lamplighter by Annie Lee|The Lamplighter by Annie Lee|From beside by Annie Lee" {
		t.Errorf("%q", titles)
	}
	p.run(chromedp.Click("#join", chromedp.ByQuery))
	p.read(1)
	if name, _ := p.makeBook(); name != "The Lamplighter - Annie Lee.epub" {
		t.Errorf("it is called %q", name)
	}
}
