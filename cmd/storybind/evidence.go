package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"storybind/internal/batch"
	"storybind/internal/convert"
)

// evidenceCommand prints the measures that the trees of assets/reading are learned
// from. It is hidden: nobody needs it to make books.
func evidenceCommand(t *terminal) *cobra.Command {
	var model string
	cmd := &cobra.Command{
		Use:    "evidence --model NAME STORY...",
		Short:  "Print what is measured of a story, for learning",
		Hidden: true,
		Args:   cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(convert.Models(), model) {
				return batch.UsageError{Text: "--model is one of " + strings.Join(convert.Models(), ", ")}
			}
			var failed error // the others are measured all the same
			for _, a := range args {
				req, err := batch.Request(cmd.Context(), []string{a}, batch.Reading{Version: version, MaxSize: 64 << 20})
				if err == nil {
					err = convert.WriteEvidence(cmd.Context(), t.out, model, req, a)
				}
				if err != nil && failed == nil {
					failed = err
				}
			}
			return failed
		},
	}
	cmd.Flags().StringVar(&model, "model", "headings", "what is weighed: `name` of the model")
	return cmd
}
