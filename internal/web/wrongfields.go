package web

import (
	"slices"
	"strings"

	"storybind/internal/convert"
)

// wrongFields are the fields of a form whose values cannot be used, by name, each with
// what is wrong. One of them spoils nothing else: a story is looked at without it.
type wrongFields map[string]string

// takeOut takes the settings that cannot be used out of a request.
func takeOut(req *convert.Request) wrongFields {
	wrong := wrongFields{}
	for _, w := range req.WrongSettings() {
		wrong[fieldOf(w.Setting)] = sentence(plainFlags(w.Err.Error()))
		req.Settings = slices.DeleteFunc(req.Settings, func(s convert.Setting) bool { return s == w.Setting })
	}
	return wrong
}

// fieldOf names the form's field that gives a setting.
func fieldOf(s convert.Setting) string {
	switch s.Name {
	case "set":
		name, _, _ := strings.Cut(s.Value, "=")
		return fieldPrefix + strings.TrimSpace(name)
	case "heading-lines", "no-heading-lines":
		return "heading-line"
	}
	return s.Name
}

// mark says at each setting what is wrong with it.
func (w wrongFields) mark(settings []setting) []setting {
	for i := range settings {
		settings[i].Wrong = w[settings[i].Name]
	}
	return settings
}
