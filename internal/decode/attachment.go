package decode

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"storybind/internal/diag"
)

// attachments reads what mail and news programs packed for their way: MIME's parts
// (RFC 2046), bodies in base64 (RFC 2045), uuencode, yEnc. Packed text is unpacked; what
// is no text, such as a picture, is set aside, each with a remark: it was never prose,
// and no story is a page of letters at random.
func (d *draft) attachments() {
	if !packed(d.text) {
		return
	}
	u := &unpacking{rewriting: d.rewrite(), bounds: map[string]bool{}}
	for u.at < len(d.text) {
		line := u.lineAt(u.at)
		switch {
		case u.part(line), u.header(line), u.uuencoded(line), u.yenc(line), u.bare(line):
		default:
			u.upTo(min(u.at+len(line)+1, len(d.text)))
		}
	}
	for _, f := range u.found {
		d.find(f.finding, f.at, f.count)
	}
	if len(u.found) > 0 {
		u.done()
	}
}

// packed is a quick look for anything that attachments reads. Of each run of letters
// and digits that is long enough it sees at least one byte in sixty.
func packed(t []byte) bool {
	// Each sign is asked for by the byte of it that prose has least.
	if anyAt(t, '=', func(i int) bool { // "boundary=", "=ybegin "
		return bytes.HasSuffix(t[:i], []byte("oundary")) || bytes.HasPrefix(t[i+1:], []byte("ybegin "))
	}) || anyAt(t, '6', func(i int) bool { // "base64", "begin 644"
		return bytes.HasPrefix(t[i+1:], []byte("4")) && (bytes.HasSuffix(t[:i], []byte("ase")) || bytes.HasSuffix(t[:i], []byte("ASE"))) || bytes.HasSuffix(t[:i], []byte("begin "))
	}) || anyAt(t, '7', func(i int) bool { return bytes.HasSuffix(t[:i], []byte("begin ")) }) {
		return true
	}
	for i := shortestRow - 1; i < len(t); {
		j := i
		for j >= 0 && i-j < shortestRow && t[j] > ' ' && t[j] < 0x7F {
			j--
		}
		if i-j == shortestRow {
			return true
		}
		i = j + shortestRow
	}
	return false
}

// anyAt reports whether is says yes to a place of byte c.
func anyAt(t []byte, c byte, is func(i int) bool) bool {
	for i := 0; ; i++ {
		k := bytes.IndexByte(t[i:], c)
		if k < 0 {
			return false
		}
		if i += k; is(i) {
			return true
		}
	}
}

const (
	shortestRow = 60  // letters of a full line of packed data without a header
	fewestRows  = 4   // full lines of it
	longRow     = 400 // letters of packed data that stand in one line
)

// An unpacking is the step under way.
type unpacking struct {
	*rewriting
	bounds map[string]bool // of MIME's parts
	plain  bool            // text came in a part of the message before
	found  []place
	named  int
	tried  int  // rows up to here are no base64
	noYend bool // no yEnc ends
}

// A place is a finding and where it was made.
type place struct {
	finding
	at int
}

// tell notes a finding at the place where reading stands.
func (u *unpacking) tell(f finding) {
	for i := range u.found {
		if u.found[i].message == f.message {
			u.found[i].count++
			return
		}
	}
	f.count = 1
	u.found = append(u.found, place{f, u.at})
}

// lineAt is the line that begins at byte i, without its end.
func (u *unpacking) lineAt(i int) []byte {
	t := u.d.text[i:]
	if n := bytes.IndexByte(t, '\n'); n >= 0 {
		return t[:n]
	}
	return t
}

// after is the byte behind the line that begins at byte i.
func (u *unpacking) after(i int) int { return min(i+len(u.lineAt(i))+1, len(u.d.text)) }

