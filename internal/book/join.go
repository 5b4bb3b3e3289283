package book

import "strconv"

// Join makes one book of the parts of one story, in the order given. The first
// part's metadata stands, completed by what only later parts say; a field that
// a later part repeats is set aside. A part that has no heading of its own is
// labelled with its number. The parts must not be used afterwards.
func Join(parts []*Book) *Book {
	if len(parts) == 1 {
		return parts[0]
	}
	b := &Book{Meta: parts[0].Meta, Confidence: parts[0].Confidence}
	b.Meta.Fields, b.Meta.Contributors = nil, nil
	b.Meta.Part, b.Meta.Parts = 0, 0
	taken := map[string]bool{}
	for i, p := range parts {
		b.Confidence = min(b.Confidence, p.Confidence)
		b.joinMetadata(&p.Meta)
		for _, f := range p.Meta.Fields {
			if b.hasField(f) {
				b.SetAside = append(b.SetAside, SetAside{Reason: "repeated header", Span: f.Span})
			} else {
				b.Meta.Fields = append(b.Meta.Fields, f)
			}
		}
		prefix := "part-" + strconv.Itoa(i+1) + "-"
		for _, s := range p.Sections() {
			if taken[s.ID] {
				s.ID = prefix + s.ID
			}
			taken[s.ID] = true
			if i > 0 {
				renameNotes(s.Blocks, prefix)
			}
		}
		if len(p.Body) == 1 && p.Body[0].Heading == "" && p.Body[0].Label == "" {
			p.Body[0].Label = strconv.Itoa(i + 1)
		}
		if i == 0 {
			b.Front = p.Front
		} else {
			b.Body = append(b.Body, p.Front...)
		}
		b.Body = append(b.Body, p.Body...)
		b.Back = append(b.Back, p.Back...)
		b.Images = append(b.Images, p.Images...)
		b.SetAside = append(b.SetAside, p.SetAside...)
	}
	return b
}

// joinMetadata completes what an earlier part did not say, and credits everybody once.
func (b *Book) joinMetadata(m *Metadata) {
	if b.Meta.TitleFrom == FromNone || b.Meta.TitleFrom == FromFilename && m.TitleFrom == FromHeader {
		b.Meta.Title, b.Meta.Subtitle, b.Meta.TitleFrom = m.Title, m.Subtitle, m.TitleFrom
	}
	if b.Meta.Series == "" {
		b.Meta.Series, b.Meta.SeriesIndex = m.Series, m.SeriesIndex
	}
	if b.Meta.Published == "" {
		b.Meta.Published = m.Published
	}
next:
	for _, c := range m.Contributors {
		for _, have := range b.Meta.Contributors {
			if have.Name == c.Name && have.Role == c.Role {
				continue next
			}
		}
		b.Meta.Contributors = append(b.Meta.Contributors, c)
	}
}

func (b *Book) hasField(f Field) bool {
	for _, have := range b.Meta.Fields {
		if have.Name == f.Name && have.Value == f.Value {
			return true
		}
	}
	return false
}

// renameNotes keeps a part's notes apart from those of other parts.
func renameNotes(bs []Block, prefix string) {
	for b := range Blocks(bs) {
		if n, ok := b.(*Note); ok {
			n.ID = prefix + n.ID
		}
		EachLine(b, func(ins []Inline) { renameRefs(ins, prefix) })
	}
}

func renameRefs(ins []Inline, prefix string) {
	for i, in := range ins {
		switch in := in.(type) {
		case NoteRef:
			in.ID = prefix + in.ID
			ins[i] = in
		case Emphasis:
			renameRefs(in.Inlines, prefix)
		case Strong:
			renameRefs(in.Inlines, prefix)
		case SmallCaps:
			renameRefs(in.Inlines, prefix)
		case Link:
			renameRefs(in.Inlines, prefix)
		}
	}
}
