package parse

import "slices"

// dropTwice sets a heading aside that stands twice without text between, as archives
// print a chapter's name above the page and the author above the text, spelt a little
// otherwise: of two that say the same the one that says less.
func (s *scheme) dropTwice() {
	for i := 0; i+1 < len(s.heads); i++ {
		h, next := &s.heads[i], &s.heads[i+1]
		if h.style&(repeated|said) != 0 || next.style&(repeated|said) != 0 || int(s.nextText(int(max(h.to, h.again)), s.to)) != int(next.from) || !s.sameSaid(h, next) {
			continue
		}
		less, more := h, next
		if len(s.keyOf(h.line, h.to)) > len(s.keyOf(next.line, next.to)) {
			less, more = next, h
		}
		s.cuts = append(s.cuts, cut{repeatedTitle, int(less.from), int(less.to), int(less.line)})
		if less == next {
			more.again = next.to
			s.heads = slices.Delete(s.heads, i+1, i+2)
		} else {
			s.heads = slices.Delete(s.heads, i, i+1)
		}
		i--
	}
}

// sameSaid reports whether two headings that stand one below the other say the same:
// the same words, or the same number and one of them, or none, a title that the other
// has not.
func (s *scheme) sameSaid(a, b *heading) bool {
	if s.keyOf(a.line, a.to) == s.keyOf(b.line, b.to) {
		return true
	}
	ta, tb := s.titleKey(a), s.titleKey(b)
	switch {
	case a.kind != noNumeral && b.kind != noNumeral:
		alike := a.word == b.word && a.kind == b.kind
		return a.number == b.number && (ta == tb && (ta != "" || alike) || (ta == "" || tb == "") && alike)
	case a.kind == noNumeral && b.kind == noNumeral:
		return ta != "" && ta == tb
	}
	return len(ta) > 3 && ta == tb // one has the number as well
}
