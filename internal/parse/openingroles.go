package parse

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	"storybind/assets"
	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/weigh"
)

// A page is the beginning of a story, each of its lines with the role that it most
// likely has.
type page struct {
	lines    []int // those that are not blank
	roles    []decide.Role
	chances  [][]int32 // of each line, thousandths for each role
	measures [][]int32
}

// openingTrees weigh what a line of the opening is.
var openingTrees = sync.OnceValue(func() *weigh.Forest {
	f, err := weigh.Load(assets.Reading("opening.trees"))
	if err != nil {
		panic(err)
	}
	return f
})

// openingSteps say which roles follow one another, counted from the pages that the
// trees were learned from.
var openingSteps = sync.OnceValue(func() *decide.Steps {
	var s decide.Steps
	for p, line := range bytes.Split(bytes.TrimSpace(assets.Reading("opening.steps")), []byte("\n")) {
		for r, cell := range strings.Split(string(line), "\t")[1:] {
			n, err := strconv.Atoi(cell)
			if err != nil {
				panic(err)
			}
			s[p][r] = int32(n)
		}
	}
	return &s
})

// page reads the beginning of the zone, once.
func (z *zone) page() *page {
	if z.seen != nil {
		return z.seen
	}
	p := &page{}
	p.lines, p.measures = z.openingSeen().Measure()
	f := openingTrees()
	scores := make([][]int32, len(p.lines))
	p.chances = make([][]int32, len(p.lines))
	all := make([]int32, 2*len(p.lines)*decide.Roles)
	for i := range p.lines {
		at := 2 * i * decide.Roles
		scores[i], p.chances[i] = all[at:at+decide.Roles:at+decide.Roles], all[at+decide.Roles:at+2*decide.Roles]
		f.Weigh(p.measures[i], scores[i])
		z.settled(p, i, scores[i])
		copy(p.chances[i], scores[i])
		weigh.Probability(p.chances[i])
	}
	p.roles = decide.Opening(scores, openingSteps())
	z.complete(p)
	z.seen = p
	return p
}

// chance is how likely row i has one of the roles, in thousandths.
func (p *page) chance(i int, roles ...decide.Role) int {
	sum := int32(0)
	for _, r := range roles {
		sum += p.chances[i][r]
	}
	return int(sum)
}

// because names the measures that spoke most for row i's role.
func (p *page) because(i int) []string {
	var out []string
	for _, m := range openingTrees().Explain(p.measures[i], int(p.roles[i]), 3) {
		out = append(out, evidence.OpeningNames[m])
	}
	return out
}

// row is the row of the first line at or after line n.
func (p *page) row(n int) int {
	i := 0
	for i < len(p.lines) && p.lines[i] < n {
		i++
	}
	return i
}

// saysName reports whether a role says what the story is called or who wrote it.
func saysName(r decide.Role) bool {
	switch r {
	case decide.Title, decide.TitleMore, decide.TitleAuthor, decide.Author, decide.HalfTitle:
		return true
	}
	return false
}

// onPage reports whether a role stands on title pages only.
func onPage(r decide.Role) bool {
	switch r {
	case decide.Subtitle, decide.Series, decide.By, decide.Credit, decide.Imprint:
		return true
	}
	return saysName(r)
}

// ends is the row behind the last one of the title block that begins the page; 0 when
// none does. What stands above the title belongs to it, unless it is a story's text
// of some length.
func (z *zone) ends(p *page) int {
	const most = 14 // lines of words to the reader above the title
	first, title := -1, -1
	for i, r := range p.roles {
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
		case z.countsOn(p.lines[i]):
			return last + 1
		case z.claims(p.lines[i]) && (last == i-1 || p.lines[i]-p.lines[i-1] < 3):
			last = i
		case last == i-1 && z.rightsGoOn(p, i):
			last = i
		case last == i-1 && p.lines[i] == p.lines[last]+1 && (r == decide.Note || r == decide.Inscription) && !isRule(z.r.lines[p.lines[i]].Text):
			last = i
		case r == decide.Text || r == decide.Heading || r == decide.Contents:
			return last + 1
		case onPage(r) || z.hasForm(p.lines[i]) && !z.datesOn(p.lines[i], z.forms(p.lines[i])):
			last = i
		}
	}
	return last + 1
}

