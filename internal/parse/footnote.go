package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// A noteIndex knows where the story's notes stand.
type noteIndex struct {
	notes  []storyNote
	byLine map[int]int      // the note that begins in a line
	byMark map[string][]int // the notes with a mark, in the order of the story
	signs  bool             // some are marked "(1)" or "†", which no other rule looks for
}

// A storyNote is a footnote or an endnote.
type storyNote struct {
	mark string // "1", "*"
	word bool   // the word "Footnote" stands before the mark
	line int    // where it begins
	text int    // the byte of that line at which its text begins
	id   string
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

// starNote reads the star before the text of a note at the page's foot.
func starNote(s string) (mark string, text int) {
	mark, text = starMark(s, 0)
	if text == 0 || text >= len(s) {
		return "", 0
	}
	c := s[text-1]
	for text < len(s) && s[text] == ' ' {
		text++
	}
	if h := passage.HeadOf(s[text:]); text == len(s) || h == passage.StartsOther || c == '*' && strings.IndexByte(s[text:], '*') >= 0 {
		return "", 0
	}
	return mark, text
}

// footDistance is how many lines above a note at the page's foot its star is looked for.
const footDistance = 80

// findNotes finds the notes in lines [from, to). A number in brackets at the
// beginning of a paragraph is a note only if the text before refers to it.
func (r *reading) findNotes(from, to int) *noteIndex {
	x := &noteIndex{byLine: map[int]int{}, byMark: map[string][]int{}}
	refs := map[string]int{} // the last line that refers to a mark
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.Blank() || l.Marks&passage.IsMark != 0 {
			continue
		}
		start := 0 // references are looked for from here on
		first := n == from || r.lines[n-1].Blank() || r.lines[n-1].Marks&passage.IsMark != 0
		switch c := l.Text[0]; {
		case c == '[' && r.addFootnote(x, n):
			start = 1
		case (c == '[' || c == '(' || c == '{') && (first || x.endsIn(r, n)):
			if mark, text := markOfNote(l.Text, 0); text > 0 && text < len(l.Text) && (l.Text[text] == ' ' || l.Text[text] == '\t') {
				if _, ok := refs[mark+l.Text[:1]]; ok {
					x.add(storyNote{mark: mark, line: n, text: text})
					x.signs = x.signs || c != '['
					start = text
				} else {
					start = 1 // an item of a list, not a reference to itself
				}
			}
		case (c == '*' || c >= 0x80) && first:
			if mark, text := starNote(l.Text); text > 0 {
				if at, ok := refs[mark]; ok && n-at <= footDistance && !r.starsItem(n, mark) {
					x.add(storyNote{mark: mark, line: n, text: text})
					x.signs = x.signs || c != '*'
					delete(refs, mark)
					start = text
				} else {
					start = text
				}
			}
		}
		noteRefs(l.Text, start, n, refs)
	}
	if len(x.notes) == 0 {
		return nil
	}
	first := x.notes[0].line
	r.remark("notes", diag.Note, first, first+1, "notes to the text begin here; those that the text refers to are linked: "+decimal(len(x.notes)), "")
	return x
}

// addFootnote adds the note that line n begins, if the word for it stands there.
func (r *reading) addFootnote(x *noteIndex, n int) bool {
	mark, text := footnoteWord(r.lines[n].Text)
	if text > 0 {
		x.add(storyNote{mark: mark, word: true, line: n, text: text})
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
			text = strings.TrimLeft(text[min(n.text, len(text)):], " \t")
		}
		if b == c.b && n.word {
			text = strings.TrimSuffix(text, "]")
		}
		out.Blocks = append(out.Blocks, &book.Paragraph{Inlines: p.inlines(text, marked, a, b), Span: p.at(a, b)})
		a = b
	}
	return out
}
