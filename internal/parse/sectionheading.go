package parse

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
)

// How a heading is divided into label and title.

// setHeading splits a heading into label, title and subtitle.
func (b *binding) setHeading(s *book.Section, h *heading) {
	text, last := b.lines[h.line].Text, h.to
	if h.end > 0 {
		text, last = text[:h.end], h.line+1
	}
	if h.style&repeated != 0 {
		last = h.line + 1
		if h.valueOnly() {
			text = text[h.open:]
		}
	}
	var all strings.Builder
	all.WriteString(text[h.begin:])
	rest := ""
	for n := h.line + 1; n < last; n++ {
		t := b.lines[n].Text
		if t == "" || passage.IsRule(t) {
			continue
		}
		all.WriteByte(' ')
		all.WriteString(t)
		rest += " " + t
	}
	s.Heading = foldSpace(all.String())
	label, title := "", ""
	switch {
	case h.prefix > 0, h.valueOnly(), h.style&said != 0 && h.close == 0: // the last: longer than any heading
		title = text
	case h.style&named != 0, h.verdict == nameAlone && !h.titled(), h.verdict == maybe && h.word != 0:
		title = text[h.open:h.close]
		if rest != "" || text[h.close:] == "." { // an abbreviation's stop stays: see titleStop
			title = text[h.open:]
		}
	default:
		label, title = text[h.open:h.label], text[h.title:h.close]
		if h.open == 1 && text[0] == '+' { // "+1" says more than "1"
			label = "+" + label
		}
		if h.titled() && h.close < uint8(len(text)) && h.open == 0 {
			from := int(h.title)
			for from > int(h.label) && strings.IndexByte("_*", text[from-1]) >= 0 {
				from--
			}
			title = text[from:] // marks of emphasis, a closing stop
		}
	}
	if h.titleAt > 0 || rest != "" {
		title = strings.TrimSpace(title + rest)
	}
	s.Label = labelCase(foldSpace(label))
	heading, calls := b.calledAtEnd(s.Heading, int(h.line))
	title = foldSpace(title)
	var onLabel []book.Inline
	if call := s.Heading[len(heading):]; len(calls) > 0 {
		s.Heading = heading
		title, s.Label = strings.TrimSpace(strings.TrimSuffix(title, call)), strings.TrimSpace(strings.TrimSuffix(s.Label, call))
	} else if title != "" { // a mark behind the label, "CHAPTER I[1]", stands before the title: words keep their order
		whole := s.Label
		s.Label, onLabel = b.calledAtEnd(whole, int(h.line))
		if mark := whole[len(s.Label):]; mark != "" {
			s.Heading = strings.Replace(s.Heading, mark, "", 1)
		}
	}
	if title = titleStop(title); title != "" {
		s.Title = append(onLabel, b.inlinesOf(title)...)
		b.dropTags(b.src.LineStart(int(h.line)), b.src.LineSpan(int(h.line), int(last-1)).End, math.MaxInt)
	}
	s.Title = append(s.Title, calls...)
}

// titleStop takes the full stop from a title's end, as printed titles have none;
// an abbreviation's stays.
func titleStop(t string) string {
	if !strings.HasSuffix(t, ".") || strings.HasSuffix(t, "..") {
		return t
	}
	body := t[:len(t)-1]
	last := body[strings.LastIndexByte(body, ' ')+1:]
	if last == "" || len(last) <= 3 && !allCapitals(last) && (last[0] < '0' || last[0] > '9') || strings.Contains(last, ".") {
		return t
	}
	return body
}

// foldSpace makes one blank of every stretch of white space.
func foldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// labelCase sets a label in capitals as print does: "CHAPTER TWENTY-ONE" is
// "Chapter Twenty-One", "PART II" stays "Part II". Letters and digits stay.
func labelCase(label string) string {
	if !allCapitals(label) {
		return label
	}
	var b strings.Builder
	for i := 0; i < len(label); {
		size := firstWord(label[i:])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(label[i:])
			b.WriteString(label[i : i+size])
			i += size
			continue
		}
		word := label[i : i+size]
		if n := readRoman(word); n.kind == roman && n.size == len(word) {
			b.WriteString(word)
		} else {
			begin := true
			for _, c := range word {
				if begin {
					b.WriteRune(c)
				} else {
					b.WriteRune(unicode.ToLower(c))
				}
				begin = c == '-'
			}
		}
		i += size
	}
	return b.String()
}
