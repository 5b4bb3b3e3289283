package parse

import (
	"slices"
	"strings"

	"storybind/internal/diag"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
)

// pageNumbers sets aside page numbers, and the running heads beside them, that a
// scanned or printed text has between its lines.
//
// They are lines with nothing but a number, each one more than the last, and
// sentences run on over them. Chapter numbers do not stand inside sentences. Where pages
// end with paragraphs, the numbers stand at even distances, and below what they count.
func pageNumbers(r *desk.Reading, from, to int) {
	const short = 16 // bytes of a line that holds nothing else
	var all []pagePlace
	head := r.Book.Meta.Title
	for n := from; n < to; n++ {
		t := r.Lines[n].Text
		if t == "" || len(t) >= short && !runsOver(&t, head) {
			continue
		}
		if k := pageNumber(t); k > 0 {
			all = append(all, pagePlace{n, k})
		}
	}
	if len(all) < 3 {
		return
	}
	steps, inside := 0, 0
	for i, p := range all {
		if i > 0 && p.number == all[i-1].number+1 {
			steps++
		}
		if a, b := around(r, p.n, from, to); a != nil && b != nil && passage.GoesOn(a, b) {
			inside++
		}
	}
	if steps*10 < (len(all)-1)*7 || inside*4 < len(all) && !(steps == len(all)-1 && evenPages(r, from, to, all)) {
		return
	}
	for _, p := range all {
		r.SetAside("page number", p.n, p.n+1)
		clear(r, p.n, p.n+1)
	}
	r.Remark("page-numbers", diag.Note, all[0].n, all[0].n+1, "page numbers between the lines are left out", "")

	// A sentence that runs over a page's end is one paragraph: the blank lines there are
	// taken out of the way. Of those above and below another the more numerous stay.
	for _, p := range all {
		a, b := p.n, p.n
		for a > from && r.Lines[a-1].Blank() {
			a--
		}
		for b+1 < to && r.Lines[b+1].Blank() {
			b++
		}
		switch {
		case a > from && b+1 < to && passage.GoesOn(&r.Lines[a-1], &r.Lines[b+1]):
		case p.n-a < b-p.n:
			b = p.n
		default:
			a = p.n
		}
		for n := a; n <= b; n++ {
			r.Lines[n].Marks |= passage.IsGone
		}
	}
}

// A pagePlace is a line with a page's number.
type pagePlace struct{ n, number int }

// evenPages reports whether numbers between dashes, or behind the word, each have about as
// much text above them as the others: the first as well, where it is 1 or 2, for a section's
// number has none.
func evenPages(r *desk.Reading, from, to int, all []pagePlace) bool {
	const foot = 2    // the first page's number stands at its foot, or not at all
	const several = 5 // a first section may have no number either
	text := make([]int, 0, len(all))
	above := from
	for above < to && r.Lines[above].Blank() {
		above++
	}
	if t := r.Lines[all[0].n].Text; all[0].number == foot && len(all) < several && t[0] == '-' {
		return false
	}
	set := 0 // numbers set as headings are: with more white above than below
	for i, p := range all {
		t := r.Lines[p.n].Text
		if a, b := blanks(r, p.n, -1), blanks(r, p.n, 1); a > 1 && a > b {
			set++
		}
		if first, last := t[0], t[len(t)-1]; !(first == '-' && last == '-') && pageNumber(t) > 0 && char.IsDigit(rune(first)) {
			return false
		}
		if strings.HasPrefix(t, "[") || strings.HasPrefix(t, "(") || strings.HasPrefix(t, "{") { // a note's mark
			return false
		}
		if i > 0 || p.number <= foot {
			text = append(text, r.Lines[p.n].Start()-r.Lines[above].Start())
		}
		above = p.n
	}
	if set*2 > len(all) {
		return false
	}
	sorted := slices.Sorted(slices.Values(text))
	median, even := sorted[len(sorted)/2], 0
	for _, c := range text {
		if c*2 > median && c*5 < median*8 {
			even++
		}
	}
	first := text[0]
	return even*10 >= len(text)*9 && first*2 > median && first*5 < median*8
}

// blanks counts the blank lines on one side of line n.
func blanks(r *desk.Reading, n, step int) (count int) {
	for k := n + step; k >= 0 && k < len(r.Lines) && r.Lines[k].Blank(); k += step {
		count++
	}
	return count
}

// around finds the nearest lines with text before and behind line n.
func around(r *desk.Reading, n, from, to int) (a, b *passage.Line) {
	for k := n - 1; k >= from && n-k < 8; k-- {
		if !r.Lines[k].Blank() {
			a = &r.Lines[k]
			break
		}
	}
	for k := n + 1; k < to && k-n < 8; k++ {
		if !r.Lines[k].Blank() {
			b = &r.Lines[k]
			break
		}
	}
	return a, b
}

// runsOver takes the story's title away that stands before or behind the number of a page,
// "THE LAMP          12"; false when it does not.
func runsOver(s *string, title string) bool {
	const apart = "   "
	n := len(title)
	if n == 0 || len(*s) <= n+len(apart) {
		return false
	}
	if t := *s; strings.EqualFold(t[:n], title) && strings.HasPrefix(t[n:], apart) {
		*s = strings.TrimLeft(t[n:], " ")
		return true
	}
	cut := len(*s) - n
	if t := *s; strings.HasSuffix(t[:cut], apart) && strings.EqualFold(t[cut:], title) {
		*s = strings.TrimRight(t[:cut], " ")
		return true
	}
	return false
}

// pageNumber reads "12", "- 12 -", "[12]", "Page 12", "Page 12 of 40" or "[Pg 12]"; 0 for
// other lines.
func pageNumber(s string) int {
	s = strings.Trim(s, "-–— []{}()")
	low := strings.ToLower(s)
	for _, w := range [...]string{"page ", "pg ", "pg. ", "p. ", "seite "} {
		if rest, ok := strings.CutPrefix(low, w); ok {
			s, _, _ = strings.Cut(rest, " of ")
		}
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if !char.IsDigit(rune(s[i])) || i > 4 {
			return 0
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
