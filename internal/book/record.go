package book

import (
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/source"
)

// byword is what stands before a contributor's name in a field, such as "by" or "Por": a
// title page has a word of its own for it.
func byword(m *Metadata, value string) string {
	for _, c := range m.Contributors {
		if before, _, ok := strings.Cut(value, c.Name); ok && len(strings.Fields(before)) < 4 {
			return before
		}
	}
	return ""
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Record is what a finished book carries about its story, so that anybody can hold the two
// side by side: the story's files, in order, and every stretch that is set aside, with its
// reason. It is JSON: {"sources":[…],"set_aside":[{"file":0,"from":[line,column],"to":[line,
// column],"reason":"…"}]}; lines and columns count from 1, in characters, and "to" is the
// place behind the stretch. "fields" are the header's fields, with their
// labels, "placed" is front and back matter: a book has both in an order of its own.
func Record(b *Book) []byte {
	type aside struct {
		File   int    `json:"file,omitempty"`
		From   [2]int `json:"from"`
		To     [2]int `json:"to"`
		Reason string `json:"reason"`
	}
	type field struct {
		File  int    `json:"file,omitempty"`
		From  [2]int `json:"from"`
		To    [2]int `json:"to"`
		Label string `json:"label"`
	}
	type stretch struct {
		File int    `json:"file,omitempty"`
		From [2]int `json:"from"`
		To   [2]int `json:"to"`
	}
	var r struct {
		Sources  []string  `json:"sources"`
		SetAside []aside   `json:"set_aside"`
		Fields   []field   `json:"fields"`
		Placed   []stretch `json:"placed"`
	}
	r.Sources, r.SetAside, r.Fields, r.Placed = []string{}, []aside{}, []field{}, []stretch{}
	numbers := map[*source.Text]int{}
	file := func(t *source.Text) int {
		n, ok := numbers[t]
		if !ok {
			n = len(numbers)
			numbers[t] = n
			r.Sources = append(r.Sources, t.Name)
		}
		return n
	}
	for _, s := range b.Sections() { // in the book's order
		if s.Span.Text != nil {
			file(s.Span.Text)
		}
	}
	// A line may be the whole story, and hold thousands of stretches: counting goes on
	// where it last was.
	var last struct {
		text            *source.Text
		line, at, count int
	}
	place := func(t *source.Text, at int) [2]int {
		n := t.LineAt(at)
		from := t.LineStart(n)
		at = min(max(at, from), len(t.Body))
		if last.text != t || last.line != n || last.at > at {
			last.text, last.line, last.at, last.count = t, n, from, 0
		}
		last.count += utf8.RuneCountInString(t.Body[last.at:at])
		last.at = at
		return [2]int{t.FileLine(n) + 1, last.count + 1}
	}
	for _, s := range b.SetAside {
		if t := s.Span.Text; t != nil {
			r.SetAside = append(r.SetAside, aside{file(t), place(t, s.Span.Start), place(t, s.Span.End), s.Reason})
		}
	}
	for _, s := range b.Sections() { // "oOo" and "later" part scenes, and an ornament stands there instead
		for _, bl := range s.Blocks {
			if br, ok := bl.(*SceneBreak); ok && br.Span.Text != nil && strings.ContainsFunc(br.Mark, wordRune) {
				t := br.Span.Text
				r.SetAside = append(r.SetAside, aside{file(t), place(t, br.Span.Start), place(t, br.Span.End), "mark of a scene break"})
			}
		}
	}
	headers := []*Metadata{&b.Meta}
	for _, s := range b.Body { // an anthology's stories have theirs
		if s.Story != nil && s == s.Story.Page {
			headers = append(headers, &s.Story.Header)
		}
	}
	for _, m := range headers {
		for _, f := range m.Fields {
			if t := f.Span.Text; t != nil {
				r.Fields = append(r.Fields, field{file(t), place(t, f.Span.Start), place(t, f.Span.End), strings.TrimSpace(f.Label + " " + byword(m, f.Value))})
			}
		}
	}
	for at, s := range b.Regions() { // front and back matter stand where a book has them
		if at.Region == BodyMatter {
			continue
		}
		for _, bl := range s.Blocks {
			if w := bl.Where(); w.Text != nil {
				r.Placed = append(r.Placed, stretch{file(w.Text), place(w.Text, w.Start), place(w.Text, w.End)})
			}
		}
	}
	data, err := json.Marshal(r)
	if err != nil {
		panic(err) // numbers and texts only
	}
	return data
}