// countsOn reports whether line n is a numbered heading and others of its kind follow
// with other numbers: then it heads the story's first division, and is no volume's name.
func (z *zone) countsOn(n int) bool {
	const most = 20000 // lines
	text := z.r.lines[n].Text
	f := formOf(text)
	if f.verdict != wordNumber || len(text) > maxHeading {
		return false
	}
	for k := n + 1; k < min(len(z.r.lines), n+most); k++ {
		t := z.r.lines[k].Text
		if len(t) > 3 && len(t) < maxHeading && t[0] == text[0] && t[1] == text[1] {
			if g := formOf(t); g.verdict == wordNumber && g.word == f.word && g.number != f.number {
				return true
			}
		}
	}
	return false
}

// rightsGoOn reports whether row i goes on with a claim of copyright in the rows above.
func (z *zone) rightsGoOn(p *page, i int) bool {
	for k := i - 1; k >= 0 && z.goesOnRights(p.lines[k], p.lines[k+1]); k-- {
		if isRights(z.r.lines[p.lines[k]].Text) {
			return true
		}
	}
	return false
}

// remarkAbove is the number of rows of a message's remark to the reader that a rule
// parts from the story; 0 when the message has none.
func (z *zone) remarkAbove(p *page) int {
	const most = 5
	if !z.r.known.enveloped {
		return 0
	}
	for i := range p.roles[:min(most, len(p.roles))] {
		if isRule(z.r.lines[p.lines[i]].Text) {
			if i == 0 || z.usedAgain(p.lines[i]) || !z.remarks(p.lines[0], p.lines[i]) {
				return 0
			}
			return i
		}
	}
	return 0
}

// remarks reports whether lines [from, to) are words to the reader.
func (z *zone) remarks(from, to int) bool {
	said, weight := z.joined(from, to), 0
	for n := from; n < to; n++ {
		w, _ := remarkWeight(z.r.lines[n].Text)
		weight += w
	}
	return isSentence(said) && !hasSpeech(said) && (weight > 0 || containsFold(said, "disclaimer") || disclaims(said) || isFarewell(said))
}

// hasForm reports whether line n has a form that headers have: an address, a date, a
// field without a label, a permission, a note in brackets.
func (z *zone) hasForm(n int) bool {
	return z.forms(n)&(evidence.SaysAddress|evidence.SaysDate|evidence.SaysField|evidence.SaysPermission|evidence.SaysNote|evidence.SaysRights) != 0
}

// complete names a title or an author where the page most likely has one and the
// reading as a whole found none: the line that is likeliest of those above the text.
func (z *zone) complete(p *page) {
	const leastTitle, leastAuthor, aloneAuthor, aloneTitle = 50, 150, 500, 100
	var title, author bool
	end := 0
	for end < len(p.roles) && p.roles[end] != decide.Text {
		switch p.roles[end] {
		case decide.Title, decide.TitleAuthor, decide.HalfTitle:
			title = true
			author = author || p.roles[end] == decide.TitleAuthor
		case decide.Author:
			author = true
		}
		end++
	}
	if end < len(p.roles) && z.forms(p.lines[end])&evidence.SaysTitleLike != 0 && p.chance(end, decide.Text) < 900 {
		end++
	}
	if !author {
		least := leastAuthor
		if !title {
			least = aloneAuthor
		}
		if i := p.likeliest(end, decide.Author, least); i >= 0 && !p.onlyTitle(i) {
			if p.roles[i] == decide.Title && i+1 < end && p.roles[i+1] == decide.TitleMore {
				p.roles[i+1] = decide.Title
			}
			p.roles[i], author = decide.Author, true
		}
	}
	if author && !title {
		if i := p.likeliest(end, decide.Title, leastTitle); i >= 0 && p.roles[i] != decide.Author {
			p.roles[i] = decide.Title
		} else if i := z.aloneBelow(p); i > 0 {
			p.roles[i] = decide.Title
		} else if i := p.row(z.from); p.roles[i] == decide.Author && !startsByline(unboxed(z.r.lines[p.lines[i]].Text)) && p.chance(i, decide.Title) > leastTitle { // a title has no author more often than a name no title
			p.roles[i] = decide.Title
		}
	}
	if !author && !title && len(p.lines) > 1 && p.roles[0] != decide.Heading && p.chance(0, decide.Title) > aloneTitle && z.aloneAbove(p) {
		p.roles[0] = decide.Title
	}
}

