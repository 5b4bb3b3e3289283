package web

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"storybind/internal/convert"
)

// A setting is a field of the form, made from a flag: a new setting of any floor
// is on the page without a line here.
type setting struct {
	Name, Label, Help string
	Kind              string   // "check", "choice", "lines", "file", "text"
	Choices           []string // what to choose from; for a text, what it may be among other things
	File              bool     // files of one's own may be given instead of a choice
	Value, Default    string
	Formats           []string // the formats that know it; all when it is the story's
	ID                string   // unique on the page, for labels and descriptions
	Wrong             string   // what is wrong with the value; "" for nothing
}

// Sizes says what a choice of this setting measures, if it is a measure.
func (s setting) Sizes(choice string) string {
	if flag := allFlags().Lookup(s.Name[strings.LastIndexByte(s.Name, '.')+1:]); flag != nil {
		if d, ok := flag.Value.(interface{ Describe(choice string) string }); ok {
			return d.Describe(choice)
		}
	}
	return ""
}

// Checked reports whether a switch is on.
func (s setting) Checked() bool { return s.Value == "true" }

// Other is the value when it is none of the choices.
func (s setting) Other() string {
	if s.Value == s.Default || slices.Contains(s.Choices, s.Value) {
		return ""
	}
	return s.Value
}

// chooser is a flag's value that says what there is to choose from.
type chooser interface{ Choices() []string }

// loader is a flag's value that names files (writer.FileSetting).
type loader interface {
	Load(open func(name string) ([]byte, error)) error
}

// bookFormats are those that the form offers: a cover for a printer is reckoned from many
// settings and held against a template, which is work for the command line.
var bookFormats = convert.BookFormats()

// bookSettings are the settings of the formats, each once, and then those of the
// story that hold for many stories alike.
func bookSettings(value func(name string) string) []setting {
	var out []setting
	for _, f := range bookFormats {
		fs := convert.FormatFlags(f)
		fs.SortFlags = false
		fs.VisitAll(func(flag *pflag.Flag) {
			at := slices.IndexFunc(out, func(s setting) bool { return s.Name == flag.Name })
			if at < 0 {
				at = len(out)
				out = append(out, settingOf(flag, value))
			}
			out[at].Formats = append(out[at].Formats, f.Name)
		})
	}
	return append(out, settingsOf(func(flag *pflag.Flag) bool { return !perStory(flag) }, value)...)
}

// perStory reports whether a setting of the story makes sense for one story only.
func perStory(flag *pflag.Flag) bool {
	return flag.Value.Type() == "lines" || flag.Name == "identifier"
}

// settingsOf are the settings of the story's floors that are wanted, but for those
// that the page shows as what was understood.
func settingsOf(wanted func(*pflag.Flag) bool, value func(name string) string) []setting {
	fs := pflag.NewFlagSet("story", pflag.ContinueOnError)
	fs.SortFlags = false
	convert.StoryFlags(fs)
	var out []setting
	fs.VisitAll(func(flag *pflag.Flag) {
		if wanted(flag) && !slices.Contains(about, flag.Name) {
			out = append(out, settingOf(flag, value))
		}
	})
	return out
}

func settingOf(flag *pflag.Flag, value func(name string) string) setting {
	s := setting{Name: flag.Name, ID: flag.Name, Label: label(flag), Help: help(flag), Kind: "text", Value: value(flag.Name)}
	if s.Default = flag.DefValue; s.Value == "" {
		s.Value = s.Default
	}
	if c, ok := flag.Value.(chooser); ok {
		s.Choices = c.Choices()
	}
	_, list := flag.Value.(pflag.SliceValue)
	_, file := flag.Value.(loader)
	switch {
	case flag.Value.Type() == "bool":
		s.Kind = "check"
	case file && len(s.Choices) > 0:
		s.Kind, s.File = "choice", true
	case file:
		s.Kind = "file"
	case list:
		s.Kind = "lines"
		if s.Value == "[]" { // how pflag prints an empty list
			s.Value = ""
		}
	}
	return s
}

// fieldNames are the names that a field of the header may have, but for those that
// the page shows by themselves.
func fieldNames() []string {
	return slices.DeleteFunc(convert.FieldNames(), func(name string) bool { return slices.Contains(about, name) || name == "other" })
}
