package web

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

// A firefox is spoken to in WebDriver BiDi (w3.org/TR/webdriver-bidi).
type firefox struct {
	conn  net.Conn
	ctx   context.Context
	asked int
	page  string // its tab
}

// what a new Firefox asks, fetches or opens by itself, and would be in the way.
const firefoxPrefs = `user_pref("browser.download.folderList", 2);
user_pref("browser.download.dir", %q);
user_pref("browser.download.alwaysOpenPanel", false);
user_pref("browser.download.open_pdf_attachments_inline", false);
user_pref("browser.helperApps.neverAsk.saveToDisk", "application/epub+zip,application/zip,application/pdf");
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.startup.max_resumed_crashes", -1);
`

func startFirefox(t *testing.T, ctx context.Context) (foreign, error) {
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		if path, err = exec.LookPath("firefox"); err != nil {
			return nil, err
		}
	}
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, "user.js"), fmt.Appendf(nil, firefoxPrefs, home), 0o600); err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, path, "--headless", "--no-remote", "--profile", home, "--remote-debugging-port", "0", "about:blank")
	cmd.Env = append(os.Environ(), "HOME="+home, "MOZ_CRASHREPORTER_DISABLE=1")
	cmd.Cancel = func() error { return cmd.Process.Kill() }
	said, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	var address string
	for lines := bufio.NewScanner(said); lines.Scan(); {
		if _, after, ok := strings.Cut(lines.Text(), "WebDriver BiDi listening on "); ok {
			address = after
			break
		}
	}
	go func() { // or it waits to be heard
		for b := make([]byte, 4096); ; {
			if _, err := said.Read(b); err != nil {
				return
			}
		}
	}()
	f := &firefox{ctx: ctx}
	t.Cleanup(func() {
		if f.conn != nil {
			f.ask("browser.close", map[string]any{}, nil)
			f.conn.Close()
		}
		cmd.Process.Kill()
		cmd.Wait()
	})
	if address == "" {
		return nil, errors.New("it ended without listening")
	}
	if f.conn, _, _, err = ws.Dial(ctx, address+"/session"); err != nil {
		return nil, err
	}
	if end, ok := ctx.Deadline(); ok {
		f.conn.SetDeadline(end)
	}
	if err := f.ask("session.new", map[string]any{"capabilities": map[string]any{}}, nil); err != nil {
		return nil, err
	}
	var tree struct{ Contexts []struct{ Context string } }
	if err := f.ask("browsingContext.getTree", map[string]any{}, &tree); err != nil {
		return nil, err
	}
	f.page = tree.Contexts[0].Context
	return f, nil
}

// ask sends a command and waits for its answer; events that come between are passed over.
func (f *firefox) ask(method string, params map[string]any, result any) error {
	f.asked++
	question, err := json.Marshal(map[string]any{"id": f.asked, "method": method, "params": params})
	if err != nil {
		return err
	}
	if err := wsutil.WriteClientText(f.conn, question); err != nil {
		return err
	}
	for {
		said, err := wsutil.ReadServerText(f.conn)
		if err != nil {
			return err
		}
		var answer struct {
			ID             int
			Type           string
			Error, Message string
			Result         json.RawMessage
		}
		if err := json.Unmarshal(said, &answer); err != nil {
			return err
		}
		switch {
		case answer.ID != f.asked:
		case answer.Type == "error":
			return fmt.Errorf("%s: %s: %s", method, answer.Error, answer.Message)
		case result == nil:
			return nil
		default:
			return json.Unmarshal(answer.Result, result)
		}
	}
}

func (f *firefox) open(address string) error {
	return f.ask("browsingContext.navigate", map[string]any{"context": f.page, "url": address, "wait": "complete"}, nil)
}

func (f *firefox) size(width, height int) error {
	return f.ask("browsingContext.setViewport", map[string]any{"context": f.page, "viewport": map[string]any{"width": width, "height": height}}, nil)
}

func (f *firefox) eval(expression string) (string, error) {
	var answer struct {
		Type             string
		Result           struct{ Value any }
		ExceptionDetails struct{ Text string }
	}
	err := f.ask("script.evaluate", map[string]any{"expression": expression, "target": map[string]any{"context": f.page}, "awaitPromise": true, "userActivation": true}, &answer)
	if err == nil && answer.Type != "success" {
		err = errors.New(answer.ExceptionDetails.Text)
	}
	text, _ := answer.Result.Value.(string)
	return text, err
}

func (f *firefox) choose(selector string, paths ...string) error {
	var found struct{ Nodes []struct{ SharedID string } }
	if err := f.ask("browsingContext.locateNodes", map[string]any{"context": f.page, "locator": map[string]any{"type": "css", "value": selector}}, &found); err != nil {
		return err
	}
	if len(found.Nodes) == 0 {
		return errors.New("there is no " + selector)
	}
	return f.ask("input.setFiles", map[string]any{"context": f.page, "element": map[string]any{"sharedId": found.Nodes[0].SharedID}, "files": paths}, nil)
}

func (f *firefox) picture() (string, error) {
	var answer struct{ Data string }
	err := f.ask("browsingContext.captureScreenshot", map[string]any{"context": f.page}, &answer)
	return answer.Data, err
}