// unpack writes the unpacked data in place of what stands up to byte end, if they are text,
// and sets them aside if not.
func (u *unpacking) unpack(end int, data []byte, name, how string) {
	if what := notText(data); what != "" {
		u.setAside(end, name, what)
		return
	}
	u.tell(finding{code: "packed-text", severity: diag.Note,
		message: "text that a mail program had packed (" + how + ") stands in the story %s; it was unpacked"})
	text := draft{text: data}
	text.newlines()
	for rest := text.text; len(rest) > 0; {
		line, after, more := bytes.Cut(rest, []byte{'\n'})
		u.out = append(u.out, line...)
		if rest = after; more {
			u.newline()
		}
	}
	u.skip(end)
	u.endLine()
}

// setAside leaves out what stands up to byte end, and tells what it is.
func (u *unpacking) setAside(end int, name, what string) {
	if name != "" && u.named < namedMost {
		u.named++
		what += fmt.Sprintf(" called %q", name)
	}
	u.tell(finding{code: "attachment", severity: diag.Note,
		message: "what is no text is set aside %s: " + strings.ReplaceAll(what, "%", "%%"), hint: "it is in the story's file as before"})
	u.skip(end)
}

// notText says what data are; "" for text.
func notText(data []byte) string {
	for _, f := range otherFiles {
		if len(data) >= f.at && bytes.HasPrefix(data[f.at:], []byte(f.magic)) && (!f.binary || bytes.IndexByte(data[:min(len(data), 512)], 0) >= 0) {
			return f.what
		}
	}
	odd, high := 0, 0
	for _, c := range data {
		switch {
		case c == 0:
			return "packed data"
		case c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f':
			odd++
		case c >= 0x80:
			high++
		}
	}
	// In an old encoding some letters of most languages are high, and in random data half of all.
	if len(data) == 0 || odd*50 > len(data) || odd*10 > high && odd > 1 && high*3 > len(data) && !utf8.Valid(data) {
		return "packed data"
	}
	return ""
}

// unbase64 is what rows of base64 stand for.
func unbase64(rows []byte) []byte {
	rows = bytes.TrimRight(bytes.Join(bytes.Fields(rows), nil), "=")
	if len(rows)%4 == 1 { // cut off
		rows = rows[:len(rows)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(rows)))
	n, _ := base64.RawStdEncoding.Decode(out, rows)
	return out[:n]
}

// isBase64 reports whether a line holds nothing but base64; equals signs end it.
func isBase64(line []byte) bool {
	line = bytes.TrimRight(line, " \t")
	letters := bytes.TrimRight(line, "=")
	if len(line)-len(letters) > 2 {
		return false
	}
	for _, c := range letters {
		if !isWord(c) && c != '+' && c != '/' {
			return false
		}
	}
	return len(letters) > 0
}

func isWord(c byte) bool { return in(c, 'a', 'z') || in(c, 'A', 'Z') || in(c, '0', '9') }

// mixed reports whether letters of both cases and something else stand in a line, as
// in data at random; no word and no rule of a story does so.
func mixed(line []byte) bool {
	var small, large, other int
	for _, c := range line {
		switch {
		case in(c, 'a', 'z'):
			small++
		case in(c, 'A', 'Z'):
			large++
		default:
			other++
		}
	}
	return small*8 > len(line) && large*8 > len(line) && other*40 > len(line)
}

// bare reads base64 that no header announces: rows of one length, or one long row.
func (u *unpacking) bare(line []byte) bool {
	if len(line) < shortestRow || !isBase64(line) {
		return u.bareUU(line)
	}
	if len(line) < longRow && (len(line) > 80 || len(line)%4 != 0) || u.at < u.tried {
		return false
	}
	rows, end, kinds := 0, u.at, 0
	for end < len(u.d.text) {
		row := u.lineAt(end)
		if !isBase64(row) || len(row) > len(line) {
			break
		}
		if rows++; mixed(row) {
			kinds++
		}
		if end = u.after(end); len(row) < len(line) {
			break
		}
	}
	if rows < fewestRows && len(line) < longRow || kinds*2 < rows {
		u.tried = end
		return false
	}
	data := u.d.text[u.at:end]
	if sum := u.lineAt(end); len(sum) == 5 && sum[0] == '=' { // of PGP's armor
		end = u.after(end)
	}
	u.unpack(end, unbase64(data), "", "base64")
	return true
}

