package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"storybind/internal/batch"
	"storybind/internal/convert"
)

var unknownFlag = regexp.MustCompile(`^unknown flag: --(.+)$`)

// wrongFlag is what is wrong with a command's flags: the flag that is probably meant, or
// that it is a story whose name begins with a dash.
func wrongFlag(cmd *cobra.Command, err error, args []string) error {
	for _, a := range args {
		if strings.HasPrefix(a, "-") && a != batch.Stdin && a != "--" && strings.HasPrefix(strings.TrimLeft(a, "-"), strings.TrimLeft(flagIn(err), "-")) {
			if _, no := os.Stat(a); no == nil {
				return batch.UsageError{Text: fmt.Sprintf("%v; for the file of this name write ./%s", err, a)}
			}
		}
	}
	text := err.Error()
	if m := unknownFlag.FindStringSubmatch(text); m != nil {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				names = append(names, f.Name)
			}
		})
		if near := convert.Nearest(m[1], names); near != "" {
			text += fmt.Sprintf("; did you mean --%s?", near)
		}
	}
	return batch.UsageError{Text: text + "; see " + cmd.CommandPath() + " --help"}
}

var inFlag = regexp.MustCompile(`(?:in |unknown flag: )(-\S+)$`)

// flagIn is the argument that an error of pflag's speaks of.
func flagIn(err error) string {
	if m := inFlag.FindStringSubmatch(err.Error()); m != nil {
		return m[1]
	}
	return "\x00"
}

// wrongCommand guesses a command where a first word is neither that nor a file.
func wrongCommand(root *cobra.Command, word string) error {
	if strings.ContainsAny(word, "./\\*?[") || word == batch.Stdin {
		return nil
	}
	if _, err := os.Stat(word); err == nil {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	near := convert.Nearest(word, names)
	if near == "" || near == word {
		return nil
	}
	return batch.UsageError{Text: fmt.Sprintf("%s: there is no such file or folder, and no such command; did you mean \"storybind %s\"?", word, near)}
}
