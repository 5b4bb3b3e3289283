package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"storybind/internal/web"
)

// TestServe starts the form as the command line does, asks it, and lets a request
// that is under way finish when it is told to end.
func TestServe(t *testing.T) {
	ctx, end := context.WithCancel(context.Background())
	defer end()
	out, in := io.Pipe()
	done := make(chan int, 1)
	go func() {
		done <- execute(ctx, &terminal{out: in, err: os.Stderr}, []string{"serve", "--addr", "127.0.0.1:0"})
		in.Close()
	}()
	line := make([]byte, 200)
	n, err := out.Read(line)
	address, ok := strings.CutPrefix(strings.TrimSpace(string(line[:n])), "the form is at ")
	if err != nil || !ok {
		t.Fatalf("%q, %v", line[:n], err)
	}
	for path, want := range map[string]string{"": "Drop a story", "healthz": "ok", "page.css": ":root"} {
		res, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(res.Body)
		res.Body.Close()
		if res.StatusCode != 200 || !bytes.Contains(body, []byte(want)) {
			t.Errorf("%s: %s", path, res.Status)
		}
	}

	// An upload whose second half comes only after the form was told to end.
	host := strings.TrimSuffix(strings.TrimPrefix(address, "http://"), "/")
	c, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	part := "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nThe Lamp\nby Annie\n\nIt was late.\r\n--x--\r\n"
	io.WriteString(c, "POST /book HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "+strconv.Itoa(len(part))+"\r\n\r\n"+part[:20])
	time.Sleep(100 * time.Millisecond)
	end()
	time.Sleep(100 * time.Millisecond)
	io.WriteString(c, part[20:])
	c.SetReadDeadline(time.Now().Add(20 * time.Second))
	answer, err := io.ReadAll(c)
	if err != nil || !bytes.HasPrefix(answer, []byte("HTTP/1.1 200")) || !bytes.Contains(answer, []byte("PK\x03\x04")) {
		t.Errorf("%v: %.200s", err, answer)
	}
	select {
	case code := <-done:
		if code != exitOK {
			t.Errorf("exit code %d", code)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it does not end")
	}
	if _, err := net.Dial("tcp", host); err == nil {
		t.Error("it still listens")
	}
}

// A taken port is no obstacle unless the person chose it.
func TestListen(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	ln, err := listen(taken.Addr().String(), false)
	if err != nil {
		t.Fatal(err)
	}
	ln.Close()
	if _, err := listen(taken.Addr().String(), true); err == nil {
		t.Error("it listens where another does")
	}
}

// TestAddresses prints where a browser finds the form, and refuses what is none.
func TestAddresses(t *testing.T) {
	if err := (web.Limits{}).Check(); err == nil {
		t.Error("limits of nothing are no mistake")
	}
	addr, _ := net.ResolveTCPAddr("tcp", "0.0.0.0:80")
	if got := addresses(addr); got[0] != "http://127.0.0.1:80/" {
		t.Errorf("%q", got)
	}
	if err := serve(context.Background(), closed{}, http.NotFoundHandler(), web.DefaultLimits()); err == nil {
		t.Error("a listener that fails is no error")
	}
}

// closed is a listener that fails at once.
type closed struct{}

func (closed) Accept() (net.Conn, error) { return nil, errors.New("closed") }
func (closed) Close() error              { return nil }
func (closed) Addr() net.Addr            { return &net.TCPAddr{} }
