package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"

	"storybind/internal/parallel"
)

// objects are the indirect objects of one file, in the order of their numbers.
// Whoever needs a number before its object stands takes one with reserve.
type objects struct {
	version string // of PDF, as the header says it
	list    []object
	arena   syntax // the plain objects' text, one after the other
}

// An object is plain (a stretch of the arena) or a stream.
type object struct {
	start, end int    // in the arena; of a stream, the inside of its dictionary
	stream     []byte // as it goes into the file
	isStream   bool
	pack       bool // still to be deflated
}

// reserve takes the next number.
func (o *objects) reserve() ref {
	o.list = append(o.list, object{})
	return ref(len(o.list))
}

// put writes a plain object.
func (o *objects) put(r ref, write func(s *syntax)) {
	start := len(o.arena.b)
	write(&o.arena)
	o.list[r-1] = object{start: start, end: len(o.arena.b)}
}

// add is reserve and put.
func (o *objects) add(write func(s *syntax)) ref {
	r := o.reserve()
	o.put(r, write)
	return r
}

// putStream adds a stream; dict writes the entries of its dictionary besides
// Length (and besides Filter, when pack asks for deflating), and may be nil.
func (o *objects) putStream(r ref, data []byte, pack bool, dict func(s *syntax)) {
	start := len(o.arena.b)
	if dict != nil {
		dict(&o.arena)
	}
	o.list[r-1] = object{start: start, end: len(o.arena.b), stream: data, isStream: true, pack: pack}
}

// perObjectStream is how many plain objects are packed together. More packs
// tighter, fewer lets a reader find one object sooner.
const perObjectStream = 200

// file writes header, streams, object streams and the cross-reference stream
// (ISO 32000-1, 7.5.7 and 7.5.8). Deflating runs in parallel. The file's ID is a
// hash of everything before the cross-reference stream.
func (o *objects) file(catalog, information ref) ([]byte, error) {
	plain := make([]int, 0, len(o.list))
	for i := range o.list {
		if !o.list[i].isStream {
			plain = append(plain, i)
		}
	}
	// where[i] is the object stream that holds object i, counted from 1.
	where := make([]entry, len(o.list))
	groups := (len(plain) + perObjectStream - 1) / perObjectStream
	for g := range groups {
		members := plain[g*perObjectStream : min((g+1)*perObjectStream, len(plain))]
		holder := ref(len(o.list) + 1)
		var head, body syntax
		for k, i := range members {
			head.int(i + 1).raw(" ").int(len(body.b)).raw(" ")
			body.b = append(body.b, o.arena.b[o.list[i].start:o.list[i].end]...)
			body.raw("\n")
			where[i] = entry{kind: 2, a: int(holder), b: k}
		}
		first := len(head.b)
		r := o.reserve()
		o.putStream(r, append(head.b, body.b...), true, func(s *syntax) {
			s.raw("/First ").int(first).raw("/N ").int(len(members)).raw("/Type/ObjStm")
		})
		where = append(where, entry{})
	}
	if err := o.pack(); err != nil {
		return nil, err
	}

	var out bytes.Buffer
	size := 1024
	for i := range o.list {
		size += len(o.list[i].stream) + 100
	}
	out.Grow(size + 4*len(o.list))
	out.WriteString("%PDF-" + o.version + "\n%\xE2\xE3\xCF\xD3\n")
	for i := range o.list {
		if o.list[i].isStream {
			where[i] = entry{kind: 1, a: out.Len()}
			o.writeStream(&out, ref(i+1), &o.list[i])
		}
	}
	sum := sha256.Sum256(out.Bytes())
	o.writeXref(&out, where, catalog, information, sum[:16])
	return out.Bytes(), nil
}

func (o *objects) pack() error {
	var todo []int
	for i := range o.list {
		if o.list[i].pack {
			todo = append(todo, i)
		}
	}
	return parallel.Do(len(todo), 0, func(k int) error {
		ob := &o.list[todo[k]]
		ob.stream = deflate(ob.stream)
		return nil
	})
}

func (o *objects) writeStream(out *bytes.Buffer, r ref, ob *object) {
	s := syntax{out.AvailableBuffer()}
	s.int(int(r)).raw(" 0 obj\n<<")
	s.b = append(s.b, o.arena.b[ob.start:ob.end]...)
	if ob.pack {
		s.raw("/Filter/FlateDecode")
	}
	s.raw("/Length ").int(len(ob.stream)).raw(">>\nstream\n")
	out.Write(s.b)
	out.Write(ob.stream)
	out.WriteString("\nendstream\nendobj\n")
}

// An entry is one line of the cross-reference stream (table 18): kind 1 is a
// place in the file, kind 2 an object stream and the index in it.
type entry struct{ kind, a, b int }

// writeXref ends the file. Each row is written as the difference to the row
// above (predictor 12), which makes the table all but vanish when packed.
func (o *objects) writeXref(out *bytes.Buffer, where []entry, catalog, information ref, id []byte) {
	self := ref(len(o.list) + 1)
	start := out.Len()
	const width = 1 + 5 + 2
	row := func(e entry) (b [width]byte) {
		var wide [8]byte
		b[0] = byte(e.kind)
		binary.BigEndian.PutUint64(wide[:], uint64(e.a))
		copy(b[1:6], wide[3:])
		binary.BigEndian.PutUint16(b[6:], uint16(e.b))
		return b
	}
	rows := make([]byte, 0, (len(where)+2)*(width+1))
	var above [width]byte
	add := func(e entry) {
		b := row(e)
		rows = append(rows, 2) // PNG's "Up"
		for i := range b {
			rows = append(rows, b[i]-above[i])
		}
		above = b
	}
	add(entry{0, 0, 0xFFFF}) // the head of the list of free objects
	for _, e := range where {
		add(e)
	}
	add(entry{1, start, 0})
	packed := deflate(rows)
	s := syntax{}
	s.int(int(self)).raw(" 0 obj\n<</DecodeParms<</Columns ").int(width).raw("/Predictor 12>>/Filter/FlateDecode/ID[")
	for range 2 {
		s.raw("<")
		for _, c := range id {
			s.b = append(s.b, hexDigits[c>>4], hexDigits[c&15])
		}
		s.raw(">")
	}
	s.raw("]/Info ").ref(information).raw("/Length ").int(len(packed)).raw("/Root ").ref(catalog)
	s.raw("/Size ").int(int(self) + 1).raw("/Type/XRef/W[1 5 2]>>\nstream\n")
	s.b = append(s.b, packed...)
	s.raw("\nendstream\nendobj\nstartxref\n").int(start).raw("\n%%EOF\n")
	out.Write(s.b)
}
