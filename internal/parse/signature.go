package parse

import (
	"strings"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// A message's signature is the sender's, as its header is, and no part of what was
// posted. It stands below a line "--" (RFC 3676, section 4.3); where no program wrote
// that line, several messages of the file end with the same lines.

// longestSignature is the most lines that are taken for one, the "--" included.
// Four were good manners; hardly anybody kept to them.
const longestSignature = 8

// signatures sets the signatures aside with which the messages of lines [from, to) end,
// when the story came in one. The last one stays where nothing else names an author.
func (r *reading) signatures(from, to int) {
	if !r.known.enveloped {
		return
	}
	var ends []int // the lines behind messages
	for n := from + 1; n < to; n++ {
		if l := &r.lines[n]; !l.Blank() && r.lines[n-1].Blank() && mayHeadPart(l.Text) {
			if e, end := r.envelopeAt(n, to); end > n && (e.transport || r.postsAgain(e)) {
				ends = append(ends, n)
				n = end
			}
		}
	}
	ends = append(ends, to)
	alike := map[string]int{}
	for _, end := range ends {
		if first, last := r.lastBlock(from, end); last > first {
			alike[r.span(first, last).Raw()]++
		}
	}
	told := 0
	for i, end := range ends {
		if i == len(ends)-1 && len(r.known.credits) == 0 {
			break
		}
		first, last := r.markedSignature(from, end)
		if first == last {
			if first, last = r.lastBlock(from, end); first == last || alike[r.span(first, last).Raw()] < 2 || !r.namesSender(first, last) {
				continue
			}
		}
		r.setAside("signature", first, last)
		if told++; told == 1 {
			r.tellAside("signature", diag.Note, first, last, "the signature of whoever sent the message", "")
		}
		r.clear(first, last)
	}
}

// markedSignature is the signature that stands below a line "--" right above line end;
// an empty range when there is none.
func (r *reading) markedSignature(from, end int) (first, last int) {
	for end > from && r.lines[end-1].Blank() {
		end--
	}
	for n := end - 2; n > from && end-n <= longestSignature; n-- {
		if r.lines[n].Text == "--" && !r.lines[n+1].Blank() && r.signature(chunk{n, end}) {
			return n, end
		}
	}
	return end, end
}

// lastBlock is the block of lines without a blank that stands right above line end,
// when it is short enough for a signature.
func (r *reading) lastBlock(from, end int) (first, last int) {
	for end > from && r.lines[end-1].Blank() {
		end--
	}
	for first = end; first > from && !r.lines[first-1].Blank(); first-- {
		if end-first == longestSignature {
			return end, end
		}
	}
	return first, end
}

// namesSender reports whether lines [from, to) give an address or the sender's name, and
// hold no sentence of a story.
func (r *reading) namesSender(from, to int) bool {
	named := false
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Marks&passage.IsHead != 0 || opensQuote(l.Text) && n == from {
			return false
		}
		if _, ok := nextAddress(l.Text, 0); ok {
			named = true
		}
		for _, c := range r.known.credits {
			named = named || strings.HasPrefix(l.Text, c.Name)
		}
	}
	return named
}
