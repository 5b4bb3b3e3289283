package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
)

// fieldList sets fields of the header as the page they are on wants them: on a
// title page they stand in the middle, or in a quiet list at its foot; its back and the
// colophon have quiet lists; a notes page sets them as text.
func (s *setter) fieldList(b *book.FieldList, f frame) {
	role := book.Colophon
	if s.section != nil {
		role = s.section.Role
		if isTitlePage(s.section) {
			role = book.TitlePage
		}
	}
	switch {
	case role == book.TitlePage && s.only(b, "rating", "series", "contributor"):
		s.ratings(b, f)
	case role == book.TitlePage && s.only(b, "summary"):
		s.summaries(b, f)
	case role == book.TitlePage, role == book.Colophon, role == book.CopyrightPage && !asText(b):
		s.quietList(b, f)
	default:
		s.fieldsAsText(b, f)
	}
}

// asText reports whether a list on the back of the title page is read as text: it has notes
// of more than a few lines, or what is said about rights.
func asText(b *book.FieldList) bool {
	const long = 240 // characters
	return slices.ContainsFunc(b.Fields, func(f book.Field) bool {
		return f.Name == "disclaimer" || f.Name == "archive" || utf8.RuneCountInString(f.Value) > long || strings.Contains(f.Value, "\n\n")
	})
}

// only reports whether all fields are among those named.
func (s *setter) only(b *book.FieldList, names ...string) bool {
	for _, fl := range b.Fields {
		if !slices.Contains(names, fl.Name) {
			return false
		}
	}
	return true
}

// ratings sets each field on a line in the middle of the page: label, value.
func (s *setter) ratings(b *book.FieldList, f frame) {
	s.white(f.leading)
	from := len(s.rows)
	f.key.size = s.geo.atLeast(f.key.size*9/10, 0)
	for _, fd := range b.Fields {
		label := fold(fd.Label)
		var line []book.Inline
		if label != "" {
			line = append(line, book.Text{Value: label + "\u2002"})
		}
		for i, p := range fd.Paragraphs() {
			if i > 0 {
				line = append(line, book.Text{Value: " "})
			}
			line = append(line, p...)
		}
		fl := s.flatten(line, f.key)
		s.restyle(&fl, len(label), func(k fontKey) fontKey { return s.label(k) })
		s.paragraph(&fl, &f, shape{align: centred})
	}
	s.snap(from)
	s.white(f.leading)
}

// summaries sets a summary in a narrower measure under its label: centred when it
// is short, as a block when it is not.
func (s *setter) summaries(b *book.FieldList, f frame) {
	s.white(f.leading)
	from := len(s.rows)
	in := f
	side := (s.geo.measure() - f.left - f.right) / 9
	in.left += side
	in.right += side
	for _, fd := range b.Fields {
		if fd.Label != "" {
			label := f
			label.key.size = s.geo.atLeast(f.key.size*9/10, 0)
			fl := s.plain(fd.Label, s.label(label.key))
			s.paragraph(&fl, &label, shape{align: centred})
			s.keepLast()
		}
		for i, ins := range fd.Paragraphs() {
			sh := shape{align: justified, hyphenate: true, hang: true}
			if s.geo.ragged {
				sh.align, sh.hang = flushLeft, false
			}
			if i == 0 && s.width(ins, in.key) < (s.geo.measure()-in.left-in.right)*5/2 && !strings.Contains(fd.Value, "\n\n") {
				sh.align, sh.hang, sh.hyphenate = centred, false, false
			} else if i > 0 {
				sh.first = s.geo.leading
			}
			fl := s.flatten(ins, in.key)
			s.paragraph(&fl, &in, sh)
		}
	}
	s.snap(from)
	s.white(f.leading)
}

