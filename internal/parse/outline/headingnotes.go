package outline

import (
	"slices"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/wording"
)

// takeNotes makes endnotes of a "NOTES" line behind the last numbered heading. The headings
// of chapters that stand once more behind it part the notes, and head nothing.
func (s *Scheme) takeNotes() {
	var first map[string]int // headings by their letters: the first of each
	key := func(i int) string { return char.PlainKey(s.Lines[s.Heads[i].Line].Text) }
	for i := len(s.Heads) - 1; i > 0; i-- {
		h := &s.Heads[i]
		if h.Kind == wording.NoNumeral && h.Style&wording.Named != 0 && desk.OpensNotes(s.Lines[h.Line].Text) {
			h.Word, h.Verdict, h.Style = wording.HeadingWords["endnotes"], wording.NameAlone, h.Style&^wording.Named|wording.Satellite
			if first != nil {
				for k := len(s.Heads) - 1; k > i; k-- {
					if first[key(k)] <= i {
						s.Heads = slices.Delete(s.Heads, k, k+1)
					}
				}
			}
			return
		}
		if h.Kind == wording.NoNumeral {
			continue
		}
		if first == nil {
			first = map[string]int{}
			for k := range s.Heads {
				if at := key(k); first[at] == 0 {
					first[at] = k + 1
				}
			}
		}
		if first[key(i)] == i+1 {
			return
		}
	}
}
