package pdf

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"storybind/internal/book"
)

// finish writes the whole file around the pages that gopdf drew. gopdf gives the
// pages' operators and the pictures; the rest it has no way to say, or says
// differently each time: language, metadata, labels, outline, links, structure,
// fonts with their texts, object streams and a cross-reference stream.
//
// contents holds each page's content, deflated; sheets are where the pictures are.
func finish(ctx context.Context, p *plan, contents [][]byte, sheets []*written, b *book.Book) ([]byte, error) {
	m := &b.Meta
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	print := p.printed()
	o := &objects{version: "1.7"}
	if print {
		o.version = "1.6"
	}
	catalog, root, info := o.reserve(), o.reserve(), o.reserve()
	metadata := o.reserve()
	o.putStream(metadata, xmp(m, p.unfit() == "", print), false, func(s *syntax) { s.raw("/Subtype/XML/Type/Metadata") })
	o.put(info, func(s *syntax) { information(s, m, print) })

	profile := o.reserve()
	o.putStream(profile, greyProfile(print), true, func(s *syntax) { s.raw("/N 1") })

	record := ref(0) // for storybind verify
	if !p.doc.Wrap {
		record = o.reserve()
		packed := deflateBy(1024, func(put func([]byte)) { book.Record(b, put) })
		o.putStream(record, packed, false, func(s *syntax) { s.raw("/Filter/FlateDecode") })
	}

	resources := o.reserve()
	pages := make([]ref, len(p.pages))
	for i := range pages {
		pages[i] = o.reserve()
	}
	parents := o.pageTree(root, pages)
	annotations := o.annotations(p, pages)
	for i := range p.pages {
		content := o.reserve()
		o.putStream(content, contents[i], false, func(s *syntax) { s.raw("/Filter/FlateDecode") })
		o.put(pages[i], func(s *syntax) {
			s.raw("<<")
			if slices.ContainsFunc(annotations[i], func(r ref) bool { return r != 0 }) {
				s.raw("/Annots[")
				for _, r := range annotations[i] {
					if r != 0 {
						s.ref(r).raw(" ")
					}
				}
				s.raw("]")
			}
			page := p.doc.Pages[i]
			s.raw("/Contents ").ref(content).raw("/MediaBox[0 0 ").points(page.Width).raw(" ").points(page.Height)
			if p.doc.Trimmed {
				s.raw("]/BleedBox[0 0 ").points(page.Width).raw(" ").points(page.Height)
				edge := p.doc.Bleed
				s.raw("]/TrimBox[").points(edge).raw(" ").points(edge).raw(" ").points(page.Width - edge).raw(" ").points(page.Height - edge)
			}
			s.raw("]/Parent ").ref(parents[i]).raw("/Resources ").ref(resources)
			s.raw("/StructParents ").int(i).raw("/Tabs/S/Type/Page>>")
		})
	}
	if err := o.putResources(resources, p, sheets); err != nil {
		return nil, err
	}
	outline := o.outline(p.doc, pages)
	structure := o.structure(p, pages, annotations)
	o.put(catalog, func(s *syntax) {
		s.raw("<<")
		if m.Language != "" {
			s.raw("/Lang").text(m.Language)
		}
		s.raw("/MarkInfo<</Marked true>>/Metadata ").ref(metadata)
		if outline != 0 {
			s.raw("/Outlines ").ref(outline)
		}
		s.raw("/OutputIntents")
		outputIntents(s, profile, print)
		s.raw("/PageLabels")
		pageLabels(s, p.doc.Pages)
		if len(p.doc.Outline) > 1 {
			s.raw("/PageMode/UseOutlines")
		}
		s.raw("/Pages ").ref(root)
		if record != 0 {
			s.raw("/PieceInfo<</Storybind<</LastModified(").raw(modified(m)).raw(")/Private<</SetAside ").ref(record).raw(">>>>>>")
		}
		s.raw("/StructTreeRoot ").ref(structure).raw("/Type/Catalog/ViewerPreferences<<")
		if m.Progression == book.RightToLeft {
			s.raw("/Direction/R2L")
		}
		s.raw("/DisplayDocTitle true>>>>")
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return o.file(catalog, info)
}

// modified is the time that the data of a program of its own must have (14.5).
func modified(m *book.Metadata) string {
	if m.Modified.IsZero() {
		return "D:20000101000000Z"
	}
	return m.Modified.UTC().Format("D:20060102150405Z")
}

// annotations writes the pages' links. A link over no text is in the structure too.
func (o *objects) annotations(p *plan, pages []ref) [][]ref {
	all := make([][]ref, len(p.pages))
	key := len(p.pages)
	for i := range p.pages {
		page := p.doc.Pages[i]
		all[i] = make([]ref, len(page.Links))
		for k := range page.Links {
			l := &page.Links[k]
			if !leads(p.doc, l) {
				continue
			}
			if p.pages[i].links[k] == nil {
				p.pages[i].links[k] = p.tree.link(p.tree.document, i, k)
			}
			all[i][k] = o.add(func(s *syntax) { link(s, p.doc, pages, i, l, p.pages[i].texts[k], key) })
			key++
		}
	}
	return all
}

// putResources writes the one dictionary of resources that all pages share:
// fonts, and each picture once, from the first sheet that has it.
func (o *objects) putResources(r ref, p *plan, sheets []*written) error {
	fonts := make([]ref, len(p.fonts))
	for i, f := range p.fonts {
		var err error
		if fonts[i], err = f.put(o); err != nil {
			return err
		}
	}
	images := make([]ref, len(p.images)+1)
	for _, w := range sheets {
		done := map[ref]ref{}
		for number := range images {
			picture, ok := w.numbers[number]
			if !ok || images[number] != 0 {
				continue
			}
			from, ok := w.images[name(picture)]
			if !ok {
				return fmt.Errorf("internal error: gopdf wrote no image %s", picture)
			}
			var err error
			if images[number], err = o.importObject(w, from, done); err != nil {
				return err
			}
		}
	}
	o.put(r, func(s *syntax) {
		s.raw("<<")
		if len(images) > 1 {
			s.raw("/ColorSpace<</DefaultRGB", standardRGB, ">>/XObject<<")
			for i, image := range images[1:] {
				s.raw("/I", strconv.Itoa(i+1), " ").ref(image)
			}
			s.raw(">>")
		}
		if len(fonts) > 0 {
			s.raw("/Font<<")
			for i, f := range fonts {
				s.raw("/F", strconv.Itoa(i+1), " ").ref(f)
			}
			s.raw(">>")
		}
		s.raw(">>")
	})
	return nil
}
