package opening

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
)

// surelyText is how likely a line must be story, in thousandths, that a title block ends
// above it although its role is another: what is story may not go.
const surelyText = 300

// ends is the row behind the last one of the title block that begins the page; 0 when
// none does. What stands above the title belongs to it, unless it is a story's text
// of some length.
func (z *Zone) ends(p *page) int {
	const most = 14 // lines of words to the reader above the title
	first, title := -1, -1
	for i, r := range p.roles {
		if z.countsOn(p.lines[i]) && !p.namedBelow(i) || i > 2 && z.forms(p.lines[i])&evidence.SaysEnd != 0 { // the story has begun
			break
		}
		if saysName(r) && first < 0 {
			first = i
		}
		if (r == decide.Title || r == decide.TitleAuthor) && title < 0 {
			title = i
		}
	}
	start := max(first, title)
	if start < 0 {
		return z.remarkAbove(p)
	}
	told := 0
	for _, r := range p.roles[:start] {
		if r == decide.Text || r == decide.Heading {
			told++
		}
	}
	if told > most {
		if start = first; start > most {
			return 0
		}
		for _, r := range p.roles[:start] {
			if r == decide.Text || r == decide.Heading {
				return 0
			}
		}
	}
	last := start
	for i := start + 1; i < len(p.roles); i++ {
		switch r := p.roles[i]; {
		case z.countsOn(p.lines[i]) && !p.namedBelow(i), z.headsOn(p, i), z.forms(p.lines[i])&evidence.SaysEnd != 0:
			return last + 1
		case last == i-1 && z.listed(p, i):
			p.roles[i] = decide.Contents
			last = i
		case last == i-1 && z.boxEnd(p, i) > i:
			last = z.boxEnd(p, i)
			i = last
		case z.claims(p.lines[i]) && (last == i-1 || p.lines[i]-p.lines[i-1] < 3 && !z.tells(p, last+1, i)):
			last = i
		case last == i-1 && (z.rightsGoOn(p, i) || p.lines[i] == p.lines[last]+1 && says.PlacesDate(z.R.Lines[p.lines[i]].Text)):
			last = i
		case last == i-1 && z.alsoBy(p, i) > i:
			for last = z.alsoBy(p, i); i < last; i++ {
				p.roles[i] = decide.Ads
			}
			p.roles[last] = decide.Ads
		case last == i-1 && i > 0 && i < 8 && z.imprinted(p, i):
			last = i
		case last == i-1 && z.dedicatesOn(p, i) > i:
			last = z.dedicatesOn(p, i) - 1
			i = last
		case last == i-1 && (z.dedicates(p, i) || says.WhenMade(z.R.Lines[p.lines[i]].Text) != z.R.Lines[p.lines[i]].Text || z.forms(p.lines[i])&evidence.SaysKind != 0 || says.Awarded(z.R.Lines[p.lines[i]].Text)):
			last = i
		case p.chance(i, decide.Text) > surelyText && says.IsSentence(z.R.Lines[p.lines[i]].Text) && !z.hasForm(p.lines[i]):
			return last + 1
		case last == i-1 && p.lines[i] == p.lines[last]+1 && (r == decide.Note || r == decide.Inscription) && !IsRule(z.R.Lines[p.lines[i]].Text):
			last = i
		case p.chance(i, decide.Note) > surelyText-50 && last == i-1 && i+1 < len(p.roles) && p.roles[i+1] == decide.Heading && z.forms(p.lines[i+1])&evidence.SaysHeading != 0 && !says.IsSentence(z.R.Lines[p.lines[i]].Text): // "With a preface" above the first heading
			last = i
		case r == decide.Text || r == decide.Heading && !p.namedBelow(i) || r == decide.Contents:
			return last + 1
		case onPage(r) || z.hasForm(p.lines[i]) && !z.datesOn(p.lines[i], z.forms(p.lines[i])):
			last = i
		}
	}
	return last + 1
}

