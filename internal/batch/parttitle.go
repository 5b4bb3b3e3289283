package batch

import "bytes"

// mayBePart is a quick look for what a title or a subject would say of a part,
// before a file's head is read as a story, because most files are no parts: in a
// short line a number, "/" or "of", and a number that is not less or "?", "(2/3)" or
// "part 2 of 3", or "part" and a number, with no further words behind it, unless in
// brackets or "by". That leaves out dates, "11/12/2003", and fractions, "3/4 of a mile".
func mayBePart(head []byte) bool {
	const longestTitle = 160
	line := 0 // where the line begins
	for i := 0; i < len(head); i++ {
		c := head[i]
		if c == '\n' || c == '\r' {
			line = i + 1
			continue
		}
		if c|0x20 == 'p' && i-line <= longestTitle && (i == line || !isLetter(head[i-1])) && namesPart(head[i:]) {
			return true
		}
		if c < '0' || c > '9' || i-line > longestTitle {
			continue
		}
		number, after := numeral(head, i)
		if i > 0 && (head[i-1] == '/' || head[i-1] == '.') {
			i = after - 1
			continue
		}
		at := after
		for at < len(head) && (head[at] == ' ' || head[at] == 0) { // zeros: UTF-16
			at++
		}
		switch {
		case at < len(head) && head[at] == '/':
			at++
		case at < len(head) && head[at]|0x20 == 'o':
			for at++; at < len(head) && head[at] == 0; at++ {
			}
			if at == len(head) || head[at]|0x20 != 'f' {
				i = after - 1
				continue
			}
			at++
		default:
			i = after - 1
			continue
		}
		for at < len(head) && (head[at] == ' ' || head[at] == 0) {
			at++
		}
		if at < len(head) && head[at] == '?' && number > 0 && endsTitle(head[at+1:]) {
			return true
		}
		if of, end := numeral(head, at); end > at && of >= number && number > 0 && of > 1 && endsTitle(head[end:]) {
			return true
		}
		i = after - 1
	}
	return false
}

// partNumbers are the numbers that titles write in words or Roman letters.
var partNumbers = map[string]bool{"one": true, "two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true,
	"i": true, "ii": true, "iii": true, "iv": true, "v": true, "vi": true, "vii": true, "viii": true, "ix": true, "x": true}

// namesPart reports whether s begins with "part" and a number at a title's end:
// "Part 2", "Part Two (PG)". Zeros are those of UTF-16.
func namesPart(s []byte) bool {
	s = s[:min(len(s), 40)]
	if bytes.IndexByte(s, 0) >= 0 {
		s = bytes.ReplaceAll(s, []byte{0}, nil)
	}
	if len(s) < 6 || !bytes.EqualFold(s[:4], []byte("part")) || s[4] != ' ' {
		return false
	}
	s = bytes.TrimLeft(s[4:], " ")
	if number, end := numeral(s, 0); number > 0 {
		return endsTitle(s[end:])
	}
	end := 0
	for end < len(s) && isLetter(s[end]) {
		end++
	}
	return partNumbers[string(bytes.ToLower(s[:end]))] && endsTitle(s[end:])
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// endsTitle reports whether a part's numbers may stand before rest.
func endsTitle(rest []byte) bool {
	for i := 0; i < len(rest); i++ {
		switch c := rest[i] | 0x20; {
		case rest[i] == '/', c >= '0' && c <= '9':
			return false
		case c >= 'a' && c <= 'z', c >= 0x80:
			return c == 'b' && i+1 < len(rest) && rest[i+1]|0x20 == 'y'
		case rest[i] != 0 && rest[i] != ' ':
			return true // a bracket, a mark, the line's end
		}
	}
	return true
}

// numeral reads the number at head[at:], and where it ends; its digits may have
// the zeros of UTF-16 between them. Numbers of more than three digits are none.
func numeral(head []byte, at int) (number, end int) {
	digits := 0
	for end = at; end < len(head) && (head[end] >= '0' && head[end] <= '9' || head[end] == 0 && digits > 0); end++ {
		if head[end] != 0 {
			number = number*10 + int(head[end]-'0')
			if digits++; digits > 3 {
				number = 0
			}
		}
	}
	if digits > 3 {
		number = 0
	}
	return number, end
}
