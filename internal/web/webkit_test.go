package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A webkit is WebKitGTK's MiniBrowser, spoken to in WebDriver (w3.org/TR/webdriver2).
type webkit struct {
	ctx     context.Context
	session string // its address
}

func startWebKit(t *testing.T, ctx context.Context) (foreign, error) {
	driver, err := exec.LookPath("WebKitWebDriver")
	if err != nil {
		return nil, err
	}
	browsers, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if len(browsers) == 0 {
		return nil, errors.New("there is no MiniBrowser")
	}
	screen, err := exec.LookPath("Xvfb") // it shows itself, wherever
	if err != nil {
		return nil, err
	}
	display, err := startScreen(t, ctx, screen)
	if err != nil {
		return nil, err
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	port := free.Addr().(*net.TCPAddr).Port
	free.Close()
	home := t.TempDir()
	cmd := exec.CommandContext(ctx, driver, fmt.Sprintf("--port=%d", port))
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_RUNTIME_DIR="+home, "DISPLAY="+display, "GDK_BACKEND=x11", "WAYLAND_DISPLAY=",
		"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1") // its sandbox needs more rights than a container has
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	w := &webkit{ctx: ctx, session: fmt.Sprintf("http://127.0.0.1:%d/session", port)}
	t.Cleanup(func() {
		if strings.Count(w.session, "/") > 3 {
			w.ask(http.MethodDelete, "", nil, nil)
		}
		cmd.Process.Kill()
		cmd.Wait()
	})
	var opened struct{ SessionID string }
	wanted := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": browsers[0], "args": []string{"--automation"}}}}}
	for n := 0; ; n++ { // until the driver listens
		if err = w.ask(http.MethodPost, "", wanted, &opened); err == nil {
			break
		}
		if n == 100 || ctx.Err() != nil {
			return nil, err
		}
		time.Sleep(100 * time.Millisecond)
	}
	w.session += "/" + opened.SessionID
	return w, nil
}

// startScreen starts an X server without a screen, and gives the display's name.
func startScreen(t *testing.T, ctx context.Context, path string) (string, error) {
	said, says, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer said.Close()
	cmd := exec.CommandContext(ctx, path, "-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{says}
	err = cmd.Start()
	says.Close()
	if err != nil {
		return "", err
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	var number int
	if _, err := fmt.Fscan(said, &number); err != nil {
		return "", fmt.Errorf("Xvfb ended without a display: %w", err)
	}
	return fmt.Sprintf(":%d", number), nil
}

func (w *webkit) ask(method, command string, body, result any) error {
	var question []byte
	if body != nil {
		var err error
		if question, err = json.Marshal(body); err != nil {
			return err
		}
	}
	req, err := http.NewRequestWithContext(w.ctx, method, w.session+command, bytes.NewReader(question))
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	said, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %.500s", command, said)
	}
	answer := struct{ Value any }{result}
	return json.Unmarshal(said, &answer)
}

func (w *webkit) open(address string) error {
	return w.ask(http.MethodPost, "/url", map[string]any{"url": address}, nil)
}

func (w *webkit) size(width, height int) error {
	return w.ask(http.MethodPost, "/window/rect", map[string]any{"width": width, "height": height}, nil)
}

func (w *webkit) eval(expression string) (string, error) {
	var text any
	err := w.ask(http.MethodPost, "/execute/async", map[string]any{"args": []any{},
		"script": "const done = arguments[0]; Promise.resolve(" + expression + ").then(done, (e) => done('mistake: ' + e));"}, &text)
	s, _ := text.(string)
	if mistake, ok := strings.CutPrefix(s, "mistake: "); ok {
		err = errors.New(mistake)
	}
	return s, err
}

func (w *webkit) choose(selector string, paths ...string) error {
	var found map[string]string
	if err := w.ask(http.MethodPost, "/element", map[string]any{"using": "css selector", "value": selector}, &found); err != nil {
		return err
	}
	for _, id := range found {
		return w.ask(http.MethodPost, "/element/"+id+"/value", map[string]any{"text": strings.Join(paths, "\n")}, nil)
	}
	return errors.New("there is no " + selector)
}

func (w *webkit) picture() (png string, err error) {
	err = w.ask(http.MethodGet, "/screenshot", nil, &png)
	return png, err
}
