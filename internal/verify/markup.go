package verify

import (
	"html"
	"strings"
)

// A pour is text taken out of markup: the pages' own, and that of notes, which may stand
// anywhere in a book.
type pour struct {
	main, notes strings.Builder
}

// silent are elements whose text nobody reads.
var silent = map[string]bool{"head": true, "script": true, "style": true, "template": true, "rt": true, "rp": true}

// inline are elements that part no words.
var inline = map[string]bool{"a": true, "abbr": true, "b": true, "big": true, "bdi": true, "bdo": true, "cite": true, "code": true, "em": true, "font": true, "i": true,
	"kbd": true, "mark": true, "q": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "u": true, "wbr": true, "ruby": true, "rb": true, "ins": true, "del": true, "tt": true}

// void are elements without an end in HTML.
var void = map[string]bool{"br": true, "hr": true, "img": true, "image": true, "meta": true, "link": true, "input": true, "col": true, "wbr": true, "area": true, "base": true, "embed": true, "source": true, "track": true, "param": true}

// take reads a document. It wants no well-formed markup: whatever stands between the
// tags is text, and an end that fits nothing is passed over.
func (p *pour) take(doc string) {
	type element struct {
		name  string
		apart bool // what it holds is no part of the words beside it
	}
	var open []element
	silenced, note := 0, 0 // how many elements were open outside
	out := func() *strings.Builder {
		if note > 0 {
			return &p.notes
		}
		return &p.main
	}
	for doc != "" {
		at := strings.IndexByte(doc, '<')
		if at < 0 {
			at = len(doc)
		}
		if at > 0 {
			if silenced == 0 {
				out().WriteString(html.UnescapeString(doc[:at]))
			}
			doc = doc[at:]
			continue
		}
		switch {
		case strings.HasPrefix(doc, "<!--"):
			doc = behind(doc, "-->")
			continue
		case strings.HasPrefix(doc, "<![CDATA["):
			end := strings.Index(doc, "]]>")
			if end < 0 {
				end = len(doc)
			}
			if silenced == 0 {
				out().WriteString(doc[len("<![CDATA["):end])
			}
			doc = behind(doc, "]]>")
			continue
		case strings.HasPrefix(doc, "<!"), strings.HasPrefix(doc, "<?"):
			doc = behind(doc, ">")
			continue
		}
		name, attributes, closing, alone, length := tag(doc)
		if name == "" { // a sign, not a tag
			if silenced == 0 {
				out().WriteByte('<')
			}
			doc = doc[1:]
			continue
		}
		doc = doc[length:]
		if !inline[name] {
			out().WriteByte('\n')
		}
		switch {
		case closing:
			for i := len(open) - 1; i >= 0; i-- {
				if open[i].name == name {
					if open[i].apart {
						out().WriteByte(' ')
					}
					open = open[:i]
					break
				}
			}
			if silenced > len(open) {
				silenced = 0
			}
			if note > len(open) {
				note = 0
				p.notes.WriteByte('\n')
			}
		case alone || void[name]:
			if alt := attribute(attributes, "alt"); alt != "" && silenced == 0 {
				out().WriteString(" " + html.UnescapeString(alt) + " ")
			}
		default:
			apart := name == "sup" || name == "a" && (strings.Contains(attributes, "noteref") || strings.Contains(attributes, "footnote"))
			if open = append(open, element{name, apart}); apart {
				out().WriteByte(' ')
			}
			if silent[name] && silenced == 0 {
				silenced = len(open)
			}
			if note == 0 && isNote(attributes) {
				note = len(open)
			}
		}
	}
	p.main.WriteByte('\n')
}

func behind(s, mark string) string {
	if n := strings.Index(s, mark); n >= 0 {
		return s[n+len(mark):]
	}
	return ""
}

// tag reads the tag that s begins with; name is "" when there is none.
func tag(s string) (name, attributes string, closing, alone bool, length int) {
	i := 1
	if closing = i < len(s) && s[i] == '/'; closing {
		i++
	}
	from := i
	for i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || i > from && (s[i] >= '0' && s[i] <= '9' || s[i] == '-' || s[i] == ':')) {
		i++
	}
	if i == from {
		return "", "", false, false, 0
	}
	name = strings.ToLower(s[from:i])
	if n := strings.IndexByte(name, ':'); n >= 0 {
		name = name[n+1:]
	}
	from = i
	for quote := byte(0); i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			attributes = s[from:i]
			return name, attributes, closing, strings.HasSuffix(attributes, "/"), i + 1
		}
	}
	return "", "", false, false, 0
}

// attribute is the value of an attribute, as it stands.
func attribute(attributes, name string) string {
	for rest := attributes; ; {
		n := strings.Index(rest, name)
		if n < 0 {
			return ""
		}
		before, after := rest[:n], strings.TrimLeft(rest[n+len(name):], " \t\r\n")
		rest = rest[n+len(name):]
		if before != "" && !strings.ContainsAny(before[len(before)-1:], " \t\r\n") || !strings.HasPrefix(after, "=") {
			continue
		}
		after = strings.TrimLeft(after[1:], " \t\r\n")
		if after == "" || after[0] != '"' && after[0] != '\'' {
			continue
		}
		if end := strings.IndexByte(after[1:], after[0]); end >= 0 {
			return after[1 : 1+end]
		}
		return ""
	}
}

// isNote reports whether an element is a note, as EPUB's vocabularies name it.
func isNote(attributes string) bool {
	for _, said := range []string{attribute(attributes, "epub:type"), attribute(attributes, "role")} {
		for _, w := range strings.Fields(said) {
			switch w {
			case "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes", "doc-footnote", "doc-endnote", "doc-endnotes":
				return true
			}
		}
	}
	return false
}
