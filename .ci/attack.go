//go:build ignore

// Attack sends a running form on this machine the worst stories that are known, without
// a pause, and asks meanwhile as a reader would: attack [-clients 24] [-time 60s]
// [-size 2] [-pid N] [-idle] ADDRESS. The bad clients come from 127.0.0.1, the reader from
// 127.0.0.2: the page, a look at a short story, its first pages, its book, one after
// another. It prints how long each took, what the bad ones got, and the most memory that
// process N had. With -idle nobody attacks: what the machine takes for itself.
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
	"strconv"
	"strings"
	"sync"
	"time"
)

// worst are stories that take the most time or memory for their size.
var worst = []string{
	"lamp and\noil, of\n",       // short lines
	"_*/_*/x",                   // emphasis in emphasis
	"Chapter %d\n\nIt was.\n\n", // tiny chapters
	"%d\n\n",                    // numbers alone
	"[%d] ",                     // marks of notes
	"A lamp[%d] of oil.\n\n[%d] Green.\n\n",
	"From: a@example.net\nSubject: Lamp %d\nDate: 4 Mar 1997\n\nIt was late.\n\n",
	"<b><i>x</i></b> ",
	"\"'\"' \"\n\n",
	"a\u0301\u0302\u0303",
	"x",
	"שלום עולם. ",
	"It was late, and the keeper had gone down to the harbour to see whether the boat was in; it was not.\n\n",
}

func story(piece string, n int) []byte {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString(strings.ReplaceAll(piece, "%d", strconv.Itoa(i)))
	}
	return []byte(b.String()[:n])
}

func main() {
	clients := flag.Int("clients", 24, "bad clients")
	length := flag.Duration("time", time.Minute, "how long")
	size := flag.Float64("size", 2, "megabytes of the longest bad story")
	pid := flag.Int("pid", 0, "the form's process")
	idle := flag.Bool("idle", false, "nobody attacks")
	flag.Parse()
	at, err := url.Parse(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	if ip := net.ParseIP(at.Hostname()); ip == nil || !ip.IsLoopback() || *clients > 256 || *length > 10*time.Minute || *size > 64 {
		log.Fatal("attack [-clients up to 256] [-time up to 10m] [-size up to 64] http://127.0.0.1:PORT")
	}
	ctx, stop := context.WithTimeout(context.Background(), *length)
	defer stop()
	var wait sync.WaitGroup
	var mu sync.Mutex
	bad := map[string]int{}
	most := 0
	if !*idle {
		for n := range *clients {
			wait.Go(func() {
				c := client("127.0.0.1")
				for i := n; ctx.Err() == nil; i++ {
					long := int(*size*(1<<20)) - 4096
					if i%3 == 0 {
						long = min(long, 127<<10) // what counts as short
					}
					formats := []string{"look", "preview?pdf", "book?epub", "book?pdf"}
					_, what := send(ctx, c, at.String(), formats[i/2%len(formats)], story(worst[i%len(worst)], long))
					if ctx.Err() == nil {
						mu.Lock()
						bad[what]++
						mu.Unlock()
					}
				}
			})
		}
	}
	wait.Go(func() {
		for ctx.Err() == nil {
			most = max(most, memory(*pid))
			time.Sleep(50 * time.Millisecond)
		}
	})
	took, got := map[string][]time.Duration{}, map[string]int{}
	reader := client("127.0.0.2")
	small := []byte("The Lamp\nby Annie\n\n" + strings.Repeat("It was late, and the keeper had gone down to the harbour.\n\n", 200))
	for ctx.Err() == nil {
		for _, what := range []string{"page", "page.css", "look", "preview?epub", "preview?pdf", "book?epub"} {
			d, said := send(ctx, reader, at.String(), what, small)
			if ctx.Err() != nil {
				break // the end cut it off
			}
			took[what] = append(took[what], d)
			got[what+": "+said]++
		}
		time.Sleep(100 * time.Millisecond)
	}
	wait.Wait()
	for _, what := range slices.Sorted(maps.Keys(took)) {
		d := took[what]
		late := 0
		for _, one := range d {
			if one > time.Second {
				late++
			}
		}
		slices.Sort(d)
		fmt.Printf("%-13s %4d times: half within %v, 99%% within %v, all within %v; %d took more than a second\n", what, len(d), d[len(d)/2].Round(time.Millisecond),
			d[len(d)*99/100].Round(time.Millisecond), d[len(d)-1].Round(time.Millisecond), late)
	}
	for _, what := range slices.Sorted(maps.Keys(got)) {
		if !strings.HasSuffix(what, ": 200 OK") {
			fmt.Printf("  %s: %d\n", what, got[what])
		}
	}
	fmt.Print("the bad ones got")
	for _, what := range slices.Sorted(maps.Keys(bad)) {
		fmt.Printf("; %s: %d", what, bad[what])
	}
	fmt.Printf("\nthe most memory: %d MB\n", most)
}

// client is one at this address of the machine.
func client(from string) *http.Client {
	d := &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	return &http.Client{Transport: &http.Transport{DialContext: d.DialContext}}
}

// send asks for something, and tells how long that took and what came.
func send(ctx context.Context, c *http.Client, address, what string, story []byte) (time.Duration, string) {
	to, format, _ := strings.Cut(what, "?")
	var r *http.Request
	if strings.HasPrefix(what, "page") {
		r, _ = http.NewRequestWithContext(ctx, "GET", address+"/"+strings.TrimPrefix(to, "page"), nil)
		if what == "page.css" {
			r.URL.Path = "/page.css"
		}
	} else {
		var b bytes.Buffer
		w := multipart.NewWriter(&b)
		p, _ := w.CreateFormFile("story", "story.txt")
		p.Write(story)
		if format != "" {
			w.WriteField("format", format)
		}
		w.WriteField("keep", "no")
		w.Close()
		r, _ = http.NewRequestWithContext(ctx, "POST", address+"/"+to, &b)
		r.Header.Set("Content-Type", w.FormDataContentType())
	}
	start := time.Now()
	res, err := c.Do(r)
	if err != nil {
		return time.Since(start), "error"
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		return time.Since(start), "broken off"
	}
	return time.Since(start), res.Status
}

// memory is what a process holds in megabytes, of Linux's /proc.
func memory(pid int) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, rss, _ := strings.Cut(string(status), "VmRSS:")
	kb, _ := strconv.Atoi(strings.Fields(rss + " 0")[0])
	return kb >> 10
}
