package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
)

// A noteIndex knows where the story's notes stand.
type noteIndex struct {
	notes  []storyNote
	byLine map[int]int      // the note that begins in a line
	byMark map[string][]int // the notes with a mark, in the order of the story
	signs  bool             // some are marked "(1)", "†" or "¹", which no other rule looks for
	refs   []noteCall       // the marks in the text that may refer to a note, as they were read
}

// A storyNote is a footnote or an endnote.
type storyNote struct {
	mark string // "1", "*"
	form noteForm
	word bool // the word "Footnote" stands before the mark
	line int  // where it begins
	text int  // the bytes of its mark, blanks behind it apart
	id   string
	far  bool // it stands in a list of notes, not at a page's foot

	apart  bool // "(1)" behind a blank may refer to it
	headed bool // a line says that notes follow
}

// A noteForm is how a note's mark is typed.
type noteForm uint8

const (
	squareForm noteForm = iota // [1], [A], [*], [^1]
	roundForm                  // (1), (*)
	curlForm                   // {1}
	raised                     // ¹
	caretForm                  // ^1
	starred                    // *, †
	itemForm                   // 1. in a list of notes; in the text any of the others
	apartForm                  // (1) behind a blank, in the text
)

// suits reports whether a mark in the text may refer to a note of a form.
func (n *storyNote) suits(form noteForm) bool {
	switch {
	case n.form == itemForm:
		return form != starred
	case n.word:
		return form == squareForm || form == starred || form == raised
	}
	return n.form == form
}

// footnoteWord reads "[Footnote 1: " and its like at the beginning of a line.
func footnoteWord(s string) (mark string, text int) {
	low := strings.ToLower(s[:min(len(s), 24)])
	for _, w := range [...]string{"[footnote", "[fußnote", "[note de", "[note", "[nota"} {
		rest, ok := strings.CutPrefix(low, w)
		if !ok {
			continue
		}
		i := len(w)
		for i < len(low) && low[i] == ' ' {
			i++
		}
		from := i
		for i < len(low) && i-from < 5 && (isDigit(rune(low[i])) || low[i] == '*' || i == from && low[i] >= 'a' && low[i] <= 'z') {
			i++
		}
		if i < len(low) && low[i] == ':' && (i > from || w == "[footnote") && rest != "" {
			return s[from:i], i + 1
		}
	}
	return "", 0
}

// noteStart reads the mark with which a note begins, and what stands between mark and
// text: "[1] ", "(1) ", "{1} ", "[^1]: ", "¹", "^1 ", "* ", "†". text is 0 when none
// does.
func noteStart(s string) (mark string, form noteForm, text int) {
	mark, form, text = markAt(s, 0)
	if text == 0 || text >= len(s) {
		return "", 0, 0
	}
	c := s[text]
	if (form == squareForm || form == caretForm || form == raised) && c == ':' || (form == caretForm || form == raised || strings.HasPrefix(s, "[^")) && c == '.' {
		text++
		c = ' '
	}
	blank := c == ' ' || c == '\t'
	h := passage.HeadOf(strings.TrimLeft(s[text:], " \t"))
	switch form {
	case starred:
		if h == passage.StartsOther || s[0] == '*' && strings.IndexByte(s[text:], '*') >= 0 {
			return "", 0, 0
		}
	case raised:
		if h == passage.StartsOther {
			return "", 0, 0
		}
	default:
		if !blank {
			return "", 0, 0
		}
	}
	return mark, form, text
}

// listedNote reads the number before a note in a list of notes: "1. ", "1) ".
func listedNote(s string) (mark string, text int) {
	i := 0
	for i < len(s) && i < 3 && isDigit(rune(s[i])) {
		i++
	}
	if i == 0 || i+1 >= len(s) || s[i] != '.' && s[i] != ')' || s[i+1] != ' ' && s[i+1] != '\t' {
		return "", 0
	}
	return s[:i], i + 1
}

