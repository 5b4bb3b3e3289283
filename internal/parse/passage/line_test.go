package passage

import (
	"testing"
	"unsafe"
)

// A text may be millions of lines: what one takes is measured before it grows. Numbers that
// do not fit stop at the last that does.
func TestLine(t *testing.T) {
	if size := unsafe.Sizeof(Line{}); size > 32 {
		t.Errorf("a line takes %d bytes, not 32", size)
	}
	long := make([]byte, 3*farthest)
	for i := range long {
		long[i] = ' '
		if i >= 2*farthest {
			long[i] = 'x'
		}
	}
	var l Line
	Measure(&l, string(long), 7)
	if l.Start() != 7+2*farthest || l.Indent() != farthest || l.Width() != 2*farthest || l.Word() != farthest {
		t.Errorf("starts at %d, %d columns in, %d wide, a word of %d", l.Start(), l.Indent(), l.Width(), l.Word())
	}
	l.Place(70_000, 70_001)
	if l.Indent() != farthest || l.Width() != 70_001 {
		t.Errorf("placed %d columns in, %d wide", l.Indent(), l.Width())
	}
}
