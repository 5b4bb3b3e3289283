package convert

import (
	"fmt"

	"github.com/spf13/pflag"

	"storybind/internal/decode"
	"storybind/internal/matter"
	"storybind/internal/parse"
	"storybind/internal/typogrify"
	"storybind/internal/writer"
)

// A Setting is one choice of a person, by the name of its flag.
type Setting struct{ Name, Value string }

// reading holds the settings of the floors that every format shares.
type reading struct {
	decode    decode.Options
	parse     parse.Options
	typogrify typogrify.Options
	matter    matter.Options
}

func (o *reading) flags(fs *pflag.FlagSet) {
	o.decode.Flags(fs)
	o.parse.Flags(fs)
	o.typogrify.Flags(fs)
	o.matter.Flags(fs)
}

// StoryFlags declares on fs the settings that every format shares.
func StoryFlags(fs *pflag.FlagSet) { new(reading).flags(fs) }

// FormatFlags returns the settings that one format understands.
func FormatFlags(f writer.Format) *pflag.FlagSet {
	fs := pflag.NewFlagSet(f.Name, pflag.ContinueOnError)
	f.New().Flags(fs)
	return fs
}

// Changed lists the flags of fs that a person set, as settings, in the order of
// their names; a list flag gives one setting for each of its values.
func Changed(fs *pflag.FlagSet) []Setting {
	var out []Setting
	fs.VisitAll(func(f *pflag.Flag) { // Visit knows only flags that fs itself has parsed
		if !f.Changed {
			return
		}
		if l, ok := f.Value.(pflag.SliceValue); ok {
			for _, v := range l.GetSlice() {
				out = append(out, Setting{f.Name, v})
			}
			return
		}
		out = append(out, Setting{f.Name, f.Value.String()})
	})
	return out
}

// set applies the settings that fs knows, and marks them in known.
func set(fs *pflag.FlagSet, settings []Setting, known map[string]bool) error {
	for _, s := range settings {
		if fs.Lookup(s.Name) == nil {
			continue
		}
		known[s.Name] = true
		if err := fs.Set(s.Name, s.Value); err != nil {
			return fmt.Errorf("setting --%s=%s: %w", s.Name, s.Value, err)
		}
	}
	return nil
}
