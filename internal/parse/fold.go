package parse

// hasFoldPrefix reports whether s begins with the ASCII prefix, given in small
// letters, in any case.
func hasFoldPrefix(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := 0; i < len(prefix); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != prefix[i] {
			return false
		}
	}
	return true
}

// indexFold is the byte at which part, in ASCII small letters, first stands in s, case
// apart; -1 when it does not.
func indexFold(s, part string) int {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i]|0x20 == part[0]|0x20 && hasFoldPrefix(s[i:], part) {
			return i
		}
	}
	return -1
}

// containsFold reports whether s contains part, which is in small letters, case apart.
func containsFold(s, part string) bool { return indexFold(s, part) >= 0 }
