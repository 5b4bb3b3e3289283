package parse

import (
	"strings"

	"storybind/internal/parse/desk"
	"storybind/internal/parse/says"
)

// noteLabel reports whether a chunk begins as notes, feedback or the like do.
func noteLabel(r *desk.Reading, c chunk) bool {
	s := r.Lines[c.from].Text
	if c.to-c.from == 1 && (s == "--" || says.BareAddress(s)) {
		return true
	}
	t := strings.ToLower(strings.TrimLeft(s[:min(len(s), 120)], " *_~=-:#[(<"))
	for _, l := range says.EndLabels {
		rest, ok := strings.CutPrefix(t, l)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "s")
		rest = strings.TrimLeft(rest, "*_ ]/")
		if rest == "" || rest[0] == ':' || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "-- ") || strings.HasPrefix(rest, "— ") || strings.HasPrefix(rest, "= ") || strings.HasPrefix(rest, "...") {
			return rest != "" || len(l) > 3 && c.to-c.from <= 2
		}
	}
	for _, l := range says.Adverts {
		if strings.HasPrefix(t, l) && c.to-c.from < 3 && len(s) < 80 {
			return true
		}
	}
	for _, l := range says.EndPhrases {
		if strings.HasPrefix(t, l) {
			return says.AsksReader(strings.ToLower(r.Span(c.from, min(c.to, c.from+4)).Raw()))
		}
	}
	return false
}
