package epub

import (
	"encoding/binary"
	"slices"
)

// seal writes a line about the book into the archive's comment, the last thing in
// a zip file (APPNOTE 4.3.16), which reading systems pass over.
func seal(file []byte, line string) []byte {
	out := append(slices.Grow(slices.Clip(file), len(line)), line...)
	binary.LittleEndian.PutUint16(out[len(file)-2:], uint16(len(line))) // pack writes no comment
	return out
}
