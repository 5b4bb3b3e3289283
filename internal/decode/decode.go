// Package decode turns a file's bytes into clean UTF-8 text.
package decode

import (
	"errors"
	"strings"

	"github.com/spf13/pflag"

	"storybind/internal/diag"
	"storybind/internal/source"
)

// Options are the settings of decode.
type Options struct {
	Encoding string // IANA name; "" means that the file decides
}

// Flags declares the settings on fs.
func (o *Options) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&o.Encoding, "encoding", o.Encoding, "read the story in this `encoding`, for example windows-1252 (default: the file decides)")
}

// Text turns a file's bytes into clean text.
func Text(name string, data []byte, o Options) (*source.Text, []diag.Diagnostic, error) {
	if len(data) == 0 {
		return nil, nil, errors.New("the story is empty")
	}
	body := strings.ToValidUTF8(string(data), "\uFFFD")
	body = strings.ReplaceAll(strings.ReplaceAll(body, "\r\n", "\n"), "\r", "\n")
	return source.New(name, len(data), "utf-8", strings.TrimPrefix(body, "\uFEFF")), nil, nil
}
