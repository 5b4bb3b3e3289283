// Package convert runs one story through every floor below: bytes in, books out.
package convert

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"storybind/internal/book"
	"storybind/internal/decode"
	"storybind/internal/diag"
	"storybind/internal/matter"
	"storybind/internal/parallel"
	"storybind/internal/parse"
	"storybind/internal/source"
	"storybind/internal/typogrify"
	"storybind/internal/writer"
)

// A File is a story's text as it lies on disk.
type File struct {
	Name    string // without its folder
	Data    []byte
	Sidecar Sidecar // what a file beside the story says
	Part    int     // the number of the part that its name says it is; 0: the name says none
}

// A Request is one story and what is wanted of it.
type Request struct {
	Files    []File                            // one; or the parts of one story, to be joined
	Formats  []writer.Format                   // what Story writes
	Settings []Setting                         // these overrule the first file's sidecar
	Open     func(name string) ([]byte, error) // reads the files that Settings name, such as a cover; nil: there are none
	Modified time.Time                         // when the book says it was made; zero for the story's own date
	Version  string                            // storybind's version, for the colophon
	Layout   bool                              // measure how well pages are set, see Result.Layouts
	LetGo    bool                              // nobody needs the files' bytes once they are read: Files loses them
}

// A Result is what became of a story.
type Result struct {
	Books       [][]byte          // one for each format asked for, in that order
	Layouts     []json.RawMessage // for each book, if asked for: how well its pages are set; nil for a book without pages
	Words       Words
	Diagnostics []diag.Diagnostic

	sources []*source.Text
	book    *book.Book
}

// Inspect reads a story as Story does, and writes nothing.
func Inspect(ctx context.Context, r Request) (Result, error) {
	r.Formats = nil
	r.Files, r.LetGo = slices.Clone(r.Files), true
	return Story(ctx, r)
}

// Story turns a story into books. The errors are that the file holds no story,
// that a setting is wrong, that ctx ended, or that a writer failed; everything
// that can be said about the story itself is a remark.
func Story(ctx context.Context, r Request) (Result, error) {
	o, writers, choices, err := r.settle()
	if err != nil {
		return Result{}, err
	}

	res := Result{}
	if beside := overruled(choices); beside != "" {
		res.Diagnostics = append(res.Diagnostics, besideStory(r.Files[0].Sidecar.Name, beside))
	}
	fingerprint := r.Fingerprint
	if r.LetGo {
		fingerprint = r.fingerprints()
	}
	b, err := res.read(ctx, &r, &o)
	if err != nil {
		return res, err
	}
	o.matter.Modified, o.matter.Version = r.Modified, r.Version
	o.matter.Sources, o.matter.Encoding, o.matter.Words = res.names(), res.sources[0].Encoding, res.Words.Book
	res.Diagnostics = append(res.Diagnostics, matter.Apply(b, o.matter)...)
	return res.finish(ctx, &r, writers, fingerprint)
}

// CheckStory says why no book could be made: a setting is wrong, or a file holds no
// story. It does not read what the story says.
func (r Request) CheckStory() error {
	o, _, _, err := r.settle()
	if err != nil {
		return err
	}
	for _, f := range r.Files {
		if _, _, err := decode.Text(f.Name, f.Data, o.decode); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return nil
}

func besideStory(name, says string) diag.Diagnostic {
	return diag.Diagnostic{Code: "convert/sidecar", Severity: diag.Note, Message: fmt.Sprintf("%s overrules what is read from the story: %s", name, says)}
}

// read reads a story's files into one book, sets its punctuation and checks its words.
func (res *Result) read(ctx context.Context, r *Request, o *reading) (*book.Book, error) {
	var sources []*source.Text
	var parts []*book.Book
	for i, f := range r.Files {
		if i > 0 && f.Sidecar.Name != "" {
			res.Diagnostics = append(res.Diagnostics, diag.Diagnostic{Code: "convert/later-sidecar", Severity: diag.Warning,
				Message: fmt.Sprintf("%s is not used: a story in several files has the settings of its first, %s", f.Sidecar.Name, r.Files[0].Name)})
		}
		if i > 0 {
			o.parse = o.parse.ForLaterFile()
		}
		src, ds, err := decode.Text(f.Name, f.Data, o.decode)
		res.Diagnostics = append(res.Diagnostics, ds...)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if r.LetGo {
			r.Files[i].Data = nil
		}
		b, ds := parse.Story(src, o.parse)
		res.Diagnostics = append(res.Diagnostics, ofPart(ds, i, len(r.Files))...)
		sources = append(sources, src)
		parts = append(parts, b)
	}
	b, ds := joinParts(r.Files, parts)
	res.book = b
	res.sources = append(res.sources, sources...)
	res.Diagnostics = append(res.Diagnostics, ds...)
	res.Diagnostics = append(res.Diagnostics, typogrify.Apply(b, o.typogrify)...)
	for _, src := range sources {
		words, ds := checkWords(src, b)
		res.Words.add(words)
		res.Diagnostics = append(res.Diagnostics, ds...)
	}
	return b, nil
}

// finish writes the book in every format, and checks that each holds its words.
func (res Result) finish(ctx context.Context, r *Request, writers []writer.Writer, fingerprint func(writer.Format) string) (Result, error) {
	if len(writers) == 0 {
		res.settleRemarks()
		return res, nil
	}
	b := res.book
	var wanted []book.Digest
	var drawn []map[string]book.Digest
	works := []func() error{
		func() (err error) { drawn, err = res.write(ctx, r, writers); return err },
		func() error { wanted = digests(b); return nil },
	}
	if err := parallel.Do(len(works), 0, func(i int) error { return works[i]() }); err != nil {
		return res, err
	}
	for i, f := range r.Formats {
		if !f.Wrap {
			res.Diagnostics = append(res.Diagnostics, checkDrawn(f.Name, b, wanted, drawn[i])...)
		}
	}
	res.settleRemarks()
	for i, f := range r.Formats {
		res.Books[i] = sealed(f, res.Books[i], Seal{Made: fingerprint(f), Source: r.Files[0].Name, Facts: res.Facts()})
	}
	return res, nil
}

// settleRemarks puts the remarks in order, and keeps their number in bounds.
func (res *Result) settleRemarks() {
	diag.Sort(res.Diagnostics)
	res.Diagnostics = diag.Bound(res.Diagnostics)
}

// write writes the book in every format, and returns what each writer says it drew.
func (res *Result) write(ctx context.Context, r *Request, writers []writer.Writer) (drawn []map[string]book.Digest, err error) {
	for i, w := range writers {
		if m, ok := w.(writer.Measurer); ok && r.Layout {
			m.Measure()
		}
		var buf bytes.Buffer
		done, err := w.Write(ctx, &buf, res.book)
		if err != nil {
			return nil, fmt.Errorf("%s: write %s: %w", r.Files[0].Name, r.Formats[i].Name, err)
		}
		res.Books = append(res.Books, buf.Bytes())
		res.Layouts = append(res.Layouts, done.Layout)
		res.Diagnostics = append(res.Diagnostics, done.Diagnostics...)
		drawn = append(drawn, done.Drawn)
	}
	return drawn, nil
}

// overruled lists what the sidecar says, by name, each once.
func overruled(choices []choice) string {
	var out []string
	for _, c := range choices {
		if c.sidecar != nil && !slices.Contains(out, c.Name) {
			out = append(out, c.Name)
		}
	}
	return strings.Join(out, ", ")
}

// names are the names of the story's files.
func (r *Result) names() []string {
	var out []string
	for _, s := range r.sources {
		out = append(out, s.Name)
	}
	return out
}
