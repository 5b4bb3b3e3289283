package main

import (
	_ "embed"

	"github.com/spf13/cobra"
)

// licences are storybind's own licence and the notices of everything that is in the
// program: modules, fonts, hyphenation patterns, lists of words. The test beside this file makes it.
//
//go:embed licences.txt
var licences string

func licencesCommand(t *terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "licences",
		Short: "Print the licences of storybind and of all that is in it",
		Long: `Prints the licence of storybind and those of the modules, fonts, hyphenation patterns
and lists of words that are in the program. The books that it makes are yours; the fonts in
them may be passed on with them.`,
		Args: noArguments,
		Run:  func(*cobra.Command, []string) { t.printf("%s", licences) },
	}
}
