package char

// IsYear reports whether s is a year since printing began.
func IsYear(s string) bool { return len(s) == 4 && IsDigits(s) && s > "1400" && s < "2100" }
