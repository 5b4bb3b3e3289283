package decode

import (
	"bytes"
	"strings"

	"storybind/internal/diag"
)

// Signs before which a program that writes Markdown or strings of code puts a
// backslash: CommonMark allows it before any punctuation of ASCII.
const escapedSigns = `'"*-_.!#()[]~+>,;:?%&$/<=@^{}|` + "`"

// escapes takes away the backslashes that a program put before quotes, stars and
// hyphens, where the file is full of them: at least three beside words, and hardly
// a backslash that is anything else.
func (d *draft) escapes() {
	t := d.text
	i := bytes.IndexByte(t, '\\')
	if i < 0 {
		return
	}
	full, pairs, all := 0, 0, 0
	for at := i; at < len(t); {
		all++
		if at+1 < len(t) && strings.IndexByte(escapedSigns, t[at+1]) >= 0 {
			pairs++
		}
		if at+1 < len(t) && strings.IndexByte("'\"*-_!.,;?`", t[at+1]) >= 0 && besideWord(t, at) {
			full++
		}
		at++
		if at < len(t) && t[at] == '\\' {
			at++
		}
		n := bytes.IndexByte(t[min(at, len(t)):], '\\')
		if n < 0 {
			break
		}
		at += n
	}
	if full < 3 || full*3 < pairs || pairs*10 < all*8 {
		return
	}
	w := d.rewrite()
	var done tallyOf
	for at := i; at+1 < len(t); {
		if strings.IndexByte(escapedSigns, t[at+1]) >= 0 {
			w.upTo(at)
			w.skip(at + 1)
			done.add(at)
		}
		n := bytes.IndexByte(t[at+1:], '\\')
		if n < 0 {
			break
		}
		at += 1 + n
	}
	d.find(finding{code: "escapes", severity: diag.Note, message: "backslashes stand before quotes, stars and their like %s, as programs write them; they were left out"}, done.at, done.count)
	w.done()
}

// besideWord reports whether a letter or figure stands before the backslash at byte
// at, or behind the sign that it escapes.
func besideWord(t []byte, at int) bool {
	letter := func(c byte) bool { return in(c|0x20, 'a', 'z') || in(c, '0', '9') || c >= 0x80 }
	return at > 0 && letter(t[at-1]) || at+2 < len(t) && letter(t[at+2])
}
