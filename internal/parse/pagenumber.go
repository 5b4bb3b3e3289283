package parse

import (
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
// sentences run on over them. Chapter numbers do not stand inside sentences.
func pageNumbers(r *desk.Reading, from, to int) {
	type place struct{ n, number int }
	var all []place
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if c := len(l.Text); c > 0 && c < 16 {
			if k := pageNumber(l.Text); k > 0 {
				all = append(all, place{n, k})
			}
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
	if steps*10 < (len(all)-1)*7 || inside*4 < len(all) {
		return
	}
	for _, p := range all {
		r.SetAside("page number", p.n, p.n+1)
		clear(r, p.n, p.n+1)
	}
	r.Remark("page-numbers", diag.Note, all[0].n, all[0].n+1, "page numbers between the lines are left out", "")

	// A sentence that runs over a page's end is one paragraph: the blank lines
	// there are taken out of the way.
	for _, p := range all {
		a, b := p.n, p.n
		for a > from && r.Lines[a-1].Blank() {
			a--
		}
		for b+1 < to && r.Lines[b+1].Blank() {
			b++
		}
		if a > from && b+1 < to && passage.GoesOn(&r.Lines[a-1], &r.Lines[b+1]) {
			for n := a; n <= b; n++ {
				r.Lines[n].Marks |= passage.IsGone
			}
		}
	}
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

// pageNumber reads "12", "- 12 -", "[12]", "Page 12" or "[Pg 12]"; 0 for other lines.
func pageNumber(s string) int {
	s = strings.Trim(s, "-–— []{}()")
	low := strings.ToLower(s)
	for _, w := range [...]string{"page ", "pg ", "pg. ", "p. ", "seite "} {
		if rest, ok := strings.CutPrefix(low, w); ok {
			s = rest
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
