package parse

func (r *reading) spoilerSpace(from, to int) {}
