package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// A unit is a short passage that may head a section, with what its words say. The
// measures of a unit (see evidencenames.go) are functions of the text alone.
type unit struct {
	form
	at       int32 // its passage
	line     int32 // its first line that is no rule
	key      uint64
	prefix   uint8 // in "The Lamp (2/3)", the bytes of the story's title before the number
	caps     uint8 // hundredths of its letters that are capitals
	cased    uint8 // hundredths of its words that begin with a capital
	words    uint8
	tail     uint8 // class of its last sign
	lead     uint8 // class of its first sign
	style    style
	centre   uint8 // 1 set in, 2 centred
	wordOnly bool  // a heading word that needs a number, without one: "SCENE"
	shape    uint32
	coarse   uint32
	rough    uint32
	sameBack int16 // units with the same words before it, and after it
	sameOn   int16
	dated    bool  // it is a date and nothing else
	entry    uint8 // 2 when the same words stand above below a line that heads contents, 1 when they stand above in a list
}

// A sight is a story's passages and those of them that may head sections.
type sight struct {
	sightSetting
	lines     []passage.Line
	passages  []passage.Passage
	units     []unit
	unitAt    []int32 // the unit of each passage; -1 when it has none
	prose     []int32 // of each passage: how many passages of prose stand before it
	listed    []int16 // of each passage: how long the run of short passages is in which it stands
	inList    []int16 // and its place in that run
	under     []int16 // and how far above it a contents heading stands in the same run; 0 when none does
	groups    [3]map[uint32]*alike
	title     uint64
	mainTitle uint64 // the title up to a colon; 0 when it has none
	authors   []uint64
	strong    int     // units whose words alone make them headings
	best      *alike  // the form whose numbers run longest
	bestAt    []int32 // the passages of its members
	ended     int32   // the first passage behind "The End"; the number of passages when there is none
	prices    []int32 // of each passage: how many before it have a price
	notes     []int32 // and how many begin with a note's mark

	chance    []int32 // what the first look makes of each: thousandths
	likely    []int32 // the units that it takes for parts of headings
	ranked    []int32 // the chances in order
	top       [2]int  // the mean chance of the likeliest shape, and of the likeliest coarse form, of several members
	gapLikely [16]int // how many of these stand below so many blank lines

	nameEchoes, numberEchoes []echo

	gaps             [2][passage.Edge + 1]int32 // of so many blank lines above, and below: how many passages have at least as many
	marks, marksHead int32                      // marks and rules between passages; and those with a short unit right below

	templates  map[uint64]*template
	templateOf []*template // of each unit; nil when it has none

	usual  int            // the median length of passages
	second [][roles]int32 // the chance of each role, in thousandths, by the second look
}

// habits are how the story's file sets its paragraphs.
func (r *reading) habits() passage.Habits {
	l := &r.layout
	h := passage.Habits{Wrap: l.wrap, Gap: l.gap, Margin: l.margin, Double: l.double, Indented: l.indented, Deepest: l.deepest}
	h.ByLine = l.wrap == 0 && !l.verses && !l.meant || l.wrap == 0 && l.gap == 0 && !l.verses
	if l.double {
		h.Gap++
	}
	return h
}

// A sightSetting is what is known of a story before its headings are looked for.
type sightSetting struct {
	habits   passage.Habits
	work     string   // its title
	people   []string // its authors
	patterns bool     // a person's pattern tells the headings
	held     [][2]int // lines [from, to) that a form of their own has settled, in order
}

// sightSetting is the setting of this story.
func (r *reading) sightSetting(held [][2]int) sightSetting {
	m := &r.book.Meta
	return sightSetting{habits: r.habits(), work: m.Title, people: m.Authors(), patterns: r.opts.Chapters.Regexp != nil, held: held}
}

