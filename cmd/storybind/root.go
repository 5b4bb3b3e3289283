package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"storybind/internal/batch"
)

// execute runs one command line and returns its exit code.
func execute(ctx context.Context, t *terminal, args []string) int {
	out := &printer{Writer: t.out}
	t.out = out
	root := rootCommand(t)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return wrongFlag(cmd, err, args) })
	whole := convertByDefault(root, args)
	var err error
	if len(whole) > len(args) && len(args) > 0 {
		err = wrongCommand(root, args[0])
	}
	if err == nil {
		root.SetArgs(whole)
		err = root.ExecuteContext(ctx)
	}
	return fail(t.err, cmp.Or(err, out.unprinted()))
}

func rootCommand(t *terminal) *cobra.Command {
	root := &cobra.Command{
		Use:   "storybind STORY...",
		Short: "Turn plain-text stories into beautiful books",
		Long: `storybind turns plain-text stories into books: EPUB for e-readers, PDF for paper
and tablets. It reads the story's own header (title, author, rating, summary ...),
finds its chapters and scene breaks, and says what it decided.

  storybind story.txt                 writes story.epub beside the story
  storybind story.txt -o story.pdf    writes a PDF
  storybind inspect story.txt         shows what was understood, writes nothing

"storybind STORY..." without a command is the same as "storybind convert STORY...".`,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(t.in)
	root.SetOut(t.out)
	root.SetErr(t.err)
	root.AddCommand(convertCommand(t), bindCommand(t), watchCommand(t), inspectCommand(t), serveCommand(t), verifyCommand(t),
		formatsCommand(t), licencesCommand(t), versionCommand(t), manCommand(t), evidenceCommand(t))
	for _, c := range root.Commands() {
		completeValues(c)
	}
	return root
}

// convertByDefault puts "convert" before arguments that name no command, so that
// a story dropped on the program's icon is converted.
func convertByDefault(root *cobra.Command, args []string) []string {
	root.InitDefaultHelpCmd()
	describeCompletion(root)
	first := slices.IndexFunc(args, func(a string) bool { return !strings.HasPrefix(a, "-") || a == batch.Stdin || a == "--" })
	if first < 0 {
		return args
	}
	if args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd {
		return args
	}
	for _, c := range root.Commands() {
		if c.Name() == args[first] || c.HasAlias(args[first]) {
			return args
		}
	}
	return append([]string{"convert"}, args...)
}

// describeCompletion says of cobra's own command what a person wants to know.
func describeCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Use = "completion SHELL"
			c.Short = "Print a script that lets a shell complete commands and settings"
			c.Long = `Prints a script with which a shell completes commands, settings and their values.
SHELL is bash, zsh, fish or powershell; "storybind completion bash --help" says
where its script belongs. The .deb and the .rpm have put it there.`
		}
	}
}

// noArguments is the rule of commands that take none.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return batch.UsageError{Text: cmd.CommandPath() + " takes no " + args[0]}
	}
	return nil
}
