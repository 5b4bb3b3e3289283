package main

import (
	"io"

	"github.com/spf13/pflag"

	"storybind/internal/batch"
	"storybind/internal/convert"
)

// bookReading is how a command that makes books reads its stories. From here on the
// garbage collector knows how large they may be.
func bookReading(settings *pflag.FlagSet, size megabytes, stdin io.Reader) (batch.Reading, error) {
	modified, err := sourceDate()
	if err != nil {
		return batch.Reading{}, err
	}
	bytes := int64(size) << 20
	batch.HoldMemory(bytes)
	return batch.Reading{Settings: convert.Changed(settings), Modified: modified, Version: version, MaxSize: bytes, Stdin: stdin}, nil
}
