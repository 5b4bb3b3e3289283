package outline

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/wording"
)

// takeNotes makes endnotes of a "NOTES" line behind the last numbered heading.
func (s *Scheme) takeNotes() {
	for i := len(s.Heads) - 1; i > 0; i-- {
		h := &s.Heads[i]
		if h.Kind != wording.NoNumeral {
			return
		}
		if h.Style&wording.Named != 0 && desk.OpensNotes(s.Lines[h.Line].Text) {
			h.Word, h.Verdict, h.Style = wording.HeadingWords["endnotes"], wording.NameAlone, h.Style&^wording.Named|wording.Satellite
			return
		}
	}
}