// namedBelow reports whether row i names a volume of a title page that goes on: a name
// stands below it, and no text before that.
func (p *page) namedBelow(i int) bool {
	if p.roles[i] != decide.Series && !(p.roles[i] == decide.Heading && i+1 < len(p.roles) && (p.roles[i+1] == decide.Author || p.roles[i+1] == decide.By)) { // "VOL. I." above "BY A. WRITER"
		return false
	}
	for _, r := range p.roles[i+1:] {
		switch r {
		case decide.Author, decide.By:
			return true
		case decide.Text, decide.Heading, decide.Contents:
			return false
		}
	}
	return false
}

// oneSign reports whether a line is one sign, repeated: "....", "oooo".
func oneSign(s string) bool {
	return len(s) > 2 && len(s) < 40 && strings.Count(s, s[:1]) == len(s)
}

// tells reports whether one of rows [from, to) is a sentence, or likely story, without a form of
// headers.
func (z *Zone) tells(p *page, from, to int) bool {
	for i, n := range p.lines[from:to] {
		if (says.IsSentence(z.R.Lines[n].Text) || p.chance(from+i, decide.Text) > surelyText) && !z.hasForm(n) {
			return true
		}
	}
	return false
}

// boxEnd is the row of the rule that closes what the rule in row i opens, right below the
// rows above it: a few lines that are no story, between two rules that are alike. i when
// there is none.
func (z *Zone) boxEnd(p *page, i int) int {
	const most = 8 // rows
	rule := z.R.Lines[p.lines[i]].Text
	if !IsRule(rule) && !oneSign(rule) || p.lines[i]-p.lines[i-1] > 2 || strings.HasPrefix(z.R.Lines[p.lines[min(i+1, len(p.lines)-1)]].Text, "【") { // an archive's notes on its marks
		return i
	}
	for k := i + 1; k < min(len(p.roles), i+most); k++ {
		switch r := p.roles[k]; {
		case z.forms(p.lines[k])&(evidence.SaysSpeech|evidence.SaysEnd) != 0, p.chance(k, decide.Text) > surelyText:
			return i
		case z.R.Lines[p.lines[k]].Text == rule && k > i+1 && !z.usedAgain(p.lines[k]):
			return k
		case r == decide.Text || r == decide.Heading || r == decide.Contents || p.lines[k]-p.lines[k-1] > 2:
			return i
		}
	}
	return i
}

// rightsGoOn reports whether row i goes on with a claim of copyright in the rows above.
func (z *Zone) rightsGoOn(p *page, i int) bool {
	for k := i - 1; k >= 0 && z.goesOnRights(p.lines[k], p.lines[k+1]); k-- {
		if says.IsRights(z.R.Lines[p.lines[k]].Text) {
			return true
		}
	}
	return false
}

// remarkAbove is the number of rows of a message's remark to the reader that a rule
// parts from the story; 0 when the message has none.
func (z *Zone) remarkAbove(p *page) int {
	const most = 5
	if !z.R.Known.Enveloped {
		return 0
	}
	for i := range p.roles[:min(most, len(p.roles))] {
		if IsRule(z.R.Lines[p.lines[i]].Text) {
			if i == 0 || z.usedAgain(p.lines[i]) || !z.remarks(p.lines[0], p.lines[i]) {
				return 0
			}
			return i
		}
	}
	return 0
}

// remarks reports whether lines [from, to) are words to the reader.
func (z *Zone) remarks(from, to int) bool {
	said, weight := z.joined(from, to), 0
	for n := from; n < to; n++ {
		w, _ := says.RemarkWeight(z.R.Lines[n].Text)
		weight += w
	}
	return says.IsSentence(said) && !says.HasSpeech(said) && (weight > 0 || char.ContainsFold(said, "disclaimer") || says.Disclaims(said) || says.IsFarewell(said))
}

// hasForm reports whether line n has a form that headers have: an address, a date, a
// field without a label, a permission, a note in brackets.
func (z *Zone) hasForm(n int) bool {
	return z.forms(n)&(evidence.SaysAddress|evidence.SaysDate|evidence.SaysField|evidence.SaysPermission|evidence.SaysNote|evidence.SaysRights) != 0
}

