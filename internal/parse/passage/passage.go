package passage

// A Passage is a run of lines [From, To) that belong together: a block between blank
// lines, an indented paragraph, or one line where lines are paragraphs. Passages
// partition a text: every line that is not blank lies in exactly one.
type Passage struct {
	From, To      int32
	Chars         int32 // about how many characters it has, margins apart
	Before, After uint8 // blank lines before and after it, at most Edge
}

// Edge stands for the blank lines beyond the text's first and last passage.
const Edge = 255

// Habits are how a file sets its paragraphs, found by counting.
type Habits struct {
	Wrap     int  // the column at which its lines were wrapped; 0 when a line is a paragraph
	Gap      int  // blank lines usual between paragraphs
	Margin   int  // the column at which lines begin
	Deepest  int  // the deepest indent of a paragraph's first line, counted from Margin; 0 when none is indented
	Double   bool // a blank line stands between all lines
	ByLine   bool // each line is a paragraph
	Indented bool // an indented line begins a paragraph, without a blank line
}

// Cut cuts lines [from, to) into passages. heads says whether a line, by its words
// alone, heads a section beyond doubt; such a line is a passage of its own where a
// paragraph may end before it, even without blank lines round it.
func Cut(lines []Line, from, to int, h Habits, heads func(*Line) bool) []Passage {
	out := make([]Passage, 0, (to-from)/4+1)
	markLeads(lines, from, to, &h)
	gap := Edge
	for n := from; n < to; {
		if lines[n].Blank() {
			n++
			continue
		}
		end := n + 1
		for end < to && !lines[end].Blank() {
			end++
		}
		next, white := end, 0
		for next < to && lines[next].Blank() {
			if lines[next].Marks&IsGone == 0 {
				white++
			}
			next++
		}
		after := min(white, Edge-1)
		if next == to {
			after = Edge
		}
		for n < end {
			k := passageEnd(lines, n, end, &h, heads)
			p := Passage{From: int32(n), To: int32(k), Before: uint8(gap)}
			for _, l := range lines[n:k] {
				p.Chars += int32(l.Width() - l.Indent())
			}
			gap, n = 0, k
			if n == end {
				p.After = uint8(after)
			}
			out = append(out, p)
		}
		gap, n = after, next
	}
	return out
}

// passageEnd is the first line behind the passage that begins with line n of a block
// that ends before line end.
func passageEnd(lines []Line, n, end int, h *Habits, heads func(*Line) bool) int {
	first := &lines[n]
	if IsRule(first.Text) || first.Marks&IsMark != 0 {
		if n+2 < end && lines[n+2].Text == first.Text { // a line between two equal rules
			return n + 3
		}
		return n + 1
	}
	if n+1 < end && IsRule(lines[n+1].Text) && Underlines(&lines[n+1], first) {
		return n + 2
	}
	if h.ByLine || first.Marks&Leads != 0 || heads(first) && (n+1 == end || !continued(first, &lines[n+1], h)) {
		return n + 1
	}
	for k := n + 1; k < end; k++ {
		l := &lines[k]
		if d := l.Indent() - h.Margin; h.Indented && d > 1 && d <= h.Deepest {
			return k
		}
		if l.Marks&IsMark != 0 && IsRule(l.Text) || h.Indented && standsBetween(lines, k, end, h) {
			return k
		}
		if ends := &lines[k-1]; (ends.Tail != EndsOpen || h.Wrap == 0 || ends.Width() < h.Wrap*2/3) && heads(l) {
			return k
		}
	}
	return end
}

// standsBetween reports whether line k of a block stands at the margin, or far from it,
// between two paragraphs that begin with an indent: the one above has ended before its line
// was full, and the next begins right below.
func standsBetween(lines []Line, k, end int, h *Habits) bool {
	const centred = 8 // columns more than any paragraph's indent
	far := lines[k].Indent() >= h.Margin+h.Deepest+centred
	if k+1 >= end || lines[k].Indent() > h.Margin && !far || lines[k-1].Tail != EndsStop {
		return false
	}
	above, next := &lines[k-1], &lines[k+1]
	d := next.Indent() - h.Margin
	return d > 1 && d <= h.Deepest && (far || above.Width()+1+lines[k].Word() < h.Wrap-h.Wrap/8)
}

// continued reports whether a heading's words run on in the next line: it was full,
// or breaks off inside a sentence.
func continued(l, next *Line, h *Habits) bool {
	if c := l.Text[len(l.Text)-1]; c == ')' || c == ']' { // "The Lamp (2/3)"
		return false
	}
	if next.Head == StartsLower && l.Tail != EndsStop {
		return true
	}
	const full = 60 // columns: a line that is as long and breaks off has been wrapped
	return h.Wrap > 0 && l.Width()+1+next.Word() >= h.Wrap*4/5 && l.Width() > 40 || l.Tail == EndsOpen && l.Width() > full
}
