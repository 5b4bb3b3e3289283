package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"storybind/internal/batch"
)

func bindCommand(t *terminal) *cobra.Command {
	settings := settingFlags(true)
	var o batch.BindOptions
	var by, order string
	var size megabytes
	var quiet bool
	cmd := &cobra.Command{
		Use:   "bind STORY... -o FILE|FOLDER [--title TITLE] [--by series]",
		Short: "Make one book of several stories, an anthology",
		Long: `Makes an anthology: each story is a part with its own title page and its header's
fields, in its own language; the contents list stories, who wrote them where that is
not always the same, and their chapters. A folder stands for every story in it, in the
order of their names; parts of one story are joined first. A text that is there twice
is in the book once.

The settings --title, --author, --language, --series and --identifier speak of the
anthology; all others count for each story, and a .toml file beside a story speaks
for that story.`,
		Example: `  storybind bind winter.txt spring.txt -o seasons.epub --title "Four Seasons"
  storybind bind stories/ -o anthology.pdf --order series
  storybind bind stories/ -o books/ --by series      a book of each series`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if by != "" && by != "series" {
				return batch.UsageError{Text: fmt.Sprintf("--by %s: books can be made by series", by)}
			}
			if order != "given" && order != "series" {
				return batch.UsageError{Text: fmt.Sprintf("--order %s: stories stand as given, or by series", order)}
			}
			o.BySeries, o.Sorted = by == "series", order == "series"
			inputs, err := expandPatterns(args)
			if err != nil {
				return err
			}
			if o.Reading, err = bookReading(settings, size, t.stdin(cmd.Context(), inputs)); err != nil {
				return err
			}
			failed := 0
			p, err := batch.Bind(cmd.Context(), inputs, o, func(b batch.Bound) {
				if b.Err != nil {
					failed++
				}
				if !quiet || b.Err != nil {
					t.remarks(b.Remarks, true)
					t.bound(b)
				}
			})
			if !quiet {
				t.remarks(p.Remarks, false)
				t.leftOut(p.LeftOut)
			}
			if err == nil && failed > 0 {
				err = errFailed
			}
			return err
		},
	}
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.StringVarP(&o.Output, "output", "o", "", "write the book to this `file or folder`")
	fs.StringSliceVar(&o.Formats, "to", nil, "the `formats` to write: "+strings.Join(formatNames(), ", ")+" (default: what -o ends in, else "+formatNames()[0]+")")
	fs.StringVar(&by, "by", "", "make a book of each `series`, in the order of its numbers; -o names a folder")
	fs.StringVar(&order, "order", "given", "let the stories of a book stand as `given`, or by series and number: series")
	fs.StringArrayVar(&o.Include, "include", nil, "in folders, only stories that match this `pattern`; repeat for several")
	fs.StringArrayVar(&o.Exclude, "exclude", nil, "in folders, no stories that match this `pattern`; repeat for several")
	fs.BoolVar(&o.NoJoin, "no-join", false, "keep parts of one story apart")
	fs.BoolVarP(&o.Force, "force", "f", false, "make every book again, and replace whatever is in its place")
	sizeFlag(fs, &size)
	fs.BoolVarP(&quiet, "quiet", "q", false, "print failures only")
	fs.AddFlagSet(settings)
	return cmd
}

// bound is the line of one anthology.
func (t *terminal) bound(b batch.Bound) {
	if b.Err != nil {
		why := ""
		if len(b.Lacking) > 0 {
			why = fmt.Sprintf(": it would lack %s; --exclude leaves out what a folder should not give", stories(len(b.Lacking)))
			for _, err := range b.Lacking {
				t.say("storybind: %v", err)
			}
		} else {
			t.say("storybind: %v", b.Err)
		}
		t.say("storybind: %s: not made%s", strings.Join(b.Outputs, ", "), why)
		return
	}
	about := b.Facts.String()
	if b.State == batch.Unchanged {
		about = "unchanged"
	}
	t.say("%s", printable(fmt.Sprintf("%s -> %s  (%s)", stories(b.Stories), strings.Join(b.Outputs, ", "), about)))
}
