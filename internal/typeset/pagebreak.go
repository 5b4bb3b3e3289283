package typeset

import (
	"slices"

	"storybind/internal/book"
)

// A pageOf is the rows of one page: the half-open range [from, to) of a section's
// rows, white space at both ends left out; and the range of its notes' rows.
type pageOf struct{ from, to, notesFrom, notesTo int }

// A change makes a paragraph a line longer or shorter, so that a page comes to
// its full depth.
type change struct {
	row  int // the paragraph's last row
	more int // 1 or -1
}

// What a page's depth costs, by how many lines it falls short of the full text
// block (or is longer, by one). A spread whose two pages end at different depths
// is worse than one whose pages both end a line early.
const (
	costOneOff   = 30
	costShort    = 100 // times the square of the lines missing
	costUneven   = 900 // times the square of the difference of facing pages
	costSplit    = 400 // a note that goes on at the foot of the next page
	costLonely   = 40  // times the lines that a section's last page lacks to fiveLines
	fewestOnLast = 5
	muchShorter  = 3 // lines; pages that much shorter than they could be are not considered
)

// breakPages finds where the pages of a section end, by the same kind of search
// as lines: over all ways, the one of least cost. firstIndex is the index of the
// section's first page, which tells rectos from versos. The pages reckon with the
// changes, which the caller must make. The notes due at a page's foot take their
// room from its text.
func (g *geometry) breakPages(rows []row, notes *footnotes, firstIndex int) ([]pageOf, []change) {
	if len(rows) == 0 {
		return []pageOf{{}}, nil
	}
	// A state is a page's beginning: the row, the page's side, and by how much
	// the page before, if it faces this one, fell short.
	type state struct {
		cost  int64
		from  int32 // index of the state before; -1
		row   int32 // the first row of the page that begins here
		end   int32 // the row after the last of the page before
		shown int32 // rows of notes on the pages before
		off   int8  // lines short of the page before
		side  int8
		more  int8  // the page before needs a paragraph to be so many lines longer
		para  int32 // whose last row is this
	}
	states := []state{{from: -1, side: int8(firstIndex % 2)}}
	at := make([][]int32, len(rows)+1) // states by first row
	at[0] = []int32{0}
	full := g.depth()
	long := full
	if g.twoSided && g.height-g.head-full >= g.leading { // the paper goes on
		long += g.leading
	}
	add := func(st state) {
		for _, i := range at[st.row] {
			if o := &states[i]; o.off == st.off && o.side == st.side && o.shown == st.shown {
				if st.cost < o.cost {
					*o = st
				}
				return
			}
		}
		states = append(states, st)
		at[st.row] = append(at[st.row], int32(len(states)-1))
	}
	type end struct {
		last  int // index of the row after the page's last
		next  int // first row of the next page
		shown int // rows of notes on this page and before
		short int // lines short of full
		cost  int64
		more  int8
		para  int32
	}
	var ends []end
	// endsOf finds every place where a page may end that begins with a row and
	// follows so many rows of notes.
	endsOf := func(from, shown int) {
		ends = ends[:0]
		going := notes.due(from) // a note goes on from the page before
		if shown < going && (from == len(rows) || notes.depth(g, shown, going) > full-2*g.leading) {
			ends = append(ends, end{last: from, next: from, shown: notes.fill(g, shown, going, full)}) // nothing but notes
			return
		}
		var depth, solid Length // with and without the white at its foot
		fits, fitShown := from+1, shown
		tight, loose := int32(-1), int32(-1) // the paragraphs that change their length most willingly
		for i := from; i < len(rows); i++ {
			r := &rows[i]
			if r.kind == softRow && i == from {
				continue
			}
			depth += r.height
			if r.kind != softRow {
				solid = depth
			}
			if c := r.reset; c != nil && i-int(r.line.of)+1 >= from {
				if c.tight > 0 && (tight < 0 || c.tight < rows[tight].reset.tight) {
					tight = int32(i)
				}
				if c.loose > 0 && (loose < 0 || c.loose < rows[loose].reset.loose) {
					loose = int32(i)
				}
			}
			if solid > long+g.leading && i > from {
				break
			}
			to, split := notes.due(i+1), int64(0)
			need := solid + notes.depth(g, shown, to)
			if need > full && to > shown {
				if k := notes.split(g, shown, to, full-solid); k > shown {
					to, split = k, costSplit
				} else if i == from {
					to, split = notes.fill(g, shown, to, full-solid), costSplit
				}
				need = solid + notes.depth(g, shown, to)
			}
			if need <= full || i == from {
				fits, fitShown = i+1, to
			}
			next := i + 1
			for next < len(rows) && rows[next].kind == softRow {
				next++
			}
			if next == len(rows) {
				if need <= long || i == from {
					ends = append(ends, end{i + 1, next, to, 0, lastPage(g, solid) + split, 0, 0})
				}
				break
			}
			if r.penalty == eject {
				ends = append(ends[:0], end{i + 1, next, to, 0, 0, 0, 0})
				break
			}
			if r.penalty >= never {
				continue
			}
			// A page may not begin with the gap of a scene break: it would not be seen.
			if rows[next].kind == sceneRow {
				continue
			}
			if r.kind == softRow {
				continue // the row before has offered this place
			}
			short := int((full - need) / g.leading)
			if need > full {
				short = -int((need - full + g.leading - 1) / g.leading)
			}
			cost := int64(r.penalty) + split
			if need <= long || i == from {
				ends = append(ends, end{i + 1, next, to, short, cost + costOf(short), 0, 0})
			}
			if short > 0 && loose >= 0 {
				ends = append(ends, end{i + 1, next, to, short - 1, cost + costOf(short-1) + int64(rows[loose].reset.loose), 1, loose})
			}
			if short < 0 && need <= long+g.leading && tight >= 0 {
				ends = append(ends, end{i + 1, next, to, short + 1, cost + costOf(short+1) + int64(rows[tight].reset.tight), -1, tight})
			}
		}
		if len(ends) == 0 && shown < going {
			ends = append(ends, end{last: from, next: from, shown: notes.fill(g, shown, going, full)})
			return
		}
		if len(ends) == 0 { // nothing here may be parted: part it where the page is full
			next := fits
			for next < len(rows) && rows[next].kind == softRow {
				next++
			}
			ends = append(ends, end{fits, next, fitShown, 0, 0, 0, 0})
		}
		least := ends[0].short
		for _, e := range ends {
			least = min(least, max(e.short, 0))
		}
		ends = slices.DeleteFunc(ends, func(e end) bool { return e.short > least+muchShorter && e.next < len(rows) })
	}
	total := int32(notes.due(len(rows)))
	for from := 0; from <= len(rows); from++ {
		for k := 0; k < len(at[from]); k++ { // grows while pages hold nothing but notes
			shown := states[at[from][k]].shown
			if from == len(rows) && shown == total {
				continue
			}
			if k == 0 || states[at[from][k-1]].shown != shown {
				endsOf(from, int(shown))
			}
			si := at[from][k]
			st := states[si]
			for _, e := range ends {
				cost := st.cost + e.cost
				if g.twoSided && st.side == 0 && st.from >= 0 && e.next < len(rows) {
					// This page is a recto; the page before it faces it.
					d := int64(e.short) - int64(st.off)
					cost += costUneven * d * d
				}
				off := int8(0) // only a recto looks at the page before it
				if st.side == 1 {
					off = int8(min(e.short, 100))
				}
				add(state{cost: cost, from: si, row: int32(e.next), end: int32(e.last), shown: int32(e.shown), off: off, side: 1 - st.side, more: e.more, para: e.para})
			}
		}
	}
	bestState := int32(-1)
	for _, i := range at[len(rows)] {
		if states[i].shown < total {
			continue
		}
		if bestState < 0 || states[i].cost < states[bestState].cost {
			bestState = i
		}
	}
	var pages []pageOf
	var changes []change
	for i := bestState; states[i].from >= 0; i = states[i].from {
		prev := states[states[i].from]
		from := int(prev.row)
		for from < int(states[i].end) && rows[from].kind == softRow {
			from++
		}
		pages = append(pages, pageOf{from, int(states[i].end), int(prev.shown), int(states[i].shown)})
		if states[i].more != 0 {
			changes = append(changes, change{int(states[i].para), int(states[i].more)})
		}
	}
	slices.Reverse(pages)
	slices.Reverse(changes)
	return pages, changes
}

// costOf is what a page costs that is so many lines short of full.
func costOf(short int) int64 {
	switch {
	case short == 0:
		return 0
	case short == 1 || short == -1:
		return costOneOff
	}
	return costShort * int64(short) * int64(short)
}

// lastPage is the cost of a section's last page: a few lines alone look forgotten.
func lastPage(g *geometry, depth Length) int64 {
	lines := int64(depth / g.leading)
	if lines >= fewestOnLast {
		return 0
	}
	return costLonely * (fewestOnLast - lines)
}

// A flow is one section laid out: its rows, and the pages they fall on.
type flow struct {
	section *book.Section
	region  string
	level   int
	leading Length // of the text
	rows    []row
	foot    map[string]bool // the notes that go to the foot of a page, by ID
	notes   *footnotes      // nil for none
	poems   []poem
	pages   []pageOf
	first   int // index of its first page

	runs    bool    // it runs on behind the flow before it, see runon.go
	begins  bool    // and that is the heading of what it is a part of
	also    []*flow // those that run on behind it
	act     bool    // an act, or a part, whose sections run on below its heading
	play    bool    // see drama.go
	cast    book.Cast
	letters bool // see ofLetters
	spoken  bool // see spokenVerse
}
