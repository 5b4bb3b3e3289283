package decode

import (
	"bytes"
	"strings"

	"storybind/internal/diag"
)

// lineTags are the tags of emphasis of web pages and boards, and the marks that mean the
// same in plain text.
var lineTags = map[string]string{"b": "**", "strong": "**", "i": "_", "em": "_", "u": "_"}

// tagLines reads the tags round a line that stands alone, "[b]Chapter 1[/b]" or
// "<b>Chapter 2</b> - <i>The Yard</i>", as the marks of emphasis that they mean: so a
// heading in bold letters is found as others are.
func (d *draft) tagLines() {
	const longest = 120 // bytes of such a line
	t := d.text
	if !bytes.Contains(t, []byte("[/")) && !bytes.Contains(t, []byte("</")) {
		return
	}
	var w *rewriting
	var done tallyOf
	before := true // the line before is empty
	for from := 0; from < len(t); {
		end := lineEnd(t, from)
		line := bytes.TrimSpace(t[from:end])
		if len(line) > 6 && len(line) <= longest && before && (line[0] == '[' || line[0] == '<') && (line[len(line)-1] == ']' || line[len(line)-1] == '>') && len(bytes.TrimSpace(lineAt(t, end+1))) == 0 {
			if marked := tagLine(string(line)); marked != "" {
				if w == nil {
					w = d.rewrite()
				}
				w.upTo(from)
				w.put(marked)
				w.skip(end)
				done.add(from)
			}
		}
		before = len(line) == 0
		from = end + 1
	}
	if w == nil {
		return
	}
	d.find(finding{code: "board-tags", severity: diag.Note, message: "tags of emphasis stand round whole lines %s; they were read as marks of emphasis"}, done.at, done.count)
	w.done()
}

// tagLine is a line with marks in the place of its tags of emphasis; "" when others stand
// in it, when a word stands outside of them, or when marks stand there already.
func tagLine(s string) string {
	var out strings.Builder
	var open []string // names of tags; the marks of the outermost are written
	words := false
	for s != "" {
		if s[0] == '[' || s[0] == '<' {
			until := "]"
			if s[0] == '<' {
				until = ">"
			}
			in, rest, ok := strings.Cut(s[1:], until)
			name, closes := strings.CutPrefix(strings.ToLower(in), "/")
			mark := lineTags[name]
			if !ok || mark == "" {
				return ""
			}
			switch {
			case !closes:
				open = append(open, name)
			case len(open) == 0 || open[len(open)-1] != name:
				return ""
			default:
				open = open[:len(open)-1]
			}
			if len(open) == 0 || len(open) == 1 && !closes {
				if inner := len(open) == 0 && strings.HasSuffix(out.String(), " ") || len(open) == 1 && strings.HasPrefix(rest, " "); inner { // no mark stands beside a blank
					return ""
				}
				out.WriteString(mark)
			}
			s = rest
			continue
		}
		n := strings.IndexAny(s, "[<")
		if n < 0 {
			n = len(s)
		}
		if strings.ContainsAny(s[:n], "*_") || len(open) == 0 && strings.Trim(s[:n], " -–—:.,") != "" {
			return ""
		}
		words = words || len(open) > 0
		out.WriteString(s[:n])
		s = s[n:]
	}
	if len(open) > 0 || !words {
		return ""
	}
	return out.String()
}
