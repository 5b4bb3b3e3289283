package opening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
	"storybind/internal/source"
)

// A Zone is the stretch of lines in which a header is being read.
type Zone struct {
	R            *desk.Reading
	From, To     int
	wrap         int // the column at which the header's lines are wrapped; 0 when they are not
	entries      []entry
	below        []entry // the fields, while the title block above them is read
	aside        []desk.Aside
	guesses      []desk.Guess
	part, of     int
	rights       string
	open         *entry // the field whose value is being read
	flow         char.Flow
	mixed        string // the title as its repetition writes it
	tags         []source.Span
	before       []tagged
	later        bool // the header stands inside a story
	bare         bool // a label without its colon is being weighed
	seen         *page
	formed       map[int]evidence.Says // by line
	titleSure    int                   // thousandths
	titleBecause []string
	authorsSure  []int
	outline      int8 // what outlined found: 1 labels stand out from their values, -1 they do not; 0 before it looked
	column       int  // of the values behind labels without colons; -1 when there is none, 0 before columned looked
}

// An entry is one field on its way: where it stands, and what it says.
type entry struct {
	name, label, value string
	start, end         int    // bytes in the story
	raw                string // a title's line with its blanks, for spaced capitals
	listed             bool   // values stand one a line
	below              bool   // the value stands below the label, after a blank line
}

// Measure finds the column at which the header's lines are wrapped: that of the
// story's lines, unless the header's own lines are longer.
func (z *Zone) Measure() {
	r := z.R
	end := min(len(r.Lines), z.From+600)
	margin, flush := 1000, 0
	for n := z.From; n < end; n++ {
		switch l := &r.Lines[n]; {
		case l.Blank():
		case l.Indent() < margin:
			margin, flush = l.Indent(), 1
		case l.Indent() == margin:
			flush++
		}
	}
	var widths [128]int
	lines, long := 0, 0
	for n := z.From; n < end; n++ {
		l := &r.Lines[n]
		if l.Blank() || IsRule(l.Text) || flush > 5 && l.Indent() > margin { // a tab is wider than it was when the line was wrapped
			continue
		}
		if n >= z.From+60 {
		} else if lb, ok := r.LabelIn(n); ok && lb.Known() {
			continue
		}
		lines++
		if l.Width() > 100 {
			long++
		} else {
			widths[l.Width()]++
		}
	}
	body := 0
	if long*10 < lines { // wrapped lines crowd below the wrap column
		crowd := 0
		for w := 100; w > 40 && body == 0; w-- {
			if crowd += widths[w]; w+14 <= 100 {
				crowd -= widths[w+14]
			}
			if crowd > 1 && crowd*33 > lines {
				body = w
			}
		}
	}
	head := 0
	for n := z.From; n < min(z.To, z.From+120); n++ {
		l := &r.Lines[n]
		if lb, ok := r.LabelIn(n); ok && lb.Known() {
			head = max(head, l.Width())
		}
	}
	switch {
	case head > 100:
	case body > 0 && head <= body+1:
		z.wrap = max(body, 55)
	default:
		z.wrap = max(head, 60)
	}
}

// full reports whether line n reaches the wrap column: the first word of the
// next line would not have fitted into it.
func (z *Zone) full(n, next int) bool {
	l := &z.R.Lines[n]
	return z.wrap > 0 && l.Width() <= 100 && l.Width()+1+wordWidth(z.R.Lines[next].Text) > z.wrap
}

// wordWidth is the number of characters before the first blank.
func wordWidth(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		s = s[:i]
	}
	return utf8.RuneCountInString(s)
}

// label reads the label of line n.
func (z *Zone) label(n int) (says.Label, bool) {
	if text := z.R.Lines[n].Text; says.HeadsContents(text) && !char.HasFoldPrefix(text, "chapters") || z.listsChapters(n) { // "Contents:" above a list of chapters
		return says.Label{}, false
	}
	l, ok := z.R.LabelIn(n)
	if ok && l.Dash && !l.Known() {
		return l, false
	}
	if ok {
		return l, ok
	}
	if z.bareLabel(n) || z.outlined(n) {
		text := z.R.Lines[n].Text
		l.Text, l.Value = text, len(text)
		l.Name, _, ok = says.LookupLabel(text)
		return l, ok
	}
	return z.columned(n)
}

// listsChapters reports whether line n is "Chapters:" above a list that begins with "1.".
func (z *Zone) listsChapters(n int) bool {
	if text := z.R.Lines[n].Text; len(text) > 12 || !char.HasFoldPrefix(text, "chapters") || strings.Trim(text[len("chapters"):], " :") != "" {
		return false
	}
	next := NextText(z.R, n+1, min(z.To, n+3))
	return next < min(z.To, n+3) && (strings.HasPrefix(z.R.Lines[next].Text, "1. ") || strings.HasPrefix(z.R.Lines[next].Text, "1) ") || char.HasFoldPrefix(z.R.Lines[next].Text, "i. "))
}

