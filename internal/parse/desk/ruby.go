package desk

import (
	"strings"

	"storybind/internal/parse/inlines"
)

// HasRuby reports whether readings stand in lines [from, to).
func (r *Reading) HasRuby(from, to int) bool {
	for n := from; n < to; n++ {
		text := r.Lines[n].Text
		for at := strings.Index(text, inlines.RubyOpen); at >= 0; {
			if _, _, end := inlines.RubyAt(text, at); end > 0 || strings.HasPrefix(text[at:], inlines.RubyOpen+inlines.RubyOpen) {
				return true
			}
			next := strings.Index(text[at+len(inlines.RubyOpen):], inlines.RubyOpen)
			if next < 0 {
				break
			}
			at += len(inlines.RubyOpen) + next
		}
	}
	return false
}