// aloneBelow is the row that looks like a title and stands alone below a name and its
// address; 0 when there is none.
func (z *zone) aloneBelow(p *page) int {
	for i := 1; i+1 < len(p.lines) && i < 4; i++ {
		n := p.lines[i]
		if p.roles[i-1] != decide.Author && z.forms(p.lines[i-1])&evidence.SaysAddress == 0 {
			continue
		}
		if s := z.forms(n); s&evidence.SaysTitleLike != 0 && s&(evidence.SaysHeading|evidence.SaysAddress) == 0 && n-p.lines[i-1] > 1 && p.lines[i+1]-n > 1 {
			return i
		}
	}
	return 0
}

// aloneAbove reports whether the first row is a line of capitals that looks like a
// title, alone above a gap.
func (z *zone) aloneAbove(p *page) bool {
	n := p.lines[0]
	s := z.forms(n)
	return s&evidence.SaysTitleLike != 0 && s&(evidence.SaysHeading|evidence.SaysSiblings|evidence.SaysDate) == 0 && isCapitals(z.r.lines[n].Text) && p.lines[1]-n > 1 && !isScene(z.r.lines[n].Text)
}

// likeliest is the row before row end that most likely has a role, of those that have
// it with at least so many thousandths; -1 when none has.
func (p *page) likeliest(end int, r decide.Role, least int) int {
	best, top := -1, int32(least-1)
	for i := range p.roles[:end] {
		if c := p.chances[i][r]; c > top {
			best, top = i, c
		}
	}
	return best
}

// onlyTitle reports whether row i is all there is of the title.
func (p *page) onlyTitle(i int) bool {
	if p.roles[i] != decide.Title && p.roles[i] != decide.HalfTitle {
		return false
	}
	for k, r := range p.roles {
		if k != i && (r == decide.Title || r == decide.TitleMore || r == decide.HalfTitle) {
			return false
		}
	}
	return true
}

// misread reports whether the line at which labels seem to begin the fields is a note
// above the title, as transcribers write them.
func (z *zone) misread(labels int) bool {
	if l, _ := z.label(labels); l.name != "notes" {
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
// belongs to a box: that is no story, wherever it stands on the page.
func (z *zone) claims(n int) bool {
	if z.datesOn(n, z.forms(n)) {
		return false
	}
	return z.forms(n)&(evidence.SaysRights|evidence.SaysPermission|evidence.SaysAddress|evidence.SaysNote|evidence.SaysField) != 0 || unboxed(z.r.lines[n].Text) != z.r.lines[n].Text
}

// fieldsByRole finds the line at which labelled fields begin by its role, where labels
// alone do not prove a header: one label below a title. -1 when there is none.
func (z *zone) fieldsByRole() int {
	p := z.page()
	named := false
	for i, r := range p.roles {
		n := p.lines[i]
		switch {
		case r == decide.Field && z.labelled(n) && !z.message(n):
			if l, _ := z.label(n); named || l.sure {
				return n
			}
			return -1
		case r == decide.Text || r == decide.Heading || r == decide.Contents:
			return -1
		}
		named = named || saysName(r)
	}
	return -1
}
