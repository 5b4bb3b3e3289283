package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// A Unit is a short passage that may head a section, with what its words say. The
// measures of a unit (see evidencenames.go) are functions of the text alone.
type Unit struct {
	wording.Form       // the order is that which leaves no room between
	minor        int16 // in "2.1", the number behind the point; 0 when there is none
	Key          uint64
	At           int32 // its passage
	Line         int32 // its first line that is no rule
	Prefix       uint8 // in "The Lamp (2/3)", the bytes of the story's title before the number
	Caps         uint8 // hundredths of its letters that are capitals
	Cased        uint8 // hundredths of its words that begin with a capital
	words        uint8
	tail         uint8 // class of its last sign
	lead         uint8 // class of its first sign
	Style        wording.Style
	Centre       uint8 // 1 set in, 2 centred
	wordOnly     bool  // a heading word that needs a number, without one: "SCENE"
	dated        bool  // it is a date and nothing else
	person       uint8 // 1 initials, 2 a person's name
	entry        uint8 // 2 when the same words stand above below a line that heads contents, 1 when they stand above in a list
	Shape        uint32
	Coarse       uint32
	rough        uint32
	sameBack     int16 // units with the same words before it, and after it
	sameOn       int16
}

// tells reports whether a line is a sentence that somebody tells and no title with a stop:
// two words and more, of which hardly one but the first has a capital. Where a line is a
// paragraph, such a line is one as well.
func tells(s string) bool {
	const fewest = 2
	words, capitals := 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		if c, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘«(*_")); unicode.IsUpper(c) || unicode.IsDigit(c) {
			capitals++
		} else if !unicode.IsLower(c) {
			return false // a script without capitals
		}
	}
	return words >= fewest && (capitals <= 1 || capitals*3 <= words)
}

// Recurs reports whether another unit says the same.
func (u *Unit) Recurs() bool { return u.sameBack > 0 || u.sameOn > 0 }

// A Sight is a story's passages and those of them that may head sections.
type Sight struct {
	SightSetting
	lines     []passage.Line
	Passages  []passage.Passage
	Units     []Unit
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

	Chance    []int32 // what the first look makes of each: thousandths
	likely    []int32 // the units that it takes for parts of headings
	ranked    []int32 // the chances in order
	bestLast  int32   // the passage of the last number of the longest run; -1 when there is no run
	top       [2]int  // the mean chance of the likeliest shape, and of the likeliest coarse form, of several members
	gapLikely [16]int // how many of these stand below so many blank lines

	nameEchoes, numberEchoes []echo

	gaps             [2][passage.Edge + 1]int32 // of so many blank lines above, and below: how many passages have at least as many
	marks, marksHead int32                      // marks and rules between passages; and those with a short unit right below

	templates  map[uint64]*template
	templateOf []*template // of each unit; nil when it has none

	usual  int            // the median length of passages
	Second [][roles]int32 // the chance of each role, in thousandths, by the second look
}

// A SightSetting is what is known of a story before its headings are looked for.
type SightSetting struct {
	Habits   passage.Habits
	Work     string   // its title
	People   []string // its authors
	Patterns bool     // a person's pattern tells the headings
	Held     [][2]int // lines [from, to) that a form of their own has settled, in order
}

