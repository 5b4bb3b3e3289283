package web

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The tests in files called browser…_test.go use the page as people do, in a real
// Chromium. Without one they are skipped, unless STORYBIND_TOOLS=required.

// needTool skips a test that lacks a tool, or fails it where tools are required.
func needTool(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("STORYBIND_TOOLS") == "required" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// theBrowser is started once for all tests.
var theBrowser = sync.OnceValues(func() (context.Context, error) {
	var path string
	var err error
	// The browser without a window alone: one with windows, asked to show none, leaves
	// pages that stand behind another waiting (Chromium 156).
	for _, name := range []string{"chromium-headless-shell", "chrome-headless-shell", "headless_shell"} {
		if path, err = exec.LookPath(name); err == nil {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU, chromedp.Env("LANG=C.UTF-8")) // without one it calls a book with a name of other letters "download"
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	alloc, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ := chromedp.NewContext(alloc)
	stopBrowser = func() { chromedp.Cancel(ctx) } // and waits, or the browser outlives the tests
	return ctx, chromedp.Run(ctx)
})

var stopBrowser = func() {}

func TestMain(m *testing.M) {
	code := m.Run()
	stopBrowser()
	os.Exit(code)
}

// A tab is the form in a browser's tab, which nobody else uses.
type tab struct {
	*testing.T
	ctx       context.Context
	address   string
	downloads string
	saved     chan string // the names of finished downloads
}

// openTab opens the form with these limits.
func openTab(t *testing.T, limits Limits) *tab {
	t.Helper()
	parent, err := theBrowser()
	if err != nil {
		needTool(t, "no Chromium: "+err.Error())
	}
	srv := httptest.NewServer(Handler(Options{Version: "test", Limits: limits, Now: time.Now, Report: func(m string) { t.Error(m) }}))
	t.Cleanup(srv.Close)
	ctx, cancel := chromedp.NewContext(parent)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(cancel)
	p := &tab{T: t, ctx: ctx, address: srv.URL + "/", downloads: t.TempDir(), saved: make(chan string, 100)}
	names := map[string]string{}
	chromedp.ListenTarget(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *browser.EventDownloadWillBegin:
			names[ev.GUID] = ev.SuggestedFilename
		case *browser.EventDownloadProgress:
			if ev.State == browser.DownloadProgressStateCompleted {
				p.saved <- filepath.Join(p.downloads, ev.GUID) + "\x00" + names[ev.GUID]
			}
		}
	})
	p.run(chromedp.ActionFunc(func(ctx context.Context) error {
		return browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllowAndName).
			WithDownloadPath(p.downloads).WithEventsEnabled(true).Do(ctx)
	}))
	p.window(1280, 900, "light")
	return p
}

// window sets the window's size, and whether the person likes light or dark. Nothing
// moves: what is measured on the way from one colour to another is neither.
func (p *tab) window(width, height int64, scheme string) {
	p.Helper()
	p.run(chromedp.EmulateViewport(width, height), chromedp.ActionFunc(func(ctx context.Context) error {
		return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}).Do(ctx)
	}))
}

func (p *tab) open() {
	p.Helper()
	p.run(chromedp.Navigate(p.address), chromedp.WaitVisible("#files", chromedp.ByQuery))
}

func (p *tab) run(actions ...chromedp.Action) {
	p.Helper()
	if err := chromedp.Run(p.ctx, actions...); err != nil {
		var page string
		chromedp.Run(p.ctx, chromedp.Evaluate(`document.body ? document.body.innerText : ""`, &page))
		p.Fatalf("%v\nthe page: %.1500s", err, page)
	}
}

// until waits for a condition in the page.
func (p *tab) until(condition string) {
	p.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 2*time.Minute)
	defer cancel()
	if err := chromedp.Run(ctx, chromedp.Poll("!!("+condition+")", nil, chromedp.WithPollingInterval(100*time.Millisecond), chromedp.WithPollingTimeout(2*time.Minute))); err != nil {
		var page string
		chromedp.Run(p.ctx, chromedp.Evaluate(`document.body.innerText`, &page))
		p.Fatalf("it never came to %s: %v\nthe page: %.1500s", condition, err, page)
	}
}

// write puts a text into a field, the last letter by its key.
func (p *tab) write(selector, text string) {
	p.Helper()
	p.run(chromedp.Evaluate(fmt.Sprintf(`{ const e = document.querySelector(%q); e.value = %q; e.setSelectionRange(e.value.length, e.value.length); 0 }`, selector, text[:len(text)-1]), nil), chromedp.SendKeys(selector, text[len(text)-1:], chromedp.ByQuery))
}

// text is what an expression in the page gives.
func (p *tab) text(expression string) string {
	p.Helper()
	var out string
	p.run(chromedp.Evaluate("String("+expression+")", &out))
	return out
}

// drop lets files fall on the page. The files are real ones; the event that
// brings them is made in the page, because Chromium's own way of making it
// (Input.dispatchDragEvent) hangs now and then without a window.
func (p *tab) drop(paths ...string) {
	p.Helper()
	p.run(chromedp.Evaluate(`{ const i = document.createElement("input"); i.type = "file"; i.multiple = true; i.id = "dropped"; i.hidden = true; document.body.append(i); 0 }`, nil),
		chromedp.SetUploadFiles("#dropped", paths, chromedp.ByQuery),
		chromedp.Evaluate(`{ const i = document.getElementById("dropped"), d = new DataTransfer();
			for (const f of i.files) d.items.add(f);
			i.remove();
			for (const kind of ["dragenter", "dragover", "drop"]) document.querySelector("main").dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: d}));
			0 }`, nil))
}

// file writes a story where the browser can find it.
func (p *tab) file(name, text string) string {
	p.Helper()
	path := filepath.Join(p.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
	return path
}

// book waits for a download, and gives its name and content.
func (p *tab) book() (name string, content []byte) {
	p.Helper()
	select {
	case s := <-p.saved:
		path, name, _ := strings.Cut(s, "\x00")
		content, err := os.ReadFile(path)
		if err != nil {
			p.Fatal(err)
		}
		return name, content
	case <-p.ctx.Done(): // five hundred books take a busy machine minutes
		p.Fatalf("no book came\nthe page: %.1500s", p.text("document.body.innerText"))
	}
	return "", nil
}

// awaitPromise lets Evaluate give what a promise comes to.
func awaitPromise(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
