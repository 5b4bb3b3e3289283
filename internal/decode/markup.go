package decode

import (
	"bytes"
	"html"
	"strings"

	"storybind/internal/diag"
)

// markup cleans what is left of HTML in a plain text: entities, and tags that
// only break lines or choose fonts. Tags of emphasis (<i>, <b>, <em>) stay for
// parse's rule of emphasis; other words in angle brackets are the author's.
func (d *draft) markup() {
	t := d.text
	next := sooner(t, '&', '<')
	var w *rewriting
	var entities, tags struct{ at, count int }
	for i := next(0); i < len(t); i = next(i) {
		n, to, means := 0, "", ""
		if t[i] == '&' {
			n, to = entity(t[i:])
		} else {
			n, means = tag(t[i:])
		}
		if n == 0 {
			i++
			continue
		}
		if w == nil {
			w = d.rewrite()
		}
		w.upTo(i)
		w.skip(i + n)
		seen := &entities
		if t[i] == '&' {
			w.put(to)
		} else {
			w.means(means)
			seen = &tags
		}
		if seen.count++; seen.count == 1 {
			seen.at = i
		}
		i = w.at
	}
	if w == nil {
		return
	}
	d.find(finding{code: "html-leftovers", severity: diag.Note, message: "HTML entities stand in the story %s; they were read as the characters they mean"}, entities.at, entities.count)
	d.find(finding{code: "html-leftovers", severity: diag.Note, message: "HTML tags stand in the story %s; they were read as the line breaks they mean, or left out"}, tags.at, tags.count)
	w.done()
}

// sooner finds, from a place on, the next of two bytes; len(t) when there is none.
func sooner(t []byte, a, b byte) func(from int) int {
	atA, atB := -1, -1
	find := func(at, from int, c byte) int {
		if at >= from {
			return at
		}
		if n := bytes.IndexByte(t[from:], c); n >= 0 {
			return from + n
		}
		return len(t)
	}
	return func(from int) int {
		atA, atB = find(atA, from, a), find(atB, from, b)
		return min(atA, atB)
	}
}

// entity is the length of the entity at the start of t and what it means; 0 when
// there is none. Only entities closed by ";" count: "R&D" and "AT&T" are words.
func entity(t []byte) (int, string) {
	n := bytes.IndexByte(t[:min(len(t), 34)], ';')
	if n < 2 {
		return 0, ""
	}
	for _, c := range t[1:n] {
		if !in(c|0x20, 'a', 'z') && !in(c, '0', '9') && c != '#' {
			return 0, ""
		}
	}
	raw := string(t[:n+1])
	to := html.UnescapeString(raw)
	if strings.HasSuffix(to, ";") && strings.HasPrefix(raw, to[:len(to)-1]) || to == raw || strings.HasPrefix(to, "&") && len(to) > 1 {
		return 0, ""
	}
	if len(to) > 1 && to[len(to)-1] == ';' && raw != "&semi;" {
		return 0, "" // "&notit;" is "¬it;" to a browser, and nothing to a reader
	}
	switch to {
	case "\n", "\t":
		to = " "
	}
	return n + 1, to
}

// breaking are the tags that mean something for lines, the others that are
// taken out: what each becomes.
var breaking = map[string]string{
	"br": "line", "li": "line", "tr": "line",
	"p": "paragraph", "div": "paragraph", "center": "paragraph", "blockquote": "paragraph", "ul": "paragraph", "ol": "paragraph",
	"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### ",
	"table": "paragraph", "body": "paragraph", "html": "paragraph",
	"hr":   "rule",
	"font": "", "span": "", "basefont": "", "tbody": "", "td": "", "o:p": "", "nobr": "",
}

// tag is the length of the tag at the start of t and what it means, when it is
// one that this rule takes out; else 0.
func tag(t []byte) (int, string) {
	t = t[:min(len(t), 300)]
	i := 1
	closes := i < len(t) && t[i] == '/'
	if closes {
		i++
	}
	from := i
	for i < len(t) && (in(t[i]|0x20, 'a', 'z') || in(t[i], '0', '9') || t[i] == ':') {
		i++
	}
	if i == from || i-from > 10 {
		return 0, ""
	}
	means, ok := breaking[strings.ToLower(string(t[from:i]))]
	if !ok {
		return 0, ""
	}
	if closes && means != "" && means[0] == '#' {
		means = "paragraph"
	}
	if closes && means == "line" && t[from]|0x20 != 'b' {
		means = ""
	}
	// Attributes are names with values: "<font of knowledge>" has none.
	for i < len(t) {
		switch c := t[i]; {
		case c == '>':
			return i + 1, means
		case c == ' ' || c == '/' || c == '\t':
			i++
		case in(c|0x20, 'a', 'z'):
			n := attribute(t[i:])
			if n == 0 {
				return 0, ""
			}
			i += n
		default:
			return 0, ""
		}
	}
	return 0, ""
}

// attribute is the length of name=value at the start of t; 0 when there is none.
func attribute(t []byte) int {
	i := 0
	for i < len(t) && (in(t[i]|0x20, 'a', 'z') || t[i] == '-') {
		i++
	}
	if string(t[:i]) == "noshade" {
		return i
	}
	if i == len(t) || t[i] != '=' {
		return 0
	}
	i++
	if i < len(t) && (t[i] == '"' || t[i] == '\'') {
		n := bytes.IndexByte(t[i+1:], t[i])
		if n < 0 || bytes.IndexByte(t[i:i+n+1], '\n') >= 0 {
			return 0
		}
		return i + n + 2
	}
	for i < len(t) && t[i] > ' ' && t[i] != '>' {
		i++
	}
	return i
}

// means writes what a tag means. A line end or an empty line that stands in the
// text beside it is the same break.
func (w *rewriting) means(what string) {
	if what == "" {
		return
	}
	t := w.d.text
	end := w.at + len(t[w.at:]) - len(bytes.TrimLeft(t[w.at:], " \t"))
	ends := end < len(t) && t[end] == '\n'
	w.trim()
	begins := len(w.out) == 0 || w.out[len(w.out)-1] == '\n'
	switch {
	case what == "line":
		if !ends {
			w.newline()
		}
		w.skip(end)
	case what[0] == '#': // a heading, as Markdown writes it
		w.emptyLine()
		w.put(what)
		for end < len(t) && t[end] == '\n' {
			end++
		}
		w.skip(end)
	case what == "rule":
		w.emptyLine()
		w.put("* * *")
		w.newline()
		w.newline()
		if ends {
			end++
		}
		w.skip(end)
	case ends && begins: // alone on its line, which is empty now
		if n := len(w.out); n < 2 || w.out[n-2] == '\n' {
			end++
		}
		w.skip(end)
	case ends && end+1 < len(t) && t[end+1] == '\n':
		w.skip(end)
	case ends:
		w.emptyLine()
		w.skip(end + 1)
	default:
		w.emptyLine()
		w.skip(end)
	}
}
