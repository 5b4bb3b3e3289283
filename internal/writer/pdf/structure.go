package pdf

import (
	"cmp"
	"slices"
)

// structure writes the structure tree (14.7) and returns its root. annotations
// are the numbers of the pages' link annotations; a key of the parent tree
// (14.7.4.4) is a page's index or, for annotations, counts on behind the pages.
func (o *objects) structure(p *plan, pages []ref, annotations [][]ref) ref {
	root := o.reserve()
	p.tree.document.each(func(e *element) { e.number = o.reserve() })
	p.tree.document.each(func(e *element) {
		o.put(e.number, func(s *syntax) { e.write(s, root, pages, annotations) })
	})

	var parents []func(s *syntax)
	for i := range p.pages {
		mcids := p.pages[i].mcids
		parents = append(parents, func(s *syntax) {
			s.raw("[")
			for k, e := range mcids {
				if k > 0 {
					s.raw(" ")
				}
				s.ref(e.number)
			}
			s.raw("]")
		})
	}
	for i := range annotations {
		for k := range annotations[i] {
			if annotations[i][k] != 0 {
				e := p.pages[i].links[k]
				parents = append(parents, func(s *syntax) { s.ref(e.number) })
			}
		}
	}
	parentTree := o.keyTree(len(parents), "Nums", func(s *syntax, i int) { s.int(i) }, func(s *syntax, i int) { parents[i](s) })

	notes := slices.Clone(p.tree.notes)
	slices.SortFunc(notes, func(a, b *element) int { return cmp.Compare(a.id, b.id) })
	ids := ref(0)
	if len(notes) > 0 {
		ids = o.keyTree(len(notes), "Names", func(s *syntax, i int) { s.bytes(notes[i].id) }, func(s *syntax, i int) { s.ref(notes[i].number) })
	}
	o.put(root, func(s *syntax) {
		s.raw("<<")
		if ids != 0 {
			s.raw("/IDTree ").ref(ids)
		}
		s.raw("/K ").ref(p.tree.document.number).raw("/ParentTree ").ref(parentTree)
		s.raw("/ParentTreeNextKey ").int(len(parents)).raw("/RoleMap", roleMap, "/Type/StructTreeRoot>>")
	})
	return root
}

// each calls f for the element and all below it, parents first.
func (e *element) each(f func(*element)) {
	f(e)
	for i := range e.kids {
		if k := e.kids[i].element; k != nil {
			k.each(f)
		}
	}
}

// write is one structure element (table 323).
func (e *element) write(s *syntax, root ref, pages []ref, annotations [][]ref) {
	s.raw("<<")
	if e.layout != "" {
		s.raw("/A", e.layout)
	}
	if e.actual != "" {
		s.raw("/ActualText").text(e.actual)
	}
	if e.alt != "" {
		s.raw("/Alt").text(e.alt)
	}
	if e.id != "" {
		s.raw("/ID").bytes(e.id)
	}
	page := -1 // of the first marked content; others name their own
	for i := range e.kids {
		if k := &e.kids[i]; k.element == nil && k.link == 0 {
			page = k.page
			break
		}
	}
	if len(e.kids) > 0 {
		s.raw("/K")
		if len(e.kids) > 1 {
			s.raw("[")
		} else if k := &e.kids[0]; k.element != nil || k.link == 0 {
			s.raw(" ")
		}
		for i := range e.kids {
			k := &e.kids[i]
			if i > 0 {
				s.raw(" ")
			}
			switch {
			case k.element != nil:
				s.ref(k.element.number)
			case k.link != 0:
				s.raw("<</Obj ").ref(annotations[k.page][k.link-1]).raw("/Pg ").ref(pages[k.page]).raw("/Type/OBJR>>")
			case k.page == page:
				s.int(k.mcid)
			default:
				s.raw("<</MCID ").int(k.mcid).raw("/Pg ").ref(pages[k.page]).raw("/Type/MCR>>")
			}
		}
		if len(e.kids) > 1 {
			s.raw("]")
		}
	}
	if e.lang != "" {
		s.raw("/Lang").text(e.lang)
	}
	s.raw("/P ")
	if e.parent != nil {
		s.ref(e.parent.number)
	} else {
		s.ref(root)
	}
	if page >= 0 {
		s.raw("/Pg ").ref(pages[page])
	}
	s.raw("/S").name(e.tag).raw(">>")
}

// keyTree writes a number tree or a name tree (7.9.6, 7.9.7) over n sorted keys.
func (o *objects) keyTree(n int, entries string, key, value func(s *syntax, i int)) ref {
	const perLeaf = 64
	list := func(s *syntax, from, to int) {
		s.raw("/", entries, "[")
		for i := from; i < to; i++ {
			if i > from {
				s.raw(" ")
			}
			key(s, i)
			s.raw(" ")
			value(s, i)
		}
		s.raw("]")
	}
	if n <= perLeaf {
		return o.add(func(s *syntax) {
			s.raw("<<")
			list(s, 0, n)
			s.raw(">>")
		})
	}
	var leaves []ref
	for from := 0; from < n; from += perLeaf {
		to := min(from+perLeaf, n)
		leaves = append(leaves, o.add(func(s *syntax) {
			s.raw("<</Limits[")
			key(s, from)
			s.raw(" ")
			key(s, to-1)
			s.raw("]")
			list(s, from, to)
			s.raw(">>")
		}))
	}
	return o.add(func(s *syntax) {
		s.raw("<</Kids[")
		for i, l := range leaves {
			if i > 0 {
				s.raw(" ")
			}
			s.ref(l)
		}
		s.raw("]>>")
	})
}
