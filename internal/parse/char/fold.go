package char

// HasFoldPrefix reports whether s begins with the ASCII prefix, given in small
// letters, in any case.
func HasFoldPrefix(s, prefix string) bool {
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

// IndexFold is the byte at which part, in ASCII small letters, first stands in s, case
// apart; -1 when it does not.
func IndexFold(s, part string) int {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i]|0x20 == part[0]|0x20 && HasFoldPrefix(s[i:], part) {
			return i
		}
	}
	return -1
}

// ContainsFold reports whether s contains part, which is in small letters, case apart.
func ContainsFold(s, part string) bool { return IndexFold(s, part) >= 0 }
