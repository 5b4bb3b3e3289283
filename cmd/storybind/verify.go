package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"storybind/internal/batch"
	"storybind/internal/convert"
	"storybind/internal/verify"
)

func verifyCommand(t *terminal) *cobra.Command {
	v := verification{terminal: t}
	cmd := &cobra.Command{
		Use:   "verify STORY... BOOK.epub|BOOK.pdf",
		Short: "Prove that every word of a story is in a book, whoever made it",
		Long: `Reads a story and a finished book, and nothing else, and looks for every word of the
story on the book's pages, in order. Words that are not there are named with their
line, those that stand in another place with that place. What a book says that it
sets aside is told with its reason. Given two folders, it holds each story against
the books made of it.`,
		Example: `  storybind verify story.txt story.epub
  storybind verify part1.txt part2.txt story.pdf
  storybind verify stories/ books/ --json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 {
				return batch.UsageError{Text: "verify takes a story and a book; see storybind verify --help"}
			}
			return nil
		},
		RunE: v.run,
	}
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.BoolVar(&v.asJSON, "json", false, "print JSON for programs")
	fs.StringVar(&v.encoding, "encoding", "", "read the story in this `encoding`, for example windows-1252 (default: the file decides)")
	fs.BoolVarP(&v.quiet, "quiet", "q", false, "print only what is lost or moved")
	sizeFlag(fs, &v.size)
	return cmd
}

// A verification is one run of the command.
type verification struct {
	*terminal
	encoding      string
	asJSON, quiet bool
	size          megabytes
}

func (v *verification) run(cmd *cobra.Command, args []string) error {
	named, last := args[:len(args)-1], args[len(args)-1]
	st, err := os.Stat(last)
	if err != nil {
		return batch.UsageError{Text: last + ": there is no such file or folder"}
	}
	pairs := []pair{{named, last}}
	if st.IsDir() {
		if pairs, err = v.pairs(cmd.Context(), named, last); err != nil {
			return err
		}
	}
	failed, missing := 0, 0
	reports := []verify.Report{}
	for _, p := range pairs {
		if p.book == "" {
			missing++
			v.say("storybind: %s: there is no book of it", strings.Join(p.stories, ", "))
			continue
		}
		r, err := v.check(cmd.Context(), p)
		switch {
		case cmd.Context().Err() != nil:
			return cmd.Context().Err()
		case err != nil:
			failed++
			v.say("storybind: %v", err)
			continue
		case !r.Whole():
			failed++
		}
		reports = append(reports, r)
		if !v.asJSON {
			v.print(p, &r)
		}
	}
	if v.asJSON {
		e := json.NewEncoder(v.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		var what any = reports
		if len(pairs) == 1 && len(reports) == 1 && !st.IsDir() {
			what = reports[0]
		}
		if err := e.Encode(what); err != nil {
			return err
		}
	} else if len(pairs) > 1 && (!v.quiet || failed+missing > 0) {
		books, none := len(pairs)-missing, ""
		if missing > 0 {
			none = fmt.Sprintf("; of %s there is no book", stories(missing))
		}
		v.printf("%s, %d of them whole%s\n", counted(books, "book"), books-failed, none)
	}
	if failed+missing > 0 {
		return errFailed
	}
	return nil
}

// A pair is a story's files and a book of it.
type pair struct {
	stories []string
	book    string // "" when there is none
}

func (v *verification) check(ctx context.Context, p pair) (verify.Report, error) {
	req, err := batch.Request(ctx, p.stories, batch.Reading{MaxSize: int64(v.size) << 20, Stdin: v.in})
	if err != nil {
		return verify.Report{}, err
	}
	book, err := os.ReadFile(p.book)
	if err != nil {
		return verify.Report{}, fmt.Errorf("read %s: %w", p.book, err)
	}
	r, err := batch.Verify(ctx, req, v.encoding, p.book, book)
	for _, s := range [][]verify.Stretch{r.Lost, r.Moved, r.SetAside, r.Packed} {
		for i := range s { // with its folder, so that editors can jump there
			for _, path := range p.stories {
				if filepath.Base(path) == s[i].File {
					s[i].File = path
				}
			}
		}
	}
	return r, err
}

// pairs finds the books of stories in a folder: by the names that stories give to books,
// else by the list that a book carries.
func (v *verification) pairs(ctx context.Context, stories []string, folder string) ([]pair, error) {
	var formats []string
	for _, f := range convert.Formats {
		formats = append(formats, f.Name)
	}
	p, err := batch.NewPlan(ctx, stories, batch.PlanOptions{Output: folder, Formats: formats, Reading: batch.Reading{MaxSize: int64(v.size) << 20}})
	if err != nil {
		return nil, err
	}
	books := map[string]bool{}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if ext := strings.ToLower(filepath.Ext(path)); err == nil && !d.IsDir() && (ext == ".epub" || ext == ".pdf") {
			books[filepath.Clean(path)] = true
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look through %s: %w", folder, err)
	}
	var out []pair
	found := map[int]bool{}
	for i, j := range p.Jobs {
		for k, path := range j.Outputs {
			if path = filepath.Clean(path); convert.Formats[k].Wrap {
				delete(books, path)
			} else if books[path] {
				out = append(out, pair{j.Inputs, path})
				found[i] = true
				delete(books, path)
			}
		}
	}
	bySource := map[string][]string{} // a story's file → the books that name it
	for path := range books {
		if data, err := os.ReadFile(path); err == nil {
			if b, err := verify.Open(ctx, path, data); err == nil && b.Carried != nil && len(b.Carried.Sources) > 0 {
				bySource[b.Carried.Sources[0]] = append(bySource[b.Carried.Sources[0]], path)
			}
		}
	}
	for i, j := range p.Jobs {
		if found[i] {
			continue
		}
		named := bySource[filepath.Base(j.Input())]
		if len(named) == 0 {
			out = append(out, pair{j.Inputs, ""})
		}
		for _, path := range slices.Sorted(slices.Values(named)) {
			out = append(out, pair{j.Inputs, path})
		}
	}
	return out, nil
}

// print tells of one book.
func (v *verification) print(p pair, r *verify.Report) {
	const most = 40
	list := func(what string, ss []verify.Stretch) {
		for i, s := range ss {
			if i == most {
				v.printf("    and %d more\n", len(ss)-most)
				return
			}
			reason := ""
			if s.Reason != "" {
				reason = " (" + s.Reason + ")"
			}
			v.printf("%s\n", printable(fmt.Sprintf("%s:%d: %s%s: %s: %q", s.File, s.Line, what, reason, counted(s.Words, "word"), s.Text)))
		}
	}
	if !v.quiet || !r.Whole() {
		v.printf("%s\n", printable(fmt.Sprintf("%s: of %s in %s %s", p.book, counted(r.Words.Source, "word"), strings.Join(p.stories, " + "), fates(r.Words))))
	}
	list("lost", r.Lost)
	list("moved", r.Moved)
	if !v.quiet {
		list("set aside", r.SetAside)
		for _, s := range r.Packed {
			v.printf("%s\n", printable(fmt.Sprintf("%s:%d: %s", s.File, s.Line, s.Text)))
		}
	}
}

// fates says where words are, but for places where none are. Those of the header stand on
// pages, too, and only not where the story has them.
func fates(w verify.Counts) string {
	text := fmt.Sprintf("%d are on its pages", w.Book+w.Header)
	if w.Header > 0 {
		text += fmt.Sprintf(" (%d of them where the book has put what stands before and after the story)", w.Header)
	}
	for _, of := range []struct {
		words int
		where string
	}{{w.Notes, "in its notes"}, {w.Metadata, "only in its metadata"}, {w.Moved, "moved"}, {w.SetAside, "set aside"}} {
		if of.words > 0 {
			text += fmt.Sprintf(", %d %s", of.words, of.where)
		}
	}
	return text + fmt.Sprintf(", %d lost", w.Lost)
}
