package outline

import (
	"fmt"

	"storybind/internal/diag"
	"storybind/internal/parse/wording"
)

// What is said of headings that are taken for such by their look alone, and of those
// that are doubtful.

// tellNames says which names, without a number or a heading word, are taken for
// headings, and warns of each heading that is about as likely none.
func (s *Scheme) tellNames() {
	const doubt, most = 700, 10
	names, first, doubted := 0, 0, 0
	for i := range s.Heads {
		h := &s.Heads[i]
		if h.Style&(wording.Said|wording.Repeated) != 0 {
			continue
		}
		if h.Style&wording.Named != 0 {
			if names++; names == 1 {
				first = int(h.Line)
			}
		}
		if h.Chance < doubt {
			if doubted++; doubted <= most {
				n := int(h.Line)
				s.Remark("doubtful-heading", diag.Warning, n, n+1, fmt.Sprintf("%q may be no heading", s.Lines[n].Text), "if it heads nothing, say so with --no-heading-lines")
			}
		}
	}
	if names == 0 {
		return
	}
	message := fmt.Sprintf("%q is taken for a heading, because of how it stands", s.Lines[first].Text)
	if names > 1 {
		message = fmt.Sprintf("%q and %d more like it are taken for headings, because of how they stand", s.Lines[first].Text, names-1)
	}
	s.Remark("named-headings", diag.Note, first, first+1, message, "if they head nothing, give them no more blank lines than paragraphs have")
}
