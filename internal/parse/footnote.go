package parse

type noteIndex struct{}

func (r *reading) findNotes(from, to int) *noteIndex { return nil }

func (p *passage) noteEnd(i int) int { return 0 }

// noteRefAt reads the reference to a note at text[i], which stands in line n.
func (r *reading) noteRefAt(text string, i, n int) (marked, bool) { return marked{}, false }

// readStar reads a star behind a word as the reference to a note.
func (r *reading) readStar(m *marks, i, n int) {}
