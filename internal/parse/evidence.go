package parse

import (
	"slices"

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
}

// A sight is a story's passages and those of them that may head sections.
type sight struct {
	*reading
	habits   passage.Habits
	passages []passage.Passage
	units    []unit
	unitAt   []int32 // the unit of each passage; -1 when it has none
	prose    []int32 // of each passage: how many passages of prose stand before it
	listed   []int16 // of each passage: how long the run of short passages is in which it stands
	inList   []int16 // and its place in that run
	under    []int16 // and how far above it a contents heading stands in the same run; 0 when none does
	keys     map[uint64]int32
	groups   [3]map[uint32]*alike
	title    uint64
	authors  []uint64
	strong   int     // units whose words alone make them headings
	best     *alike  // the form whose numbers run longest
	bestAt   []int32 // the passages of its members
	ended    int32   // the first passage behind "The End"; the number of passages when there is none
	prices   []int32 // of each passage: how many before it have a price
	notes    []int32 // and how many begin with a note's mark

	first     []int32 // the measures of all units, one unit after the other
	chance    []int32 // what the first look makes of each: thousandths
	likely    []int32 // the units that it takes for parts of headings
	gapLikely [16]int // how many of these stand below so many blank lines

	templates  map[uint64]*template
	templateOf []*template // of each unit; nil when it has none

	usual  int            // the median length of passages
	second [][roles]int32 // the chance of each role, in thousandths, by the second look
	heads  []heading      // headings with a form of their own: those of posts and other stories
	cuts   []cut          // lines of these that are no part of the story
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

// look cuts lines [from, to) into passages and measures those that may head sections.
func (r *reading) look(from, to int) *sight {
	o := &sight{reading: r, habits: r.habits(), title: hashKey(r.book.Meta.Title)}
	held := o.findPosted(from, to)
	o.passages = passage.Cut(r.lines, from, to, o.habits, func(l *passage.Line) bool { return headsAlone(l) })
	o.unitAt = make([]int32, len(o.passages))
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
	o.findAlike()
	o.findTemplates()
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
	if l.Marks&(passage.NoHead|passage.IsKept) != 0 && !ok || len(l.Text) == 0 || p.To-line == 1 && o.isSceneBreak(int(line)) && formOf(l.Text).verdict == noHeading {
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
	o.look1(&u, l, last)
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

// look1 is how a unit looks: capitals, first and last sign, ornaments.
func (o *sight) look1(u *unit, l, last *passage.Line) {
	p := &o.passages[u.at]
	all, capital, words, cased := 0, 0, 0, 0
	for n := u.line; n < p.To; n++ {
		a, c := passage.Letters(o.lines[n].Text)
		all, capital = all+a, capital+c
		w, k := casedWords(o.lines[n].Text)
		words, cased = words+w, cased+k
	}
	if all > 0 {
		u.caps = uint8(capital * 100 / all)
	}
	if words > 0 {
		u.cased = uint8(cased * 100 / words)
	}
	u.words = uint8(min(words, 250))
	u.lead, u.tail = leadClass(l.Text), tailClass(last.Text)
	if l.Indent > o.layout.margin+max(o.layout.deepest, 4) {
		u.centre = 1
		if w := o.layout.wrap; w > 0 && abs((l.Indent-o.layout.margin)*2+(l.Width-l.Indent)-w) < 8 {
			u.centre = 2
		}
	}
	if end := max(u.close, u.open); int(u.open) < len(l.Text) && framesName(l.Text, int(u.open), int(end)) || u.verdict == noHeading && len(l.Text) <= maxHeading && ornamentsRound(l.Text) {
		u.style |= ornamented
	}
	b := make([]byte, 0, 128)
	for n := u.line; n < p.To; n++ {
		b = appendKey(b, o.lines[n].Text)
	}
	u.key = hashBytes(b)
	gap := min(int(p.Before), 5)
	caps := uint32(0)
	if u.caps >= 95 {
		caps = 2
	} else if u.cased >= 70 {
		caps = 1
	}
	depth := uint32(0)
	if u.word != 0 {
		depth = uint32(u.word)
	}
	num := uint32(u.kind)
	titled := uint32(0)
	if u.verdict != noHeading && u.titled() {
		titled = 1
	}
	bare := uint32(u.style & (underlined | ruled | ornamented))
	u.coarse = depth<<8 | num<<4 | caps<<1 | 1
	if u.verdict == noHeading {
		u.coarse = caps<<1 | uint32(u.centre)<<4 | bare<<8
	}
	u.shape = u.coarse*31 + uint32(gap)*7919 + uint32(u.tail)*104729 + titled*15485863 + uint32(min(p.To-p.From, 3))*1299709 + uint32(u.centre)*611953 + bare*32452843
	u.rough = uint32(gap)<<4 | uint32(min(p.After, 5))<<8 | caps<<1 | uint32(u.centre)<<12
	if u.verdict == bareNumber || u.verdict == wordNumber || u.verdict == nameAlone {
		o.strong++
	}
}

func ornamentsRound(text string) bool {
	open, end := undecorate(text)
	return open > 0 && end > open && framesName(text, open, end)
}

// casedWords counts a text's words of letters, and those that begin with a capital or
// are small words, as in titles.
func casedWords(s string) (words, cased int) {
	for i := 0; i < len(s); {
		n := firstWord(s[i:])
		if n == 0 {
			i++
			for i < len(s) && s[i]&0xC0 == 0x80 {
				i++
			}
			continue
		}
		words++
		if w := s[i : i+n]; passage.HeadOf(w) != passage.StartsLower || n <= 4 && smallWord(w) {
			cased++
		}
		i += n
	}
	return words, cased
}

// leadClass classes the first sign of a text: 0 a capital, 1 a small letter, 2 a digit,
// 3 a quote, 4 a dash, 5 a bracket, 6 an underscore or a star, 7 another sign, 8 a
// letter without case.
func leadClass(s string) uint8 {
	c := firstRune(s)
	switch {
	case c == '_' || c == '*':
		return 6
	case c == '[' || c == '(' || c == '{' || c == '<':
		return 5
	case c == '-' || c == '–' || c == '—':
		return 4
	case kindOf(c) == ofQuote:
		return 3
	}
	switch passage.HeadOf(s) {
	case passage.StartsUpper:
		return 0
	case passage.StartsLower:
		return 1
	case passage.StartsDigit:
		return 2
	case passage.StartsCaseless:
		return 8
	}
	return 7
}

// tailClass classes the last sign of a text: 0 a letter, 1 a digit, 2 a full stop,
// 3 an exclamation or question mark, 4 a comma or semicolon, 5 a colon, 6 a dash,
// 7 a quote, 8 a bracket, 9 dots, 10 an underscore or a star, 11 another sign.
func tailClass(s string) uint8 {
	if s == "" {
		return 11
	}
	switch c := s[len(s)-1]; {
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		return 0
	case c >= '0' && c <= '9':
		return 1
	case c == '.':
		if len(s) > 2 && s[len(s)-2] == '.' {
			return 9
		}
		return 2
	case c == '!' || c == '?':
		return 3
	case c == ',' || c == ';':
		return 4
	case c == ':':
		return 5
	case c == '-':
		return 6
	case c == '"' || c == '\'':
		return 7
	case c == ')' || c == ']' || c == '>' || c == '}':
		return 8
	case c == '_' || c == '*':
		return 10
	case c < 0x80:
		return 11
	}
	switch passage.TailOf(s) {
	case passage.EndsStop:
		return 2
	case passage.EndsColon:
		return 5
	case passage.EndsDash:
		return 6
	case passage.EndsOpen:
		return 0
	}
	return 11
}

func hashKey(s string) uint64 {
	if s == "" {
		return 0
	}
	return hashBytes(appendKey(nil, s))
}

// hashBytes is FNV-1a.
func hashBytes(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// findUsual finds how long most passages are: of lengths of up to 1,000 characters.
func (o *sight) findUsual() {
	var lengths [1001]int32
	for i := range o.passages {
		lengths[min(o.passages[i].Chars, 1000)]++
	}
	for rest := int32(len(o.passages)) / 2; o.usual < 1000 && rest >= lengths[o.usual]; o.usual++ {
		rest -= lengths[o.usual]
	}
}

// findProse counts the passages of prose: those that are longer than headings are.
func (o *sight) findProse() {
	o.prose = make([]int32, len(o.passages)+1)
	for i := range o.passages {
		o.prose[i+1] = o.prose[i]
		if o.isProse(i) {
			o.prose[i+1]++
		}
	}
}

// proseChars is the length from which a passage is prose, whatever it says.
const proseChars = 140

// isProse reports whether passage i is the story's text: it is long, or a sentence.
func (o *sight) isProse(i int) bool {
	const sentence, caseless = 40, 24 // characters
	p := &o.passages[i]
	if p.Chars >= proseChars {
		return p.Chars/(p.To-p.From) > 38 || p.To-p.From == 1
	}
	l := &o.lines[p.From]
	if o.unitAt[i] < 0 {
		return p.Chars > 60 || l.Head == passage.StartsCaseless && p.Chars > caseless
	}
	u := &o.units[o.unitAt[i]]
	if u.verdict != noHeading || u.style != 0 {
		return false
	}
	if l.Head == passage.StartsCaseless {
		return p.Chars > caseless && u.tail == 2
	}
	return p.Chars >= sentence && u.cased < 55 && (u.tail == 2 || u.tail == 3 || u.tail == 7)
}

// findLists finds runs of short passages, as lists and title pages are, and in them
// the distance to a line that heads printed contents.
func (o *sight) findLists() {
	n := len(o.passages)
	o.listed, o.inList, o.under = make([]int16, n), make([]int16, n), make([]int16, n)
	for i := 0; i < n; {
		if o.isProse(i) {
			i++
			continue
		}
		first := i
		for i < n && !o.isProse(i) {
			i++
		}
		head := -1
		for k := first; k < i; k++ {
			o.listed[k], o.inList[k] = int16(min(i-first, 9999)), int16(min(k-first, 9999))
			if head >= 0 {
				o.under[k] = int16(min(k-head, 9999))
			}
			if u := o.unitAt[k]; u >= 0 && headsContents(o.lines[o.units[u].line].Text) {
				head = k
			}
		}
	}
}

// findSame counts how often each unit's words stand in the story.
func (o *sight) findSame() {
	seen := make(map[uint64]int32, len(o.units))
	for i := range o.units {
		u := &o.units[i]
		u.sameBack = int16(min(seen[u.key], 99))
		seen[u.key]++
	}
	for i := range o.units {
		u := &o.units[i]
		u.sameOn = int16(min(seen[u.key], 99)) - 1 - u.sameBack
		if u.sameOn < 0 {
			u.sameOn = 0
		}
	}
	o.keys = seen
}

// An alike is the units of one form.
type alike struct {
	members           []int32
	runs, ones, close int   // members whose number is one more than that before; that are 1; that stand right below the one before
	median, low       int   // characters between two members
	sum, join         int   // of the members' chances; and of those of the passages right below them
	best, second      int32 // the members' two best chances
}

// findAlike gathers the units of one form, by three measures of likeness.
func (o *sight) findAlike() {
	for k := range o.groups {
		o.groups[k] = map[uint32]*alike{}
	}
	for i := range o.units {
		u := &o.units[i]
		for k, key := range [...]uint32{u.shape, u.coarse, u.rough} {
			a := o.groups[k][key]
			if a == nil {
				a = &alike{}
				o.groups[k][key] = a
			}
			a.members = append(a.members, int32(i))
		}
	}
	var away []int
	for k := range o.groups {
		for _, a := range o.groups[k] {
			away = away[:0]
			for j, m := range a.members {
				u := &o.units[m]
				if u.number == 1 && u.kind != noNumeral {
					a.ones++
				}
				if j == 0 {
					continue
				}
				v := &o.units[a.members[j-1]]
				if u.kind != noNumeral && u.number == v.number+1 {
					a.runs++
				}
				d := o.lines[u.line].Start - o.lines[v.line].Start
				if u.at-v.at <= 1 {
					a.close++
				}
				away = append(away, d)
			}
			if len(away) > 0 {
				slices.Sort(away)
				a.median, a.low = away[len(away)/2], away[len(away)/10]
			}
		}
	}
}
