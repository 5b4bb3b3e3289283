package convert

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// SidecarFile writes the sidecar that says what a request's settings and its own
// sidecar say together, so that a file beside the story makes the same book as the
// request; nil when nothing is said. Settings stand in the order in which they are
// declared, a list's values in their own.
func (r *Request) SidecarFile() ([]byte, error) {
	choices, err := r.choices()
	if err != nil {
		return nil, err
	}
	values := map[string][]string{}
	var fields []string // names, in the order in which they came
	for _, c := range choices {
		name, value := c.Name, c.Value
		if name == "set" {
			field, v, _ := strings.Cut(value, "=")
			if field = strings.TrimSpace(field); !slices.Contains(fields, field) {
				fields = append(fields, field)
			}
			name, value = "set "+field, v
		}
		values[name] = append(values[name], value)
	}
	all := pflag.NewFlagSet("all", pflag.ContinueOnError)
	all.SortFlags = false
	StoryFlags(all)
	for _, f := range Formats {
		fs := FormatFlags(f)
		fs.SortFlags = false
		all.AddFlagSet(fs)
	}
	var b strings.Builder
	all.VisitAll(func(f *pflag.Flag) {
		given := values[f.Name]
		if len(given) == 0 {
			return
		}
		if f.Value.Type() == "bool" && (given[len(given)-1] == "true" || given[len(given)-1] == "false") {
			b.WriteString(f.Name + " = " + given[len(given)-1] + "\n")
			return
		}
		b.WriteString(f.Name + " = " + tomlTexts(given) + "\n")
	})
	if len(fields) > 0 {
		b.WriteString("\n[fields]\n")
	}
	for _, name := range fields {
		b.WriteString(tomlText(name) + " = " + tomlTexts(values["set "+name]) + "\n")
	}
	if b.Len() == 0 {
		return nil, nil
	}
	return []byte(strings.TrimPrefix(b.String(), "\n")), nil
}

// tomlTexts is one text, or a list of several.
func tomlTexts(values []string) string {
	if len(values) == 1 {
		return tomlText(values[0])
	}
	var out []string
	for _, v := range values {
		out = append(out, tomlText(v))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// tomlText writes a basic string of TOML 1.0.
func tomlText(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			b.WriteString(`\u00`)
			b.WriteByte(hex[r>>4])
			b.WriteByte(hex[r&15])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
