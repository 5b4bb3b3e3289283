package parse

func (r *reading) pageNumbers(from, to int) {}
