package parse

type noteIndex struct{}

func (r *reading) findNotes(l *layout) *noteIndex { return nil }

func (p *passage) noteEnd(i int) int { return 0 }
