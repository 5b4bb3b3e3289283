package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"storybind/internal/batch"
	"storybind/internal/convert"
)

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
	if unknown, ok := strings.CutPrefix(text, "unknown flag: --"); ok {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				names = append(names, f.Name)
			}
		})
		if near := convert.Nearest(unknown, names); near != "" {
			text += fmt.Sprintf("; did you mean --%s?", near)
		}
	}
	return batch.UsageError{Text: text + "; see " + cmd.CommandPath() + " --help"}
}

// flagIn is the argument that an error of pflag's speaks of: "unknown flag: --tpo",
// "unknown shorthand flag: 'q' in -q".
func flagIn(err error) string {
	text := err.Error()
	flag := text[strings.LastIndexByte(text, ' ')+1:]
	before := strings.TrimSuffix(text, flag)
	if strings.HasPrefix(flag, "-") && (strings.HasSuffix(before, "in ") || strings.HasSuffix(before, "unknown flag: ")) {
		return flag
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