// bareUU reads uuencoded rows whose beginning was in another message.
func (u *unpacking) bareUU(line []byte) bool {
	rows, end := 0, u.at
	for end < len(u.d.text) {
		row := u.lineAt(end)
		if len(row) < 61 || len(row) > 62 || row[0] != 'M' || !isUU(row) {
			break
		}
		rows++
		end = u.after(end)
	}
	if rows < fewestRows {
		return false
	}
	for end < len(u.d.text) && isUU(u.lineAt(end)) && len(u.lineAt(end)) > 0 { // its last rows
		end = u.after(end)
	}
	if bytes.Equal(bytes.TrimSpace(u.lineAt(end)), []byte("end")) {
		end = u.after(end)
	}
	u.setAside(end, "", "packed data (uuencode)")
	return true
}

// isUU reports whether a line may be a row of uuencode: its first character says how
// many bytes it stands for. Blanks at its end may have been lost on the way.
func isUU(row []byte) bool {
	if len(row) == 0 {
		return false
	}
	for _, c := range row {
		if c < ' ' || c > '`' {
			return false
		}
	}
	n := int(row[0]-' ') & 63
	want := 1 + (n+2)/3*4
	return len(row) <= want+2 && (len(row) >= want || n > 0 && len(row) > 1 && len(row) >= want-8)
}

// uuencoded reads "begin 644 name" and what follows to "end".
func (u *unpacking) uuencoded(line []byte) bool {
	rest, ok := bytes.CutPrefix(line, []byte("begin "))
	if !ok || len(rest) < 5 || rest[3] != ' ' || !in(rest[0], '0', '7') || !in(rest[1], '0', '7') || !in(rest[2], '0', '7') {
		return false
	}
	var data []byte
	end, rows := u.after(u.at), 0
	for end < len(u.d.text) {
		row := u.lineAt(end)
		if !isUU(row) {
			break
		}
		data = append(data, unUU(row)...)
		rows++
		end = u.after(end)
		if row[0] == '`' || row[0] == ' ' {
			break
		}
	}
	if rows == 0 {
		return false
	}
	if bytes.Equal(bytes.TrimSpace(u.lineAt(end)), []byte("end")) {
		end = u.after(end)
	} else if rows < fewestRows {
		return false
	}
	u.unpack(end, data, string(bytes.TrimSpace(rest[4:])), "uuencode")
	return true
}

func unUU(row []byte) []byte {
	n := int(row[0]-' ') & 63
	out := make([]byte, 0, n+2)
	for at := 1; len(out) < n; at += 4 {
		var v uint32
		for k := range 4 {
			v <<= 6
			if at+k < len(row) {
				v |= uint32(row[at+k]-' ') & 63
			}
		}
		out = append(out, byte(v>>16), byte(v>>8), byte(v))
	}
	return out[:n]
}

// yenc sets aside "=ybegin ..." to "=yend", of which only files are made.
func (u *unpacking) yenc(line []byte) bool {
	if u.noYend || !bytes.HasPrefix(line, []byte("=ybegin ")) || !bytes.Contains(line, []byte("line=")) {
		return false
	}
	n := bytes.Index(u.d.text[u.at:], []byte("\n=yend "))
	if u.noYend = n < 0; n < 0 {
		return false
	}
	_, name, _ := bytes.Cut(line, []byte("name="))
	u.setAside(u.after(u.at+n+1), string(bytes.TrimSpace(name)), "packed data (yEnc)")
	return true
}
