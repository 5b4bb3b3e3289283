package face

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Tables are a font file's tables by tag (OpenType 1.9, "Organization of an
// OpenType Font").
type Tables map[string][]byte

var be = binary.BigEndian

// readSFNT splits a TrueType file into its tables and says plainly why another
// kind of file does not do.
func readSFNT(name string, b []byte) (Tables, error) {
	if len(b) < 12 {
		return nil, fmt.Errorf("font %s is broken: it has only %d bytes", name, len(b))
	}
	switch string(b[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, postScript(name)
	case "ttcf":
		return nil, fmt.Errorf("font %s is a collection of fonts (.ttc); name one of them: %s#1", name, name)
	case "wOFF", "wOF2":
		return nil, fmt.Errorf("font %s is a web font; storybind needs the .ttf file it was made from", name)
	default:
		return nil, fmt.Errorf("%s is not a TrueType font", name)
	}
	t, err := SplitTables(b)
	if err != nil {
		return nil, fmt.Errorf("font %s is broken: %w", name, err)
	}
	if t["glyf"] == nil && (t["CFF "] != nil || t["CFF2"] != nil) {
		return nil, postScript(name)
	}
	for _, tag := range []string{"cmap", "head", "hhea", "hmtx", "maxp", "glyf", "loca"} {
		if t[tag] == nil {
			return nil, fmt.Errorf("font %s is broken: it has no table %q", name, tag)
		}
	}
	return t, nil
}

func postScript(name string) error {
	return fmt.Errorf("font %s has PostScript outlines (as .otf files have); storybind needs TrueType outlines (.ttf): look for the family's .ttf files, or leave the font out, for %s and faces for Chinese, Japanese, Korean, Hebrew, Arabic and more are built in", name, BundledNames()[0])
}

// SplitTables finds the tables of a TrueType file, whichever there are; they share
// its memory. An error means that the list or a table lies outside the file.
func SplitTables(b []byte) (Tables, error) { return splitTablesAt(b, 0) }

// splitTablesAt is SplitTables for a font whose list begins at a byte of the file.
func splitTablesAt(b []byte, at int) (Tables, error) {
	list := b[at:]
	if len(list) < 12 || len(list) < 12+16*int(be.Uint16(list[4:])) {
		return nil, errors.New("its list of tables is cut off")
	}
	t := Tables{}
	for i := range int(be.Uint16(list[4:])) {
		rec := list[12+16*i:]
		off, length := uint64(be.Uint32(rec[8:])), uint64(be.Uint32(rec[12:]))
		if off+length > uint64(len(b)) {
			return nil, fmt.Errorf("table %q lies outside the file", rec[:4])
		}
		t[string(rec[:4])] = b[off : off+length]
	}
	return t, nil
}

// Write makes a file of the tables, sorted by tag, with right check sums.
func (t Tables) Write() []byte {
	tags := make([]string, 0, len(t))
	size := 12
	for tag, b := range t {
		tags = append(tags, tag)
		size += 16 + (len(b)+3)&^3
	}
	slices.Sort(tags)
	out := make([]byte, 12+16*len(tags), size)
	be.PutUint32(out, 0x00010000)
	be.PutUint16(out[4:], uint16(len(tags)))
	pow, log := 1, 0
	for pow*2 <= len(tags) {
		pow, log = pow*2, log+1
	}
	be.PutUint16(out[6:], uint16(pow*16))
	be.PutUint16(out[8:], uint16(log))
	be.PutUint16(out[10:], uint16((len(tags)-pow)*16))
	head := 0
	for i, tag := range tags {
		rec := out[12+16*i:]
		copy(rec, tag)
		be.PutUint32(rec[8:], uint32(len(out)))
		be.PutUint32(rec[12:], uint32(len(t[tag])))
		at := len(out)
		out = append(out, t[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		if tag == "head" && len(t[tag]) >= 12 {
			head = at
			be.PutUint32(out[at+8:], 0)
		}
		be.PutUint32(out[12+16*i+4:], checkSum(out[at:]))
	}
	if head > 0 {
		be.PutUint32(out[head+8:], 0xB1B0AFBA-checkSum(out))
	}
	return out
}

func checkSum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	return sum
}
