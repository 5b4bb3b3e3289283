package decode

import "bytes"

// newlines turns every line end (CR LF, LF, CR, and the broken CR CR LF and
// LF CR where the whole file uses them) into "\n". From here on a line of text
// is a line of the file. The bytes must be a superset of ASCII.
func (d *draft) newlines() {
	t := d.text
	first := bytes.IndexByte(t, '\r')
	if first < 0 {
		return
	}
	doubled := bytes.Contains(t, []byte("\r\r\n")) && doubledReturns(t)
	swapped := first > 0 && t[first-1] == '\n' && swappedReturns(t)

	out := make([]byte, 0, len(t))
	for {
		n := bytes.IndexByte(t, '\r')
		if n < 0 {
			d.text = append(out, t...)
			return
		}
		out = append(out, t[:n]...)
		t = t[n+1:]
		switch {
		case swapped:
		case doubled && bytes.HasPrefix(t, []byte("\r\n")):
			out, t = append(out, '\n'), t[2:]
		case len(t) > 0 && t[0] == '\n':
			out, t = append(out, '\n'), t[1:]
		default:
			out = append(out, '\n')
		}
	}
}

// doubledReturns reports whether nearly every line feed follows two carriage
// returns: what a text becomes when CR LF is written through a program that
// turns LF into CR LF. In a file that has it only here and there, the two are two lines.
func doubledReturns(t []byte) bool {
	return bytes.Count(t, []byte("\r\r\n"))*10 >= bytes.Count(t, []byte{'\n'})*9
}

// swappedReturns reports whether every carriage return follows a line feed, and
// every line feed is followed by one.
func swappedReturns(t []byte) bool {
	return bytes.Count(t, []byte("\n\r")) == bytes.Count(t, []byte{'\r'}) &&
		bytes.Count(t, []byte{'\n'}) == bytes.Count(t, []byte{'\r'})
}
