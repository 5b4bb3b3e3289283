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

// TestScreenshots writes pictures of the page into the folder that
// STORYBIND_SCREENSHOTS names, for people to look at.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("STORYBIND_SCREENSHOTS")
	if dir == "" {
		t.Skip("STORYBIND_SCREENSHOTS names no folder")
	}
	stories, err := filepath.Glob(filepath.Join("..", "..", "testdata", "stories", "*.txt"))
	if err != nil || len(stories) == 0 {
		t.Fatal("no stories")
	}
	for i, s := range stories {
		stories[i], _ = filepath.Abs(s)
	}
	tidewater, _ := filepath.Abs(filepath.Join("..", "..", "testdata", "stories", "tidewater.txt"))
	for _, width := range []int64{390, 820, 1440} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(fmt.Sprintf("%d-%s", width, scheme), func(t *testing.T) {
				p := openTab(t, DefaultLimits())
				shot := func(name string, whole bool) {
					path := filepath.Join(dir, fmt.Sprintf("%d-%s-%s.png", width, scheme, name))
					p.run(chromedp.Sleep(300*time.Millisecond), chromedp.ActionFunc(func(ctx context.Context) error {
						png, err := page.CaptureScreenshot().WithCaptureBeyondViewport(whole).Do(ctx)
						if err != nil {
							return err
						}
						return os.WriteFile(path, png, 0o666)
					}))
				}
				height := map[int64]int64{390: 844, 820: 1180, 1440: 900}[width]
				p.window(width, height, scheme)
				p.open()
				shot("1-before", false)
				p.run(chromedp.Evaluate(`document.body.classList.add("dragging")`, nil))
				shot("2-during", false)
				p.run(chromedp.Evaluate(`document.body.classList.remove("dragging")`, nil))
				p.drop(tidewater)
				p.until(`document.querySelector(".understood .line") && document.querySelector("iframe:not(.coming)")`)
				shot("3-after", false)
				p.window(width, 3200, scheme)
				shot("4-whole", false)
				p.window(width, height, scheme)
				p.run(chromedp.Evaluate(`document.querySelector(".settings").open = true; document.querySelector("[value=pdf]").click(); 0`, nil), chromedp.Sleep(time.Second))
				shot("5-pdf", false)
				binary := p.file("picture.txt", "\x89PNG\r\n"+strings.Repeat("\x00", 100))
				p.drop(append(stories, binary)...)
				p.until(`[...document.querySelectorAll(".state")].every(s => s.textContent && !/waiting|reading/.test(s.textContent))`)
				p.run(chromedp.Evaluate(`document.querySelector(".settings").open = false; 0`, nil))
				p.window(width, height*3/2, scheme)
				shot("6-many", false)
				p.window(width, height, scheme)
				p.run(chromedp.Evaluate(`document.querySelector("[value=epub]").click(); for (const c of document.querySelectorAll(".card")) if (c.querySelector(".title").textContent.includes("TIDEWATER")) c.querySelector("details").open = true; document.querySelector(".settings").open = true; { const e = document.querySelector('[name="chapter-pattern"]'); e.value = "("; e.dispatchEvent(new Event("change", {bubbles: true})); e.scrollIntoView({block: "center"}); } 0`, nil))
				p.until(`document.querySelector('[name="chapter-pattern"][aria-invalid="true"]')`)
				shot("9-wrong-value", false)
				p.run(chromedp.Evaluate(`document.getElementById("usual").click(); document.querySelector(".settings").open = false; scrollTo(0, 0); 0`, nil))
				p.drop(p.file("saga-part1.txt", "Saga\nby Bea\n\nIt was one.\n"), p.file("saga-part2.txt", "Saga\nby Bea\n\nIt was two.\n"))
				p.until(`document.querySelector(".offer")`)
				p.run(chromedp.Evaluate(`document.getElementById("bind").click(); document.querySelector(".together").scrollIntoView(); 0`, nil))
				shot("10-parts-and-anthology", false)
				p.run(chromedp.Evaluate(`document.getElementById("make").click(); 0`, nil), chromedp.Sleep(700*time.Millisecond))
				shot("11-zip", false)
				p.run(chromedp.Evaluate(`document.getElementById("cancel").click(); 0`, nil))
				p.run(chromedp.ActionFunc(func(ctx context.Context) error { return emulation.SetScriptExecutionDisabled(true).Do(ctx) }))
				p.open()
				shot("7-without-scripts", false)
				p.run(chromedp.SetUploadFiles("#files", []string{tidewater}, chromedp.ByQuery), chromedp.Click(`.actions [formaction="look"]`, chromedp.ByQuery), chromedp.WaitVisible(`[name="title"]`, chromedp.ByQuery))
				shot("8-looked-without-scripts", false)
			})
		}
	}
}
