package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"storybind/internal/convert"
)

// languageTags are the languages that are offered; any other tag may be written.
var languageTags = []string{"en", "en-GB", "en-US", "de", "fr", "es", "it", "pt", "pt-BR", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ru", "uk", "tr", "el", "hu", "zh-Hans", "zh-Hant", "ja", "ko"}

// completeValues lets a shell complete the values of a command's flags: formats, pages,
// fonts, whatever a setting says that there is to choose from.
func completeValues(cmd *cobra.Command) {
	offer := func(name string, values []string, otherwise ...cobra.ShellCompDirective) {
		err := cmd.RegisterFlagCompletionFunc(name, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			before, typed := typed[:strings.LastIndexByte(typed, ',')+1], typed[strings.LastIndexByte(typed, ',')+1:]
			if name != "to" {
				before, typed = "", before+typed
			}
			var out []string
			for _, v := range values {
				if strings.HasPrefix(strings.ToLower(v), strings.ToLower(typed)) {
					out = append(out, before+v)
				}
			}
			if len(otherwise) > 0 {
				return out, otherwise[0]
			}
			return out, cobra.ShellCompDirectiveNoFileComp
		})
		if err != nil {
			panic(err) // a flag that is not there, or has a completion: cannot happen
		}
	}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		c, chooser := f.Value.(interface{ Choices() []string })
		_, file := f.Value.(interface {
			Load(open func(name string) ([]byte, error)) error
		})
		switch {
		case f.Name == "to":
			offer(f.Name, formatNames())
		case f.Name == "language":
			offer(f.Name, languageTags)
		case f.Name == "set":
			var names []string
			for _, n := range convert.FieldNames() {
				names = append(names, n+"=")
			}
			offer(f.Name, names)
		case f.Name == "by", f.Name == "order":
			offer(f.Name, []string{"series"})
		case chooser && file: // files of one's own, too
			offer(f.Name, c.Choices(), cobra.ShellCompDirectiveDefault)
		case chooser:
			offer(f.Name, c.Choices())
		}
	})
}