// quietList sets fields in two columns of small type: labels to the right edge of
// theirs, values to the left edge of theirs. A label too wide for its column has
// a line of its own.
func (s *setter) quietList(b *book.FieldList, f frame) {
	s.white(f.leading)
	from := len(s.rows)
	in := f
	in.key.size = min(s.geo.atLeast(f.key.size*82/100, 7000), f.key.size)
	if in.key.size < f.key.size {
		in.leading = f.leading * 86 / 100
	}
	label := s.label(fontKey{size: in.key.size})
	label.grey = 64
	measure := s.geo.measure() - f.left - f.right
	gap := in.key.size
	var column Length
	for _, fd := range b.Fields {
		if w := s.width([]book.Inline{book.Text{Value: fold(fd.Label)}}, label); w <= measure*36/100 {
			column = max(column, w)
		}
	}
	align := flushLeft
	if column == 0 { // no labels: nothing to line up with
		column = -gap
		align = centred
	}
	for _, fd := range b.Fields {
		start := len(s.rows)
		value := in
		value.left += column + gap
		for _, p := range fd.Paragraphs() {
			fl := s.flatten(p, value.key)
			at, sh := value, shape{align: align, hyphenate: true}
			if s.direct(&fl); s.geo.rtl && align == flushLeft && fl.levels == nil { // it stands by its label all the same
				at.left, at.right, sh.align = value.right, value.left, flushRight
			}
			s.paragraph(&fl, &at, sh)
		}
		name := fold(fd.Label)
		if name == "" {
			continue
		}
		w := s.width([]book.Inline{book.Text{Value: name}}, label)
		lf := in
		lf.key = label
		if w > column || len(s.rows) == start { // on lines of its own, before the value
			values := append([]row(nil), s.rows[start:]...)
			s.rows = s.rows[:start]
			fl := s.plain(name, label)
			s.paragraph(&fl, &lf, shape{align: flushLeft})
			s.keep(start)
			if len(values) > 0 {
				s.keepLast()
			}
			s.rows = append(s.rows, values...)
			continue
		}
		fl := s.plain(name, label)
		tokens := s.tokenize(&fl)
		sh := shape{align: flushRight, measure: f.left + column, first: f.left, rest: f.left}
		s.setLines(&fl, tokens, &sh, s.breakLines(tokens, &sh), func(l *Line, links []linkBox, _ bool) {
			first := s.rows[start].line
			first.Runs = append(l.Runs, first.Runs...)
		})
	}
	if len(s.rows) > from {
		s.snap(from)
	}
	s.white(f.leading)
}

// fieldsAsText sets fields one under the other as running text under their labels.
func (s *setter) fieldsAsText(b *book.FieldList, f frame) {
	for i, fd := range b.Fields {
		if i > 0 {
			s.white(f.leading)
		}
		from := len(s.rows)
		if fd.Label != "" {
			fl := s.plain(fd.Label, s.label(f.key))
			s.paragraph(&fl, &f, shape{align: flushLeft})
			s.keep(from)
			s.keepLast()
		}
		for j, p := range fd.Paragraphs() {
			fl := s.flatten(p, f.key)
			sh := shape{align: justified, hyphenate: true, hang: true}
			if s.geo.ragged {
				sh.align, sh.hang = flushLeft, false
			}
			if j > 0 {
				sh.first = s.geo.leading
			}
			s.paragraph(&fl, &f, sh)
		}
	}
}

// label is the font of a field's label: small capitals, however it was typed.
func (s *setter) label(k fontKey) fontKey { return s.small(k, allSmall) }

// byline names the people credited, on a title page.
func (s *setter) byline(b *book.Byline, f frame) {
	s.white(f.leading)
	from := len(s.rows)
	f.key = s.small(fontKey{size: f.key.size * 23 / 20}, smallCaps)
	f.leading = max(f.leading, f.key.size*5/4)
	fl := s.flatten(b.Inlines, f.key)
	s.balance(&fl, &f)
	s.paragraph(&fl, &f, shape{align: centred})
	s.snap(from)
	s.white(f.leading)
}

// fold is a field's value on one line.
func fold(v string) string { return strings.Join(strings.Fields(v), " ") }
