package web

import (
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestBrowserAccessible lets axe-core look for what WCAG 2.2 AA forbids, and for what it
// calls bad practice, in every state of the form. STORYBIND_AXE names its axe.min.js.
func TestBrowserAccessible(t *testing.T) {
	path := os.Getenv("STORYBIND_AXE")
	if path == "" {
		needTool(t, "STORYBIND_AXE names no axe.min.js")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	looks := []struct {
		size
		scheme string
	}{{size{"a phone", 390, 844, 1}, "light"}, {size{"a desk", 1280, 900, 1}, "dark"}}
	for _, state := range states {
		if state.name == "five-hundred" {
			continue // as one-failed, and slow
		}
		t.Run(state.name, func(t *testing.T) {
			p := openTab(t, DefaultLimits())
			p.open()
			state.reach(p)
			p.scripts(true) // axe's own
			for _, l := range looks {
				p.show(l.size, l.scheme)
				found := ""
				p.run(chromedp.Evaluate(string(axe)+";0", nil))
				p.run(chromedp.Evaluate(`axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
					r.passes.length < 5 ? "axe looked at nothing" : r.violations.map(v => v.id + ": " + v.help + "\n" + v.nodes.map(n => "  " + n.html.slice(0, 200) + " " + n.any.concat(n.all, n.none).map(c => c.message).join("; ")).join("\n")).join("\n"))`, &found, awaitPromise))
				if found != "" {
					t.Errorf("%s, %s:\n%s", l.name, l.scheme, found)
				}
			}
		})
	}
}
