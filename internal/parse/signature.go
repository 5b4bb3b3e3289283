package parse

import (
	"strings"

	"storybind/internal/diag"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// A message's signature is the sender's, as its header is, and no part of what was
// posted. It stands below a line "--" (RFC 3676, section 4.3); where no program wrote
// that line, several messages of the file end with the same lines.

// longestSignature is the most lines that are taken for one, the "--" included.
// Four were good manners; hardly anybody kept to them.
const longestSignature = 8

// signatures sets the signatures aside with which the messages of lines [from, to) end,
// when the story came in one. The last one stays where nothing else names an author.
func signatures(r *desk.Reading, from, to int) {
	if !r.Known.Enveloped {
		return
	}
	var ends []int // the lines behind messages
	for n := from + 1; n < to; n++ {
		if l := &r.Lines[n]; !l.Blank() && r.Lines[n-1].Blank() && outline.MayHeadPart(l.Text) {
			if e, end := opening.EnvelopeAt(r, n, to); end > n && (e.Transport || outline.PostsAgain(r, e) || r.Known.Credited(e.Sender)) {
				ends = append(ends, n)
				n = end
			}
		}
	}
	ends = append(ends, to)
	alike := map[string]int{}
	for _, end := range ends {
		if first, last := lastBlock(r, from, end); last > first {
			alike[r.Span(first, last).Raw()]++
		}
	}
	told := 0
	for i, end := range ends {
		if i == len(ends)-1 && len(r.Known.Credits) == 0 {
			break
		}
		first, last := markedSignature(r, from, end)
		if first == last {
			if first, last = lastBlock(r, from, end); first == last || alike[r.Span(first, last).Raw()] < 2 || !namesSender(r, first, last) {
				continue
			}
		}
		r.SetAside("signature", first, last)
		if told++; told == 1 {
			r.TellAside("signature", diag.Note, first, last, "the signature of whoever sent the message", "")
		}
		clear(r, first, last)
	}
}

// markedSignature is the signature that stands below a line "--" right above line end;
// an empty range when there is none.
func markedSignature(r *desk.Reading, from, end int) (first, last int) {
	for end > from && r.Lines[end-1].Blank() {
		end--
	}
	for n := end - 2; n > from && end-n <= longestSignature; n-- {
		if r.Lines[n].Text == "--" && !r.Lines[n+1].Blank() && signature(r, chunk{n, end}) {
			return n, end
		}
	}
	return end, end
}

// lastBlock is the block of lines without a blank that stands right above line end,
// when it is short enough for a signature.
func lastBlock(r *desk.Reading, from, end int) (first, last int) {
	for end > from && r.Lines[end-1].Blank() {
		end--
	}
	for first = end; first > from && !r.Lines[first-1].Blank(); first-- {
		if end-first == longestSignature {
			return end, end
		}
	}
	return first, end
}

// namesSender reports whether lines [from, to) give an address or the sender's name, and
// hold no sentence of a story.
func namesSender(r *desk.Reading, from, to int) bool {
	named := false
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Marks&passage.IsHead != 0 || char.OpensQuote(l.Text) && n == from {
			return false
		}
		if _, ok := says.NextAddress(l.Text, 0); ok {
			named = true
		}
		for _, c := range r.Known.Credits {
			named = named || strings.HasPrefix(l.Text, c.Name)
		}
	}
	return named
}
