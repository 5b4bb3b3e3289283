package main

import (
	"github.com/spf13/cobra"

	"storybind/internal/batch"
	"storybind/internal/convert"
)

func inspectCommand(t *terminal) *cobra.Command {
	var asJSON, blocks, why bool
	var size megabytes
	settings := settingFlags(false)
	cmd := &cobra.Command{
		Use:   "inspect STORY [--json] [--blocks] [--why]",
		Short: "Show what is understood of a story, and write nothing",
		Long: `Shows the title, the author, the header's fields, the chapters and scene breaks,
and every remark with its line. --json prints the same for programs.`,
		Example: `  storybind inspect story.txt
  storybind inspect story.txt --json --blocks`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return batch.UsageError{Text: "inspect takes one story; see storybind inspect --help"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			defer func() {
				if p := recover(); p != nil {
					err = batch.InternalError("reading "+args[0], p)
				}
			}()
			req, err := batch.Request(cmd.Context(), args, batch.Reading{Settings: convert.Changed(settings), Version: version, MaxSize: int64(size) << 20, Stdin: t.stdin(cmd.Context(), args)})
			if err != nil {
				return err
			}
			var bytes int64
			for _, f := range req.Files {
				bytes += int64(len(f.Data))
			}
			batch.HoldMemory(bytes)
			res, err := convert.Inspect(cmd.Context(), req)
			if err != nil {
				t.remarks(batch.Remarks(res.Diagnostics), false)
				return err
			}
			if asJSON {
				return res.WriteJSON(t.out, blocks)
			}
			if err := res.WriteText(t.out, blocks, why); err != nil {
				return err
			}
			if len(res.Diagnostics) > 0 {
				t.printf("\nremarks\n")
			}
			for _, d := range res.Diagnostics {
				t.printf("%s\n", d)
				if d.Hint != "" {
					t.printf("    %s\n", d.Hint)
				}
			}
			return nil
		},
	}
	fs := cmd.Flags()
	fs.SortFlags = false
	fs.BoolVar(&asJSON, "json", false, "print JSON for programs")
	fs.BoolVar(&blocks, "blocks", false, "show every block of the text too")
	fs.BoolVar(&why, "why", false, "show how sure each decision is, and what spoke for it (JSON always does)")
	sizeFlag(fs, &size)
	fs.AddFlagSet(settings)
	return cmd
}
