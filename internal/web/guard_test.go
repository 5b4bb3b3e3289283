package web

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"storybind/internal/convert"
)

func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 600, 900))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHeaders(t *testing.T) {
	w := httptest.NewRecorder()
	Handler(options(t)).ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1:7270/", nil))
	policy := w.Header().Get("Content-Security-Policy")
	if w.Code != 200 || strings.Contains(policy, "unsafe") || !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'self'") ||
		w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Set-Cookie") != "" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("status %d, headers %v", w.Code, w.Header())
	}
	for _, tag := range []string{"<style", " style=", " onclick=", "<script>", "http://", "https://", " accept="} {
		if strings.Contains(w.Body.String(), tag) {
			t.Errorf("the page has %q", tag)
		}
	}
}

// TestHost calls the form by names that are not its own, as a page elsewhere would
// whose name was made to lead here.
func TestHost(t *testing.T) {
	o := options(t)
	o.Hosts = []string{"books.example.org", "192.0.2.7"}
	h := Handler(o)
	for host, want := range map[string]int{
		"localhost": 200, "localhost:7270": 200, "127.0.0.1:80": 200, "127.9.9.9": 200, "[::1]:7270": 200, "LOCALHOST.": 200,
		"books.example.org": 200, "Books.Example.ORG:443": 200, "192.0.2.7:7270": 200,
		"evil.example": 403, "localhost.evil.example": 403, "books.example.org.evil.example": 403, "192.0.2.8": 403, "10.0.0.1:7270": 403, "": 403, "0.0.0.0:7270": 403,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %q: status %d, want %d", host, w.Code, want)
		}
	}
	// On every address, the one that the request came to is its own, and no other.
	o.AnyHost = true
	for host, want := range map[string]int{"192.0.2.9:7270": 200, "192.0.2.10:7270": 403, "evil.example": 403} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, &net.TCPAddr{IP: net.ParseIP("192.0.2.9"), Port: 7270}))
		w := httptest.NewRecorder()
		Handler(o).ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %q: status %d, want %d", host, w.Code, want)
		}
	}
	r := httptest.NewRequest("GET", "/healthz", nil)
	r.Host = "10.0.0.1"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != 200 || w.Body.String() != "ok\n" {
		t.Errorf("health: status %d", w.Code)
	}
}

func TestOrigin(t *testing.T) {
	h := Handler(options(t))
	for _, c := range []struct {
		header, value string
		want          int
	}{
		{"Origin", "http://localhost:7270", 200}, {"Sec-Fetch-Site", "same-origin", 200}, {"X-None", "", 200},
		{"Origin", "http://evil.example", 403}, {"Origin", "http://localhost:1", 403}, {"Origin", "null", 403},
		{"Sec-Fetch-Site", "cross-site", 403}, {"Sec-Fetch-Site", "same-site", 403},
	} {
		for _, path := range []string{"/look", "/preview", "/book"} {
			body, contentType := formBody(field{"story", lamp, "lamp.txt"})
			r := httptest.NewRequest("POST", "http://localhost:7270"+path, body)
			r.Header.Set("Content-Type", contentType)
			r.Header.Set(c.header, c.value)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != c.want {
				t.Errorf("%s: %q on %s: status %d, want %d", c.header, c.value, path, w.Code, c.want)
			}
		}
	}
}

