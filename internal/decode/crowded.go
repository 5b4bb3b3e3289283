package decode

import (
	"bytes"
	"fmt"
)

// crowded says that a file holds more and shorter lines than any story.
func crowded(t []byte) error {
	if lines := bytes.Count(t, []byte{'\n'}); lines > manyLines && len(t)/lines < shortestAll {
		return fmt.Errorf("the file holds %d lines of %d characters on average, which no story does; if it is one, give it in parts", lines, len(t)/lines)
	}
	return nil
}
