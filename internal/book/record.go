package book

import (
	"encoding/json"
	"strconv"
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
//
// It is handed to put piece by piece, which must not keep them: a text of nothing but tags
// sets hundreds of thousands of stretches aside.
func Record(b *Book, put func([]byte)) {
	r := recorder{put: put, buf: make([]byte, 0, 4096), numbers: map[*source.Text]int{}}
	sources := []string{}
	name := func(at source.Span) {
		if _, ok := r.numbers[at.Text]; !ok && at.Text != nil {
			r.numbers[at.Text] = len(r.numbers)
			sources = append(sources, at.Text.Name)
		}
	}
	for _, s := range b.Sections() { // in the book's order
		name(s.Span)
	}
	all := func(_ string, at source.Span, _ string) { name(at) }
	b.asides(all)
	b.fields(all)
	b.placed(all)

	r.raw(`{"sources":`)
	r.raw(quoted(sources))
	r.raw(`,"set_aside":[`)
	b.asides(r.stretch)
	r.raw(`],"fields":[`)
	r.next = false
	b.fields(r.stretch)
	r.raw(`],"placed":[`)
	r.next = false
	b.placed(r.stretch)
	r.raw(`]}`)
	put(r.buf)
}

// asides, fields and placed call do with each stretch of the record's lists: what is said
// of it, by which name, and where it is.
func (b *Book) asides(do func(name string, at source.Span, said string)) {
	for _, s := range b.SetAside {
		do("reason", s.Span, s.Reason)
	}
	for _, s := range b.Sections() { // "oOo" and "later" part scenes, and an ornament stands there instead
		for _, bl := range s.Blocks {
			if br, ok := bl.(*SceneBreak); ok && br.Span.Text != nil && strings.ContainsFunc(br.Mark, wordRune) {
				do("reason", br.Span, "mark of a scene break")
			}
		}
	}
}

func (b *Book) fields(do func(name string, at source.Span, said string)) {
	headers := []*Metadata{&b.Meta}
	for _, s := range b.Body { // an anthology's stories have theirs
		if s.Story != nil && s == s.Story.Page {
			headers = append(headers, &s.Story.Header)
		}
	}
	for _, m := range headers {
		for _, f := range m.Fields {
			if f.Span.Text != nil {
				do("label", f.Span, strings.TrimSpace(f.Label+" "+byword(m, f.Value)))
			}
		}
	}
}

func (b *Book) placed(do func(name string, at source.Span, said string)) {
	for at, s := range b.Regions() { // front and back matter stand where a book has them
		if at.Region == BodyMatter {
			continue
		}
		for _, bl := range s.Blocks {
			do("", bl.Where(), "")
		}
	}
}

// A recorder writes a record.
type recorder struct {
	put     func([]byte)
	buf     []byte
	numbers map[*source.Text]int
	next    bool // a stretch of the list stands before

	said, quoted string // what was said last, and as JSON: the same is said again and again

	// A line may be the whole story, and hold thousands of stretches: counting goes on
	// where it last was.
	text            *source.Text
	line, at, count int
}

func (r *recorder) raw(s string) { r.buf = append(r.buf, s...) }

// stretch writes one of a list's stretches, if the story has it.
func (r *recorder) stretch(name string, at source.Span, said string) {
	if at.Text == nil {
		return
	}
	if r.next {
		r.raw(",")
	}
	r.next = true
	r.raw("{")
	if n := r.numbers[at.Text]; n > 0 {
		r.raw(`"file":`)
		r.buf = strconv.AppendInt(r.buf, int64(n), 10)
		r.raw(",")
	}
	r.raw(`"from":`)
	r.place(at.Text, at.Start)
	r.raw(`,"to":`)
	r.place(at.Text, at.End)
	if name != "" {
		if r.quoted == "" || r.said != said {
			r.said, r.quoted = said, quoted(said)
		}
		r.raw(`,"` + name + `":`)
		r.raw(r.quoted)
	}
	r.raw("}")
	if len(r.buf) > 32<<10 {
		r.put(r.buf)
		r.buf = r.buf[:0]
	}
}

// place writes the line and the column of a byte.
func (r *recorder) place(t *source.Text, at int) {
	n := t.LineAt(at)
	from := t.LineStart(n)
	at = min(max(at, from), len(t.Body))
	if r.text != t || r.line != n || r.at > at {
		r.text, r.line, r.at, r.count = t, n, from, 0
	}
	r.count += utf8.RuneCountInString(t.Body[r.at:at])
	r.at = at
	r.raw("[")
	r.buf = strconv.AppendInt(r.buf, int64(t.FileLine(n)+1), 10)
	r.raw(",")
	r.buf = strconv.AppendInt(r.buf, int64(r.count+1), 10)
	r.raw("]")
}

// quoted is a text, or a list of some, as JSON.
func quoted(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // texts only
	}
	return string(data)
}
