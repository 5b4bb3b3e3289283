package convert

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// A Sidecar is a file that lies beside a story and overrules what would be read
// from it: NAME.toml beside NAME.txt.
type Sidecar struct {
	Name string // for messages
	Data []byte
	Open func(name string) ([]byte, error) // reads the files that it names
}

// settings reads a sidecar: each key is the name of a setting, its value a text,
// a number, true or false, or a list of texts for a setting that may be given
// several times. The table [fields] names fields of the header, as --set does.
// Keys keep the order of the file.
func (s Sidecar) settings() ([]Setting, error) {
	var values map[string]any
	meta, err := toml.Decode(string(s.Data), &values)
	if err != nil {
		var pe toml.ParseError
		if errors.As(err, &pe) {
			hint := ""
			if strings.HasPrefix(pe.Message, "expected value") { // a word alone, or in curly quotes
				hint = `; a text stands in straight quotes: title = "The Lamp"`
			}
			return nil, fmt.Errorf("%s:%d: %s%s", s.Name, pe.Position.Line, pe.Message, hint)
		}
		return nil, fmt.Errorf("%s: %w", s.Name, err)
	}
	var out []Setting
	for _, key := range meta.Keys() {
		name := key[0]
		value := values[name]
		switch {
		case len(key) == 1 && name == "fields":
			if _, ok := value.(map[string]any); !ok {
				return nil, fmt.Errorf("%s: fields is a table: [fields], then one field a line", s.Name)
			}
			continue
		case len(key) == 2 && name == "fields":
			v, err := one(value.(map[string]any)[key[1]])
			if err != nil {
				return nil, fmt.Errorf("%s: fields.%s: %w", s.Name, key[1], err)
			}
			out = append(out, Setting{"set", key[1] + "=" + v})
			continue
		case len(key) > 1:
			return nil, fmt.Errorf("%s: there is no table called [%s]; only [fields]", s.Name, strings.Join(key[:len(key)-1], "."))
		}
		list, ok := value.([]any)
		if !ok {
			list = []any{value}
		}
		for _, v := range list {
			text, err := one(v)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", s.Name, name, err)
			}
			out = append(out, Setting{name, text})
		}
	}
	return out, nil
}

// place names the sidecar and the line in which it gives a setting, for messages.
func (s *Sidecar) place(of Setting) string {
	key := of.Name
	if key == "set" {
		key, _, _ = strings.Cut(of.Value, "=")
	}
	n := 0
	for line := range strings.Lines(string(s.Data)) {
		n++
		if name, _, ok := strings.Cut(line, "="); ok && strings.Trim(name, " \t\"'") == key {
			return fmt.Sprintf("%s:%d", s.Name, n)
		}
	}
	return s.Name
}

// one is a single TOML value as a flag takes it.
func one(v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case int64, float64, bool:
		return fmt.Sprint(v), nil
	case time.Time: // a date may stand without quotes
		return v.Format(time.DateOnly), nil
	}
	return "", errors.New("the value is neither a text, a number, true or false, nor a list of texts")
}
