package main

import (
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"storybind/internal/batch"
	"storybind/internal/convert"
)

func convertCommand(t *terminal) *cobra.Command {
	c := conversion{terminal: t, settings: settingFlags(true)}
	cmd := &cobra.Command{
		Use:   "convert STORY... [-o FILE|FOLDER] [--to epub,pdf]",
		Short: "Make books from stories, files or whole folders",
		Long: `Makes a book from each story. A folder stands for every story in it
(` + strings.Join(batch.Extensions, ", ") + `); "-" is standard input. Books are written beside their stories unless
-o says otherwise. Every decision is told as a remark with its line; every one
can be overruled by a setting.

A book that is there already is made again when its story, its settings or
storybind have changed; otherwise it stays. A book that somebody has altered, or
any other file, is only replaced with --force.`,
		Example: `  storybind convert story.txt
  storybind convert story.txt -o book.pdf --page a4
  storybind convert stories/ -o books/ --to epub,pdf
  storybind convert stories/ -o books/ --name "{author}/{title}" --report books.csv
  storybind convert story.txt --title "The Lamplighter" --author "Annie Lee"`,
		RunE: c.run,
	}
	plan, ran := &c.plan, &c.options
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.StringVarP(&plan.Output, "output", "o", "", "write the book to this `file or folder`")
	fs.StringSliceVar(&plan.Formats, "to", nil, "the `formats` to write: "+strings.Join(formatNames(), ", ")+" (default: what -o ends in, else "+formatNames()[0]+")")
	fs.StringVar(&plan.Name, "name", "", "name the books by this `template`: {"+strings.Join(batch.Placeholders(), "}, {")+"}, or a field of the header; a slash makes a folder")
	fs.StringArrayVar(&plan.Include, "include", nil, "in folders, only stories that match this `pattern`, for example 'finished/**'; '*.md' takes files of that ending besides; repeat for several")
	fs.StringArrayVar(&plan.Exclude, "exclude", nil, "in folders, no stories that match this `pattern`; repeat for several")
	fs.BoolVar(&plan.NoExtension, "no-extension", false, "in folders, files whose names have no ending are stories too")
	fs.BoolVar(&plan.Join, "join", false, "the stories are the parts of one; make one book")
	fs.BoolVar(&plan.NoJoin, "no-join", false, "make a book of each file of a folder, even of parts of one story")
	fs.BoolVarP(&ran.DryRun, "dry-run", "n", false, "show what would be made, and make nothing")
	fs.BoolVarP(&ran.Force, "force", "f", false, "make every book again, and replace whatever is in its place")
	fs.BoolVar(&ran.Verify, "verify", false, "read each book again once it is saved, and fail a story whose words are not all in it")
	fs.BoolVar(&ran.Strict, "strict", false, "a story with a warning or a problem fails")
	fs.IntVarP(&ran.Workers, "jobs", "j", 0, "convert this `number` of stories at the same time (default: one a core)")
	fs.DurationVar(&ran.Timeout, "timeout", 10*time.Minute, "give up a story after this `time`, for example 90s; 0 means never")
	sizeFlag(fs, &c.size)
	fs.Var(&plan.Shard, "shard", "convert one of several equal shares, for example 3/16, so that several machines can share the work")
	fs.StringVar(&c.report, "report", "", "write a row for each file of a story to this `file`, which ends in .json or .csv")
	fs.StringVar(&c.layout.path, "report-layout", "", "write to this `file` how well the lines and pages of each PDF are set, as JSON, one line a book")
	fs.BoolVarP(&c.quiet, "quiet", "q", false, "print failures only, and of several stories the summary")
	fs.AddFlagSet(c.settings)
	return cmd
}

// A conversion is one run of the command.
type conversion struct {
	*terminal
	plan     batch.PlanOptions
	options  batch.RunOptions
	settings *pflag.FlagSet
	size     megabytes
	report   string
	layout   layoutReport
	quiet    bool
}

func (c *conversion) run(cmd *cobra.Command, args []string) error {
	begun := time.Now()
	if c.options.Workers < 0 {
		return batch.UsageError{Text: "--jobs counts stories: 1 or more"}
	}
	inputs, err := expandPatterns(args)
	if err != nil {
		return err
	}
	if c.options.Reading, err = bookReading(c.settings, c.size, c.stdin(cmd.Context(), inputs)); err != nil {
		return err
	}
	c.options.Stdout = c.out
	c.plan.Reading, c.plan.Workers, c.plan.Report = c.options.Reading, c.options.Workers, c.report
	planned := c.planning()
	p, err := batch.NewPlan(cmd.Context(), inputs, c.plan)
	planned()
	if err != nil {
		return err
	}
	if c.options.Layout, err = c.layout.wanted(p.Formats); err != nil {
		return err
	}
	report, err := batch.NewReport(c.report)
	if err != nil {
		return err
	}
	if !c.quiet {
		c.remarks(p.Remarks, false)
	}

	tell, end := c.tell(p)
	total := summary{begun: begun}
	c.options.Done = func(out batch.Outcome) {
		total.add(out)
		report.Add(out)
		c.layout.add(out)
		tell(out)
	}
	sum, err := p.Run(cmd.Context(), c.options)
	end()
	if saved := c.layout.save(); err == nil {
		err = saved
	}
	report.AddLeftOut(p.LeftOut)
	if saved := report.Close(); err == nil {
		err = saved
	}
	if len(p.Jobs) != 1 || !c.quiet {
		c.leftOut(p.LeftOut)
	}
	if len(p.Jobs) != 1 {
		total.print(c.terminal, sum, len(p.Jobs), c.options.DryRun)
	}
	if err == nil && sum.Failed > 0 {
		err = errFailed
	}
	return err
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
