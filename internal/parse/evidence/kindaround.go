package evidence

import "storybind/internal/parse/passage"

// around measures what stands above and below the rows.
func (k *kind) around() {
	above, below := k.a-1, k.b
	gap, next := Far, Far
	if above >= 0 {
		gap = k.rows.Above(k.a)
	}
	if below < k.rows.Len() {
		next = k.rows.Above(below)
	}
	k.add(min(gap, Far))
	k.add(min(next, Far))
	k.neighbour(k.block(above, -1))
	k.neighbour(k.block(below, 1))
	if above >= 0 {
		l := k.rows.Row(above)
		k.add(int(l.Tail))
		k.add(punctuation(lastByte(l.Text)))
	} else {
		k.add(-1)
		k.add(-1)
	}
	if below < k.rows.Len() {
		l := k.rows.Row(below)
		k.add(int(l.Head))
		k.add(punctuation(l.Text[0]))
	} else {
		k.add(-1)
		k.add(-1)
	}
	k.add(min(k.a, 40))
	k.add(min(k.rows.Len()-k.b, 40))
	k.deepNear()
}

// Far stands for the blank lines beyond a section's first and last row.
const Far = 9

// block are the rows of the block to which row i belongs, none of them the measured
// ones; dir says to which side they lie.
func (k *kind) block(i, dir int) (from, to int) {
	const most = 40 // rows
	if i < 0 || i >= k.rows.Len() {
		return 0, 0
	}
	from, to = i, i+1
	if dir < 0 {
		for from > 0 && to-from < most && k.rows.Above(from) == 0 {
			from--
		}
	} else {
		for to < k.rows.Len() && to-from < most && k.rows.Above(to) == 0 {
			to++
		}
	}
	return from, to
}

// neighbour measures the block above or below: rows, indent less that of the measured
// rows, width, how many of its rows end early, whether capitals begin them.
func (k *kind) neighbour(from, to int) {
	if from == to {
		for range 6 {
			k.add(-1)
		}
		return
	}
	left, right, early, capital, on := 9999, 0, 0, 0, 0
	for i := from; i < to; i++ {
		l := k.rows.Row(i)
		left, right = min(left, l.Indent()), max(right, l.Width())
		if l.Head == passage.StartsUpper {
			capital++
		}
		if i > from {
			x := k.rows.Row(i - 1)
			if k.s.Wrap-(x.Width()+1+l.Word()) >= k.s.Slack {
				early++
			}
			if passage.GoesOn(x, l) {
				on++
			}
		}
	}
	k.add(to - from)
	k.add(left - k.left)
	k.share(right-left, k.column())
	k.share(early, to-from-1)
	k.share(capital, to-from)
	k.share(on, to-from-1)
}

// deepNear measures how many of the rows near by are indented as these are, end short,
// and how many stand at the margin.
func (k *kind) deepNear() {
	const reach = 30 // rows to either side
	same, short, flush, all := 0, 0, 0, 0
	for i := max(0, k.a-reach); i < min(k.rows.Len(), k.b+reach); i++ {
		if i >= k.a && i < k.b {
			continue
		}
		l := k.rows.Row(i)
		all++
		if abs(l.Indent()-k.left) < 2 {
			same++
		}
		if (l.Width()-l.Indent())*4 < k.column()*3 {
			short++
		}
		if l.Indent() <= k.s.Margin+1 {
			flush++
		}
	}
	k.share(same, all)
	k.share(short, all)
	k.share(flush, all)
}

// setting measures the file's habits.
func (k *kind) setting() {
	s := k.s
	k.add(s.Wrap)
	k.add(s.Slack)
	k.add(s.Gap)
	k.add(s.Deepest)
	for _, f := range [...]bool{s.Indented, s.Double, s.Justified, s.LineEnds, s.Meant, s.Verses, s.Dashes, s.Apart} {
		if f {
			k.add(1)
		} else {
			k.add(0)
		}
	}
}