// Look cuts lines [from, to) into passages and measures those that may head sections.
func Look(lines []passage.Line, from, to int, setting SightSetting) *Sight {
	o := &Sight{SightSetting: setting, lines: lines, title: char.HashKey(setting.Work)}
	if main := strings.IndexAny(setting.Work, ":;"); main > 0 {
		o.mainTitle = char.HashKey(setting.Work[:main])
	}
	held := setting.Held
	o.Passages = passage.Cut(lines, from, to, o.Habits, headsAlone)
	o.unitAt = make([]int32, len(o.Passages))
	short := 0
	for i := range o.Passages {
		if o.Passages[i].Chars < proseChars {
			short++
		}
	}
	o.Units = make([]Unit, 0, short) // about as many
	for i := range o.Passages {
		o.unitAt[i] = -1
		for len(held) > 0 && int(o.Passages[i].From) >= held[0][1] {
			held = held[1:]
		}
		if len(held) > 0 && int(o.Passages[i].From) >= held[0][0] {
			continue
		}
		if u, ok := o.unit(i); ok {
			o.unitAt[i] = int32(len(o.Units))
			o.Units = append(o.Units, u)
		}
	}
	if len(o.Units)+roomForUnits < cap(o.Units) {
		o.Units = slices.Clone(o.Units)
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

// roomForUnits is how much room for units may stay unused: a text of a million short lines
// of which few may head a section would hold tens of megabytes.
const roomForUnits = 10_000

// headsAlone reports whether a line heads a section by its words alone, so that it
// needs no blank line: "Chapter 3", "第一回 …".
func headsAlone(l *passage.Line) bool {
	if len(l.Text) > wording.MaxHeading || l.Head == passage.StartsLower || l.Width()-l.Indent() > wording.LongestName {
		return false
	}
	f := wording.FormOf(l.Text)
	if f.Verdict == wording.NoHeading { // "The Lamp (2/3)", above its byline
		if !strings.ContainsRune(")]?0123456789", rune(l.Text[len(l.Text)-1])) {
			return false
		}
		g, prefix := wording.SeriesForm(l.Text)
		return prefix > 0 && g.Of != 0
	}
	if f.Verdict != wording.WordNumber || wording.HeadingList[f.Word].Plain && f.Of == 0 {
		return false
	}
	return !f.Titled() || l.Head == passage.StartsCaseless || f.Sep != 0 && l.Tail != passage.EndsStop
}

const (
	mostUnitLines = 9
	mostUnitChars = 480
)

// unit measures passage i by itself; ok is false for those that head nothing for sure.
func (o *Sight) unit(i int) (u Unit, ok bool) {
	p := &o.Passages[i]
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
	if l.Marks&(passage.NoHead|passage.IsKept) != 0 && !ok || len(l.Text) == 0 || p.To-line == 1 && l.Marks&passage.IsMark != 0 && o.marksOnly(l.Text) {
		return u, ok
	}
	if !ok && (says.NamesIssue(l.Text) || strings.Count(l.Text, " | ") > 1) { // "Part One | Part Two | Part Three": ways of a page
		return u, false
	}
	u.At, u.Line = int32(i), line
	if len(l.Text) <= wording.MaxHeading {
		u.Form = wording.FormOf(l.Text)
		if u.Verdict == wording.NoHeading && l.Tail != passage.EndsStop {
			u.Form, u.Prefix = wording.SeriesForm(l.Text)
		}
	}
	u.minor = minorOf(&u.Form, l.Text)
	wide := int(p.Before) > o.Habits.Gap || int(p.After) > o.Habits.Gap
	last := &o.lines[p.To-1]
	for k := p.To - 1; k > line && passage.IsRule(last.Text); k-- {
		last = &o.lines[k-1]
		u.Style |= wording.Underlined
	}
	if line > p.From {
		u.Style |= wording.Ruled
	}
	if u.Verdict == wording.NoHeading && u.Style == 0 && !ok {
		switch {
		case l.Head == passage.StartsLower && (!wide || l.Width()-l.Indent() > 50) && !o.belowNumber(i):
			return u, false
		case !wide && last.Tail == passage.EndsStop && p.Chars > 60:
			return u, false
		case o.Habits.Wrap == 0 && last.Tail == passage.EndsStop && (!wide || i == 0 && int(p.After) <= o.Habits.Gap) && tells(l.Text) && !NamesDate(l.Text) && !o.belowNumber(i):
			return u, false
		case !wide && p.Chars > 2*wording.LongestName && !wording.AllCapitals(l.Text):
			return u, false
		case !wide && char.OpensQuote(l.Text) && last.Tail == passage.EndsStop:
			return u, false
		case last.Tail == passage.EndsStop && p.Chars > 200 && p.Before < 3 && !wording.AllCapitals(l.Text):
			return u, false
		}
	}
	if open, end := wording.Undecorate(l.Text); u.Verdict == wording.NoHeading && end-open < 20 && end > open && p.To-line == 1 {
		w := wording.FindHeadingWord(l.Text[open:end])
		u.wordOnly = w != 0 && !wording.HeadingList[w].Alone
	}
	o.measureLook(&u, l, last)
	return u, true
}

// marksOnly reports whether the mark of a scene break is no number: "- 0 -" counts nothing,
// and "xxx" only below the twenty-ninth.
func (o *Sight) marksOnly(text string) bool {
	const signs = 30 // what "xxx" counts
	f := wording.FormOf(text)
	return f.Verdict == wording.NoHeading || f.Verdict == wording.BareNumber && (f.Number == 0 || f.Number == signs && f.Kind != wording.Digits && (len(o.Units) == 0 || o.Units[len(o.Units)-1].Number != signs-1))
}

// belowNumber reports whether passage i is a short line right below a heading's number:
// its title may begin with a small letter.
func (o *Sight) belowNumber(i int) bool {
	if i == 0 || o.unitAt[i-1] < 0 || o.Passages[i].Chars > wording.LongestName {
		return false
	}
	u := &o.Units[o.unitAt[i-1]]
	if u.Verdict == wording.NoHeading { // "The Second Song"
		_, _, counts := templateKey(o.lines[u.Line].Text)
		return counts
	}
	return !u.Titled()
}
