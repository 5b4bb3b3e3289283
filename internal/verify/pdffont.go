package verify

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// A pdfFont says what the codes of a font mean and how wide they are.
type pdfFont struct {
	wide   bool            // codes have two bytes
	means  map[int]string  // by ToUnicode
	names  map[int]string  // by the names of glyphs
	widths map[int]float64 // thousandths of an em
	usual  float64
}

func (p *pdf) font(v any) *pdfFont {
	if _, ok := v.(ref); !ok {
		return p.readFont(v)
	}
	f := p.fonts[v]
	if f == nil {
		f = p.readFont(v)
		p.fonts[v] = f
	}
	return f
}

func (p *pdf) readFont(v any) *pdfFont {
	d := p.dict(v)
	f := &pdfFont{wide: d["Subtype"] == name("Type0"), means: map[int]string{}, names: map[int]string{}, widths: map[int]float64{}, usual: 500}
	if cmap := p.stream(d["ToUnicode"]); cmap != nil {
		f.toUnicode(cmap)
	}
	if f.wide {
		below := p.dict(first(p.array(d["DescendantFonts"])))
		f.usual = 1000
		if w, ok := p.number(below["DW"]); ok {
			f.usual = w
		}
		f.wideWidths(p, p.array(below["W"]))
		return f
	}
	from, _ := p.number(d["FirstChar"])
	for i, w := range p.array(d["Widths"]) {
		if n, ok := p.number(w); ok {
			f.widths[int(from)+i] = n
		}
	}
	if own := p.dict(d["Encoding"]); own != nil {
		code := 0
		for _, v := range p.array(own["Differences"]) {
			switch v := p.value(v).(type) {
			case float64:
				code = int(v)
			case name:
				if s := glyphText(string(v)); s != "" {
					f.names[code] = s
				}
				code++
			}
		}
	}
	return f
}

func first(a array) any {
	if len(a) == 0 {
		return nil
	}
	return a[0]
}

// wideWidths reads the widths of a font of two bytes a code (9.7.4.3).
func (f *pdfFont) wideWidths(p *pdf, w array) {
	for i := 0; i+1 < len(w); {
		from, _ := p.number(w[i])
		if list := p.array(w[i+1]); list != nil {
			for k, v := range list {
				f.widths[int(from)+k], _ = p.number(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		to, _ := p.number(w[i+1])
		width, _ := p.number(w[i+2])
		for c := int(from); c <= int(to) && c <= 0xFFFF; c++ {
			f.widths[c] = width
		}
		i += 3
	}
}

// toUnicode reads a CMap (9.10.3): bfchar and bfrange.
func (f *pdfFont) toUnicode(cmap []byte) {
	s := scanner{cmap, 0}
	var last []any
	for {
		v := s.next(0)
		if v == nil {
			return
		}
		switch v {
		case any(keyword("endbfchar")):
			for i := 0; i+1 < len(last); i += 2 {
				if from, ok := last[i].(text); ok {
					f.means[number(from)] = utf16Text(last[i+1])
				}
			}
		case any(keyword("endbfrange")):
			for i := 0; i+2 < len(last); i += 3 {
				f.rangeOf(last[i], last[i+1], last[i+2])
			}
		case any(keyword("beginbfchar")), any(keyword("beginbfrange")):
		default:
			if _, other := v.(keyword); other {
				last = last[:0]
			} else if len(last) < maxObjects {
				last = append(last, v)
			}
			continue
		}
		last = last[:0]
	}
}

func (f *pdfFont) rangeOf(from, to, means any) {
	a, ok1 := from.(text)
	b, ok2 := to.(text)
	if !ok1 || !ok2 || len(a) > 2 || len(b) > 2 {
		return
	}
	if list, ok := means.(array); ok {
		for k, v := range list {
			f.means[number(a)+k] = utf16Text(v)
		}
		return
	}
	base := []rune(utf16Text(means))
	if len(base) == 0 {
		return
	}
	for c := number(a); c <= number(b); c++ {
		f.means[c] = string(base)
		base[len(base)-1]++
	}
}

func number(t text) int {
	n := 0
	for _, c := range t {
		n = n<<8 | int(c)
	}
	return n
}

func utf16Text(v any) string {
	t, _ := v.(text)
	var u []uint16
	for i := 0; i+1 < len(t); i += 2 {
		u = append(u, uint16(t[i])<<8|uint16(t[i+1]))
	}
	if len(t) == 1 {
		u = append(u, uint16(t[0]))
	}
	return string(utf16.Decode(u))
}

// text is what a string in this font says, and how wide it is, in ems.
func (f *pdfFont) text(t text, each func(s string, width float64, blank bool)) {
	step := 1
	if f.wide {
		step = 2
	}
	for i := 0; i+step <= len(t); i += step {
		code := number(t[i : i+step])
		w, ok := f.widths[code]
		if !ok {
			w = f.usual
		}
		s, known := f.means[code]
		if !known {
			if s, known = f.names[code]; !known && !f.wide {
				s = string(charmap.Windows1252.DecodeByte(byte(code)))
			}
		}
		each(s, w/1000, step == 1 && code == ' ')
	}
}

// glyphText is the text that a glyph's name stands for (Adobe Glyph List, in part).
func glyphText(n string) string {
	if s := agl[n]; s != "" {
		return s
	}
	base, _, _ := strings.Cut(n, ".")
	if len([]rune(base)) == 1 {
		return base
	}
	if hex, ok := strings.CutPrefix(base, "uni"); ok && len(hex) >= 4 {
		if c, err := strconv.ParseUint(hex[:4], 16, 16); err == nil {
			return string(rune(c))
		}
	}
	if s := agl[base]; s != "" {
		return s
	}
	for _, accent := range accents { // "eacute"
		if letter, ok := strings.CutSuffix(base, accent.name); ok && len(letter) == 1 {
			return letter + accent.mark
		}
	}
	return ""
}

var accents = []struct{ name, mark string }{{"acute", "\u0301"}, {"grave", "\u0300"}, {"circumflex", "\u0302"}, {"dieresis", "\u0308"}, {"tilde", "\u0303"}, {"cedilla", "\u0327"}, {"ring", "\u030A"}, {"caron", "\u030C"}}

var agl = map[string]string{"space": " ", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl", "germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "oslash": "ø", "Oslash": "Ø", "eth": "ð", "thorn": "þ", "lslash": "ł", "Lslash": "Ł", "dotlessi": "ı",
	"quoteright": "’", "quoteleft": "‘", "quotedblleft": "“", "quotedblright": "”", "hyphen": "-", "endash": "–", "emdash": "—", "period": ".", "comma": ",", "colon": ":", "semicolon": ";", "exclam": "!", "question": "?", "quotesingle": "'", "parenleft": "(", "parenright": ")", "ellipsis": "…"}
