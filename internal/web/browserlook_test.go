package web

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A size is a window: what fits into it, in CSS pixels, and how far it is zoomed.
type size struct {
	name          string
	width, height int64
	zoom          float64
}

// Phones, tablets and desks; and a desk's window at 200 %, where half as much fits.
var sizes = []size{{"390", 390, 844, 1}, {"820", 820, 1180, 1}, {"1440", 1440, 900, 1}, {"1440-zoomed", 720, 450, 2}}

// states are what a person may see of the form, each reached from an empty page.
var states = []struct {
	name  string
	reach func(p *tab)
}{
	{"empty", func(p *tab) {}},
	{"dragging", func(p *tab) { p.run(chromedp.Evaluate(`document.body.classList.add("dragging")`, nil)) }},
	{"one", one},
	{"settings-epub", func(p *tab) { one(p); p.settings("epub") }},
	{"settings-pdf", func(p *tab) { one(p); p.settings("pdf") }},
	{"wrong-value", func(p *tab) {
		one(p)
		p.settings("epub")
		p.run(chromedp.Evaluate(`{ const e = document.querySelector('[name="chapter-pattern"]'); e.value = "("; e.dispatchEvent(new Event("change", {bubbles: true})); e.scrollIntoView({block: "center"}); } 0`, nil))
		p.until(`document.querySelector('[name="chapter-pattern"][aria-invalid="true"]') && !document.querySelector('.card[aria-busy="true"]')`)
	}},
	{"everything-open", func(p *tab) {
		one(p)
		p.run(chromedp.Evaluate(`for (const d of document.querySelectorAll("details")) d.open = true; 0`, nil))
	}},
	{"one-failed", func(p *tab) { // and one in doubt
		odd := strings.Replace(lamp, "Nobody came to open it, so he sat down on the step and ate his bread.\n\nChapter Two", "Chapter Two: Nothing\n\nChapter Three", 1)
		p.drop(p.file("lamp.txt", odd), p.file("picture.txt", "\x89PNG\r\n\x1a\n"))
		p.read(2)
	}},
	{"refused", func(p *tab) { p.run(chromedp.Navigate(p.address + "nothing")) }},
	{"five-hundred", func(p *tab) {
		files := map[string]string{"odd/page.html": "<html>", "odd/old.docx": "x", "odd/more.md": "x", "odd/picture.txt": "\x89PNG\r\n\x1a\n"}
		for n := range many {
			files[fmt.Sprintf("%d/s%d.txt", n%5, n)] = fmt.Sprintf("Story %d\nby Annie\n\nIt was %d, and it was late.\n", n, n)
		}
		p.run(chromedp.SetUploadFiles("#folder", []string{tree(p.T, files)}, chromedp.ByQuery))
		p.read(many + 1)
	}},
	{"parts-offered", func(p *tab) {
		p.drop(p.file("saga-part1.txt", "Saga\nby Bea\n\nIt was one.\n"), p.file("saga-part2.txt", "Saga\nby Bea\n\nIt was two.\n"), p.file("lamp.txt", lamp))
		p.read(3)
		p.until(`document.querySelector(".offer")`)
	}},
	{"anthology", func(p *tab) {
		p.drop(p.file("door.txt", "The Door\nby Bea\n\nIt was open.\n"), p.file("lamp.txt", lamp))
		p.read(2)
		p.run(chromedp.Click("#bind", chromedp.ByQuery))
	}},
	{"after-reload", func(p *tab) {
		one(p)
		p.run(chromedp.Evaluate(`sessionStorage.setItem("storybind mended", '{"/x.txt":[["title","y"]]}'); 0`, nil))
		p.open()
	}},
	{"cover", func(p *tab) {
		p.drop(p.file("lamp.txt", lamp))
		p.read(1)
		p.drop(p.file("front.png", string(picture(p.T))))
		p.until(`document.querySelector(".cover-name").innerText === "Cover: front.png"`)
		p.read(1)
		p.until(`document.querySelector("iframe:not(.coming)") && !document.querySelector("iframe.coming")`)
		p.run(chromedp.Evaluate(`document.querySelector(".cover-box").scrollIntoView({block: "center"}); 0`, nil))
	}},
	{"zip", func(p *tab) {
		files := map[string]string{}
		for n := range 60 {
			files[fmt.Sprintf("s%d.txt", n)] = fmt.Sprintf("Story %d\nby Annie\n\n%s", n, strings.Repeat("It was late, and it was dark.\n\n", 300))
		}
		p.run(chromedp.SetUploadFiles("#folder", []string{tree(p.T, files)}, chromedp.ByQuery))
		p.read(60)
		p.run(chromedp.Click("#make", chromedp.ByQuery))
		p.until(`document.getElementById("progress").checkVisibility() && document.getElementById("progress").value > 0`)
	}},
	{"made", func(p *tab) {
		one(p)
		p.makeBook()
	}},
	{"without-scripts", func(p *tab) {
		p.noScripts()
		p.open()
	}},
	{"looked-without-scripts", func(p *tab) {
		p.noScripts()
		p.open()
		p.run(chromedp.SetUploadFiles("#files", []string{p.file("lamp.txt", lamp)}, chromedp.ByQuery), chromedp.Click(`.actions [formaction="look"]`, chromedp.ByQuery), chromedp.WaitVisible(`[name="title"]`, chromedp.ByQuery))
	}},
}

