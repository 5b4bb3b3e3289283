package decode

import (
	"bytes"
	"strings"

	"storybind/internal/diag"
)

// boardNames are the tags of boards that only place and colour words, or fold them up.
// Those of emphasis and links stay for parse.
var boardNames = map[string]bool{"center": true, "centre": true, "left": true, "right": true, "justify": true, "align": true, "indent": true, "size": true, "color": true, "colour": true,
	"font": true, "highlight": true, "spoiler": true, "hide": true, "quote": true, "list": true, "img": true, "email": true, "heading": true, "small": true, "big": true}

// boardTags takes out what boards write in square brackets to place words: "[center]",
// "[size=5]", "[spoiler]". Who is quoted is said in words. A tag counts only where the
// one that ends it stands in the story as well: others write in brackets too.
func (d *draft) boardTags() {
	t := d.text
	if !bytes.Contains(t, []byte("[/")) {
		return
	}
	ended := map[string]bool{}
	for _, p := range bytes.Split(t, []byte("[/"))[1:] {
		if n := bytes.IndexByte(p[:min(len(p), 12)], ']'); n > 0 {
			ended[strings.ToLower(string(p[:n]))] = true
		}
	}
	var w *rewriting
	var done tallyOf
	for i := bytes.IndexByte(t, '['); i >= 0 && i < len(t); {
		name, value, end := boardTag(t, i)
		if end > 0 && (boardNames[name] && ended[name] || name == "*" && ended["list"]) {
			if w == nil {
				w = d.rewrite()
			}
			done.add(i)
			w.upTo(i)
			alone := (i == 0 || t[i-1] == '\n') && (end == len(t) || t[end] == '\n')
			w.skip(end)
			switch {
			case name == "*": // an item of a list
				w.endLine()
				w.put("• ")
			case value != "" && (name == "quote" || name == "spoiler" || name == "hide"):
				w.endLine()
				w.put(value + ":")
				w.newline()
				if end < len(t) && t[end] != '\n' {
					w.newline()
				}
			case alone && end < len(t):
				w.skip(end + 1)
			}
			i = max(end, w.at)
		} else {
			i++
		}
		n := bytes.IndexByte(t[min(i, len(t)):], '[')
		if n < 0 {
			break
		}
		i += n
	}
	if w == nil {
		return
	}
	d.find(finding{code: "board-tags", severity: diag.Note, message: "tags with which boards place and colour words stand in the story %s; the words are there without them"}, done.at, done.count)
	w.done()
}

// boardTag reads a tag in square brackets at byte i: its name in small letters, what
// stands behind its equals sign, and the byte after it; 0 when there is none.
func boardTag(t []byte, i int) (name, value string, end int) {
	n := bytes.IndexByte(t[i:min(len(t), i+120)], ']')
	if n < 2 {
		return "", "", 0
	}
	in := strings.TrimPrefix(string(t[i+1:i+n]), "/")
	name, value, _ = strings.Cut(in, "=")
	name = strings.ToLower(strings.TrimSpace(name))
	return name, strings.Trim(value, " \"'"), i + n + 1
}
