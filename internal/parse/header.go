package parse

// header reads the story's own header and returns the first line after it.
func (r *reading) header(from, to int) int {
	r.book.Meta.TitleFrom = "none"
	return from
}