// misread reports whether the line at which labels seem to begin the fields is a note
// above the title, as transcribers write them.
func (z *Zone) misread(labels int) bool {
	if l, _ := z.label(labels); l.Name != "notes" {
		return false
	}
	p := z.page()
	i := p.row(labels)
	if i >= len(p.lines) || p.roles[i] == decide.Field || p.chance(i, decide.Field) > 200 {
		return false
	}
	for _, r := range p.roles[:i] {
		if saysName(r) {
			return false
		}
	}
	for k := i; k < len(p.roles); k++ {
		switch p.roles[k] {
		case decide.Title, decide.TitleAuthor:
			return true
		case decide.Field:
			return false
		}
	}
	return false
}

// claims reports whether line n claims a copyright, permits, gives an address or
// belongs to a box: that is no story, wherever it stands on the page. "* 1 *" or
// "= The Gate =" alone between blank lines is no box.
func (z *Zone) claims(n int) bool {
	const claims = evidence.SaysRights | evidence.SaysPermission | evidence.SaysAddress | evidence.SaysNote | evidence.SaysField
	l := z.R.Lines
	switch s := z.forms(n); {
	case z.datesOn(n, s):
		return false
	case s&claims != 0:
		return true
	}
	boxed := says.Unboxed(l[n].Text) != l[n].Text && strings.Trim(l[n].Text, "* ") != ""
	alone := n > 0 && l[n-1].Blank() && n+1 < len(l) && l[n+1].Blank()
	return boxed && !alone || says.PlaceHouseYear(l[n].Text) || says.PublishedWhere(l[n].Text)
}

// fieldsByRole finds the line at which labelled fields begin by its role, where labels
// alone do not prove a header: one label below a title. -1 when there is none.
func (z *Zone) fieldsByRole() int {
	p := z.page()
	named := false
	for i, r := range p.roles {
		n := p.lines[i]
		switch {
		case r == decide.Field && z.labelled(n) && !z.message(n):
			if l, _ := z.label(n); named || l.Sure {
				return n
			}
			return -1
		case r == decide.Text || r == decide.Heading || r == decide.Contents || z.forms(n)&evidence.SaysEnd != 0 || named && z.countsOn(n):
			return -1
		}
		named = named || saysName(r)
	}
	return -1
}

// epigraphEnd is the line behind an epigraph that begins below the header, in line n or
// after it: a few lines that their roles call an inscription, the last of which says after
// a dash, or in brackets, whose words they are. 0 when there is none.
func (z *Zone) epigraphEnd(n int) int {
	const most = 14 // lines
	p := z.page()
	first := p.row(NextText(z.R, n, z.To))
	i := first
	for i < len(p.roles) && p.roles[i] == decide.Inscription && (i == first || p.lines[i]-p.lines[i-1] < 4) {
		i++
	}
	if i-first < 2 || i-first > most || i == len(p.lines) || p.lines[i]-p.lines[i-1] < 2 {
		return 0
	}
	if t := z.R.Lines[p.lines[i-1]].Text; !attributes(t) {
		return 0
	}
	return p.lines[i-1] + 1
}

// attributes reports whether a line says whose words stand above it: "-- Annie Lee",
// "(trad.)", "by Annie Lee".
func attributes(s string) bool {
	if len(s) > 80 || says.IsSentence(s) {
		return false
	}
	if name := strings.TrimLeft(s, "-–—~ "); name != s {
		return name != "" && !IsRule(s)
	}
	return StartsByline(s) || s[0] == '(' && s[len(s)-1] == ')' && strings.Count(s, " ") < 5
}

// listed reports whether row i is an entry of a list whose heading, or another entry of
// which, stands right above it: it ends in the number of a page, or is the frontispiece.
func (z *Zone) listed(p *page, i int) bool {
	const far = 3 // lines
	if p.lines[i]-p.lines[i-1] > far || p.roles[i-1] != decide.Contents && z.forms(p.lines[i-1])&evidence.SaysContents == 0 && !says.HeadsContents(z.R.Lines[p.lines[i-1]].Text) {
		return false
	}
	text := strings.ToLower(strings.TrimRight(z.R.Lines[p.lines[i]].Text, "_*. "))
	_, page := says.StripPage(text)
	return page || strings.HasSuffix(text, "frontispiece")
}
