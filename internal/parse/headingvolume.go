package parse

import (
	"strings"

	"storybind/internal/book"
)

// Volume and chapter may stand in one line: "Part One - Chapter 2", "第一卷 旧灯 第二章".
// The volume is a part of its own, named once, above the first of its chapters; where
// later chapters name it again, that is set aside.

// splitVolumes divides headings that hold two divisions, the outer first, when at least
// two of them do.
func (s *scheme) splitVolumes() {
	type found struct{ at, inner int }
	var all []found
	for i := range s.heads {
		h := &s.heads[i]
		if at := innerDivision(h, s.lines[h.line].Text); at > 0 && h.style&(repeated|said) == 0 {
			all = append(all, found{i, at})
		}
	}
	if len(all) < 2 {
		return
	}
	out := make([]heading, 0, len(s.heads)+len(all))
	volume, next := "", 0
	for i := range s.heads {
		h := s.heads[i]
		if next == len(all) || all[next].at != i {
			out = append(out, h)
			continue
		}
		at := all[next].inner
		next++
		l := &s.lines[h.line]
		name := strings.TrimRight(l.Text[:at], " \t,.:;-–—　")
		if key := plainKey(name); key != volume {
			volume = key
			v := h
			v.to, v.after, v.titleAt, v.end = h.line, 0, 0, uint8(len(name))
			v.close = min(v.close, v.end)
			v.title, v.label = min(v.title, v.close), min(v.label, v.close)
			out = append(out, v)
		} else {
			s.book.SetAside = append(s.book.SetAside, book.SetAside{Reason: repeatedHeading, Span: s.src.Span(l.Start, l.Start+len(name))})
		}
		h.form = shift(formOf(l.Text[at:]), at)
		h.begin = uint8(at)
		out = append(out, h)
	}
	s.heads = out
}

// repeatedHeading is the reason of an aside that names a chapter's volume once more.
const repeatedHeading = "repeated volume"

// innerDivision is the byte at which a heading's second division begins, which stands
// further in than its first; 0 when it has only one.
func innerDivision(h *heading, text string) int {
	if h.verdict != wordNumber || !h.titled() || h.word == 0 || len(text) > maxHeading {
		return 0
	}
	outer := headingList[h.word].depth
	for at := int(h.title); at < int(h.close); at++ {
		if at > int(h.title) && text[at-1] != ' ' && !strings.HasSuffix(text[:at], "　") {
			continue
		}
		if f := formOf(text[at:]); f.verdict == wordNumber && f.open == 0 && f.word != 0 && headingList[f.word].depth > outer {
			return at
		}
	}
	return 0
}
