package opening

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/says"
)

// How sure a title and the authors are, in thousandths, by where they come from. Of
// what a learned forest found in lines without labels, the forest says it itself. Counted
// on 600 stories of a generator that nothing was learned from (right + 1 of all + 2): labels
// 218 of 218, envelopes 35 of 35, copyrights 51 of 54. File names are not counted: a guess.
const (
	sureOfLabel     = 980 // "Title: ..." or a catalogue
	sureOfEnvelope  = 970 // a message's subject and sender
	sureOfFile      = 400
	SureOfCopyright = 930 // only a copyright names the author
)

// sureOf says how sure the title and the authors are that a header gave, and why.
func sureOf(r *desk.Reading, h *desk.Head) {
	m := &r.Book.Meta
	m.TitleSure, m.TitleBecause, m.AuthorsSure = h.TitleSure, h.TitleBecause, h.AuthorsSure
	from, why := sureOfEnvelope, "envelope"
	if r.Known.Firm {
		from, why = sureOfLabel, "catalogue"
	}
	if r.Known.Title != "" && (r.Known.Firm || h.Title == "" || says.SameLetters(h.Title, r.Known.Title)) {
		m.TitleSure, m.TitleBecause = max(m.TitleSure, from), []string{why}
	}
	if len(r.Known.Credits) > 0 && (r.Known.Firm || len(h.Authors()) == 0 || SameNames(h.Authors(), r.Known.Authors())) {
		m.AuthorsSure = max(m.AuthorsSure, from)
	}
}

// sureOfHead keeps with a head how sure the zone is of its title and authors.
func (z *Zone) sureOfHead(h *desk.Head) {
	h.TitleSure, h.TitleBecause, h.AuthorsSure = z.titleSure, z.titleBecause, 1000
	for _, s := range z.authorsSure {
		h.AuthorsSure = min(h.AuthorsSure, s)
	}
	if len(z.authorsSure) == 0 {
		h.AuthorsSure = SureOfCopyright
	}
	for i := range z.entries {
		switch e := &z.entries[i]; {
		case e.label == "":
		case e.name == "title":
			h.TitleSure, h.TitleBecause = sureOfLabel, []string{"label"}
		case e.name == "author":
			h.AuthorsSure = sureOfLabel
		}
	}
}
