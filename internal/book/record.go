package book

import (
	"encoding/json"
	"unicode/utf8"

	"storybind/internal/source"
)

// Record is what a finished book carries about its story, so that anybody can hold the two
// side by side: the story's files, in order, and every stretch that is set aside, with its
// reason. It is JSON: {"sources":[…],"set_aside":[{"file":0,"from":[line,column],"to":[line,
// column],"reason":"…"}]}; lines and columns count from 1, in characters, and "to" is the
// place behind the stretch. "fields" are the stretches of the header's fields, with their
// labels: a title page has an order of its own.
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
	var r struct {
		Sources  []string `json:"sources"`
		SetAside []aside  `json:"set_aside"`
		Fields   []field  `json:"fields"`
	}
	r.Sources, r.SetAside, r.Fields = []string{}, []aside{}, []field{}
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
	place := func(t *source.Text, at int) [2]int {
		n := t.LineAt(at)
		from := t.LineStart(n)
		return [2]int{t.FileLine(n) + 1, utf8.RuneCountInString(t.Body[from:min(max(at, from), len(t.Body))]) + 1}
	}
	for _, s := range b.SetAside {
		if t := s.Span.Text; t != nil {
			r.SetAside = append(r.SetAside, aside{file(t), place(t, s.Span.Start), place(t, s.Span.End), s.Reason})
		}
	}
	for _, f := range b.Meta.Fields {
		if t := f.Span.Text; t != nil {
			r.Fields = append(r.Fields, field{file(t), place(t, f.Span.Start), place(t, f.Span.End), f.Label})
		}
	}
	data, err := json.Marshal(r)
	if err != nil {
		panic(err) // numbers and texts only
	}
	return data
}
