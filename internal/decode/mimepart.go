package decode

import (
	"bytes"
	"mime"
	"strings"

	"storybind/internal/diag"
)

// A mimeHead is what the header of a message or a part says about what follows.
type mimeHead struct {
	kind, encoding, name, boundary string
	end                            int // the byte behind it and its blank line
}

// headAt reads the header lines that begin at byte i; false when there are none, or they
// do not end in a blank line.
func (u *unpacking) headAt(i int) (h mimeHead, ok bool) {
	var fields []string
	for n := 0; i < len(u.d.text) && n < mostHeaders; n++ {
		line := u.lineAt(i)
		i = u.after(i)
		label, _, labelled := bytes.Cut(line, []byte{':'})
		switch {
		case len(bytes.TrimSpace(line)) == 0:
			for _, f := range fields {
				h.take(f)
			}
			h.end = i
			return h, true
		case (line[0] == ' ' || line[0] == '\t') && len(fields) > 0:
			fields[len(fields)-1] += " " + string(bytes.TrimSpace(line))
		case !labelled || bytes.ContainsAny(label, " \t") || len(label) > 60:
			return h, false
		default:
			fields = append(fields, string(line))
		}
	}
	return h, false
}

// take notes what a field says.
func (h *mimeHead) take(field string) {
	label, value, _ := strings.Cut(field, ":")
	value = strings.TrimSpace(value)
	switch strings.ToLower(label) {
	case "content-transfer-encoding":
		h.encoding = strings.ToLower(value)
	case "content-type":
		kind, params, err := mime.ParseMediaType(value)
		if err != nil && kind == "" {
			kind, _, _ = strings.Cut(strings.ToLower(value), ";")
		}
		h.kind, h.boundary = strings.TrimSpace(kind), params["boundary"]
		if h.name == "" {
			h.name = params["name"]
		}
	case "content-disposition":
		if _, params, _ := mime.ParseMediaType(value); params["filename"] != "" {
			h.name = params["filename"]
		}
	}
}

// header looks at a message's own header: it may name the boundary of its parts, or say
// that the whole body is base64. The header stays; reading a story begins with it.
func (u *unpacking) header(line []byte) bool {
	if !labels(line, "content-type:") && !labels(line, "content-transfer-encoding:") {
		return false
	}
	h, ok := u.headAt(u.at)
	if !ok {
		return false
	}
	if h.boundary != "" && len(u.bounds) < mostParts && bytes.Contains(u.d.text[h.end-1:], []byte("\n--"+h.boundary)) {
		u.bounds[h.boundary] = true
		u.plain = false
		// What stands before the first part is meant for programs that know no parts (RFC 2046, 5.1).
		if n := bytes.Index(u.d.text[h.end-1:], []byte("\n--"+h.boundary)); n < 600 && bytes.Contains(u.d.text[h.end:h.end+n], []byte("MIME")) {
			u.upTo(h.end)
			u.skip(h.end + n)
			return true
		}
	}
	if h.encoding != "base64" || strings.HasPrefix(h.kind, "multipart/") {
		return false
	}
	end := u.rows(h.end)
	if end == h.end {
		return false
	}
	u.upTo(h.end)
	u.unpack(end, unbase64(u.d.text[h.end:end]), h.name, "base64")
	return true
}

func labels(line []byte, label string) bool {
	return len(line) >= len(label) && bytes.EqualFold(line[:len(label)], []byte(label))
}

// rows is the end of the rows of base64 that begin at byte i.
func (u *unpacking) rows(i int) int {
	for first := true; i < len(u.d.text); first = false {
		row := u.lineAt(i)
		if !isBase64(row) || first && len(row) < 16 { // a word alone may be anything
			break
		}
		i = u.after(i)
	}
	return i
}

// boundary reports whether a line parts a message, and whether it ends its last part.
func (u *unpacking) boundary(line []byte) (last, ok bool) {
	mark, ok := strings.CutPrefix(string(bytes.TrimRight(line, " \t")), "--")
	if !ok || len(u.bounds) == 0 {
		return false, false
	}
	if end, ok := strings.CutSuffix(mark, "--"); ok && u.bounds[end] {
		return true, true
	}
	return false, u.bounds[mark]
}

// part reads a part of a message at its boundary. Boundaries and the headers of parts are
// no text.
func (u *unpacking) part(line []byte) bool {
	last, ok := u.boundary(line)
	if !ok {
		return false
	}
	if last {
		u.emptyLine()
		u.skip(u.after(u.at))
		return true
	}
	begin := u.after(u.at)
	h, ok := u.headAt(begin)
	if !ok {
		h = mimeHead{end: begin}
	}
	if h.kind == "" {
		h.kind = "text/plain"
	}
	u.tell(finding{code: "mime-parts", severity: diag.Note, message: "a mail's parts were read by their kind, %s"})
	end := u.partEnd(h.end)
	if h.kind == "text/plain" && len(bytes.TrimSpace(u.d.text[h.end:end])) > 0 {
		u.plain = true
	}
	text := strings.HasPrefix(h.kind, "text/") || strings.HasPrefix(h.kind, "message/")
	switch {
	case strings.HasPrefix(h.kind, "multipart/"):
		if h.boundary != "" && len(u.bounds) < mostParts {
			u.bounds[h.boundary] = true
		}
		fallthrough
	case text && h.kind != "text/html" && h.encoding != "base64" && h.encoding != "quoted-printable":
		u.emptyLine()
		u.skip(h.end)
	case text && h.kind == "text/html" && u.plain:
		u.setAside(end, h.name, "the same text as a web page (HTML)")
	case text && h.encoding == "base64":
		u.emptyLine()
		u.skip(h.end)
		u.unpack(end, unbase64(u.d.text[h.end:end]), h.name, "base64")
	case text && h.encoding == "quoted-printable":
		u.emptyLine()
		u.skip(h.end)
		u.unquote(end)
		u.endLine()
	case text:
		u.emptyLine()
		u.skip(h.end)
	default:
		what := "an attachment (" + h.kind + ")"
		if h.encoding == "base64" {
			if known := notText(unbase64(u.d.text[h.end:min(end, h.end+1000)])); known != "" && known != "packed data" {
				what = known
			}
		}
		u.setAside(end, h.name, what)
	}
	return true
}

// partEnd is where the part whose text begins at byte i ends: at the next boundary.
func (u *unpacking) partEnd(i int) int {
	for i < len(u.d.text) {
		n := bytes.Index(u.d.text[i:], []byte("--"))
		if n < 0 {
			break
		}
		at := i + n
		if at == 0 || u.d.text[at-1] == '\n' {
			if _, ok := u.boundary(u.lineAt(at)); ok {
				return at
			}
		}
		i = at + 2
	}
	return len(u.d.text)
}