// footDistance is how many lines above a note at the page's foot its star is looked for.
const footDistance = 80

// nearNote is how many lines above a note a number in brackets behind a blank is looked
// for: elsewhere such numbers count parts of sentences, years and paragraphs.
const nearNote = 12

// findNotes finds the notes in lines [from, to). A mark at the beginning of a
// paragraph begins a note only if the text before refers to it.
func (r *reading) findNotes(from, to int) *noteIndex {
	x := &noteIndex{byLine: map[int]int{}, byMark: map[string][]int{}}
	refs := map[refKey][]int{} // the lines that refer to a mark
	list := -1                 // the line that heads a list of notes
	said := -1                 // the line that says so in words
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Blank() || l.Marks&passage.IsMark != 0 && !passage.IsRule(l.Text) {
			continue
		}
		first := n == from || r.lines[n-1].Blank() || r.lines[n-1].Marks&passage.IsMark != 0
		start := 0 // references are looked for from here on
		switch {
		case l.Text[0] == '[' && r.addFootnote(x, n):
			start = 1
		case passage.IsRule(l.Text):
			list = n
			continue
		case opensNotes(l.Text):
			list, said = n, n
		case first || x.endsIn(r, n):
			start = r.noteBegins(x, n, refs, list >= 0, x.follows(said, n))
		}
		noteRefs(l.Text, start, n, refs)
	}
	if len(x.notes) == 0 {
		return nil
	}
	return x
}

// A refKey is a mark as it stands in the text.
type refKey struct {
	mark string
	form noteForm
}

// noteBegins adds the note that line n begins, if one does and the text before refers
// to it, and returns the byte from which on references stand in the line.
func (r *reading) noteBegins(x *noteIndex, n int, refs map[refKey][]int, inList, headed bool) int {
	s := r.lines[n].Text
	mark, form, text := noteStart(s)
	if _, at := listedNote(s); text == 0 && (inList || at > 0 && s[at-1] == ')' && len(refs[refKey{s[:at-1], roundForm}]) > 0) { // "1) " below a text that has "(1)"
		if mark, text = listedNote(s); text > 0 {
			form = itemForm
		}
	}
	if text == 0 {
		if s[0] == '[' || s[0] == '(' || s[0] == '{' {
			return 1 // an item of a list, not a reference to itself
		}
		return 0
	}
	var before []int
	for f := range itemForm {
		if n := (&storyNote{form: form}); n.suits(f) {
			before = append(before, refs[refKey{mark, f}]...)
		}
	}
	apart := false
	if loose := refs[refKey{mark, apartForm}]; len(loose) > 0 && (form == roundForm && n-loose[len(loose)-1] <= nearNote || headed && (form == roundForm || form == itemForm)) {
		before, apart = append(before, loose...), true
	}
	if len(before) == 0 {
		return text
	}
	far := false
	if form == starred {
		switch last := before[len(before)-1]; {
		case inList && len(before) > len(x.byMark[mark]):
			far = true
		case inList || n-last > footDistance || r.starsItem(n, mark):
			return text
		default:
			delete(refs, refKey{mark, form})
		}
	}
	x.signs = x.signs || form != squareForm && form != starred || s[0] >= 0x80
	x.add(storyNote{mark: mark, form: form, line: n, text: text, far: far, apart: apart, headed: headed})
	return text
}

// follows reports whether line n stands among the notes that line said announces.
func (x *noteIndex) follows(said, n int) bool {
	const reach = 30 // lines of one note
	if said < 0 {
		return false
	}
	if k := len(x.notes) - 1; k >= 0 && x.notes[k].line > said {
		said = x.notes[k].line
	}
	return n-said <= reach
}

// addFootnote adds the note that line n begins, if the word for it stands there.
func (r *reading) addFootnote(x *noteIndex, n int) bool {
	mark, text := footnoteWord(r.lines[n].Text)
	if text > 0 {
		x.add(storyNote{mark: mark, word: true, line: n, text: text, far: true})
	}
	return text > 0
}

