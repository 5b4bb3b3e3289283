package main

import (
	"github.com/spf13/cobra"

	"storybind/internal/convert"
)

func formatsCommand(t *terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "formats",
		Short: "List the book formats and their settings",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			for _, f := range convert.Formats {
				t.printf("%s (%s): %s\n%s\n", f.Name, f.Extension, f.Summary, convert.FormatFlags(f).FlagUsagesWrapped(100))
			}
			t.printf("every format\n%s", settingFlags(false).FlagUsagesWrapped(100))
			return nil
		},
	}
}
