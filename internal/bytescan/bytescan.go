// Package bytescan looks at texts eight bytes at a time, for what is asked of every line:
// which classes of bytes it has, and whether some stand on end.
package bytescan

// Classes are the classes, bits of class, of all bytes of s.
func Classes(s string, class *[256]uint8) (seen uint8) {
	for ; len(s) >= 8; s = s[8:] {
		seen |= class[s[0]] | class[s[1]] | class[s[2]] | class[s[3]] | class[s[4]] | class[s[5]] | class[s[6]] | class[s[7]]
	}
	for i := range len(s) {
		seen |= class[s[i]]
	}
	return seen
}

// Run is how many bytes c stand on end in s at most: 0 or 1, which it does not tell apart
// and calls 1; 2; 3 for three and more.
func Run(s string, c byte) int {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	all := uint64(c) * ones
	run := 1
	before := uint64(0) // the last eight bytes that were c, by their highest bits
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		x ^= all
		at := ^((x&^high + (high - ones)) | x) & high // bytes that are 0 now
		if two := at & (at<<8 | before>>56); two != 0 {
			if run = max(run, 2); two&(at<<16|before>>48) != 0 {
				return 3
			}
		}
		before = at
	}
	last, lastButOne := before>>63 != 0, before>>55&1 != 0
	for i := range len(s) {
		is := s[i] == c
		if is && last {
			if run = max(run, 2); lastButOne {
				return 3
			}
		}
		last, lastButOne = is, last
	}
	return run
}
