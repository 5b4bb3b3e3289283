package pdf

import (
	"storybind/internal/typeset"
)

// perNode is how many kids a node of the page tree has, so that a reader finds
// any page in a few steps (7.7.3).
const perNode = 32

// pageTree writes the tree over the pages and returns each page's parent; root
// is its uppermost node.
func (o *objects) pageTree(root ref, pages []ref) []ref {
	parents := make([]ref, len(pages))
	type node struct {
		self  ref
		count int
		kids  []ref
	}
	level := make([]node, len(pages))
	setParent := make(map[ref]ref)
	for i, p := range pages {
		level[i] = node{self: p, count: 1}
	}
	var all []node
	for first := true; first || len(level) > 1; first = false {
		var above []node
		for from := 0; from < len(level); from += perNode {
			part := level[from:min(from+perNode, len(level))]
			n := node{self: root}
			if len(level) > perNode {
				n.self = o.reserve()
			}
			for _, k := range part {
				n.kids = append(n.kids, k.self)
				n.count += k.count
				setParent[k.self] = n.self
			}
			above = append(above, n)
		}
		all = append(all, above...)
		level = above
	}
	for _, n := range all {
		o.put(n.self, func(s *syntax) {
			s.raw("<</Count ").int(n.count).raw("/Kids[")
			for i, k := range n.kids {
				if i > 0 {
					s.raw(" ")
				}
				s.ref(k)
			}
			s.raw("]")
			if n.self != root {
				s.raw("/Parent ").ref(setParent[n.self])
			}
			s.raw("/Type/Pages>>")
		})
	}
	for i, p := range pages {
		parents[i] = setParent[p]
	}
	return parents
}

// pageLabels writes the labels as ranges (12.4.2): a range goes on while the
// numbers do.
func pageLabels(s *syntax, pages []*typeset.Page) {
	s.raw("<</Nums[")
	lastStyle, last := byte(0), 0
	for i, p := range pages {
		style, n := labelStyle(p.Label)
		if i > 0 && style != 0 && style == lastStyle && n == last+1 {
			last = n
			continue
		}
		lastStyle, last = style, n
		s.int(i)
		switch style {
		case 0:
			s.raw("<</P").text(p.Label).raw(">>")
		default:
			s.raw("<</S/", string(style)).raw("/St ").int(n).raw(">>")
		}
	}
	s.raw("]>>")
}

// labelStyle reads a folio: 'D' for figures, 'r' and 'R' for roman numerals, 0
// for anything else.
func labelStyle(label string) (byte, int) {
	n := 0
	for _, c := range []byte(label) {
		if c < '0' || c > '9' || n > 1_000_000 {
			n = 0
			break
		}
		n = n*10 + int(c-'0')
	}
	if n > 0 && label[0] != '0' {
		return 'D', n
	}
	for _, style := range []byte{'r', 'R'} {
		if n := fromRoman(label, style == 'R'); n > 0 {
			return style, n
		}
	}
	return 0, 0
}

// fromRoman is the number that a roman numeral writes in the usual way, else 0.
func fromRoman(label string, capitals bool) int {
	n, prev := 0, 0
	for i := len(label) - 1; i >= 0; i-- {
		c := label[i]
		if capitals {
			c |= 0x20
		}
		if (label[i] >= 'a') == capitals {
			return 0
		}
		v := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}[c]
		if v == 0 {
			return 0
		}
		if v < prev {
			n -= v
		} else {
			n += v
			prev = v
		}
	}
	if n <= 0 || n >= 4000 || toRoman(n, capitals) != label {
		return 0
	}
	return n
}

func toRoman(n int, capitals bool) string {
	var b []byte
	for _, r := range []struct {
		v int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.v; n -= r.v {
			b = append(b, r.s...)
		}
	}
	if capitals {
		for i := range b {
			b[i] &^= 0x20
		}
	}
	return string(b)
}
