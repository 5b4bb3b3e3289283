package parse

type hyphenVote struct{}

func (r *reading) countHyphens(l *layout) *hyphenVote { return nil }

func (h *hyphenVote) joins(a, b string) bool { return false }
