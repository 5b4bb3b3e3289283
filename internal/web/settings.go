package web

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/pflag"

	"storybind/internal/convert"
)

// The names of the form's fields are the names of settings, and these besides.
const (
	wasPrefix   = "was:"   // what a field showed when the page was made: only a change is a setting
	fieldPrefix = "field:" // a field of the story's header
)

// ownNames are the fields of the form that are no settings.
var ownNames = []string{"story", "story64", "name", "text", "sidecar", "join", "keep", "format", "also", "zip", "bind", "bind-title", "heading", "heading-line", "add-field", "add-value"}

// about are the settings that the form shows as what was understood of a story.
var about = []string{"title", "author", "language", "series", "series-index", "set", "heading-lines", "no-heading-lines"}

// settings says what the form's fields ask for, as settings. A field that still
// holds what it showed asks for nothing.
func (s *story) settings() ([]convert.Setting, error) {
	var out []convert.Setting
	add := func(name, value string) { out = append(out, convert.Setting{Name: name, Value: value}) }
	for _, name := range s.names() {
		field, isField := strings.CutPrefix(name, fieldPrefix)
		flag := allFlags().Lookup(name)
		switch {
		case strings.HasPrefix(name, wasPrefix), slices.Contains(ownNames, name):
		case isField:
			if values, was := paragraphs(s.all(name)), paragraphs(s.all(wasPrefix+name)); !slices.Equal(values, was) {
				for _, v := range values { // all of them, in their places
					add("set", field+"="+v)
				}
			}
		case flag == nil:
			return nil, refusal{status: http.StatusBadRequest, text: "The form knows no field called " + strconv.Quote(name) + "."}
		case name == "author":
			if v := s.last(name); v != s.last(wasPrefix+name) {
				for a := range strings.SplitSeq(v, ";") {
					if a = strings.TrimSpace(a); a != "" {
						add(name, a)
					}
				}
			}
		default:
			for _, v := range s.asked(flag) {
				if len(v) > maxValue {
					return nil, refusal{status: http.StatusUnprocessableEntity, text: "“" + label(flag) + "” is longer than any setting can be."}
				}
				add(name, v)
			}
		}
	}
	if name := s.last("add-field"); name != "" && oneParagraph(s.last("add-value")) != "" {
		if values := paragraphs(s.all(fieldPrefix + name)); slices.Equal(values, paragraphs(s.all(wasPrefix+fieldPrefix+name))) {
			for _, v := range values { // those that are there stay
				add("set", name+"="+v)
			}
		}
		add("set", name+"="+oneParagraph(s.last("add-value")))
	}
	on, off, err := s.ticks()
	if err != nil {
		return nil, err
	}
	for _, line := range on {
		add("heading-lines", strconv.Itoa(line))
	}
	for _, line := range off {
		add("no-heading-lines", strconv.Itoa(line))
	}
	return out, nil
}

// names are the names of the fields that came, sorted, each once.
func (s *story) names() []string {
	var out []string
	for _, fs := range []*fields{s.own, s.shared} {
		for name := range fs.values {
			out = append(out, name)
		}
		for name := range fs.files {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// asked are the values that a field gives to a setting: the files that came for
// it, the lines of a list, or the one value that is neither what the page showed
// nor the setting's own default.
func (s *story) asked(flag *pflag.Flag) []string {
	var out []string
	for _, f := range s.from(flag.Name).files[flag.Name] {
		out = append(out, f.name)
	}
	if len(out) > 0 {
		return out
	}
	if _, list := flag.Value.(pflag.SliceValue); list {
		for _, v := range s.all(flag.Name) {
			for line := range strings.Lines(v) {
				if line = strings.TrimSpace(line); line != "" {
					out = append(out, line)
				}
			}
		}
		return out
	}
	v := ""
	for _, each := range s.all(flag.Name) { // a choice, and below it room for something else
		if each = strings.TrimSpace(each); each != "" {
			v = each
		}
	}
	if v == "" || v == flag.DefValue || v == s.last(wasPrefix+flag.Name) {
		return nil
	}
	return []string{v}
}

func paragraphs(values []string) []string {
	var out []string
	for _, v := range values {
		out = append(out, oneParagraph(v))
	}
	return out
}

// oneParagraph is a field's value with the line ends of a form made plain.
func oneParagraph(v string) string {
	return strings.TrimSpace(strings.ReplaceAll(v, "\r\n", "\n"))
}

// open finds a file that a setting names among those that came for settings with
// the same request. There are no others: a form cannot read the server's files.
func (s *story) open(name string) ([]byte, error) {
	for _, fs := range []*fields{s.own, s.shared} {
		for setting, files := range fs.files {
			if allFlags().Lookup(setting) == nil {
				continue
			}
			for _, f := range files {
				if f.name == name {
					return f.data, nil
				}
			}
		}
	}
	return nil, fmt.Errorf("%s: no file of this name came with the form", name)
}

// allFlags are the settings of the story's floors and of every format, for
// looking up; nothing is ever set in them.
var allFlags = sync.OnceValue(func() *pflag.FlagSet {
	fs := pflag.NewFlagSet("settings", pflag.ContinueOnError)
	convert.StoryFlags(fs)
	for _, f := range convert.Formats {
		fs.AddFlagSet(convert.FormatFlags(f))
	}
	return fs
})
