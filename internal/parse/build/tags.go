package build

// setTagsAside sets the tags in rows [a, b) aside, at most so many, letter by letter:
// the book has what they mean instead.
func (p *sectionText) setTagsAside(a, b, most int) {
	p.DropTags(p.at(a, b).Start, p.at(a, b).End, most, true)
}