// look cuts lines [from, to) into passages and measures those that may head sections.
func look(lines []passage.Line, from, to int, setting sightSetting) *sight {
	o := &sight{sightSetting: setting, lines: lines, title: hashKey(setting.work)}
	if main := strings.IndexAny(setting.work, ":;"); main > 0 {
		o.mainTitle = hashKey(setting.work[:main])
	}
	held := setting.held
	o.passages = passage.Cut(lines, from, to, o.habits, headsAlone)
	o.unitAt = make([]int32, len(o.passages))
	short := 0
	for i := range o.passages {
		if o.passages[i].Chars < proseChars {
			short++
		}
	}
	o.units = make([]unit, 0, short) // about as many
	for i := range o.passages {
		o.unitAt[i] = -1
		for len(held) > 0 && int(o.passages[i].From) >= held[0][1] {
			held = held[1:]
		}
		if len(held) > 0 && int(o.passages[i].From) >= held[0][0] {
			continue
		}
		if u, ok := o.unit(i); ok {
			o.unitAt[i] = int32(len(o.units))
			o.units = append(o.units, u)
		}
	}
	o.findUsual()
	o.findProse()
	o.findLists()
	o.findSame()
	o.findGaps()
	o.findAlike()
	o.findTemplates()
	o.findEchoes()
	o.findBest()
	o.findBack()
	return o
}

// headsAlone reports whether a line heads a section by its words alone, so that it
// needs no blank line: "Chapter 3", "第一回 …".
func headsAlone(l *passage.Line) bool {
	if len(l.Text) > maxHeading || l.Head == passage.StartsLower || l.Width-l.Indent > longestName {
		return false
	}
	f := formOf(l.Text)
	if f.verdict == noHeading { // "The Lamp (2/3)", above its byline
		if !strings.ContainsRune(")]?0123456789", rune(l.Text[len(l.Text)-1])) {
			return false
		}
		g, prefix := seriesForm(l.Text)
		return prefix > 0 && g.of != 0
	}
	if f.verdict != wordNumber || headingList[f.word].plain && f.of == 0 {
		return false
	}
	return !f.titled() || l.Head == passage.StartsCaseless || f.sep != 0 && l.Tail != passage.EndsStop
}

const (
	mostUnitLines = 9
	mostUnitChars = 480
)

// unit measures passage i by itself; ok is false for those that head nothing for sure.
func (o *sight) unit(i int) (u unit, ok bool) {
	p := &o.passages[i]
	if p.To-p.From > mostUnitLines || p.Chars > mostUnitChars {
		return u, false
	}
	line := p.From
	for line+1 < p.To && passage.IsRule(o.lines[line].Text) {
		line++
	}
	l := &o.lines[line]
	if l.Marks&passage.IsHead != 0 {
		ok = true
	}
	if l.Marks&(passage.NoHead|passage.IsKept) != 0 && !ok || len(l.Text) == 0 || p.To-line == 1 && l.Marks&passage.IsMark != 0 && formOf(l.Text).verdict == noHeading {
		return u, ok
	}
	u.at, u.line = int32(i), line
	if len(l.Text) <= maxHeading {
		u.form = formOf(l.Text)
		if u.verdict == noHeading && l.Tail != passage.EndsStop {
			u.form, u.prefix = seriesForm(l.Text)
		}
	}
	wide := int(p.Before) > o.habits.Gap || int(p.After) > o.habits.Gap
	last := &o.lines[p.To-1]
	for k := p.To - 1; k > line && passage.IsRule(last.Text); k-- {
		last = &o.lines[k-1]
		u.style |= underlined
	}
	if line > p.From {
		u.style |= ruled
	}
	if u.verdict == noHeading && u.style == 0 && !ok {
		switch {
		case l.Head == passage.StartsLower && (!wide || l.Width-l.Indent > 50) && !o.belowNumber(i):
			return u, false
		case !wide && last.Tail == passage.EndsStop && p.Chars > 60:
			return u, false
		case !wide && p.Chars > 2*longestName && !allCapitals(l.Text):
			return u, false
		case !wide && opensQuote(l.Text) && last.Tail == passage.EndsStop:
			return u, false
		case last.Tail == passage.EndsStop && p.Chars > 200 && p.Before < 3 && !allCapitals(l.Text):
			return u, false
		}
	}
	if open, end := undecorate(l.Text); u.verdict == noHeading && end-open < 20 && end > open && p.To-line == 1 {
		w := findHeadingWord(l.Text[open:end])
		u.wordOnly = w != 0 && !headingList[w].alone
	}
	o.measureLook(&u, l, last)
	return u, true
}

// belowNumber reports whether passage i is a short line right below a heading's number:
// its title may begin with a small letter.
func (o *sight) belowNumber(i int) bool {
	if i == 0 || o.unitAt[i-1] < 0 || o.passages[i].Chars > longestName {
		return false
	}
	u := &o.units[o.unitAt[i-1]]
	if u.verdict == noHeading { // "The Second Song"
		_, _, counts := templateKey(o.lines[u.line].Text)
		return counts
	}
	return !u.titled()
}
