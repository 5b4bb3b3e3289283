package desk

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
)

// A NoteIndex knows where the story's notes stand.
type NoteIndex struct {
	Notes  []inlines.StoryNote
	ByLine map[int]int        // the note that begins in a line
	byMark map[string][]int   // the notes with a mark, in the order of the story
	Signs  bool               // some are marked "(1)", "†" or "¹", which no other rule looks for
	Refs   []inlines.NoteCall // the marks in the text that may refer to a note, as they were read
}

// FindNotes finds the notes in lines [from, to). A mark at the beginning of a
// paragraph begins a note only if the text before refers to it.
func (r *Reading) FindNotes(from, to int) *NoteIndex {
	x := &NoteIndex{ByLine: map[int]int{}, byMark: map[string][]int{}}
	refs := map[inlines.RefKey][]int{} // the lines that refer to a mark
	list := -1                         // the line that heads a list of notes
	said := -1                         // the line that says so in words
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Blank() || l.Marks&passage.IsMark != 0 && !passage.IsRule(l.Text) {
			continue
		}
		first := n == from || r.Lines[n-1].Blank() || r.Lines[n-1].Marks&passage.IsMark != 0
		start := 0 // references are looked for from here on
		switch {
		case l.Text[0] == '[' && r.addFootnote(x, n, refs):
			start = 1
		case passage.IsRule(l.Text):
			list = n
			continue
		case OpensNotes(l.Text):
			list, said = n, n
		case first || x.endsIn(r, n) || x.follows(said, n) && belowName(r, n):
			start = r.noteBegins(x, n, refs, list >= 0, x.follows(said, n))
		case belowStop(r, n):
			if at := r.noteBegins(x, n, refs, false, false); len(x.Notes) > 0 && x.Notes[len(x.Notes)-1].Line == n {
				start = at // else it is a reference that the line's end parted from its word
			}
		}
		if l.Marks&passage.HasRefs != 0 {
			inlines.NoteRefs(l.Text, start, n, refs)
		}
	}
	if len(x.Notes) == 0 {
		return nil
	}
	return x
}

// noteBegins adds the note that line n begins, if one does and the text before refers
// to it, and returns the byte from which on references stand in the line.
func (r *Reading) noteBegins(x *NoteIndex, n int, refs map[inlines.RefKey][]int, inList, headed bool) int {
	s := r.Lines[n].Text
	mark, form, text := inlines.NoteStart(s)
	if _, at := inlines.ListedNote(s, false); text == 0 && (inList || at > 0 && s[at-1] == ')' && len(refs[inlines.RefKey{Mark: s[:at-1], Form: inlines.RoundForm}]) > 0 || at > 0 && nearRef(refs, s[:at-1], n, inlines.RaisedForm, inlines.CaretForm)) { // "1) " below a text that has "(1)"
		if mark, text = inlines.ListedNote(s, headed && x.counts(s)); text > 0 {
			form = inlines.ItemForm
		}
	}
	if text == 0 {
		if mark, text = inlines.ColonNote(s); text > 0 && nearRef(refs, mark, n, inlines.SquareForm, inlines.RoundForm, inlines.RaisedForm, inlines.CaretForm) {
			form = inlines.ItemForm
		} else {
			text = 0
		}
	}
	if text == 0 {
		if s[0] == '[' || s[0] == '(' || s[0] == '{' || s[0] == '<' || s[0] >= utf8.RuneSelf {
			return 1 // an item of a list, not a reference to itself
		}
		return 0
	}
	var before []int
	for f := range inlines.ItemForm {
		if n := (&inlines.StoryNote{Form: form}); n.Suits(f) {
			before = append(before, refs[inlines.RefKey{Mark: mark, Form: f}]...)
		}
	}
	apart, reach := false, 0
	loose := refs[inlines.RefKey{Mark: mark, Form: inlines.ApartForm}]
	if len(loose) > 0 && (form == inlines.RoundForm && n-loose[len(loose)-1] <= inlines.NearNote || headed && (form == inlines.RoundForm || form == inlines.ItemForm)) {
		before, apart = append(before, loose...), true
	}
	if len(loose) > 0 && form == inlines.RoundForm {
		if at := loose[len(loose)-1]; n-at <= inlines.FootDistance && r.calledInHeading(at, mark) && (apart || r.endsSection(n)) {
			const parts = 4 // lines that a heading's number stands above its title
			before, apart, reach = append(before, at), true, n-at+parts
		}
	}
	early := len(before) == 0 && r.calledBelow(x, n, mark, form)
	if len(before) == 0 && !early {
		return text
	}
	far := false
	if form == inlines.Starred {
		items := r.starItems(n, mark)
		switch last := before[len(before)-1]; {
		case inList && len(before) > len(x.byMark[mark]):
			far = true
		case inList || n-last > inlines.FootDistance || items > len(before) || items > 1 && mark[0] != '*' && mark[0] != '+' || r.belowItem(x, n, mark): // "§" numbers sections
			return text
		case items > 1: // the next one has its own
			refs[inlines.RefKey{Mark: mark, Form: form}] = before[1:]
		default:
			delete(refs, inlines.RefKey{Mark: mark, Form: form})
		}
	}
	x.Signs = x.Signs || form != inlines.SquareForm && form != inlines.Starred || s[0] >= 0x80
	x.add(inlines.StoryNote{Mark: mark, Form: form, Line: n, Text: text, Far: far, Apart: apart, Reach: reach, Early: early, Headed: headed})
	return text
}

