package decode

import (
	"bytes"

	"storybind/internal/diag"
)

// markdownLinks gives links as Markdown writes them, "[the well](http://…)", the form of
// boards, "[url=http://…]the well[/url]", which parse reads.
func (d *draft) markdownLinks() {
	const longest = 200 // bytes of a link's words
	t := d.text
	joint := []byte("](http")
	if !bytes.Contains(t, joint) {
		return
	}
	var w *rewriting
	var done tallyOf
	for at := bytes.Index(t, joint); at >= 0; {
		end := bytes.IndexAny(t[at:lineEnd(t, at)], ") \t")
		open := bytes.LastIndexAny(t[max(0, at-longest):at], "[]\n") + max(0, at-longest)
		words := open >= 0 && t[open] == '[' && open+1 < at && (open == 0 || t[open-1] != '!') // "![…]" is a picture
		if words && end > 0 && t[at+end] == ')' {
			if w == nil {
				w = d.rewrite()
			}
			done.add(open)
			w.upTo(open)
			w.put("[url=" + string(t[at+2:at+end]) + "]" + string(t[open+1:at]) + "[/url]")
			w.skip(at + end + 1)
		}
		next := bytes.Index(t[at+1:], joint)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	if w == nil {
		return
	}
	d.find(finding{code: "markdown-links", severity: diag.Note, message: "links as Markdown writes them stand in the story %s; the words lead there"}, done.at, done.count)
	w.done()
}
