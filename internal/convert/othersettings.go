package convert

import (
	"slices"
	"sync"

	"github.com/spf13/pflag"
)

// otherSettings holds for each format the settings of other formats that mean
// nothing to it.
var otherSettings = sync.OnceValue(func() map[string]map[string]bool {
	story := pflag.NewFlagSet("story", pflag.ContinueOnError)
	StoryFlags(story)
	out := map[string]map[string]bool{}
	for _, f := range Formats {
		own := FormatFlags(f)
		out[f.Name] = map[string]bool{}
		for _, other := range Formats {
			FormatFlags(other).VisitAll(func(s *pflag.Flag) {
				if own.Lookup(s.Name) == nil && story.Lookup(s.Name) == nil {
					out[f.Name][s.Name] = true
				}
			})
		}
	}
	return out
})

// MeantFor names the formats that a setting means anything to, if none of made is
// among them, else nothing.
func MeantFor(setting string, made []string) []string {
	unknown := otherSettings()
	if slices.ContainsFunc(made, func(name string) bool { return !unknown[name][setting] }) {
		return nil
	}
	var out []string
	for _, f := range Formats {
		if !unknown[f.Name][setting] && (!f.Wrap || out == nil) { // a cover has the settings of its book
			out = append(out, f.Name)
		}
	}
	return out
}
