package weigh

import (
	"encoding/binary"
	"testing"
)

// two is a forest of two trees over measures "a" and "b": a > 3 is worth 2, and of
// those b > 0 one more.
func two() []byte {
	le := binary.LittleEndian
	out := []byte(magic)
	out = le.AppendUint16(out, 3)
	out = append(out, "a\nb"...)
	out = le.AppendUint16(out, 0) // yes or no
	out = le.AppendUint32(out, 0)
	out = le.AppendUint16(out, 0)
	out = le.AppendUint32(out, 0)
	out = le.AppendUint16(out, 2)
	u := func(vs ...int16) {
		for _, v := range vs {
			out = le.AppendUint16(out, uint16(v))
		}
	}
	out = append(out, 0, 2)
	u(0, 3, -1, 1, 1, 0, -2, -3) // a <= 3: leaf 0; else b <= 0: leaf 1, leaf 2
	u(0, 2500, 0, 2000, 3000)
	out = append(out, 0, 0) // a tree that asks nothing
	u(-100)
	return out
}

func TestWeigh(t *testing.T) {
	f, err := Load(two())
	if err != nil {
		t.Fatal(err)
	}
	var out [1]int32
	for _, c := range []struct{ a, b, want int32 }{{3, 9, -100}, {4, 0, 1900}, {4, 1, 2900}} {
		if f.Weigh([]int32{c.a, c.b}, out[:]); out[0] != c.want {
			t.Errorf("a %d, b %d weigh %d, want %d", c.a, c.b, out[0], c.want)
		}
	}
	if why := f.Explain([]int32{4, 0}, 0, 3); len(why) != 1 || why[0] != 0 {
		t.Errorf("a alone speaks for it, got %v", why)
	}
}

func TestLoadDamaged(t *testing.T) {
	whole := two()
	for n := range whole {
		if _, err := Load(whole[:n]); err == nil {
			t.Errorf("the first %d of %d bytes load", n, len(whole))
		}
	}
	for i := range whole { // no byte may lead a tree out of itself
		bad := append([]byte{}, whole...)
		bad[i] ^= 0x41
		if f, err := Load(bad); err == nil {
			f.Weigh(make([]int32, len(f.Names)), make([]int32, max(1, len(f.Classes))))
		}
	}
}

func TestProbability(t *testing.T) {
	for score, want := range map[int32]int32{0: 500, Unit: 731, -Unit: 269, 20 * Unit: 1000, -20 * Unit: 0} {
		p := []int32{score}
		if Probability(p); p[0] != want {
			t.Errorf("score %d is %d thousandths, want %d", score, p[0], want)
		}
	}
	p := []int32{0, 0, Unit, 0}
	Probability(p)
	if sum := p[0] + p[1] + p[2] + p[3]; sum < 998 || sum > 1002 || p[2] != 475 {
		t.Errorf("got %v", p)
	}
}
