package web

import (
	"fmt"
	"slices"
	"strings"
	"text/template/parse"
)

// A place is where in the markup a template stands: in text, in a tag, in the value
// of an attribute, or in a script or stylesheet.
type place struct {
	in   placeKind
	word string // in a tag: what was read last; in a value: the attribute's name
	tag  string // the tag's name
}

type placeKind uint8

const (
	inText placeKind = iota
	inTag
	inValue
	inRaw
)

// plainAttributes are those whose values are text: an address, a style or a script
// would need more than escaping. data-… and aria-… are plain too.
var plainAttributes = []string{"alt", "class", "content", "for", "id", "label", "lang", "max", "min", "name", "placeholder", "title", "value"}

// check walks every page and sees that values are printed only where escaping is
// enough: in text, and in the values of plain attributes in double quotation marks.
func (m *markup) check() error {
	called := map[string]bool{}
	for _, t := range m.trees {
		each(t.Root, func(n parse.Node) {
			if c, ok := n.(*parse.TemplateNode); ok {
				called[c.Name] = true
			}
		})
	}
	for name, t := range m.trees {
		if called[name] {
			continue
		}
		if end, err := m.walk(t.Root, place{}, 0); err != nil {
			return fmt.Errorf("template %q: %w", name, err)
		} else if end.in != inText {
			return fmt.Errorf("template %q ends inside a tag", name)
		}
	}
	return nil
}

// each visits the nodes of a list and of the lists inside it.
func each(l *parse.ListNode, visit func(parse.Node)) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		visit(n)
		switch n := n.(type) {
		case *parse.IfNode:
			each(n.List, visit)
			each(n.ElseList, visit)
		case *parse.RangeNode:
			each(n.List, visit)
			each(n.ElseList, visit)
		}
	}
}

// walk is where the list ends that begins at p.
func (m *markup) walk(l *parse.ListNode, p place, depth int) (place, error) {
	if depth > 50 {
		return p, fmt.Errorf("templates call each other without end")
	}
	if l == nil {
		return p, nil
	}
	var err error
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			p, err = p.after(string(n.Text))
		case *parse.ActionNode:
			if len(n.Pipe.Decl) == 0 && !p.plain() {
				err = fmt.Errorf("%s stands where escaping is not enough (%s %s)", n, p.tag, p.word)
			}
		case *parse.IfNode:
			p, err = m.branches(n.List, n.ElseList, p, depth)
		case *parse.RangeNode:
			p, err = m.branches(n.List, n.ElseList, p, depth)
		case *parse.TemplateNode:
			if m.trees[n.Name] == nil {
				return p, fmt.Errorf("there is no template %q", n.Name)
			}
			p, err = m.walk(m.trees[n.Name].Root, p, depth+1)
		default:
			err = fmt.Errorf("%s: no templates of ours have this", n)
		}
		if err != nil {
			return p, err
		}
	}
	return p, nil
}

// branches end in the same place, whichever is taken, and also if a range goes round again.
func (m *markup) branches(one, other *parse.ListNode, p place, depth int) (place, error) {
	a, err := m.walk(one, p, depth)
	if err != nil {
		return p, err
	}
	b, err := m.walk(other, p, depth)
	if err != nil {
		return p, err
	}
	if a.in == inTag && b.in == inTag {
		a.word, b.word = "", ""
	}
	if a != b {
		return p, fmt.Errorf("%q leads to another place than %q", one, other)
	}
	return a, nil
}

// plain reports whether escaping is enough here.
func (p place) plain() bool {
	if p.in == inValue {
		return slices.Contains(plainAttributes, p.word) || strings.HasPrefix(p.word, "data-") || strings.HasPrefix(p.word, "aria-")
	}
	return p.in == inText
}

// after is the place behind a piece of markup.
func (p place) after(text string) (place, error) {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch p.in {
		case inText:
			if c == '<' && i+1 == len(text) {
				return p, fmt.Errorf("a tag without a name")
			}
			if c == '<' && (isLetter(text[i+1]) || text[i+1] == '/' || text[i+1] == '!') {
				name := strings.ToLower(text[i+1:])
				if end := strings.IndexAny(name, " \n\t>"); end >= 0 {
					name = name[:end]
				}
				p = place{in: inTag, tag: name}
				i += len(name)
			}
		case inRaw:
			if strings.HasPrefix(strings.ToLower(text[i:]), "</"+p.tag) {
				p = place{in: inTag, tag: "/" + p.tag}
				i += len(p.tag)
			}
		case inValue:
			if c == '"' {
				p = place{in: inTag, tag: p.tag}
			}
		case inTag:
			switch {
			case c == '>' && (p.tag == "script" || p.tag == "style"):
				p = place{in: inRaw, tag: p.tag}
			case c == '>':
				p = place{}
			case c == '=':
				if i++; i >= len(text) || text[i] != '"' {
					return p, fmt.Errorf("the value of %s stands in no double quotation marks", p.word)
				}
				p.in = inValue
			case isLetter(c) || c == '-' || c >= '0' && c <= '9':
				p.word += strings.ToLower(string(c))
			default:
				p.word = ""
			}
		}
	}
	return p, nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