// one has a story with chapters on the page, and its first pages.
func one(p *tab) {
	p.Helper()
	tidewater, err := filepath.Abs(filepath.Join("..", "..", "testdata", "stories", "tidewater.txt"))
	if err != nil {
		p.Fatal(err)
	}
	p.drop(tidewater)
	p.read(1)
	p.until(`document.querySelector("iframe:not(.coming)")`)
}

// settings opens those of a format.
func (p *tab) settings(format string) {
	p.Helper()
	p.run(chromedp.Evaluate(fmt.Sprintf(`document.querySelector('[name="format"][value=%s]').click(); document.querySelector(".settings").open = true; 0`, format), nil), chromedp.Sleep(300*time.Millisecond))
	p.until(`!document.querySelector("iframe.coming")`)
}

// noScripts lets the page run none; what tests evaluate still runs, if it waits for nothing.
func (p *tab) noScripts() { p.scripts(false) }

func (p *tab) scripts(on bool) {
	p.Helper()
	p.run(chromedp.ActionFunc(func(ctx context.Context) error { return emulation.SetScriptExecutionDisabled(!on).Do(ctx) }))
}

// show sets a window, and whether the person likes light or dark.
func (p *tab) show(s size, scheme string) {
	p.Helper()
	p.window(s.width, s.height, scheme)
	p.run(chromedp.EmulateViewport(s.width, s.height, chromedp.EmulateScale(s.zoom)))
}

// Nothing is wider than its window, on a phone, at 200 %, and at 400 % of a small
// window (WCAG 1.4.10); and what has the focus is not hidden by what is fixed (2.4.11).
func TestBrowserZoom(t *testing.T) {
	for _, state := range states {
		if state.name == "five-hundred" || state.name == "zip" {
			continue // as the others look, and slow
		}
		t.Run(state.name, func(t *testing.T) {
			p := openTab(t, DefaultLimits())
			p.open()
			state.reach(p)
			for _, s := range []size{{"a phone", 390, 844, 1}, {"200 %", 640, 512, 2}, {"400 %", 320, 256, 4}} {
				p.show(s, "light")
				if wide := p.text(`document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + "." + e.className).slice(0, 5).join(" ") : ""`); wide != "" {
					t.Errorf("%s: wider than the window: %s", s.name, wide)
				}
				hidden := p.text(`[...document.querySelectorAll("main :is(button, input, summary, select, textarea, a)")].filter(e => {
					if (e.disabled || e.tabIndex < 0 || !e.checkVisibility({visibilityProperty: true}) || e.type === "hidden") return false;
					e.focus();
					if (document.activeElement !== e) return false;
					const r = (e.closest("label.button, label.format") ?? e).getBoundingClientRect();
					const at = (x, y) => { const o = document.elementFromPoint(x, y); return o && (o === e || e.contains(o) || o.contains(e) || o.closest("label")?.contains(e)); };
					const w = r.width / 4, h = r.height / 4;
					return ![1, 2, 3].some(i => [1, 2, 3].some(j => at(r.left + i * w, r.top + j * h)));
				}).map(e => e.tagName + " " + (e.name || e.id || e.textContent)).slice(0, 5).join(", ")`)
				if hidden != "" {
					t.Errorf("%s: hidden when they have the focus: %s", s.name, hidden)
				}
			}
		})
	}
}

// TestScreenshots writes pictures of every state into the folder that
// STORYBIND_SCREENSHOTS names, for people to look at.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("STORYBIND_SCREENSHOTS")
	if dir == "" {
		t.Skip("STORYBIND_SCREENSHOTS names no folder")
	}
	for _, s := range sizes {
		for _, scheme := range []string{"light", "dark"} {
			for _, state := range states {
				t.Run(fmt.Sprintf("%s-%s-%s", state.name, s.name, scheme), func(t *testing.T) {
					p := openTab(t, DefaultLimits())
					p.show(s, scheme)
					p.open()
					state.reach(p)
					p.run(chromedp.Sleep(500*time.Millisecond), chromedp.ActionFunc(func(ctx context.Context) error {
						png, err := page.CaptureScreenshot().Do(ctx)
						if err != nil {
							return err
						}
						return os.WriteFile(filepath.Join(dir, filepath.Base(t.Name())+".png"), png, 0o666)
					}))
				})
			}
		}
	}
}