// endsIn reports whether the line before n belongs to a note, so that the next
// may begin without a blank line.
func (x *noteIndex) endsIn(r *reading, n int) bool {
	if len(x.notes) == 0 {
		return false
	}
	last := x.notes[len(x.notes)-1].line
	if n-last > 30 {
		return false
	}
	for k := last; k < n; k++ {
		if r.lines[k].Blank() {
			return false
		}
	}
	return true
}

// starsItem reports whether the paragraph in line n is one of several that begin
// with the same star: a list.
func (r *reading) starsItem(n int, mark string) bool {
	for k := n + 1; k < len(r.lines) && k < n+8; k++ {
		if l := &r.lines[k]; !l.Blank() && r.lines[k-1].Blank() {
			if l.Text[0] != mark[0] || l.Marks&passage.IsMark != 0 {
				return false
			}
			next, _ := starMark(l.Text, 0)
			return next == mark
		}
	}
	return false
}

func (x *noteIndex) add(n storyNote) {
	n.id = "note-" + decimal(len(x.notes)+1)
	x.byLine[n.line] = len(x.notes)
	x.byMark[n.mark] = append(x.byMark[n.mark], len(x.notes))
	x.notes = append(x.notes, n)
}

// decimal is a number in digits.
func decimal(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return decimal(n/10) + string(rune('0'+n%10))
}

// noteEnd returns the first row after the note that begins with row i; 0 when none
// begins there.
func (p *sectionText) noteEnd(i int) int {
	x := p.layout.notes
	if x == nil {
		return 0
	}
	k, ok := x.byLine[p.rows[i].n]
	if !ok {
		return 0
	}
	if x.notes[k].word {
		if end := p.bracketEnd(i); end > 0 {
			return end
		}
	}
	end := i + 1
	for end < len(p.rows) && p.rows[end].gap == 0 && p.rows[end].Marks&passage.IsMark == 0 {
		if _, ok := x.byLine[p.rows[end].n]; ok {
			break
		}
		end++
	}
	// Further paragraphs of a note that is indented as a whole.
	in := p.rows[i].Indent
	for in > p.layout.margin && !p.layout.indented && end < len(p.rows) && p.rows[end].gap == 1 {
		next := end
		for next < len(p.rows) && (next == end || p.rows[next].gap == 0) && p.rows[next].Indent >= in && p.rows[next].Marks&passage.IsMark == 0 {
			next++
		}
		if _, ok := x.byLine[p.rows[end].n]; ok || next == end || next < len(p.rows) && p.rows[next].gap == 0 {
			break
		}
		end = next
	}
	return end
}

// note makes a note of the piece.
func (p *sectionText) note(c piece) *book.Note {
	n := p.layout.notes.notes[p.layout.notes.byLine[p.rows[c.a].n]]
	out := &book.Note{ID: n.id, Mark: n.mark, Span: p.at(c.a, c.b)}
	if n.word {
		at := p.rows[c.a].Start
		word := strings.IndexAny(p.rows[c.a].Text, " :")
		p.book.SetAside = append(p.book.SetAside, book.SetAside{Reason: "the word for a note", Span: p.src.Span(at, at+word)})
	}
	for a := c.a; a < c.b; {
		b := a + 1
		for b < c.b && p.rows[b].gap == 0 {
			b++
		}
		text, marked := p.joined(a, b)
		if a == c.a {
			size := n.text
			if n.word { // blanks within it may have been folded
				_, size = footnoteWord(text)
			}
			text = strings.TrimLeft(text[min(size, len(text)):], " \t\u00A0\u3000")
		}
		if b == c.b && n.word {
			text = strings.TrimSuffix(text, "]")
		}
		out.Blocks = append(out.Blocks, &book.Paragraph{Inlines: p.inlines(text, marked, a, b), Span: p.at(a, b)})
		a = b
	}
	return out
}
