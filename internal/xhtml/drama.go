package xhtml

import (
	"strings"

	"storybind/internal/book"
)

// A play's speakers are marked, its directions are in italics, and so is what stands above
// a scene's first speech.

// enter finds out whether a section is of a play.
func (r *Renderer) enter(s Stretch) {
	if s.First || s.Section != r.acted {
		r.acted = s.Section
		r.play = r.Cast != nil && book.IsPlay(s.Section, r.Cast)
	}
	r.curtain = r.play && s.First
}

// staged writes a paragraph of a play, or an entry of a log in one; false leaves it
// to prose.
func (r *Renderer) staged(ins []book.Inline) bool {
	if !r.play || len(ins) == 0 {
		return false
	}
	text := book.Plain(ins)
	end := r.Cast.Speaker(text)
	if end == 0 && (r.curtain || book.IsDirection(text)) {
		r.raw(`<p class="direction">`)
		r.slanted("i", ins)
		r.raw("</p>\n")
		return true
	}
	first, ok := ins[0].(book.Text)
	if end == 0 || !ok || end > len(first.Value) {
		return false
	}
	r.curtain = false
	r.raw(`<p class="speech"><span class="speaker`)
	if book.Shouts(first.Value[:end]) {
		r.raw(" capitals")
	}
	r.raw(`">`)
	r.text(strings.TrimRight(first.Value[:end], " "))
	r.raw("</span> ")
	r.said(strings.TrimLeft(first.Value[end:], " "), true)
	for _, in := range ins[1:] {
		if t, ok := in.(book.Text); ok {
			r.said(t.Value, false)
		} else {
			r.inlines([]book.Inline{in})
		}
	}
	r.raw("</p>\n")
	return true
}

// said writes what is said, and the directions in it in italics: one in round brackets
// where the speech opens, those in square ones anywhere.
func (r *Renderer) said(text string, opens bool) {
	for text != "" {
		from := strings.IndexByte(text, '[')
		if opens && text[0] == '(' {
			from = 0
		}
		opens = false
		end := -1
		if from >= 0 {
			end = strings.IndexAny(text[from:], ")]")
		}
		if end < 0 {
			r.prose(text)
			return
		}
		end += from + 1
		if from > 0 {
			r.prose(text[:from])
		}
		r.slanted("i", []book.Inline{book.Text{Value: text[from:end]}})
		text = text[end:]
	}
}
