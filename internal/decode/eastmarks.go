package decode

import (
	"bytes"
	"strconv"
	"strings"

	"storybind/internal/diag"
)

// eastMarks gives the marks of Japanese sites and archives one form, which parse reads:
//
//   - readings as tags (HTML, section 4.5.10) and as "[[rb:灯台 > あかり]]" become those of
//     Aozora Bunko: "｜灯台《あかり》";
//   - "[chapter:夜]" is a heading, "[newpage]" a break, "[[jumpuri:here > http://…]]" words
//     and address;
//   - "※［＃…］" is the character that the note describes, if it names it, else "※"; and
//     "夜［＃「夜」に傍点］" is stressed, as "《《夜》》" is.
func (d *draft) eastMarks() {
	t := d.text
	if !bytes.Contains(t, []byte("<ruby")) && !bytes.Contains(t, []byte("[[")) && !bytes.Contains(t, []byte("[chapter:")) && !bytes.Contains(t, []byte("[jump:")) && !bytes.Contains(t, []byte("［＃")) {
		return
	}
	var w *rewriting
	var done tallyOf
	next := sooner3(t)
	for i := next(0); i < len(t); i = next(i) {
		end, to, back := 0, "", 0
		switch {
		case bytes.HasPrefix(t[i:], []byte("<ruby")):
			end, to = rubyTags(t, i)
		case bytes.HasPrefix(t[i:], []byte("[[")):
			end, to = siteMark(t, i)
		case bytes.HasPrefix(t[i:], []byte("[chapter:")):
			if n := bytes.IndexByte(t[i:lineEnd(t, i)], ']'); n > 0 && (i == 0 || t[i-1] == '\n') {
				end, to = i+n+1, "# "+strings.TrimSpace(string(t[i+len("[chapter:"):i+n]))
				if i > 0 && (i < 2 || t[i-2] != '\n') {
					to = "\n" + to
				}
				if end < len(t) && t[end] == '\n' && end+1 < len(t) && t[end+1] != '\n' {
					to += "\n"
				}
			}
		case bytes.HasPrefix(t[i:], []byte("[newpage]")):
			if end = i + len("[newpage]"); i > 0 && t[i-1] != '\n' || end < len(t) && t[end] != '\n' {
				end = 0
			} else if rest := bytes.TrimLeft(t[end:], " \n\u3000"); !bytes.HasPrefix(rest, []byte("[chapter:")) && len(rest) > 0 {
				to = "\n* * *\n"
			}
		case bytes.HasPrefix(t[i:], []byte("[jump:")): // to a page that the book has under another number
			if n := bytes.IndexByte(t[i:lineEnd(t, i)], ']'); n > 0 && allDigits(t[i+len("[jump:"):i+n]) {
				end = i + n + 1
			}
		case bytes.HasPrefix(t[i:], []byte("［＃")):
			end, to, back = aozoraNote(t, i)
		}
		if end == 0 {
			i++
			continue
		}
		if w == nil {
			w = d.rewrite()
		}
		if i-back < w.at {
			i = end
			continue
		}
		w.upTo(i - back)
		for k, line := range strings.Split(to, "\n") {
			if k > 0 {
				w.newline()
			}
			w.put(line)
		}
		w.skip(end)
		done.add(i)
		i = end
	}
	if w == nil {
		return
	}
	d.find(finding{code: "readings", severity: diag.Note, message: "marks of sites and archives for readings, headings, stress and rare characters stand in the story %s; they were read as what they mean"}, done.at, done.count)
	w.done()
}

func allDigits(b []byte) bool { return len(b) > 0 && len(bytes.Trim(b, "0123456789")) == 0 }

// sooner3 finds, from a place on, the next byte with which one of the marks may begin.
func sooner3(t []byte) func(from int) int {
	ascii := sooner(t, '<', '[')
	note := []byte("［＃")
	at := -1
	return func(from int) int {
		if at < from {
			if n := bytes.Index(t[min(from, len(t)):], note); n >= 0 {
				at = from + n
			} else {
				at = len(t)
			}
		}
		return min(at, ascii(from))
	}
}

