package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"storybind/internal/batch"
	"storybind/internal/convert"
	"storybind/internal/diag"
)

func convertCommand(t *terminal) *cobra.Command {
	var plan batch.PlanOptions
	var ran batch.RunOptions
	var quiet bool
	var layout layoutReport
	var size megabytes = 64
	settings := settingFlags(true)
	cmd := &cobra.Command{
		Use:   "convert STORY... [-o FILE|FOLDER] [--to epub,pdf]",
		Short: "Make books from stories, files or whole folders",
		Long: `Makes a book from each story. A folder stands for every story in it
(` + strings.Join(batch.Extensions, ", ") + `); "-" is standard input. Books are written beside their stories unless
-o says otherwise. Every decision is told as a remark with its line; every one
can be overruled by a setting.`,
		Example: `  storybind convert story.txt
  storybind convert story.txt -o book.pdf --page a4
  storybind convert stories/ -o books/ --to epub,pdf
  storybind convert story.txt --title "The Lamplighter" --author "Annie Lee"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			inputs, err := expandPatterns(args)
			if err != nil {
				return err
			}
			p, err := batch.NewPlan(inputs, plan)
			if err != nil {
				return err
			}
			if ran.Modified, err = sourceDate(); err != nil {
				return err
			}
			ran.Settings, ran.Version = convert.Changed(settings), version
			ran.MaxSize, ran.Stdin, ran.Stdout = int64(size)<<20, t.in, t.out
			if ran.Layout, err = layout.wanted(p.Formats); err != nil {
				return err
			}
			ran.Done = func(out batch.Outcome) {
				t.outcome(out, quiet)
				layout.add(out)
			}
			sum, err := p.Run(cmd.Context(), ran)
			if saved := layout.save(); err == nil {
				err = saved
			}
			if len(p.Jobs) > 1 {
				t.say("%d converted, %d failed", sum.Done, sum.Failed)
			}
			if err == nil && sum.Failed > 0 {
				err = errFailed
			}
			return err
		},
	}
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.StringVarP(&plan.Output, "output", "o", "", "write the book to this `file or folder`")
	fs.StringSliceVar(&plan.Formats, "to", nil, "the `formats` to write: "+strings.Join(formatNames(), ", ")+" (default: what -o ends in, else "+formatNames()[0]+")")
	fs.BoolVar(&plan.Join, "join", false, "the stories are the parts of one; make one book")
	fs.BoolVar(&plan.NoJoin, "no-join", false, "make a book of each file of a folder, even of parts of one story")
	fs.BoolVarP(&ran.Force, "force", "f", false, "replace books that are there already")
	fs.BoolVar(&ran.Strict, "strict", false, "a story with a warning or a problem fails")
	fs.BoolVarP(&quiet, "quiet", "q", false, "print failures only")
	fs.StringVar(&layout.path, "report-layout", "", "write to this `file` how well the lines and pages of each PDF are set, as JSON, one line a book")
	fs.Var(&size, "max-size", "refuse stories of more than this many `megabytes`")
	fs.AddFlagSet(settings)
	return cmd
}

// settingFlags holds the settings of the story's floors and, if wanted, of every
// format. A setting that two formats share is declared once; each format gets
// it by name (see convert.Request).
func settingFlags(formats bool) *pflag.FlagSet {
	fs := pflag.NewFlagSet("settings", pflag.ContinueOnError)
	fs.SortFlags = false
	convert.StoryFlags(fs)
	if formats {
		for _, f := range convert.Formats {
			fs.AddFlagSet(convert.FormatFlags(f))
		}
	}
	return fs
}

func formatNames() []string {
	var names []string
	for _, f := range convert.Formats {
		names = append(names, f.Name)
	}
	return names
}

// outcome tells what became of one story.
func (t *terminal) outcome(out batch.Outcome, quiet bool) {
	if !quiet || out.Err != nil {
		t.remarks(out.Result.Diagnostics, quiet)
	}
	if out.Err != nil {
		t.say("storybind: %v", out.Err)
		return
	}
	if !quiet {
		t.say("%s -> %s  (%s)", strings.Join(out.Inputs, " + "), strings.Join(out.Outputs, ", "), out.Result.Facts())
	}
}

// remarks prints remarks with their hints; short leaves the notes out.
func (t *terminal) remarks(ds []diag.Diagnostic, short bool) {
	for _, d := range ds {
		if short && d.Severity == diag.Note {
			continue
		}
		t.say("%s", d)
		if d.Hint != "" {
			t.say("    %s", d.Hint)
		}
	}
}
