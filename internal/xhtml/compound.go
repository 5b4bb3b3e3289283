package xhtml

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// divided is from how many letters on reading systems divide a word.
const divided = 5

// compounds writes text whose words with a hyphen of their own are divided there alone: a
// second hyphen in such a word misleads ("re-cov-ered"). Only where a part is long enough to
// be divided at all, so that most words stand as they are.
func (r *Renderer) compounds(s string) {
	for from := 0; ; {
		at := strings.IndexByte(s[from:], '-')
		if at < 0 {
			break
		}
		at += from
		start, long := at, false
		for n := 0; start > 0; n++ {
			c, size := utf8.DecodeLastRuneInString(s[:start])
			if !unicode.IsLetter(c) {
				break
			}
			start -= size
			long = long || n+1 >= divided
		}
		end := at
		for n := 0; end < len(s); {
			c, size := utf8.DecodeRuneInString(s[end:])
			if c == '-' {
				n = 0
			} else if !unicode.IsLetter(c) {
				break
			} else if n++; n >= divided {
				long = true
			}
			end += size
		}
		if from = end; !long || start == at || s[end-1] == '-' {
			continue
		}
		r.text(s[:start])
		r.raw(`<span class="compound">`)
		r.text(s[start:end])
		r.raw("</span>")
		s, from = s[end:], 0
	}
	r.text(s)
}