// rubyTags reads "<ruby>…</ruby>" at byte i; end is 0 when it is none.
func rubyTags(t []byte, i int) (end int, to string) {
	rest := t[i:min(len(t), i+600)]
	n := bytes.Index(rest, []byte("</ruby>"))
	open := bytes.IndexByte(rest, '>')
	if n < 0 || open < 0 || open > n {
		return 0, ""
	}
	in := string(rest[open+1 : n])
	var out, base strings.Builder
	for in != "" {
		at := strings.IndexByte(in, '<')
		if at < 0 {
			base.WriteString(in)
			break
		}
		base.WriteString(in[:at])
		in = in[at:]
		stop := strings.IndexByte(in, '>')
		if stop < 0 {
			return 0, ""
		}
		name := strings.ToLower(strings.Fields(strings.Trim(in[:stop], "</> ") + " x")[0])
		closes := strings.HasPrefix(in, "</")
		in = in[stop+1:]
		switch {
		case closes || name == "rb" || name == "rtc":
		case name == "rt" || name == "rp":
			stop := strings.IndexByte(in, '<')
			if stop < 0 {
				stop = len(in)
			}
			if reading := in[:stop]; name == "rt" && base.Len() > 0 {
				out.WriteString("｜" + base.String() + "《" + reading + "》")
				base.Reset()
			}
			in = in[stop:]
		default: // some other element
			return 0, ""
		}
	}
	out.WriteString(base.String())
	return i + n + len("</ruby>"), strings.ReplaceAll(out.String(), "\n", "")
}

// siteMark reads "[[rb:灯台 > あかり]]" and "[[jumpuri:here > http://…]]" at byte i.
func siteMark(t []byte, i int) (end int, to string) {
	rest := t[i:min(len(t), i+400)]
	n := bytes.Index(rest, []byte("]]"))
	if n < 0 {
		return 0, ""
	}
	in := string(rest[2:n])
	if bare, ok := strings.CutPrefix(in, "rb:"); ok {
		for _, joint := range [...]string{" > ", ">", "＞"} {
			if base, reading, ok := strings.Cut(bare, joint); ok {
				return i + n + 2, "｜" + strings.TrimSpace(base) + "《" + strings.TrimSpace(reading) + "》"
			}
		}
	}
	if bare, ok := strings.CutPrefix(in, "jumpuri:"); ok {
		if words, address, ok := strings.Cut(bare, ">"); ok {
			return i + n + 2, strings.TrimSpace(words) + " (" + strings.TrimSpace(address) + ")"
		}
	}
	return 0, ""
}

// aozoraNote reads the note for typesetters at byte i: what it means, and how many bytes
// before it belong to it.
func aozoraNote(t []byte, i int) (end int, to string, back int) {
	rest := t[i:lineEnd(t, i)]
	depth, n := 0, -1
	for k, c := range string(rest) {
		switch c {
		case '［':
			depth++
		case '］':
			depth--
		}
		if depth == 0 {
			n = k + len("］")
			break
		}
	}
	if n < 0 {
		return 0, "", 0
	}
	note := string(rest[len("［＃") : n-len("］")])
	if bytes.HasSuffix(t[:i], []byte("※")) { // a character that its author's encoding lacked
		if at := strings.Index(note, "U+"); at >= 0 {
			hex := note[at+2:]
			stop := strings.IndexFunc(hex, func(c rune) bool { return !strings.ContainsRune("0123456789ABCDEFabcdef", c) })
			if stop < 0 {
				stop = len(hex)
			}
			if code, err := strconv.ParseUint(hex[:stop], 16, 32); err == nil && code > 0x20 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF) {
				return i + n, string(rune(code)), len("※")
			}
		}
		return i + n, "※", len("※")
	}
	if word, ok := strings.CutPrefix(note, "「"); ok {
		if word, what, ok := strings.Cut(word, "」に"); ok && strings.Contains(what, "傍点") && bytes.HasSuffix(t[:i], []byte(word)) {
			return i + n, "《《" + word + "》》", len(word)
		}
	}
	if strings.HasSuffix(note, "傍点") && !strings.Contains(note, "「") && bytes.Contains(rest[n:], []byte("［＃"+note+"終わり］")) {
		return i + n, "《《", 0
	}
	if open, ok := strings.CutSuffix(note, "終わり"); ok && strings.HasSuffix(open, "傍点") && bytes.Contains(t[bytes.LastIndexByte(t[:i], '\n')+1:i], []byte("［＃"+open+"］")) {
		return i + n, "》》", 0
	}
	if atEdge := i == 0 || t[i-1] == '\n' || n == len(rest); atEdge { // parse takes those at a line's ends
		return 0, "", 0
	}
	for _, look := range [...]string{"傍点", "傍線", "太字", "斜体", "字下げ", "字詰め", "地付き", "縦中横", "割り注", "罫囲み", "文字", "小書き", "改行"} {
		if strings.Contains(note, look) {
			return i + n, "", 0
		}
	}
	return 0, "", 0
}
