package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"storybind/internal/batch"
)

func watchCommand(t *terminal) *cobra.Command {
	w := &watch{conversion: conversion{terminal: t, settings: settingFlags(true)}, told: map[string]string{}}
	cmd := &cobra.Command{
		Use:   "watch FOLDER... -o BOOKS",
		Short: "Make books from a folder's stories as they come and change",
		Long: `Looks at a folder: a story that is new or has changed becomes a book as soon as it
has stood still for a second. The rules are those of convert: what is there and
still right stays, and nothing of anybody else's is replaced. Ctrl+C ends it.`,
		Example: `  storybind watch stories/ -o books/
  storybind watch ~/Downloads -o books/ --to kepub --name "{author}/{title}"`,
		RunE: w.run,
	}
	plan, ran := &w.plan, &w.options
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.StringVarP(&plan.Output, "output", "o", "", "write the books to this `folder`")
	fs.StringSliceVar(&plan.Formats, "to", nil, "the `formats` to write: "+strings.Join(formatNames(), ", "))
	fs.StringVar(&plan.Name, "name", "", "name the books by this `template` (see convert)")
	fs.StringArrayVar(&plan.Include, "include", nil, "only stories that match this `pattern`; repeat for several")
	fs.StringArrayVar(&plan.Exclude, "exclude", nil, "no stories that match this `pattern`; repeat for several")
	fs.BoolVar(&plan.NoJoin, "no-join", false, "make a book of each file, even of parts of one story")
	fs.BoolVar(&ran.Strict, "strict", false, "a story with a warning or a problem fails")
	sizeFlag(fs, &w.size)
	fs.BoolVarP(&w.quiet, "quiet", "q", false, "print failures only")
	fs.AddFlagSet(w.settings)
	return cmd
}

// A watch is a conversion that is begun again whenever something has changed.
type watch struct {
	conversion
	told map[string]string // story → the failure that was told of it last
	made int
}

func (w *watch) run(cmd *cobra.Command, args []string) error {
	ctx := cmd.Context()
	if w.plan.Output == "" {
		return batch.UsageError{Text: "where should the books go? -o books/ names a folder"}
	}
	var err error
	if w.options.Reading, err = bookReading(w.settings, w.size, w.in); err != nil {
		return err
	}
	w.plan.Reading = w.options.Reading
	moves, err := batch.NewWatch(args)
	if err != nil {
		return err
	}
	defer moves.Close()
	first := true
	err = moves.Rounds(ctx, func(moving func(string) bool) error {
		w.plan.Moving = moving
		p, err := batch.NewPlan(ctx, args, w.plan)
		if err != nil {
			return err
		}
		if first && !w.quiet {
			w.remarks(p.Remarks, false)
			w.leftOut(p.LeftOut)
			w.say("watching %s; Ctrl+C ends it", strings.Join(args, ", "))
		}
		first = false
		w.options.Done = w.tellChange
		_, err = p.Run(ctx, w.options)
		return err
	})
	if err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	if !w.quiet {
		w.say("the watch has ended: %s", stories(w.made)+" made into books")
	}
	return nil
}

// tellChange tells of a story that was converted, and of one that fails as it did not
// before.
func (w *watch) tellChange(out batch.Outcome) {
	if out.Err == nil {
		delete(w.told, out.Input())
		if out.State == batch.Converted {
			w.made++
			if !w.quiet {
				w.remarks(out.Remarks, true)
				w.line(out)
			}
		}
		return
	}
	if text := out.Err.Error(); w.told[out.Input()] != text {
		w.told[out.Input()] = text
		w.line(out)
	}
}