// calledInHeading reports whether line n is a short one between gaps that ends in the mark
// "(1)" and no sentence: a title whose note stands where its chapter ends.
func (r *Reading) calledInHeading(n int, mark string) bool {
	const most = 60 // bytes
	title, ok := strings.CutSuffix(r.Lines[n].Text, " ("+mark+")")
	return ok && len(title) < most && strings.IndexByte(".!?:;,", title[len(title)-1]) < 0 && n > 0 && r.Lines[n-1].Blank() && n+1 < len(r.Lines) && r.Lines[n+1].Blank()
}

// endsSection reports whether what follows the paragraph of line n is a short line that
// stands alone, as headings do, or nothing.
func (r *Reading) endsSection(n int) bool {
	const most = 40 // bytes
	for n < len(r.Lines) && !r.Lines[n].Blank() {
		n++
	}
	for n < len(r.Lines) && r.Lines[n].Blank() {
		n++
	}
	if n == len(r.Lines) {
		return true
	}
	return len(r.Lines[n].Text) < most && (n+1 == len(r.Lines) || r.Lines[n+1].Blank()) && strings.IndexByte("([{\"", r.Lines[n].Text[0]) < 0
}

// calledBelow reports whether line n, right below notes, begins the next of them, though
// the text refers to it only further down: notes that were gathered below the first.
func (r *Reading) calledBelow(x *NoteIndex, n int, mark string, form inlines.NoteForm) bool {
	if len(x.Notes) == 0 || !x.endsIn(r, n) || form != inlines.SquareForm && form != inlines.RoundForm && form != inlines.RaisedForm && form != inlines.CaretForm {
		return false
	}
	if last := x.Notes[len(x.Notes)-1]; last.Form != form || !followsMark(last.Mark, mark) {
		return false
	}
	refs := map[inlines.RefKey][]int{}
	for k := n + 1; k < len(r.Lines) && k <= n+inlines.FootDistance; k++ {
		if l := &r.Lines[k]; l.Marks&passage.HasRefs != 0 {
			if again, f, at := inlines.NoteStart(l.Text); at > 0 && again == mark && f == form { // it has a note of its own
				return false
			}
			if inlines.NoteRefs(l.Text, 1, k, refs); len(refs[inlines.RefKey{Mark: mark, Form: form}]) > 0 {
				return true
			}
		}
	}
	return false
}

// followsMark reports whether b is the mark that comes behind a: "2" behind "1", "c" behind
// "b".
func followsMark(a, b string) bool {
	if n, err := strconv.Atoi(a); err == nil {
		return b == inlines.Decimal(n+1)
	}
	return len(a) == 1 && len(b) == 1 && b[0] == a[0]+1
}

// counts reports whether the number with which a line begins is that of the next note of
// its list: "39 Geo. III" is none.
func (x *NoteIndex) counts(s string) bool {
	number, _, _ := strings.Cut(s, " ")
	if number == "1" || len(x.Notes) == 0 {
		return number == "1"
	}
	last, err := strconv.Atoi(x.Notes[len(x.Notes)-1].Mark)
	return err == nil && number == inlines.Decimal(last+1)
}