func TestLimits(t *testing.T) {
	o := options(t)
	o.Limits.Megabytes, o.Limits.Files = 1, 3
	h := Handler(o)
	answer(t, h, "/look", 413, "more than the 1 MB", field{"story", strings.Repeat("word ", 300_000), "long.txt"})
	answer(t, h, "/look", 413, "takes 3 files", field{"story", "a", "1"}, field{"story", "a", "2"}, field{"story", "a", "3"}, field{"story", "a", "4"})
	many := make([]field, 0, 10_000)
	for range cap(many) {
		many = append(many, field{"tags", "a", ""})
	}
	answer(t, Handler(options(t)), "/look", 413, "more fields", many...)

	// Without a length in advance the limit is found while reading.
	body, contentType := formBody(field{"story", strings.Repeat("word ", 300_000), "long.txt"})
	r := httptest.NewRequest("POST", "http://localhost/look", io.MultiReader(body))
	r.Header.Set("Content-Type", contentType)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if r.ContentLength != -1 || w.Code != 413 {
		t.Errorf("status %d", w.Code)
	}
	r = httptest.NewRequest("POST", "http://localhost/look", strings.NewReader("a=b"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w = httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != 415 {
		t.Errorf("status %d", w.Code)
	}
	r = httptest.NewRequest("POST", "http://localhost/look", strings.NewReader("--x\r\nbroken"))
	r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	w = httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != 400 {
		t.Errorf("status %d", w.Code)
	}
}

func TestTime(t *testing.T) {
	o := options(t)
	o.Limits.Time = time.Nanosecond
	answer(t, Handler(o), "/book", 503, "took longer", field{"story", lamp, "lamp.txt"})
}

func TestBusy(t *testing.T) {
	o := options(t)
	o.Limits.AtOnce, o.Limits.Wait = 1, time.Millisecond
	f := newForm(o)
	take := func(client string, size int) *turn {
		t.Helper()
		held, err := f.desk.turns.take(t.Context(), client, size, size <= shortStory, time.After(time.Second))
		if err != nil {
			t.Fatal(err)
		}
		return held
	}
	long := take("a", shortStory+1) // somebody's conversion
	if w := post(t, f.guard(f.uploads(f.book)), "/book", field{"story", lamp, "lamp.txt"}); w.Code != 200 {
		t.Errorf("a short story waits behind a long one: status %d", w.Code)
	}
	take("b", 1)
	take("c", 1)
	w := post(t, f.guard(f.uploads(f.book)), "/book", field{"story", lamp, "lamp.txt"})
	if retry, _ := strconv.Atoi(w.Header().Get("Retry-After")); w.Code != 429 || retry < 1 {
		t.Errorf("status %d, retry after %q", w.Code, w.Header().Get("Retry-After"))
	}
	long.release()

	for _, limit := range []*int64{&f.budget.limit, &f.budget.each} {
		was := *limit
		*limit = 100 // what all requests, and one client's, may hold together
		if w := post(t, f.guard(f.uploads(f.book)), "/book", field{"story", lamp, "lamp.txt"}); w.Code != 429 {
			t.Errorf("status %d", w.Code)
		}
		*limit = was
		if used := f.budget.held(); used != 0 || len(f.budget.of) != 0 {
			t.Errorf("%d bytes are held after the answer", used)
		}
	}
}

// Whoever sends too slowly is answered and let go, wherever in the form it stops.
func TestTrickle(t *testing.T) {
	o := options(t)
	o.Now = func() time.Time { return time.Now().Add(300*time.Millisecond - patience) } // patience is nearly at its end
	srv := httptest.NewServer(Handler(o))
	defer srv.Close()
	whole, contentType := formBody(field{"story", lamp, "lamp.txt"})
	for what, sent := range map[string]string{"nothing": "", "half": whole.String()[:100], "all but the end": whole.String()} {
		c, err := net.Dial("tcp", strings.TrimPrefix(srv.URL, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(c, "POST /book HTTP/1.1\r\nHost: localhost\r\nContent-Type: "+contentType+"\r\nContent-Length: 100000\r\n\r\n"+sent)
		c.SetReadDeadline(time.Now().Add(10 * time.Second))
		answer, err := io.ReadAll(c)
		if err != nil || !strings.HasPrefix(string(answer), "HTTP/1.1 408 ") {
			t.Errorf("%s: %v: %.100s", what, err, answer)
		}
		c.Close()
	}
}

// A panic is an answer, and whoever runs the form is told where, without a word of
// the story.
func TestPanic(t *testing.T) {
	var told string
	o := options(t)
	o.Report = func(m string) { told = m }
	f := newForm(o)
	w := post(t, f.guard(f.uploads(func(http.ResponseWriter, *http.Request, *upload) error { panic("a word of the story") })), "/book", field{"story", lamp, "lamp.txt"})
	if w.Code != 500 || !strings.Contains(w.Body.String(), "internal error") || !strings.Contains(told, "guard_test.go") || strings.Contains(told, "a word of") {
		t.Errorf("status %d, told %q", w.Code, told)
	}
}

// Every setting is in the form, once.
func TestSettingsForm(t *testing.T) {
	w := post(t, Handler(options(t)), "/look", field{"story", lamp, "lamp.txt"})
	allFlags().VisitAll(func(flag *pflag.Flag) {
		switch flag.Name {
		case "set", "heading-lines", "no-heading-lines":
			return // fields and ticks
		case "paper":
			return // of what goes around a printed book, see bookFormats
		}
		if !strings.Contains(w.Body.String(), `name="`+flag.Name+`"`) {
			t.Errorf("--%s is not in the form", flag.Name)
		}
	})
	if got := plainFlags("give --series-index=2 or --no-typogrify"); got != "give “Series index”: 2 or “Leave quotes, dashes and ellipses as the story has them”" {
		t.Error(got)
	}
	for _, f := range bookFormats {
		if !strings.Contains(string(assetFiles()["page.css"].content), `[value="`+f.Name+`"]`) {
			t.Errorf("the style shows no settings of %s", f.Name)
		}
	}
}

func TestFileName(t *testing.T) {
	for _, c := range []struct {
		title   string
		authors []string
		want    string
	}{
		{"The Lamp", []string{"Annie", "Bea"}, "The Lamp - Annie, Bea"},
		{"", nil, "lamp.v2"},
		{"../../etc/passwd", nil, "-..-etc-passwd"},
		{`a\b:c*?"<>|`, nil, "a-b-c'()-"},
		{"CON", nil, "CON_"}, {"com1.x", nil, "com1_.x"}, {"...", nil, "book"},
		{"a\u202egpj.exe\x00\n", nil, "agpj.exe"},
		{"Ёлка", []string{"Ann ☃"}, "Ёлка - Ann ☃"},
		{strings.Repeat("é", 200), nil, strings.Repeat("é", convert.LongestName/2)},
	} {
		if got := fileName(c.title, c.authors, "lamp.v2.txt"); got != c.want {
			t.Errorf("%q %q: %q, want %q", c.title, c.authors, got, c.want)
		}
	}
	if got, want := disposition("attachment", `Ёl"ka%.epub`), `attachment; filename="_l_ka_.epub"; filename*=UTF-8''%D0%81l%22ka%25.epub`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, c := range [][2]string{{`C:\a\b.txt`, "b.txt"}, {"/x/y.txt", "y.txt"}, {"..", "story"}, {"a\x00b", "ab"}, {"", ""}} {
		if got := baseName(c[0]); got != c[1] {
			t.Errorf("%q: %q", c[0], got)
		}
	}
}
