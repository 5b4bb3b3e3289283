package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// pictureWords are what a caption in brackets begins with.
var pictureWords = []string{"illustration", "frontispiece", "illustrator", "image", "picture", "photo", "photograph", "map", "drawing"}

// longestCaption is the most rows of a caption; a bracket open for longer is no caption.
const longestCaption = 40

// pictureEnd returns the first row after the caption that begins with row i
// ("[Illustration: A lamp]"); 0 when there is none.
func (p *sectionText) pictureEnd(i int) int {
	w := p.rows[i].Text
	if pictureWord(w) == 0 {
		return 0
	}
	return p.bracketEnd(i)
}

// pictureWord returns the length of "[Illustration" with its colon; 0 when the
// line does not begin so.
func pictureWord(s string) int {
	for _, w := range pictureWords {
		if len(s) > len(w)+1 && strings.EqualFold(s[1:len(w)+1], w) {
			rest := s[len(w)+1:]
			if rest[0] == ']' && w[0] == 'i' {
				return len(w) + 1
			}
			if rest[0] == ':' {
				return len(w) + 2
			}
		}
	}
	return 0
}

// bracketEnd returns the first row after the one in which the bracket that row i
// begins with is closed, at the row's end; 0 when it is not closed soon.
func (p *sectionText) bracketEnd(i int) int {
	depth := 0
	for j := i; j < len(p.rows) && j < i+longestCaption; j++ {
		t := p.rows[j].Text
		depth += strings.Count(t, "[") - strings.Count(t, "]")
		if depth <= 0 {
			if t[len(t)-1] != ']' {
				return 0
			}
			return j + 1
		}
	}
	return 0
}

// addFigure adds the caption as a figure. The word for the picture itself is set
// aside; a picture without a caption leaves nothing.
func (p *sectionText) addFigure(out []book.Block, c piece) []book.Block {
	at := p.at(c.a, c.b)
	word := pictureWord(p.rows[c.a].Text)
	aside := p.src.Span(at.Start, at.Start+word)
	f := &book.Figure{Alt: p.rows[c.a].Text[1:word], Span: at}
	f.Alt = strings.TrimSuffix(f.Alt, ":")
	for a := c.a; a < c.b; {
		b := a + 1
		for b < c.b && p.rows[b].gap == 0 {
			b++
		}
		text, marked := p.joined(a, b)
		if a == c.a {
			text = text[min(word, len(text)):]
		}
		if b == c.b {
			text = strings.TrimSuffix(text, "]")
		}
		if text = strings.TrimSpace(text); text != "" {
			if len(f.Caption) > 0 {
				f.Caption = append(f.Caption, book.LineBreak{})
			}
			f.Caption = append(f.Caption, p.inlines(text, marked, a, b)...)
		}
		a = b
	}
	if len(f.Caption) == 0 {
		aside = at
	} else {
		out = append(out, f)
	}
	p.book.SetAside = append(p.book.SetAside, book.SetAside{Reason: "picture", Span: aside})
	if v := p.layout.marks; v != nil && !v.pictures {
		v.pictures = true
		p.remark("picture", diag.Note, p.rows[c.a].n, p.rows[c.b-1].n+1, "the story names pictures that are not in the file; only their captions are in the book", "")
	}
	return out
}