// nearRef reports whether one of the last lines before n refers to a number in one of the
// forms that stand for nothing but notes: "ford¹" above "1. ".
func nearRef(refs map[inlines.RefKey][]int, mark string, n int, forms ...inlines.NoteForm) bool {
	const near = 8 // lines
	for _, form := range forms {
		if of := refs[inlines.RefKey{Mark: mark, Form: form}]; len(of) > 0 && n-of[len(of)-1] <= near {
			return true
		}
	}
	return false
}

// follows reports whether line n stands among the notes that line said announces.
func (x *NoteIndex) follows(said, n int) bool {
	const reach = 30 // lines of one note
	if said < 0 {
		return false
	}
	if k := len(x.Notes) - 1; k >= 0 && x.Notes[k].Line > said {
		said = x.Notes[k].Line
	}
	return n-said <= reach
}

// belowName reports whether line n stands right below a short one between gaps: a
// chapter's name among the notes.
func belowName(r *Reading, n int) bool {
	const most = 60 // bytes
	return n > 1 && len(r.Lines[n-1].Text) < most && r.Lines[n-2].Blank()
}

// belowStop reports whether line n begins with a note's mark in brackets, right below a line
// that ends a sentence.
func belowStop(r *Reading, n int) bool {
	s := r.Lines[n].Text
	if n == 0 || s[0] != '[' && s[0] != '{' {
		return false
	}
	above := r.Lines[n-1].Text
	return above != "" && strings.IndexByte(".!?]}\"", above[len(above)-1]) >= 0
}

// addFootnote adds the note that line n begins, if the word for it stands there.
func (r *Reading) addFootnote(x *NoteIndex, n int, refs map[inlines.RefKey][]int) bool {
	mark, text := inlines.FootnoteWord(r.Lines[n].Text)
	if text > 2 && mark != "" { // the text may say the word as well: "the reeve.[Footnote 1]"
		if typed := r.Lines[n].Text[1 : text-1]; len(refs[inlines.RefKey{Mark: typed, Form: inlines.SquareForm}]) > 0 {
			mark = typed
		}
	}
	if text > 0 {
		x.add(inlines.StoryNote{Mark: mark, Word: true, Line: n, Text: text, Far: true})
	}
	return text > 0
}

// endsIn reports whether the line before n belongs to a note, so that the next
// may begin without a blank line.
func (x *NoteIndex) endsIn(r *Reading, n int) bool {
	if len(x.Notes) == 0 {
		return false
	}
	last := x.Notes[len(x.Notes)-1].Line
	if n-last > 30 {
		return false
	}
	for k := last; k < n; k++ {
		if r.Lines[k].Blank() {
			return false
		}
	}
	return true
}

// belowItem reports whether the paragraph above line n begins with the same star and is no
// note: the items of a list.
func (r *Reading) belowItem(x *NoteIndex, n int, mark string) bool {
	k := n - 1
	for k > 0 && r.Lines[k].Blank() {
		k--
	}
	for k > 0 && n-k < 8 && !r.Lines[k-1].Blank() {
		k--
	}
	if k < 0 || r.Lines[k].Blank() || r.Lines[k].Text[0] != mark[0] {
		return false
	}
	above, _ := inlines.StarMark(r.Lines[k].Text, 0)
	_, note := x.ByLine[k]
	return above == mark && !note
}

// starItems counts the paragraphs from line n on that begin with the same star, one
// right below the other: more than the text has such stars are a list.
func (r *Reading) starItems(n int, mark string) int {
	items := 1
	for k, last := n+1, n; k < len(r.Lines) && k < last+8; k++ {
		l := &r.Lines[k]
		if l.Blank() || !r.Lines[k-1].Blank() {
			continue
		}
		next, _ := inlines.StarMark(l.Text, 0)
		if l.Text[0] != mark[0] || l.Marks&passage.IsMark != 0 || next != mark {
			break
		}
		items++
		last = k
	}
	return items
}

func (x *NoteIndex) add(n inlines.StoryNote) {
	n.Id = "note-" + inlines.Decimal(len(x.Notes)+1)
	x.ByLine[n.Line] = len(x.Notes)
	x.byMark[n.Mark] = append(x.byMark[n.Mark], len(x.Notes))
	x.Notes = append(x.Notes, n)
}
