package build

import (
	"strconv"
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/wording"
)

// Where a section stands: its level, its region, its identifier.

// place puts a section where it belongs: into the section open around it, or
// into front, body or back matter.
func (b *binding) place(s *book.Section, h *outline.Heading, i int) {
	level := b.levelOf(h, s.Role, i)
	for len(b.level) > 0 && b.level[len(b.level)-1] >= level {
		b.open, b.level = b.open[:len(b.open)-1], b.level[:len(b.level)-1]
	}
	number := ""
	if h.Number > 0 {
		number = strconv.Itoa(int(h.Number))
	}
	if n := len(b.open); n > 0 {
		parent := b.open[n-1]
		s.ID = b.id(parent.ID+"-"+string(s.Role), number)
		parent.Sections = append(parent.Sections, s)
	} else {
		s.ID = b.id(string(s.Role), number)
		switch region(s.Role) {
		case book.FrontMatter:
			if b.body {
				b.Book.Body = append(b.Book.Body, s)
			} else {
				b.Book.Front = append(b.Book.Front, s)
			}
		case book.BackMatter:
			if b.body {
				b.back = true
			}
			fallthrough
		default:
			if !b.body && h.Style&(wording.Named|wording.Said) == wording.Named && b.beforeScheme(i) && b.Heads[i+1].Level <= h.Level {
				b.Book.Front = append(b.Book.Front, s)
			} else if b.back {
				b.Book.Back = append(b.Book.Back, s)
			} else {
				b.body = true
				b.Book.Body = append(b.Book.Body, s)
			}
		}
	}
	b.open, b.level = append(b.open, s), append(b.level, level)
}

// levelOf is the heading's level where it stands: a satellite stands on the
// level of the chapters around it, or outside all parts.
func (b *binding) levelOf(h *outline.Heading, role book.Role, i int) uint8 {
	if h.Style&wording.Satellite == 0 || h.Kind != wording.NoNumeral {
		return h.Level
	}
	switch role {
	case book.Epilogue, book.Afterword, book.Appendix, book.Glossary, book.Endnotes:
		if i > b.lastMain && !b.several {
			return 1
		}
	}
	return h.Level
}

// beforeScheme reports whether heading i, a name, stands before every heading
// with a number that stands as far out as it does.
func (b *binding) beforeScheme(i int) bool {
	for k := i + 1; k < len(b.Heads) && k < i+16; k++ {
		if b.Heads[k].Level > b.Heads[i].Level {
			continue // one of several stories has sections
		}
		if b.Heads[k].Kind != wording.NoNumeral {
			return true
		}
		if b.Heads[k].Style&(wording.Named|wording.Satellite) == 0 {
			return false
		}
	}
	return false
}

func region(role book.Role) string {
	switch role {
	case book.Preface, book.Foreword, book.Introduction, book.Dedication, book.Epigraph:
		return book.FrontMatter
	case book.Afterword, book.Appendix, book.Glossary, book.Endnotes:
		return book.BackMatter
	}
	return book.BodyMatter
}

// id makes an identifier that no other section has: "chapter-3", or by counting
// when the heading has no number.
func (b *binding) id(base, number string) string {
	b.ids[base]++
	id := base
	if number != "" {
		id = base + "-" + number
	} else if strings.HasSuffix(base, "chapter") || strings.HasSuffix(base, "part") || b.ids[base] > 1 {
		id = base + "-" + strconv.Itoa(b.ids[base])
	}
	for b.ids["="+id] > 0 { // taken: a number printed twice
		b.ids[id+"="]++
		next := id + "-" + strconv.Itoa(b.ids[id+"="]+1)
		if b.ids["="+next] == 0 {
			id = next
			break
		}
	}
	b.ids["="+id] = 1
	return id
}
