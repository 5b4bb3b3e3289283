package convert

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"
	"storybind/internal/book"
	"storybind/internal/writer"
)

// Formats is the register of book formats: a new one is one folder under
// writer/ and one row here. The first row is the default.
var Formats = []writer.Format{
	{Name: "epub", Extension: ".epub", New: func() writer.Writer { return none{} }},
}

// Format finds a format by its name.
func Format(name string) (writer.Format, error) {
	var names []string
	for _, f := range Formats {
		if strings.EqualFold(f.Name, name) {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return writer.Format{}, fmt.Errorf("no format is called %q; there are %s", name, strings.Join(names, ", "))
}

type none struct{}

func (none) Flags(*pflag.FlagSet) {}
func (none) Write(context.Context, io.Writer, *book.Book) (writer.Result, error) {
	return writer.Result{}, fmt.Errorf("no writer yet")
}
