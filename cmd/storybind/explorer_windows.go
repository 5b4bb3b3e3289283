package main

import (
	"bufio"
	"path/filepath"
	"strings"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"storybind/internal/batch"
)

func init() {
	cobra.MousetrapHelpText = "" // cobra would refuse what Explorer starts: a story dropped on the icon
}

// formIfOpened opens the form for whoever opens the program with a double click.
func formIfOpened(args []string) []string {
	if len(args) == 0 && mousetrap.StartedByExplorer() {
		return []string{"serve", "--open"}
	}
	return args
}

// waitIfDropped keeps the window that Explorer opened until Enter is pressed, so
// that the result can be read.
func waitIfDropped(t *terminal) {
	if !mousetrap.StartedByExplorer() {
		return
	}
	t.say("press Enter to close this window")
	bufio.NewReader(t.in).ReadString('\n')
}

// expandPatterns expands * and ? in names, which Windows' shells leave to the program.
func expandPatterns(args []string) ([]string, error) {
	var out []string
	for _, a := range args {
		if !strings.ContainsAny(a, "*?") {
			out = append(out, a)
			continue
		}
		found, err := filepath.Glob(a)
		if err != nil || len(found) == 0 {
			return nil, batch.UsageError{Text: a + ": there is no such file"}
		}
		out = append(out, found...)
	}
	return out, nil
}
