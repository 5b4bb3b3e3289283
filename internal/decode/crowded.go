package decode

import (
	"bytes"
	"fmt"
)

// Beyond so many lines a story has at least so many bytes in each, blank ones and
// line ends counted: poems of very short lines have eleven. What storybind knows of a
// line takes room, and without this limit a long list of numbers would take more
// than the machine has.
const (
	manyLines   = 500_000
	shortestAll = 10
)

// crowded says that a file holds more and shorter lines than any story.
func crowded(t []byte) error {
	if lines := bytes.Count(t, []byte{'\n'}); lines > manyLines && len(t)/lines < shortestAll {
		return fmt.Errorf("the file holds %d lines of %d characters on average, which no story does; if it is one, give it in parts", lines, len(t)/lines)
	}
	return nil
}