// bareLabel reports whether line n is a label alone that lacks its colon:
// "Author's Note" with the note below it, up to the next label or the rule.
func (z *Zone) bareLabel(n int) bool {
	ln := &z.R.Lines[n]
	if len(ln.Text) < 5 || len(ln.Text) > 24 || says.FirstIsLower(ln.Text) || n+2 >= z.To {
		return false
	}
	for k := n - 1; k >= max(z.From, n-4); k-- { // an entry of printed contents
		if says.IsContentsWord(z.R.Lines[k].Text) {
			return false
		}
	}
	name, sure, known := says.LookupLabel(ln.Text)
	if !known || !sure && name != "notes" || !longForm(name) && name != "warnings" {
		return false
	}
	below := n + 1
	if z.R.Lines[below].Blank() {
		if below++; z.R.Lines[below].Blank() || z.R.Lines[below].Indent() <= ln.Indent() && !z.paged(n) {
			return false
		}
	}
	if z.bare || z.paged(n) {
		return true
	}
	z.bare = true
	o := z.outlook(below)
	z.bare = false
	return !o.speech && (o.next == aLabel || (o.next == aRule || o.next == aHeading) && o.groups <= 4 || o.next == aGap && o.groups == 1)
}

// paged reports whether line n is one of the words that the Archive of Our Own prints
// above a summary and notes, without a colon in pages that were copied: alone between blank
// lines, and in company or below a header of its own. A summary needs neither.
func (z *Zone) paged(n int) bool {
	if !z.pageWord(n) || n == z.From {
		return false
	}
	const reach = 60 // lines
	company := len(z.entries) > 3 || z.R.Lines[n].Text == "Summary"
	for k := max(z.From, n-reach); k < min(z.To, n+reach) && !company; k++ {
		company = k != n && (z.pageWord(k) || IsStoryLabel(z.R.Lines[k].Text))
	}
	return company
}

// pageWord reports whether line n is "Summary" or "Notes" between blank lines.
func (z *Zone) pageWord(n int) bool {
	t := z.R.Lines[n].Text
	return (t == "Summary" || t == "Notes") && z.startsParagraph(n) && n+2 < len(z.R.Lines) && z.R.Lines[n+1].Blank()
}

// labelled reports whether line n begins with a known label.
func (z *Zone) labelled(n int) bool {
	l, ok := z.label(n)
	return ok && l.Known()
}

// blankBelow reports whether nothing stands in the line below line n.
func (z *Zone) blankBelow(n int) bool { return n+1 >= len(z.R.Lines) || z.R.Lines[n+1].Blank() }

// blanks is the number of blank lines before line n.
func (z *Zone) blanks(n int) int {
	k := n
	for k > z.From && z.R.Lines[k-1].Blank() {
		k--
	}
	return n - k
}

// heading reports whether line n heads a chapter, so that the header has ended.
func (z *Zone) heading(n int) bool {
	text := z.R.Lines[n].Text
	if !wording.LooksLikeHeading(text) || says.IsRights(text) { // "(c) 1999" is no hundredth chapter
		return false
	}
	if z.first(n) && !char.HasFoldPrefix(text, "chapter") {
		if next := NextText(z.R, n+1, z.To); next < z.To {
			if _, by := says.BylineOf(z.R.Lines[next].Text); by || z.labelled(next) || z.subtitleOfByline(next) && next == n+1 {
				return false // "Second Season", "Part 2/4": what stands above a byline is no heading
			}
		}
		if _, _, ok := wording.PartLine(text); ok {
			return z.manyParts(n)
		}
	}
	return true
}

// first reports whether nothing but rules stands above line n.
func (z *Zone) first(n int) bool {
	return n == z.From || n < z.From+6 && z.onlyRules(n)
}

// manyParts reports whether the numbers of further parts follow line n: then it
// heads one of them.
func (z *Zone) manyParts(n int) bool {
	_, of, _ := wording.PartLine(z.R.Lines[n].Text)
	if of == 0 {
		return true
	}
	for k := n + 1; k < min(len(z.R.Lines), n+20000); k++ {
		t := z.R.Lines[k].Text
		if len(t) > 0 && len(t) < 40 && (t[0] < 'a' || t[0] > 'z') {
			if _, o, ok := wording.PartLine(t); ok && o == of {
				return true
			}
		}
	}
	return false
}

// IsRule reports whether a line is a rule: at least three marks and no letters or
// digits, or an ornament of letters ("oOoOo", "xxxxxx").
func IsRule(s string) bool {
	return isMarks(s) || len(s) >= 5 && s[0] != '[' && s[0] != '(' && passage.SceneMark(s)
}

// isShortRule reports whether a line among fields is nothing but "--", "==" or a dash: too
// short for a rule elsewhere, it parts the fields from the story.
func isShortRule(s string) bool {
	switch s {
	case "--", "==", "~~", "__", "—", "——", "–", "――", "──":
		return true
	}
	return false
}

func isMarks(s string) bool {
	if s == "" || len(s) > 400 {
		return false
	}
	marks, kinds := 0, 0
	var seen [8]rune
	for _, c := range s {
		switch {
		case c == ' ' || c == '\t':
			continue
		case c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z', c == '"' || c == '\'' || c == '?' || c == '!' || c == ',':
			return false
		case c >= utf8.RuneSelf && strings.ContainsRune("“”‘’…。、「」", c), c >= utf8.RuneSelf && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			return false
		}
		marks++
		found := false
		for _, k := range seen[:kinds] {
			found = found || k == c
		}
		if !found {
			if kinds == 4 {
				return false
			}
			seen[kinds] = c
			kinds++
		}
	}
	if kinds == 1 && seen[0] == '.' && marks < 10 {
		return false
	}
	return marks >= 3
}
