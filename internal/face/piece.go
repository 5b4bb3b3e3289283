package face

import "fmt"

// Flags of a composite glyph's piece (OpenType 1.9, "glyf", composite glyph flags).
const (
	wordArguments = 1 << 0
	haveScale     = 1 << 3
	morePieces    = 1 << 5
	haveXYScale   = 1 << 6
	haveTwoByTwo  = 1 << 7
)

// EachPiece calls f with the two bytes that hold the number of each glyph that a
// composite glyph is made of (OpenType 1.9, "glyf", composite glyph description); f
// may change them. A simple glyph has none. The errors are f's, and that the outline
// is cut off.
func EachPiece(shape []byte, f func(number []byte) error) error {
	if len(shape) < 10 || int16(be.Uint16(shape)) >= 0 {
		return nil
	}
	for at := 10; ; {
		if at+4 > len(shape) {
			return fmt.Errorf("its outline is cut off")
		}
		flags := be.Uint16(shape[at:])
		if err := f(shape[at+2 : at+4]); err != nil {
			return err
		}
		if flags&morePieces == 0 {
			return nil
		}
		at += 4 + 2
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&haveTwoByTwo != 0:
			at += 8
		}
	}
}
