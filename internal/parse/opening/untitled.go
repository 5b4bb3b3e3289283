package opening

import (
	"slices"
	"strings"

	"storybind/internal/parse/decide"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
)

// A title page of fields without a title: a line that looks like one and has no form of
// its own is it, the first of the page or the last above the story.

// sureOfPlace is how sure such a title is, in thousandths: its place alone says it.
const sureOfPlace = 300

// untitled makes the title of such a line, with a doubt, where nothing else is one.
func (z *Zone) untitled() {
	if title, _ := z.said(); title != "" || z.later || z.R.Known.Title != "" || len(z.entries) < 2 {
		return
	}
	labelled := z.hasLabel()
	for _, i := range [...]int{0, len(z.entries) - 1} {
		e := &z.entries[i]
		n := z.R.Src.LineAt(e.start)
		if !labelled || e.name != "notes" || e.label != "" || strings.IndexByte(e.value, '\n') >= 0 || !z.mayEntitle(n) {
			continue
		}
		if i > 0 && (!z.R.Lines[n-1].Blank() || !z.blankBelow(n)) { // the last stands alone
			continue
		}
		e.name, e.raw = "title", e.value
		z.titleSure = sureOfPlace
		z.doubt("doubtful-title", n, "the line "+desk.Quoted(z.R.Lines[n].Text)+" was read as the title, since no other says one", "overrule it with --title")
		return
	}
}

// hasLabel reports whether a field with a label was read.
func (z *Zone) hasLabel() bool {
	return slices.ContainsFunc(z.entries, func(e entry) bool { return e.label != "" })
}

// titleBehind reads the line below a remark to the reader as the title, where nothing
// else names title or author: it stands alone, and no other line of the story is set as it
// is. Below a header that names the author it may head the only chapter. It returns the
// line behind the header.
func (z *Zone) titleBehind(end int) int {
	const most = 4000 // lines
	n := NextText(z.R, end, z.To)
	title, authors := z.said()
	if title != "" || len(authors) > 0 || z.later || z.R.Known.Title != "" || n >= z.To || n-end > 4 || !z.blankBelow(n) || !z.mayEntitle(n) || !z.hasLabel() {
		return end
	}
	if i := z.entries[len(z.entries)-1]; i.name == "notes" && i.label == "" || z.entries[0].name == "notes" && z.entries[0].label == "" { // a line among the fields may be it
		return end
	}
	if _, alone := z.aloneAboveText(n); !alone {
		return end
	}
	for k := n + 2; k < min(len(z.R.Lines), n+most); k++ {
		if _, again := z.aloneAboveText(k); again && z.setAs(k, n) {
			return end
		}
	}
	z.entries = append(z.entries, z.lineEntry("title", n, n+1, 0))
	z.titleSure = sureOfPlace
	z.doubt("doubtful-title", n, "the line "+desk.Quoted(z.R.Lines[n].Text)+" below the header was read as the title", "overrule it with --title")
	return z.ruleBelow(n + 1)
}

// mayEntitle reports whether line n may be a title: it looks like one, and has no other form.
func (z *Zone) mayEntitle(n int) bool {
	const longest = 70 // columns
	const other = evidence.SaysSentence | evidence.SaysHeading | evidence.SaysKind | evidence.SaysDate | evidence.SaysImprint | evidence.SaysRights | evidence.SaysAddress | evidence.SaysRule | evidence.SaysSpeech | evidence.SaysField | evidence.SaysPairing | evidence.SaysSeries | evidence.SaysUnknownLabel | evidence.SaysEnd | evidence.SaysByAlone | evidence.SaysByline | evidence.SaysHelper | evidence.SaysContents
	t := z.R.Lines[n].Text
	return len(t) <= longest && z.forms(n)&other == 0 && says.Unlabelled(t) == "" && !says.IsPersons(t) && (says.TitleLike(t) || says.NamesThing(t)) && strings.IndexByte("([<*#@", t[0]) < 0 && !says.Disclaims(t) && !says.IsFarewell(t) && !archivesWords(t)
}

// threeRows reads three rows at the top, the second in small letters, as title, subtitle and
// name: "Harbour Lights", "What the keeper said", "Annie Lee".
func (z *Zone) threeRows(p *page) {
	if len(p.roles) < 3 || p.roles[0] != decide.Note || p.roles[1] != decide.Title || p.roles[2] != decide.Author || p.lines[2] != p.lines[0]+2 {
		return
	}
	above, below := z.R.Lines[p.lines[0]].Text, z.R.Lines[p.lines[1]].Text
	if z.mayEntitle(p.lines[0]) && says.TitleLike(above) && !says.TitleLike(below) {
		p.roles[0], p.roles[1] = decide.Title, decide.Subtitle
	}
}
