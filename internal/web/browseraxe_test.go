package web

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestBrowserAccessible lets axe-core look for what WCAG 2.2 AA forbids, and for
// what it calls bad practice, wherever a person comes by. STORYBIND_AXE names its
// axe.min.js.
func TestBrowserAccessible(t *testing.T) {
	path := os.Getenv("STORYBIND_AXE")
	if path == "" {
		needTool(t, "STORYBIND_AXE names no axe.min.js")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	odd := strings.Replace(lamp, "Nobody came to open it, so he sat down on the step and ate his bread.\n\nChapter Two", "Chapter Two: Nothing\n\nChapter Three", 1)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{390, 1280} {
			t.Run(fmt.Sprintf("%s-%d", scheme, width), func(t *testing.T) {
				p := openTab(t, DefaultLimits())
				p.window(width, 900, scheme)
				check := func(where string) {
					t.Helper()
					found := ""
					p.run(chromedp.Evaluate(string(axe)+";0", nil))
					p.run(chromedp.Evaluate(`axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
						r.passes.length < 5 ? "axe looked at nothing" : r.violations.map(v => v.id + ": " + v.help + "\n" + v.nodes.map(n => "  " + n.html.slice(0, 200) + " " + n.any.concat(n.all, n.none).map(c => c.message).join("; ")).join("\n")).join("\n"))`, &found, awaitPromise))
					if found != "" {
						t.Errorf("%s:\n%s", where, found)
					}
				}
				p.open()
				check("the empty page")
				p.drop(p.file("lamp.txt", odd))
				p.read(1)
				p.until(`document.querySelector("iframe:not(.coming)")`)
				check("one story")
				p.run(chromedp.Evaluate(`for (const d of document.querySelectorAll("details")) d.open = true; 0`, nil))
				check("everything open")
				p.drop(p.file("other.txt", lamp), p.file("picture.txt", "\x89PNG\r\n\x1a\n"))
				p.read(3)
				check("several stories, one of them wrong")
				p.run(chromedp.Click("#bind", chromedp.ByQuery))
				p.run(chromedp.Evaluate(`for (const d of document.querySelectorAll(".settings")) d.open = true; { const e = document.querySelector('[name="chapter-pattern"]'); e.value = "("; e.dispatchEvent(new Event("change", {bubbles: true})); } 0`, nil))
				p.until(`document.querySelector('[name="chapter-pattern"][aria-invalid="true"]')`)
				p.drop(p.file("saga-part1.txt", "Saga\nby Bea\n\nIt was one.\n"), p.file("saga-part2.txt", "Saga\nby Bea\n\nIt was two.\n"))
				p.until(`document.querySelector(".offer .join-parts")`)
				check("a wrong value, an anthology, parts offered, warnings")
				p.run(chromedp.Navigate(p.address + "nothing"))
				check("a refusal")
			})
		}
	}
}
