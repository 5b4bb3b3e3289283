package web

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"storybind/internal/convert"
)

// A conversion that goes on though it was told to stop is counted, and whoever runs
// the form is told; when such hold every place, /healthz says so.
func TestStuck(t *testing.T) {
	o := options(t)
	o.Limits.AtOnce, o.Limits.Time = 1, 10*time.Millisecond
	told := make(chan string, 9)
	o.Report = func(m string) { told <- m }
	f := newForm(o)
	f.desk.stopping = 10 * time.Millisecond
	f.desk.turns.short.all = 0 // the one place is all there is
	health := func() int {
		w := httptest.NewRecorder()
		f.handler().ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/healthz", nil))
		return w.Code
	}
	if health() != 200 {
		t.Error("a form that does nothing is not well")
	}
	let := make(chan bool)
	req := convert.Request{Files: []convert.File{{Name: "lamp.txt", Data: []byte(lamp)}}, Settings: []convert.Setting{{Name: "cover", Value: "never.png"}},
		Formats: convert.Formats[:1], Open: func(string) ([]byte, error) { <-let; return nil, context.Canceled }}
	if _, err := f.desk.story(t.Context(), req); asRefusal(err).status != 503 {
		t.Errorf("got %v", err)
	}
	if m := <-told; !strings.Contains(m, "1 of 1 places") || health() != 503 {
		t.Errorf("told %q", m)
	}
	let <- true
	if m := <-told; !strings.Contains(m, "ended after all") || health() != 200 {
		t.Errorf("told %q", m)
	}
}

// A request has a time of its own: what is not made then is named, and what is made
// is given.
func TestRequestTime(t *testing.T) {
	o := options(t)
	o.Limits.Request = time.Nanosecond
	answer(t, Handler(o), "/book", 503, "took too long together", field{"story", lamp, "a.txt"})
	answer(t, Handler(o), "/book", 503, "took too long together", field{"story", lamp, "a.txt"}, field{"story", lamp, "b.txt"})
	answer(t, Handler(o), "/look", 503, "took too long together", field{"story", lamp, "a.txt"}, field{"story", lamp, "b.txt"})
}

// Whatever way a story comes, it counts.
func TestManyStories(t *testing.T) {
	o := options(t)
	o.Limits.Files = 3
	for _, of := range []field{{"story", lamp, "a.txt"}, {"text", lamp, ""}, {"story64", "SXQgd2FzIGxhdGUu", ""}, {"0.text", lamp, ""}, {"cover", "x", "c.png"}} {
		var many []field
		for range 4 {
			many = append(many, of)
		}
		answer(t, Handler(o), "/look", 413, "takes 3 files at once", many...)
	}
	answer(t, Handler(o), "/look", 413, "takes 3 files at once", field{"story", lamp, "a.txt"}, field{"text", lamp, ""}, field{"story64", "SXQ=", ""}, field{"1.story", lamp, "b.txt"})
	answer(t, Handler(o), "/look", 200, "", field{"story", lamp, "a.txt"}, field{"text", "", ""}, field{"story", "", ""}, field{"text", "", ""}, field{"story", lamp, "b.txt"}, field{"text", lamp, ""})
}
