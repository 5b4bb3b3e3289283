package pdf

import (
	"storybind/internal/typeset"
)

// outline writes the nested outline (12.3.3) and returns its root, 0 when there
// is nothing to list. Parts stand open, so their chapters are seen at once.
func (o *objects) outline(doc *typeset.Document, pages []ref) ref {
	type item struct {
		entry              typeset.OutlineEntry
		self               ref
		parent, prev, next int // indices; -1 is none, for a parent the root
		first, last, count int
	}
	var items []item
	var open []int // the chain of items above the next one
	lastTop := -1
	for _, e := range doc.Outline {
		if e.Page < 0 || e.Page >= len(pages) {
			continue
		}
		for len(open) > 0 && items[open[len(open)-1]].entry.Level >= e.Level {
			open = open[:len(open)-1]
		}
		it := item{entry: e, parent: -1, prev: lastTop, next: -1, first: -1, last: -1}
		n := len(items)
		if len(open) > 0 {
			it.parent = open[len(open)-1]
			it.prev = items[it.parent].last
			items[it.parent].last = n
			if items[it.parent].first < 0 {
				items[it.parent].first = n
			}
			for _, up := range open {
				items[up].count++
			}
		} else {
			lastTop = n
		}
		if it.prev >= 0 {
			items[it.prev].next = n
		}
		items = append(items, it)
		open = append(open, n)
	}
	if len(items) == 0 {
		return 0
	}
	root := o.reserve()
	for i := range items {
		items[i].self = o.reserve()
	}
	o.put(root, func(s *syntax) {
		s.raw("<</Count ").int(len(items)).raw("/First ").ref(items[0].self).raw("/Last ").ref(items[lastTop].self).raw("/Type/Outlines>>")
	})
	for i := range items {
		it := &items[i]
		o.put(it.self, func(s *syntax) {
			s.raw("<<")
			if it.count > 0 {
				s.raw("/Count ").int(it.count)
			}
			s.raw("/Dest")
			destination(s, doc, pages, it.entry.Page, it.entry.Y)
			if it.first >= 0 {
				s.raw("/First ").ref(items[it.first].self).raw("/Last ").ref(items[it.last].self)
			}
			if it.next >= 0 {
				s.raw("/Next ").ref(items[it.next].self)
			}
			if it.parent >= 0 {
				s.raw("/Parent ").ref(items[it.parent].self)
			} else {
				s.raw("/Parent ").ref(root)
			}
			if it.prev >= 0 {
				s.raw("/Prev ").ref(items[it.prev].self)
			}
			s.raw("/Title").text(clip(it.entry.Title, longestTitle)).raw(">>")
		})
	}
	return root
}

// destination writes a place on a page (12.3.2.2); y is from the page's top. The
// reader keeps the zoom.
func destination(s *syntax, doc *typeset.Document, pages []ref, page int, y typeset.Length) {
	s.raw("[").ref(pages[page]).raw("/XYZ null ").points(doc.Pages[page].Height - y).raw(" null]")
}

// longestTitle is how many characters of a title a side bar is given.
const longestTitle = 300

// clip shortens a text to at most so many characters.
func clip(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
