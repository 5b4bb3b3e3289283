//go:build ignore

// Load presses a running form on this machine, as many readers and some bad ones
// would: load [-clients 64] [-time 60s] [-pid N] ADDRESS STORY. Good clients make
// books of the story without a pause. Meanwhile one sends a byte a second, one goes
// away in mid-upload again and again, and one sends 10,000 parts. It prints what
// the good ones got, how fast, and the memory of process N.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"maps"
	"mime/multipart"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	clients := flag.Int("clients", 64, "good clients")
	length := flag.Duration("time", time.Minute, "how long")
	pid := flag.Int("pid", 0, "the form's process")
	flag.Parse()
	at, err := url.Parse(flag.Arg(0))
	story, err2 := os.ReadFile(flag.Arg(1))
	if ip := net.ParseIP(at.Hostname()); err != nil || err2 != nil || ip == nil || !ip.IsLoopback() || *clients > 256 || *length > 10*time.Minute {
		log.Fatal("load [-clients up to 256] [-time up to 10m] http://127.0.0.1:PORT STORY")
	}
	body, contentType := form("story.txt", story, 0)
	ctx, stop := context.WithTimeout(context.Background(), *length)
	defer stop()

	var mu sync.Mutex
	var took []time.Duration
	got := map[string]int{}
	var wait sync.WaitGroup
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: *clients}}
	for range *clients {
		wait.Go(func() {
			for ctx.Err() == nil {
				start := time.Now()
				what := post(ctx, client, at.String()+"/book", body, contentType)
				if ctx.Err() != nil {
					return // the end cut it off
				}
				mu.Lock()
				took = append(took, time.Since(start))
				got[what]++
				mu.Unlock()
			}
		})
	}
	bad := map[string]int{}
	tell := func(what string) { mu.Lock(); bad[what]++; mu.Unlock() }
	wait.Go(func() { trickle(ctx, at.Host, tell) })
	wait.Go(func() { goAway(ctx, at.Host, tell) })
	wait.Go(func() {
		many, contentType := form("story.txt", story, 10_000)
		for pause(ctx, time.Second) {
			tell("10,000 parts: " + post(ctx, client, at.String()+"/book", many, contentType))
		}
	})
	wait.Go(func() {
		for {
			fmt.Printf("memory: %s\n", memory(*pid))
			if !pause(ctx, *length/6) {
				return
			}
		}
	})
	wait.Wait()
	slices.Sort(took)
	fmt.Printf("%d clients, %v: %d answers, %.1f a second\n", *clients, *length, len(took), float64(len(took))/length.Seconds())
	for _, what := range slices.Sorted(maps.Keys(got)) {
		fmt.Printf("  %s: %d\n", what, got[what])
	}
	if n := len(took); n > 0 {
		fmt.Printf("  half within %v, 99%% within %v, all within %v\n", took[n/2].Round(time.Millisecond), took[n*99/100].Round(time.Millisecond), took[n-1].Round(time.Millisecond))
	}
	for _, what := range slices.Sorted(maps.Keys(bad)) {
		fmt.Printf("  %s: %d\n", what, bad[what])
	}
	time.Sleep(2 * time.Second)
	fmt.Printf("memory at the end: %s\n", memory(*pid))
}

func form(name string, story []byte, parts int) ([]byte, string) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	p, _ := w.CreateFormFile("story", name)
	p.Write(story)
	for range parts {
		w.WriteField("text", "a")
	}
	w.Close()
	return b.Bytes(), w.FormDataContentType()
}

func post(ctx context.Context, c *http.Client, address string, body []byte, contentType string) string {
	r, _ := http.NewRequestWithContext(ctx, "POST", address, bytes.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	res, err := c.Do(r)
	if err != nil {
		return "error: " + err.Error()
	}
	defer res.Body.Close()
	content, err := io.ReadAll(res.Body)
	switch {
	case err != nil:
		return "error: " + err.Error()
	case res.StatusCode == 200 && !bytes.HasPrefix(content, []byte("PK")):
		return "200 without a book"
	}
	return res.Status
}

const head = "POST /book HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"story\"; filename=\"a.txt\"\r\n\r\n"

// trickle sends a byte a second until it is let go.
func trickle(ctx context.Context, host string, tell func(string)) {
	for ctx.Err() == nil {
		c, err := net.Dial("tcp", host)
		if err != nil {
			tell("trickle: " + err.Error())
			return
		}
		start := time.Now()
		io.WriteString(c, head)
		answer := make(chan string, 1)
		go func() {
			b := make([]byte, 100)
			n, _ := c.Read(b)
			line, _, _ := strings.Cut(string(b[:n]), "\r\n")
			answer <- line
		}()
		for ended := false; !ended && pause(ctx, time.Second); {
			if _, err := c.Write([]byte("a")); err != nil {
				ended = true
			}
			select {
			case line := <-answer:
				tell(fmt.Sprintf("a byte a second: let go after %.0f s: %s", time.Since(start).Seconds(), line))
				ended = true
			default:
			}
		}
		c.Close()
	}
}

// goAway begins uploads and breaks them off.
func goAway(ctx context.Context, host string, tell func(string)) {
	for pause(ctx, 50*time.Millisecond) {
		if c, err := net.Dial("tcp", host); err == nil {
			io.WriteString(c, head+strings.Repeat("It was late. ", 10_000))
			c.Close()
			tell("gone in mid-upload")
		}
	}
}

// memory is what a process holds, of Linux's /proc.
func memory(pid int) string {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return "not known"
	}
	_, rss, _ := strings.Cut(string(status), "VmRSS:")
	rss, _, _ = strings.Cut(rss, "\n")
	return strings.TrimSpace(rss)
}

func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
