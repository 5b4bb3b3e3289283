package xhtml

import (
	"net/url"
	"strings"

	"storybind/internal/book"
)

// link writes a link out of the book; an address that a reading system could not
// open, or that must not be opened, leaves the words only.
func (r *Renderer) link(l book.Link) {
	u, ok := address(l.URL)
	if ok {
		r.raw("<a")
		r.attr("href", u)
		r.raw(">")
	}
	r.inlines(l.Inlines)
	if ok {
		r.raw("</a>")
	}
}

// address is the address in the form of RFC 3986, which EPUB asks for: http,
// https or mailto, ASCII only, everything else in it percent-encoded.
func address(s string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if !isHost(u.Host) || u.Opaque != "" || u.User != nil {
			return "", false
		}
	case "mailto":
		if name, host, ok := strings.Cut(u.Opaque, "@"); !ok || name == "" || !isHost(host) {
			return "", false
		}
	default:
		return "", false
	}
	return encode(u.String()), true
}

// isHost reports whether s is a plain host name, perhaps with a port.
func isHost(s string) bool {
	host, port, _ := strings.Cut(s, ":")
	for i := 0; i < len(host); i++ {
		if c := host[i]; c|0x20 < 'a' && c != '-' && c != '.' && (c < '0' || c > '9') || c|0x20 > 'z' {
			return false
		}
	}
	for i := 0; i < len(port); i++ {
		if port[i] < '0' || port[i] > '9' {
			return false
		}
	}
	return host != "" && len(port) < 6 && !strings.HasPrefix(host, ".") && !strings.Contains(host, "..") &&
		(strings.Trim(host, "0123456789.") != "" || strings.Count(host, ".") == 3)
}

// encode percent-encodes what url.URL leaves in a query or fragment and RFC 3986
// does not allow there, and a percent sign that encodes nothing.
func encode(s string) string {
	const hex = "0123456789ABCDEF"
	isHex := func(i int) bool { return i < len(s) && strings.IndexByte("0123456789abcdefABCDEF", s[i]) >= 0 }
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}[]", c) >= 0 || c == '%' && !(isHex(i+1) && isHex(i+2)) {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
