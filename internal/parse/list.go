package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// cutList cuts rows that are the items of a list, or speeches that begin with a
// dash: each is a paragraph of its own.
func (p *sectionText) cutList(a, b int) bool {
	kind := bullet(p.rows[a].Text)
	if kind == 0 {
		return false
	}
	items := 1
	for i := a + 1; i < b; i++ {
		if p.beginsItem(i, kind) {
			items++
		}
	}
	if items < 2 {
		return false
	}
	from := a
	for i := a + 1; i < b; i++ {
		if p.beginsItem(i, kind) || p.rows[i].Indent <= p.rows[from].Indent && p.parts(&p.rows[i-1], &p.rows[i]) {
			p.addProse(from, i)
			from = i
		}
	}
	p.addProse(from, b)
	return true
}

// beginsItem reports whether row i begins with the bullet, where a wrapped line
// would not happen to.
func (p *sectionText) beginsItem(i int, kind byte) bool {
	x, y := &p.rows[i-1], &p.rows[i]
	if bullet(y.Text) != kind {
		return false
	}
	if kind == '-' || kind == '1' {
		return x.Tail != passage.EndsOpen || p.layout.early(x.Line, y.Line)
	}
	return true
}

// bullet is the sign that an item of a list begins with: '-' for all dashes, '1'
// for numbers and letters, 0 for none.
func bullet(s string) byte {
	switch c := s[0]; {
	case c == '-' || c == '*' || c == '+':
		if len(s) > 2 && s[1] == ' ' {
			return c
		}
	case strings.HasPrefix(s, "— ") || strings.HasPrefix(s, "– "):
		return '-'
	case strings.HasPrefix(s, "• ") || strings.HasPrefix(s, "· ") || strings.HasPrefix(s, "◦ ") || strings.HasPrefix(s, "‣ "):
		return '*'
	default:
		i := 0
		if c == '(' {
			i++
		}
		from := i
		for i < len(s) && i-from < 3 && isDigit(rune(s[i])) {
			i++
		}
		if i == from && i < len(s) && 'a' <= s[i] && s[i] <= 'h' {
			i++
		}
		if i > from && i+1 < len(s) && (s[i] == ')' || s[i] == '.' && c != '(') && s[i+1] == ' ' {
			return '1'
		}
	}
	return 0
}
