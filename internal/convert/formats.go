package convert

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/writer"
	"storybind/internal/writer/epub"
	"storybind/internal/writer/pdf"
)

// Formats is the register of book formats: a new one is one folder under
// writer/ and one row here. The first row is the default.
var Formats = []writer.Format{
	epub.Format,
	epub.Kepub,
	pdf.Format,
	pdf.Cover,
}

// BookFormats are the formats that hold the story, and are not what goes around it.
func BookFormats() []writer.Format {
	return slices.DeleteFunc(slices.Clone(Formats), func(f writer.Format) bool { return f.Wrap })
}

// Format finds a format by its name. The error says what to do instead.
func Format(name string) (writer.Format, error) {
	var names []string
	for _, f := range Formats {
		if strings.EqualFold(f.Name, name) {
			return f, nil
		}
		names = append(names, f.Name)
	}
	if advice := Advice(name); advice != "" {
		return writer.Format{}, fmt.Errorf("storybind makes no %q; %s", name, advice)
	}
	return writer.Format{}, fmt.Errorf("no format is called %q; there are %s", name, strings.Join(names, ", "))
}
