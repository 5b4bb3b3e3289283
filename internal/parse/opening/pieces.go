package opening

import (
	"strings"

	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
)

// headsPiece makes headings of what looks like a title and a byline right above prose, where
// a catalogue has named the story otherwise, or where a title stands above them and other
// pieces with bylines follow: they head the first piece.
func (z *Zone) headsPiece(p *page) {
	const prose = 50 // columns
	k := &z.R.Known
	for i, r := range p.roles {
		if r == decide.Text || r == decide.Contents || z.later {
			return
		}
		text := z.R.Lines[p.lines[i]].Text
		second := k.Firm && r == decide.Subtitle && p.chance(i, decide.Title, decide.Heading) > p.chance(i, decide.Subtitle) // it is no title, as there is one
		if r != decide.Title && r != decide.HalfTitle && (r != decide.Subtitle || k.Firm) && !second || k.Firm && sharesWord(k.Title, text) {
			continue
		}
		if (!k.Firm || k.Title == "") && !(i > 0 && i+1 < len(p.roles) && p.roles[i+1] == decide.Author && z.blanks(p.lines[i]) > 0 && z.piecesBelow(p.lines[i+1])) {
			continue
		}
		below := i + 1
		for below < len(p.roles) && (p.roles[below] == decide.By || p.roles[below] == decide.Author) {
			below++
		}
		at := below // what may stand between: "[Written in 1871.]"
		for at < len(p.roles) && at < below+2 && (!onPage(p.roles[at]) || strings.IndexByte("([", z.R.Lines[p.lines[at]].Text[0]) >= 0) && z.R.Lines[p.lines[at]].Width() < prose {
			at++
		}
		if at == len(p.roles) || p.roles[at] != decide.Text && (p.roles[at] != decide.Note || k.Firm && p.chance(at, decide.Text) < p.chance(at, decide.Note)) || z.R.Lines[p.lines[at]].Width() < prose {
			continue
		}
		if p.roles[i] = decide.Heading; !saysTitle(p.roles[:i]) && !k.Firm && z.forms(p.lines[0])&evidence.SaysTitleLike != 0 {
			p.roles[0] = decide.Title
		}
		for n := i + 1; n <= at; n++ {
			p.roles[n] = decide.Text
		}
		return
	}
}

// piecesBelow reports whether a title and a byline below it, with a blank line between them
// or none, stand together again below line n.
func (z *Zone) piecesBelow(n int) bool {
	const most, reach = 60, 20000 // bytes; lines
	for k := n + 3; k < min(len(z.R.Lines), n+reach); k++ {
		t := z.R.Lines[k].Text
		if t == "" || len(t) >= most {
			continue
		}
		above := k - 1
		if z.R.Lines[above].Blank() {
			above--
		}
		if !z.R.Lines[above].Blank() && z.R.Lines[above-1].Blank() && StartsByline(t) && says.TitleLike(z.R.Lines[above].Text) {
			return true
		}
	}
	return false
}

// sharesWord reports whether two titles have a word of some length in common.
func sharesWord(a, b string) bool {
	const least = 4 // bytes
	for w := range strings.FieldsSeq(strings.ToLower(b)) {
		if w = strings.Trim(w, ".,:;!?'\"_*’"); len(w) >= least && strings.Contains(strings.ToLower(a), w) {
			return true
		}
	}
	return false
}
