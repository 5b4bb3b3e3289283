// Package weigh turns measures of a passage into scores: it loads learned trees,
// weighs with them, and says which measures spoke most. It knows nothing of what
// the measures mean.
//
// The trees are gradient-boosted (Friedman, "Greedy Function Approximation", 2001),
// learned offline by assets/reading/train.py. Measures, thresholds and leaves are
// integers and weighing is comparisons and sums, so that every processor gives the
// same book.
package weigh

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// Unit is the score that stands for one unit of natural-log odds.
const Unit = 1024

// A Forest is one set of learned trees. It is read-only once loaded, and may be
// used by several goroutines.
type Forest struct {
	Names   []string // of the measures, in order
	Classes []string // what is told apart; one class: yes or no

	base      []int32
	trees     []tree
	nodes     []node
	data      []byte // the file: what is asked once a tree is read where it lies
	quitAfter int    // after so many trees …
	quitBelow int32  // … a yes-or-no score below this is decided
}

type tree struct {
	nodes  int32 // place of the tree's first node
	values int32 // place in data: of each node what the score was before it asked
	leaves int32 // place in data: one leaf more than there are nodes
	class  uint8 // which class it speaks for
	size   uint8 // how many nodes it has
}

// A node asks whether a measure is at most the threshold, and goes left if it is.
// A child below 0 is leaf -child-1.
type node struct {
	measure     uint16
	threshold   int16
	left, right int16
}

const magic = "sbtrees1"

// Load reads a forest as assets/reading/learn.py writes it: magic, names of measures
// and of classes, base scores, the quick way out, trees. An error means that the file
// is damaged or of another version.
func Load(data []byte) (*Forest, error) {
	d := decoder{data: data}
	if string(d.bytes(len(magic))) != magic {
		return nil, errors.New("weigh: these are no trees of this version")
	}
	f := &Forest{Names: d.names(), Classes: d.names()}
	f.base = make([]int32, max(1, len(f.Classes)))
	for i := range f.base {
		f.base[i] = d.int32()
	}
	f.quitAfter, f.quitBelow = int(d.uint16()), d.int32()
	f.trees, f.data = make([]tree, d.uint16()), data
	f.nodes = make([]node, 0, len(d.data)/12) // a node, its value and a leaf are twelve bytes
	for i := range f.trees {
		t := tree{nodes: int32(len(f.nodes)), class: d.byte(), size: d.byte()}
		n := int(t.size)
		nodes := d.bytes(8 * n)
		t.values = int32(len(data) - len(d.data))
		t.leaves = t.values + int32(2*n)
		d.bytes(2*n + 2*(n+1))
		if d.short {
			break
		}
		if int(t.class) >= len(f.base) {
			return nil, fmt.Errorf("weigh: class %d of %d", t.class, len(f.base))
		}
		if !f.grow(nodes, n) {
			return nil, errors.New("weigh: a tree leads out of itself")
		}
		f.trees[i] = t
	}
	if d.short || len(d.data) > 0 {
		return nil, errors.New("weigh: the trees are cut short or too long")
	}
	return f, nil
}

// grow adds a tree's n nodes; false when they lead out of the tree, or round in it.
func (f *Forest) grow(nodes []byte, n int) bool {
	for i := range n {
		b := binary.LittleEndian.Uint64(nodes[8*i:])
		nd := node{uint16(b), int16(b >> 16), int16(b >> 32), int16(b >> 48)}
		l, r := int(nd.left), int(nd.right)
		if int(nd.measure) >= len(f.Names) ||
			l < -n-1 || l >= n || uint(l) <= uint(i) || // below 0 is large as a uint
			r < -n-1 || r >= n || uint(r) <= uint(i) {
			return false
		}
		f.nodes = append(f.nodes, nd)
	}
	return true
}

// Weigh adds up the scores of all classes for one passage's measures (one a name)
// into out, which has one place a class.
func (f *Forest) Weigh(measures []int32, out []int32) {
	copy(out, f.base)
	for i := range f.trees {
		t := &f.trees[i]
		out[t.class] += f.leaf(t, measures)
		if i+1 == f.quitAfter && out[0] < f.quitBelow {
			return
		}
	}
}

// WeighAll weighs many passages at once, tree by tree, so that a tree's nodes are at hand
// for all of them. out has for each passage one place a class.
func (f *Forest) WeighAll(measures, out [][]int32) {
	for _, o := range out {
		copy(o, f.base)
	}
	for i := range f.trees {
		t := &f.trees[i]
		for k, m := range measures {
			out[k][t.class] += f.leaf(t, m)
		}
	}
}

// leaf is the leaf at which measures arrive in t.
func (f *Forest) leaf(t *tree, measures []int32) int32 {
	at := int16(-1)
	if t.size > 0 {
		at = 0
	}
	nodes := f.nodes[t.nodes:][:t.size]
	for at >= 0 {
		nd := &nodes[at]
		if measures[nd.measure] <= int32(nd.threshold) {
			at = nd.left
		} else {
			at = nd.right
		}
	}
	return number(f.data, t.leaves+2*int32(-at-1))
}

// number is the small number at a place in data.
func number(data []byte, at int32) int32 {
	return int32(int16(binary.LittleEndian.Uint16(data[at:])))
}

// Explain names the k measures that spoke most for a class, by their indexes, the
// strongest first: each tree's path is shared out among the measures asked on it by
// how they moved the score (Saabas 2014). Measures that spoke against it are left out.
func (f *Forest) Explain(measures []int32, class, k int) []int {
	said := make([]int32, len(f.Names))
	for i := range f.trees {
		t := &f.trees[i]
		if int(t.class) != class || t.size == 0 {
			continue
		}
		for at := int16(0); at >= 0; {
			nd := &f.nodes[t.nodes+int32(at)]
			before, after := number(f.data, t.values+2*int32(at)), int32(0)
			if measures[nd.measure] <= int32(nd.threshold) {
				at = nd.left
			} else {
				at = nd.right
			}
			if at >= 0 {
				after = number(f.data, t.values+2*int32(at))
			} else {
				after = number(f.data, t.leaves+2*int32(-at-1))
			}
			said[nd.measure] += after - before
		}
	}
	var out []int
	for len(out) < k {
		best := -1
		for m, v := range said {
			if v > 0 && (best < 0 || v > said[best]) {
				best = m
			}
		}
		if best < 0 {
			break
		}
		out = append(out, best)
		said[best] = 0
	}
	return out
}

// A decoder takes little-endian numbers from the front of data.
type decoder struct {
	data  []byte
	short bool // more was asked for than there is
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.data) {
		d.short, d.data = true, nil
		return make([]byte, n)
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) byte() byte     { return d.bytes(1)[0] }
func (d *decoder) uint16() uint16 { return binary.LittleEndian.Uint16(d.bytes(2)) }
func (d *decoder) int32() int32   { return int32(binary.LittleEndian.Uint32(d.bytes(4))) }

func (d *decoder) names() []string {
	s := string(d.bytes(int(d.uint16())))
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}
