package char

// FirstOf is a, or b where a is empty.
func FirstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Abs is n without its sign.
func Abs(n int) int { return max(n, -n) }
