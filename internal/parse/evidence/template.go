package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/wording"
)

// Where no word is known, a number that counts up in otherwise equal short lines is a
// heading in any language: "Xyz 1", "Xyz 2: The Gate". A template is the label of such
// a line without its number.

type template struct {
	units   []int32
	numbers []int32
	runs    int // numbers that are one more than that before
}

// findTemplates gathers the units by their templates.
func (o *Sight) findTemplates() {
	o.templates = map[uint64]*template{}
	o.templateOf = make([]*template, len(o.Units))
	for i := range o.Units {
		key, n, ok := templateKey(o.lines[o.Units[i].Line].Text)
		if !ok {
			continue
		}
		t := o.templates[key]
		if t == nil {
			t = &template{}
			o.templates[key] = t
		}
		if k := len(t.numbers); k > 0 && t.numbers[k-1]+1 == n {
			t.runs++
		}
		t.units, t.numbers = append(t.units, int32(i)), append(t.numbers, n)
		o.templateOf[i] = t
	}
}

// templateKey reads the label of a line: what stands before the first of . : and dashes,
// or the whole of a short line. ok is false when there is no number in it, or more than one.
func templateKey(text string) (key uint64, number int32, ok bool) {
	const most = 40 // bytes of a label
	label := text
	if len(label) > 2*most {
		label = strings.ToValidUTF8(label[:2*most], "")
	}
	digits, number := 0, int32(0)
	var b [2 * most]byte
	k := b[:0]
	for i := 0; i < len(label); {
		c, size := utf8.DecodeRuneInString(label[i:])
		v := wording.DigitValue(c)
		switch {
		case v >= 0:
			for digits, number = digits+1, 0; v >= 0 && number < 10000; v = wording.DigitValue(c) {
				number = number*10 + int32(v)
				i += size
				if i >= len(label) {
					break
				}
				c, size = utf8.DecodeRuneInString(label[i:])
			}
			continue
		case unicode.IsLetter(c):
			w := label[i : i+wording.FirstWord(label[i:])]
			if w == "" {
				w = label[i : i+size]
			}
			if n := wording.ReadNumberWords(w); n.Kind != wording.NoNumeral && n.Size == len(w) {
				digits, number = digits+1, int32(n.Value)
			} else {
				k = char.AppendKey(k, w[:min(len(w), len(b)-len(k))])
			}
			i += len(w)
			continue
		case digits > 0 && (strings.ContainsRune(".:：-–—、", c) || i > most):
			i = len(label)
		}
		i += size
	}
	if digits != 1 {
		return 0, 0, false
	}
	return char.HashBytes(k), number, true
}

// templateMeasures are those of unit i's template.
func (o *Sight) templateMeasures(i int, m *Tally) {
	t := o.templateOf[i]
	if t == nil {
		m.Put(0, 0, 0, 0)
		return
	}
	k := place(t.units, int32(i))
	steps := 0
	if k > 0 && t.numbers[k-1]+1 == t.numbers[k] {
		steps++
	}
	if k+1 < len(t.numbers) && t.numbers[k+1] == t.numbers[k]+1 {
		steps++
	}
	m.Put(min(len(t.units), 1000), t.runs*100/len(t.units), steps, min(int(t.numbers[k]), 300))
}

// minorOf is the number behind the point of a heading's number: 3 in "Scene 2.3."; 0 when
// it has none.
func minorOf(f *wording.Form, text string) (n int16) {
	if f.Kind != wording.Digits || int(f.Label) > len(text) || f.Label < f.Open {
		return 0
	}
	label := strings.TrimRight(text[f.Open:f.Label], ".")
	for _, c := range label[strings.LastIndexByte(label, '.')+1:] {
		if c < '0' || c > '9' || n > 999 {
			return 0
		}
		n = n*10 + int16(c-'0')
	}
	if !strings.Contains(label, ".") {
		return 0
	}
	return n
}

// follows reports whether unit v has the number that comes after that of unit u: 2 after
// 1, and 2.2 or 3.1 after 2.1.
func follows(u, v *Unit) bool {
	if u.minor == 0 && v.minor == 0 || v.minor == 1 {
		return v.Number == u.Number+1
	}
	return v.Number == u.Number && v.minor == u.minor+1
}
