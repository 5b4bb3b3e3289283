// Package evidence measures passages: small integers, pure functions of the text,
// from which learned trees weigh what a passage is. It decides nothing.
package evidence

import "storybind/internal/parse/passage"

// Rows are the lines of a section that have text, on their way to blocks.
type Rows interface {
	Len() int
	Row(i int) *passage.Line
	Above(i int) int // blank lines above row i
}

// A KindSetting is how the file of the rows sets its text.
type KindSetting struct {
	passage.Habits
	Slack     int  // how many columns before the wrap a line may end and still have been wrapped there
	Justified bool // blanks were widened to make lines equally long
	LineEnds  bool // a line that ends early ends its paragraph
	Meant     bool // no line was broken by a wrap
	Verses    bool // the file is one of poems
	Dashes    bool // a dash opens speech
	Apart     bool // these are notes after the end
}

// Kind measures rows [a, b), between which no line is blank: one measure for each of
// KindNames, in their order, in the room of out.
func Kind(out []int32, rows Rows, a, b int, s *KindSetting) []int32 {
	k := kind{rows: rows, a: a, b: b, s: s, out: out[:0]}
	k.form()
	k.breaks()
	k.signs()
	k.around()
	k.setting()
	return k.out
}

// A kind is the measuring of one run of rows.
type kind struct {
	rows Rows
	a, b int
	s    *KindSetting
	out  []int32

	left, right int // the leftmost column of text, and the rightmost
}

func (k *kind) add(n int) { k.out = append(k.out, int32(min(max(n, -9999), 9999))) }

// share adds n as hundredths of all.
func (k *kind) share(n, all int) {
	if all <= 0 {
		k.add(-1)
		return
	}
	k.add((n*100 + all/2) / all)
}

// column is how many columns of text the wrap leaves, 72 where nothing is wrapped.
func (k *kind) column() int {
	if k.s.Wrap > 0 {
		return max(1, k.s.Wrap-k.s.Margin)
	}
	return 72
}

// form measures how wide the rows are and at which columns they begin.
func (k *kind) form() {
	first := k.rows.Row(k.a)
	left, right, deep := first.Indent(), 0, first.Indent()
	least, sum, gaps := 9999, 0, 0
	for i := k.a; i < k.b; i++ {
		l := k.rows.Row(i)
		left, right, deep = min(left, l.Indent()), max(right, l.Width()), max(deep, l.Indent())
		sum += l.Width() - l.Indent()
		if i+1 < k.b || k.b-k.a == 1 {
			least = min(least, l.Width()-l.Indent())
		}
		if l.Marks&passage.HasGaps != 0 {
			gaps++
		}
	}
	k.left, k.right = left, right
	n := k.b - k.a
	steps, everyOther, indents, spread, between := 0, 0, 0, 0, 0
	var seen [8]int
	for i := k.a; i < k.b; i++ {
		l := k.rows.Row(i)
		if i > k.a {
			x := k.rows.Row(i - 1)
			if x.Indent() != l.Indent() {
				steps++
			}
			if i+1 < k.b || n == 2 {
				spread += abs(l.Width() - x.Width())
				between++
			}
		}
		if i > k.a+1 && k.rows.Row(i-2).Indent() == l.Indent() && k.rows.Row(i-1).Indent() != l.Indent() {
			everyOther++
		}
		known := false
		for _, c := range seen[:indents] {
			known = known || c == l.Indent()
		}
		if !known && indents < len(seen) {
			seen[indents] = l.Indent()
			indents++
		}
	}
	last := k.rows.Row(k.b - 1)
	k.add(n)
	k.add(left - k.s.Margin)
	k.add(first.Indent() - left)
	k.add(deep - left)
	k.add(indents)
	k.share(steps, n-1)
	k.share(everyOther, n-2)
	k.add(right - left)
	k.share(right-left, k.column())
	k.share(right-k.s.Margin, k.column())
	k.share(least, right-left)
	k.share(sum/n, k.column())
	if between == 0 {
		k.add(-1)
	} else {
		k.add(spread / between)
	}
	k.share(last.Width()-left, right-left)
	k.share(gaps, n)
	middle := first.Indent() + first.Width()
	k.add(min(abs(middle-k.s.Wrap-k.s.Margin), 60))
}

// breaks measures how each row ends and the next begins.
func (k *kind) breaks() {
	n := k.b - k.a - 1
	on, early, open, stop, comma, full, nearly, reach, over, small, capital := 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
	for i := k.a + 1; i < k.b; i++ {
		x, y := k.rows.Row(i-1), k.rows.Row(i)
		if passage.GoesOn(x, y) {
			on++
		}
		room := k.s.Wrap - (x.Width() + 1 + y.Word())
		if k.s.Wrap == 0 || room >= k.s.Slack {
			early++
		}
		if k.s.Wrap > 0 && x.Width() > k.s.Wrap+1 {
			over++
		}
		switch x.Tail {
		case passage.EndsOpen:
			open++
		case passage.EndsStop:
			stop++
		}
		switch lastByte(x.Text) {
		case ',', ';':
			comma++
		}
		need := x.Width() + 1 + y.Word()
		if need > k.right {
			full++
		}
		if need+2 > k.right {
			nearly++
		}
		if need > k.left+(k.right-k.left)*2/3 {
			reach++
		}
		switch y.Head {
		case passage.StartsLower:
			small++
		case passage.StartsUpper:
			capital++
		}
	}
	for _, v := range [...]int{on, early, open, stop, comma, full, nearly, reach, over, small, capital} {
		k.share(v, n)
	}
	first, last := k.rows.Row(k.a), k.rows.Row(k.b-1)
	k.add(int(first.Head))
	k.add(int(last.Tail))
	k.add(punctuation(first.Text[0]))
	k.add(punctuation(lastByte(last.Text)))
}

func abs(n int) int { return max(n, -n) }

func lastByte(s string) byte { return s[len(s)-1] }

// punctuation numbers the bytes with which lines begin and end that tell something.
func punctuation(c byte) int {
	switch {
	case c == '"' || c == '\'':
		return 1
	case c == '(' || c == '[' || c == '{' || c == ')' || c == ']' || c == '}':
		return 2
	case c == '_' || c == '*' || c == '/' || c == '~':
		return 3
	case c == '-':
		return 4
	case '0' <= c && c <= '9':
		return 5
	case c == '.' || c == '!' || c == '?':
		return 6
	case c == ',' || c == ';':
		return 7
	case c == ':':
		return 8
	case c >= 0x80:
		return 9
	case 'A' <= c && c <= 'Z':
		return 10
	case 'a' <= c && c <= 'z':
		return 11
	}
	return 0
}
