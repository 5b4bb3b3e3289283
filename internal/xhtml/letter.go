package xhtml

import "storybind/internal/book"

// letter writes a message inside the story.
func (r *Renderer) letter(l *book.Letter, level int) {
	r.raw(`<blockquote class="letter">` + "\n")
	r.lines("opening", l.Opening)
	r.blocks(l.Blocks, level)
	r.lines("closing", l.Closing)
	r.raw("</blockquote>\n")
}

// inscription writes lines that stand apart as one thing.
func (r *Renderer) inscription(i *book.Inscription) {
	r.lines("inscription", i.Lines)
}
