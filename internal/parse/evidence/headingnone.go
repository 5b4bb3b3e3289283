package evidence

import (
	"strings"

	"storybind/internal/parse/passage"
	"storybind/internal/parse/wording"
)

// What a whole set shows to be no headings.

// dropSets takes back units that stand in a set which heads nothing: datelines that each
// stand right below a heading, whatever else does so each time, and numbers of pages, which
// grow and do not run; and what is listed behind the end.
func (o *Sight) dropSets(out []Role) {
	const least = 3
	var dated []int
	below := 0
	none := map[*alike]bool{}
	pages := map[*alike]*pageSet{}
	heads, hang := map[*alike]int{}, map[*alike]int{} // of a form without words for headings: those found, and those right below another heading
	for i, r := range out {
		u := &o.Units[i]
		if r != HeadsSection || o.lines[u.Line].Marks&passage.IsHead != 0 { // a person's word settles it
			continue
		}
		if u.Verdict == wording.NoHeading && endsQuotation(o.lines[u.Line].Text) {
			out[i] = NoRole
			continue
		}
		if u.Verdict == wording.NoHeading && NamesDate(o.lines[u.Line].Text) {
			dated = append(dated, i)
			if i > 0 && o.JoinsOn(i-1) && out[i-1] != NoRole {
				below++
			}
		}
		if u.Verdict == wording.NoHeading && u.Caps < 95 {
			a := o.groups[1][u.Coarse]
			heads[a]++
			if i > 0 && o.JoinsOn(i-1) && out[i-1] != NoRole {
				hang[a]++
			}
		}
		if u.Verdict == wording.BareNumber && u.Kind == wording.Digits {
			a := o.groups[1][u.Coarse]
			p := pages[a]
			if p == nil {
				p = &pageSet{}
				pages[a] = p
			}
			p.add(u.Number)
		}
	}
	for a, p := range pages {
		if p.found >= least && p.runs*5 < p.found && !p.begins {
			none[a] = true
		}
	}
	for a, n := range heads {
		if n >= least && hang[a]*10 >= n*9 { // "Eversley, 1869." below each sermon's heading
			none[a] = true
		}
	}
	o.namesBehind(out, none)
	o.dropInitials(out)
	o.dropSpeakers(out)
	o.dropTold(out)
	o.dropListed(out)
	for a := range none {
		for _, m := range a.members {
			if o.lines[o.Units[m].Line].Marks&passage.IsHead == 0 && out[m] == HeadsSection {
				out[m] = NoRole
			}
		}
	}
	if len(dated) >= least && below*10 >= len(dated)*9 {
		for _, i := range dated {
			out[i] = NoRole
		}
	}
	for i := range out { // nothing goes on with what heads nothing
		if out[i] == GoesOnHeading && (i == 0 || !o.JoinsOn(i-1) || out[i-1] == NoRole) {
			out[i] = NoRole
		}
	}
}

// A pageSet is bare numbers of one form, in order.
type pageSet struct {
	found, runs int // how many, and how many are one more than that before
	last        int16
	begins      bool // one of them is 1
}

func (p *pageSet) add(n int16) {
	if p.found > 0 && n == p.last+1 {
		p.runs++
	}
	p.found, p.last, p.begins = p.found+1, n, p.begins || n == 1
}

// dropInitials takes back a letter alone that is a numeral by chance, as one signs a note
// with it, where the numerals round it run on without it: "II", "C.", "III".
func (o *Sight) dropInitials(out []Role) {
	const far = 20
	before, runs := int16(0), false // the numeral before; whether two have run: those of an alphabet do not
	for i, r := range out {
		u := &o.Units[i]
		if r != HeadsSection || u.Verdict != wording.BareNumber || u.Kind != wording.Roman {
			continue
		}
		text := o.lines[u.Line].Text
		if one := len(strings.TrimRight(text, ".")) == 1; one && runs && u.Number > before+far && o.lines[u.Line].Marks&passage.IsHead == 0 {
			out[i] = NoRole
			continue
		}
		runs = runs || before > 0 && u.Number == before+1
		before = u.Number
	}
}

// endsQuotation reports whether a text only ends a quotation that began above it, as the
// name below a letter does: "Твой Пётр».".
func endsQuotation(s string) bool {
	const marks = "\"“”„«»"
	t := strings.TrimRight(s, ".,!?…)")
	if last := strings.LastIndexAny(t, marks); last < 0 || strings.IndexAny(t, marks) != last {
		return false
	}
	return strings.HasSuffix(t, "\"") || strings.HasSuffix(t, "”") || strings.HasSuffix(t, "»") || strings.HasSuffix(t, "«")
}

// dropSpeakers takes back a line that stands again and again above text and mostly heads
// nothing: who speaks in a play.
func (o *Sight) dropSpeakers(out []Role) {
	const least = 3
	said, heads := map[uint64]int{}, map[uint64]int{}
	for i, r := range out {
		if u := &o.Units[i]; u.Verdict == wording.NoHeading && u.Recurs() && o.proseBelow(i) {
			said[u.Key]++
			if r != NoRole {
				heads[u.Key]++
			}
		}
	}
	for i, r := range out {
		u := &o.Units[i]
		if r == GoesOnHeading { // below an act or a scene alone: chapters may share a title
			if w := o.Units[i-1].Word; w == 0 || wording.HeadingList[w].Depth == wording.ChapterDepth {
				continue
			}
		}
		if r != NoRole && u.Verdict == wording.NoHeading && said[u.Key] >= least && heads[u.Key]*2 <= said[u.Key] && o.lines[u.Line].Marks&passage.IsHead == 0 {
			out[i] = NoRole
		}
	}
}

// dropTold takes back a short sentence that has the same white above and below, where
// numbered chapters have more above: it is told between two gaps.
func (o *Sight) dropTold(out []Role) {
	const least = 2
	numbered, white := 0, uint8(255)
	for i, r := range out {
		if u := &o.Units[i]; r == HeadsSection && u.Verdict == wording.WordNumber {
			numbered++
			if u.At > 0 {
				white = min(white, o.Passages[u.At].Before)
			}
		}
	}
	if numbered < least {
		return
	}
	for i, r := range out {
		u := &o.Units[i]
		p := &o.Passages[u.At]
		l := &o.lines[u.Line]
		if r == HeadsSection && u.Verdict == wording.NoHeading && u.Style == 0 && l.Tail == passage.EndsStop && l.Marks&passage.IsHead == 0 && p.Before == p.After && p.Before < white && tells(l.Text) && !NamesDate(l.Text) && !wording.AllCapitals(l.Text) {
			out[i] = NoRole
		}
	}
}

// dropListed takes back a number whose next number stands right below it: a list of the
// story ("1. Onions", "2. No fish"); and what is sold behind the end.
func (o *Sight) dropListed(out []Role) {
	const few, prices = 6, 2 // passages
	for i, r := range out {
		u := &o.Units[i]
		if r != HeadsSection || o.lines[u.Line].Marks&passage.IsHead != 0 {
			continue
		}
		below := int(u.Line) + 1
		if u.Word == 0 && u.Number > 0 && u.Titled() && below < len(o.lines) && !o.lines[below].Blank() {
			if n := wording.ReadNumeral(o.lines[below].Text); n.Kind == u.Kind && int16(n.Value) == u.Number+1 {
				out[i] = NoRole
			}
		}
		if hi := min(int(u.At)+few, len(o.Passages)); u.At > o.ended && o.prices[hi]-o.prices[u.At] >= prices {
			out[i] = NoRole
		}
	}
}
