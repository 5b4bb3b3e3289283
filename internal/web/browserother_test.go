package web

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A foreign is a browser that is not Chromium, at the form's page. What it cannot do
// is an error.
type foreign interface {
	open(address string) error
	size(width, height int) error
	// eval is what an expression, or the promise that it is, comes to, as text.
	eval(expression string) (string, error)
	// choose gives files to a field that takes them.
	choose(selector string, paths ...string) error
	// picture is what is seen, as PNG in base64.
	picture() (string, error)
}

// foreigners start the browsers, and say why one cannot be started: then it is not
// installed, or not made for this machine, and what it would show is not known.
var foreigners = []struct {
	name  string
	start func(t *testing.T, ctx context.Context) (foreign, error)
}{{"Firefox", startFirefox}, {"WebKit", startWebKit}}

// TestForeign uses the form in browsers that are not Chromium, where they are installed
// and STORYBIND_FOREIGN asks for it: a story is looked at, mended, shown as EPUB and PDF
// and made into a book, and two into a zip.
func TestForeign(t *testing.T) {
	if os.Getenv("STORYBIND_FOREIGN") == "" {
		t.Skip("STORYBIND_FOREIGN is not set")
	}
	for _, f := range foreigners {
		t.Run(f.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
			defer cancel()
			browser, err := f.start(t, ctx)
			if err != nil {
				t.Skipf("no %s: %v", f.name, err)
			}
			useForeign(t, ctx, browser)
		})
	}
}

func useForeign(t *testing.T, ctx context.Context, browser foreign) {
	srv := httptest.NewServer(Handler(Options{Version: "test", Limits: DefaultLimits(), Now: time.Now, Report: func(m string) { t.Error(m) }}))
	defer srv.Close()
	text := func(expression string) string {
		t.Helper()
		got, err := browser.eval("String(" + expression + ")")
		if err != nil {
			t.Fatalf("%s: %v", expression, err)
		}
		return got
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	until := func(condition string) {
		t.Helper()
		for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
			if text("!!("+condition+")") == "true" {
				return
			}
		}
		page, _ := browser.eval("document.body.innerText")
		t.Fatalf("it never came to %s\nthe page: %.1500s", condition, page)
	}
	want := func(what, expression, want string) {
		t.Helper()
		if got := text(expression); got != want {
			t.Errorf("%s: %q, not %q", what, got, want)
		}
	}
	file := func(name, content string) string {
		path := filepath.Join(t.TempDir(), name)
		must(os.WriteFile(path, []byte(content), 0o600))
		return path
	}
	const settled = `document.querySelector(".card") && [...document.querySelectorAll(".state")].every(s => !/waiting|reading/.test(s.textContent)) && !document.querySelector('.card[aria-busy="true"]')`
	const shown = `document.querySelector("iframe:not(.coming)") && !document.querySelector("iframe.coming") && document.getElementById("preview-state").hidden`

	must(browser.open(srv.URL + "/"))
	text(`(window.mistakes = [], addEventListener("error", (e) => mistakes.push(e.message)), addEventListener("unhandledrejection", (e) => mistakes.push(e.reason)))`)
	must(browser.choose("#files", file("lamp.txt", lamp)))
	until(settled)
	want("the card", `document.querySelector(".card .title").textContent + "|" + document.querySelector(".card .state").textContent`, "The Lamplighter by Annie Lee|2 chapters, 70 words")
	until(shown)
	want("the first pages", `document.querySelector("iframe").contentDocument.body.innerText.includes("The Lamplighter")`, "true")

	// Mended, and asked about before it is thrown away.
	text(`(() => { const e = document.querySelector('[name="title"]'); e.value = "Lamps"; e.dispatchEvent(new Event("input", {bubbles: true})); })()`)
	until(`document.querySelector(".card .title").textContent === "Lamps by Annie Lee"`)
	want("leaving is asked about", `(() => { const e = new Event("beforeunload", {cancelable: true}); dispatchEvent(e); return e.defaultPrevented; })()`, "true")
	until(shown)
	want("the pages after mending", `document.querySelector("iframe").contentDocument.querySelector("h1").textContent`, "Lamps")

	// A wrong value is told at its field, and the pages stay.
	set := func(name, value string) {
		t.Helper()
		text(fmt.Sprintf(`(() => { const e = document.querySelector('[name=%q]'); e.value = %q; e.dispatchEvent(new Event("change", {bubbles: true})); })()`, name, value))
	}
	set("chapter-pattern", "(")
	until(`document.querySelector('[name="chapter-pattern"][aria-invalid="true"]') && ` + settled)
	want("pages after a wrong value", `document.querySelectorAll("iframe").length + document.getElementById("preview-state").innerText.slice(-40)`, "1These are the pages as they were before.")
	set("chapter-pattern", "")
	until(`!document.querySelector('[aria-invalid]') && ` + settled)

	// A picture that falls on the page is the cover.
	text(fmt.Sprintf(`(() => { const d = new DataTransfer(); d.items.add(new File([Uint8Array.from(%s)], "front.png", {type: "image/png"}));
		document.querySelector("main").dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: d})); })()`, strings.Join(strings.Fields(fmt.Sprint(picture(t))), ",")))
	until(`document.querySelector(".cover-name").innerText === "Cover: front.png" && ` + settled)
	text(`document.querySelector(".no-cover").click()`)
	until(settled)

	for _, width := range []int{390, 1280} {
		must(browser.size(width, 900))
		want("wider than the window", `document.documentElement.scrollWidth > innerWidth`, "false")
	}
	for _, format := range []string{"pdf", "epub"} {
		text(`document.querySelector('[name="format"][value="` + format + `"]').click()`)
		until(`document.getElementById("open").hidden === ` + fmt.Sprint(format == "epub") + ` && (document.getElementById("frames").hidden || ` + shown + `)`)
		text(`document.getElementById("make").click()`)
		until(`document.getElementById("made").innerText === "Saved as Lamps - Annie Lee.` + format + `."`)
		if dir := os.Getenv("STORYBIND_SCREENSHOTS"); dir != "" {
			time.Sleep(time.Second) // a viewer does not say when it has drawn
			png, err := browser.picture()
			must(err)
			content, err := base64.StdEncoding.DecodeString(png)
			must(err)
			must(os.WriteFile(filepath.Join(dir, filepath.Base(t.Name())+"-"+format+".png"), content, 0o666))
		}
	}
	must(browser.choose("#files", file("door.txt", "The Door\nby Bea\n\nIt was open.\n")))
	until(`document.querySelectorAll(".card").length === 2 && ` + settled)
	text(`document.getElementById("make").click()`)
	until(`document.getElementById("made").innerText === "Saved as books.zip."`)
	if path := os.Getenv("STORYBIND_AXE"); path != "" {
		axe, err := os.ReadFile(path)
		must(err)
		_, err = browser.eval("(() => {" + string(axe) + "})()")
		must(err)
		found, err := browser.eval(`axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
			r.passes.length < 5 ? "axe looked at nothing" : r.violations.map(v => v.id + ": " + v.help).join("; "))`)
		if must(err); found != "" {
			t.Errorf("axe: %s", found)
		}
	}
	want("the page's mistakes", `mistakes.join("|")`, "")
}
