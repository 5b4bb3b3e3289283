package epub

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
)

// digest reads an XHTML document as we write them and adds the text of its body
// to d. It is strict: XML without comments, CDATA and entities other than the
// five of XML itself, all attributes in double quotes.
func digest(doc string, d *book.Digest) error {
	if !utf8.ValidString(doc) {
		return errors.New("it is not UTF-8")
	}
	for i := 0; i < len(doc); i++ {
		if c := doc[i]; c < ' ' && c != '\n' && c != '\t' {
			return fmt.Errorf("a control character %q", c)
		}
	}
	const start = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n"
	rest, ok := strings.CutPrefix(doc, start)
	if !ok {
		return errors.New("it does not begin with the XML declaration")
	}
	var open []string // names of the open elements
	skip := 0         // the depth at which a list of contents began
	body := false
	for {
		at := strings.IndexByte(rest, '<')
		text := rest
		if at >= 0 {
			text = rest[:at]
		}
		if len(open) == 0 && strings.Trim(text, "\n") != "" {
			return errors.New("text outside the document element")
		}
		var to *book.Digest
		if body && skip == 0 {
			to = d
		}
		if err := entities(text, to); err != nil {
			return err
		}
		if at < 0 {
			break
		}
		rest = rest[at+1:]
		if name, after, ok := endTag(rest); ok {
			if len(open) == 0 || open[len(open)-1] != name {
				return fmt.Errorf("</%s> closes nothing", name)
			}
			if skip == len(open) {
				skip = 0
			}
			open = open[:len(open)-1]
			rest = after
			continue
		}
		tag, err := startTag(rest)
		if err != nil {
			return err
		}
		rest = rest[tag.length:]
		if tag.empty {
			continue
		}
		open = append(open, tag.name)
		body = body || tag.name == "body"
		if skip == 0 && tag.name == "ol" && slices.Contains(strings.Fields(tag.class), "contents") {
			skip = len(open)
		}
	}
	if len(open) > 0 {
		return fmt.Errorf("<%s> is not closed", open[len(open)-1])
	}
	if !body {
		return errors.New("it has no body")
	}
	return nil
}

// entities adds text without its entities, none of which is a letter.
func entities(text string, d *book.Digest) error {
	for {
		at := strings.IndexByte(text, '&')
		run := text
		if at >= 0 {
			run = text[:at]
		}
		if strings.Contains(run, "]]>") {
			return errors.New("]]> in the text")
		}
		if d != nil {
			d.Add(run)
		}
		if at < 0 {
			return nil
		}
		text = text[at:]
		known := false
		for _, e := range [...]string{"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"} {
			if strings.HasPrefix(text, e) {
				text, known = text[len(e):], true
				break
			}
		}
		if !known {
			return fmt.Errorf("an unknown entity %.10q", text)
		}
	}
}

// endTag reads "/name>" after a "<".
func endTag(s string) (name, rest string, ok bool) {
	if !strings.HasPrefix(s, "/") {
		return "", "", false
	}
	name, rest, ok = strings.Cut(s[1:], ">")
	return name, rest, ok && isElement(name)
}

type tag struct {
	name, class string
	empty       bool
	length      int
}

// startTag reads `name a="b">` or `name/>` after a "<".
func startTag(s string) (tag, error) {
	n := strings.IndexAny(s, " />")
	if n < 0 || !isElement(s[:n]) {
		return tag{}, fmt.Errorf("no tag: %.20q", "<"+s)
	}
	t := tag{name: s[:n]}
	var seen [16]string
	for attrs := 0; ; attrs++ {
		switch {
		case strings.HasPrefix(s[n:], ">"):
			t.length = n + 1
			return t, nil
		case strings.HasPrefix(s[n:], "/>"):
			t.length, t.empty = n+2, true
			return t, nil
		}
		name, value, ok := strings.Cut(s[n:], `="`)
		if !ok || !strings.HasPrefix(name, " ") || !isElement(name[1:]) {
			return tag{}, fmt.Errorf("no attribute: %.20q", s[n:])
		}
		end := strings.IndexByte(value, '"')
		if end < 0 || strings.IndexByte(value[:end], '<') >= 0 {
			return tag{}, fmt.Errorf("no value: %.20q", value)
		}
		if err := entities(value[:end], nil); err != nil {
			return tag{}, err
		}
		if attrs == len(seen) {
			return tag{}, fmt.Errorf("too many attributes: %.20q", s)
		}
		for _, other := range seen[:attrs] {
			if other == name {
				return tag{}, fmt.Errorf("the attribute%s twice", name)
			}
		}
		seen[attrs] = name
		if name == " class" {
			t.class = value[:end]
		}
		n += len(name) + len(`="`) + end + 1
	}
}

// isElement reports whether s is a name of an element or attribute as we write them.
func isElement(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isAlnum(c) && (i == 0 || c != '-' && c != ':' && c != '_') {
			return false
		}
	}
	return s != "" && isLetter(s[0])
}
