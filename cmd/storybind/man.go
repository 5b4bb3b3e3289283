package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"storybind/internal/convert"
)

// manCommand writes the manual for packages. It is hidden: --help says the same.
func manCommand(t *terminal) *cobra.Command {
	return &cobra.Command{
		Use:    "man FOLDER",
		Short:  "Write the manual's pages into a folder",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			for _, c := range append([]*cobra.Command{cmd.Root()}, cmd.Root().Commands()...) {
				if !c.IsAvailableCommand() && c.HasParent() {
					continue
				}
				name := pageName(c) + ".1"
				if err := os.WriteFile(filepath.Join(args[0], name), []byte(manPage(c)), 0o666); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func pageName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manPage is one command's page, in the language of man(7). It has no date, so that
// the same version has the same pages.
func manPage(c *cobra.Command) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line(`.TH "%s" "1" "" "storybind %s" "storybind"`, strings.ToUpper(pageName(c)), version)
	line(".SH NAME\n%s \\- %s", roff(pageName(c)), roff(c.Short))
	_, arguments, _ := strings.Cut(c.UseLine(), c.CommandPath())
	line(".SH SYNOPSIS\n\\fB%s\\fR%s", roff(c.CommandPath()), roff(strings.ReplaceAll(arguments, " [flags]", " [options]")))
	line(".SH DESCRIPTION")
	text := c.Long
	if text == "" {
		text = c.Short + "."
	}
	paragraphs(&b, text)
	if !c.HasParent() {
		line(".SH COMMANDS")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				line(".TP\n\\fB%s\\fR\n%s", roff(sub.Name()), roff(sub.Short))
			}
		}
	}
	options(&b, c)
	if !c.HasParent() {
		line(".SH EXIT STATUS")
		line("0 when all went well, 1 when a story failed, 2 when the command was wrong, 130 when it was interrupted.")
		line(".SH ENVIRONMENT\n.TP\n\\fBSOURCE_DATE_EPOCH\\fR")
		line("The time that a book says it was made at, in seconds since 1970.")
		line("Otherwise it is the story's own date, or the year 2000.")
		line(".SH FILES\n.TP\n\\fIstory\\fR.toml")
		line("Settings for \\fIstory\\fR.txt beside it, which count whenever that is converted.")
		line("Every key is the name of a setting; a flag overrules it.")
		line("The options of \\fBstorybind\\-convert\\fR(1) that are settings stand under headings there.")
	}
	if c.Example != "" {
		line(".SH EXAMPLES")
		paragraphs(&b, c.Example)
	}
	var also []string
	for _, other := range append([]*cobra.Command{c.Root()}, c.Root().Commands()...) {
		if other != c && (other.IsAvailableCommand() || !other.HasParent()) && other.Name() != "help" {
			also = append(also, `\fB`+roff(pageName(other))+`\fR(1)`)
		}
	}
	slices.Sort(also)
	line(".SH SEE ALSO\n%s", strings.Join(also, ",\n"))
	return b.String()
}

// options writes a command's flags: its own, and then the settings, which a file
// beside a story can hold too, under the names of the formats that obey them.
func options(b *strings.Builder, c *cobra.Command) {
	c.InitDefaultHelpFlag()
	var headings []string
	under := map[string][]*pflag.Flag{}
	c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		heading := settingOf(f)
		if !slices.Contains(headings, heading) {
			headings = append(headings, heading)
		}
		under[heading] = append(under[heading], f)
	})
	b.WriteString(".SH OPTIONS\n")
	for _, heading := range headings {
		if heading != "" {
			fmt.Fprintf(b, ".SS %s\n", heading)
		}
		for _, f := range under[heading] {
			option(b, f)
		}
	}
}

// settingOf is the heading of a setting in the manual, "" for a flag that is none.
func settingOf(f *pflag.Flag) string {
	if settingFlags(false).Lookup(f.Name) != nil {
		return "Settings of the story"
	}
	var formats []string
	for _, format := range convert.Formats {
		if convert.FormatFlags(format).Lookup(f.Name) != nil {
			formats = append(formats, format.Name)
		}
	}
	if formats == nil {
		return ""
	}
	return "Settings of " + strings.Join(formats, ", ")
}

func option(b *strings.Builder, f *pflag.Flag) {
	value, usage := pflag.UnquoteUsage(f)
	name := `\fB\-\-` + roff(f.Name) + `\fR`
	if f.Shorthand != "" {
		name = `\fB\-` + f.Shorthand + `\fR, ` + name
	}
	if value != "" {
		name += ` \fI` + roff(value) + `\fR`
	}
	if !strings.Contains(usage, "default") && !slices.Contains([]string{"", "false", "0", "0s", "[]"}, f.DefValue) {
		usage += " (default: " + f.DefValue + ")"
	}
	fmt.Fprintf(b, ".TP\n%s\n%s\n", name, roff(usage))
}

// paragraphs writes text that is parted by empty lines; what is indented stays as
// it stands.
func paragraphs(b *strings.Builder, text string) {
	for i, p := range strings.Split(text, "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		p = roff(strings.Trim(p, "\n"))
		if strings.HasPrefix(p, " ") {
			p = ".nf\n" + p + "\n.fi"
		}
		b.WriteString(p + "\n")
	}
}

var roffEscapes = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)

// roff writes text so that it stands as it is: no character is a command.
func roff(text string) string {
	lines := strings.Split(roffEscapes.Replace(text), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
