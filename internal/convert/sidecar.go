package convert

import (
	"bytes"
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
// several times. The table [fields] names fields of the header, as --set does; one that
// stands there several times has a list.
// Keys keep the order of the file.
func (s Sidecar) settings() ([]Setting, error) {
	if err := s.bounded(); err != nil {
		return nil, err
	}
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
			for _, v := range list(value.(map[string]any)[key[1]]) {
				text, err := one(v)
				if err != nil {
					return nil, fmt.Errorf("%s: fields.%s: %w", s.Name, key[1], err)
				}
				out = append(out, Setting{"set", key[1] + "=" + text})
			}
			continue
		case len(key) > 1:
			return nil, fmt.Errorf("%s: there is no table called [%s]; only [fields]", s.Name, strings.Join(key[:len(key)-1], "."))
		}
		for _, v := range list(value) {
			text, err := one(v)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", s.Name, name, err)
			}
			out = append(out, Setting{name, text})
		}
	}
	return out, nil
}

// bounded says that a sidecar is larger, or nested deeper, than any that is meant.
// Brackets nest, and so do the dots of a key; what stands in quotes or behind a #
// does not count.
func (s *Sidecar) bounded() error {
	if len(s.Data) > MaxSidecar {
		return fmt.Errorf("%s has more than %d KB, which no file of settings needs: a .toml file beside a story speaks for the story; rename it if it does not", s.Name, MaxSidecar>>10)
	}
	open, dots, line := 0, 0, 1
	for rest := s.Data; len(rest) > 0; {
		n := 1
		switch c := rest[0]; c {
		case '\n':
			line++
			dots = 0
		case '#':
			if n = bytes.IndexByte(rest, '\n'); n < 0 {
				n = len(rest)
			}
		case '"', '\'':
			n = quoted(rest)
			line += bytes.Count(rest[:n], []byte{'\n'})
		case '[', '{':
			open++
			dots = 0
		case ']', '}':
			open = max(open-1, 0)
			dots = 0
		case ',', '=':
			dots = 0
		case '.':
			dots++
		}
		if open+dots > sidecarNesting {
			return fmt.Errorf("%s:%d: brackets or dotted names are nested more than %d deep; settings are texts, numbers and lists of them", s.Name, line, sidecarNesting)
		}
		rest = rest[n:]
	}
	return nil
}

// quoted is the length of the TOML string at the start of t, to its closing quote, or
// to the end of the line or file for one that is not closed.
func quoted(t []byte) int {
	mark, many := t[:1], bytes.HasPrefix(t, []byte(`"""`)) || bytes.HasPrefix(t, []byte("'''"))
	if many {
		mark = t[:3]
	}
	for i := len(mark); i < len(t); i++ {
		switch {
		case t[i] == '\\' && mark[0] == '"':
			i++
		case t[i] == '\n' && !many:
			return i
		case bytes.HasPrefix(t[i:], mark):
			return i + len(mark)
		}
	}
	return len(t)
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

// list is the values of a list, or the one value.
func list(v any) []any {
	if all, ok := v.([]any); ok {
		return all
	}
	return []any{v}
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
