package decode

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"time"
)

// noise is data at random, always the same, that begins as a picture does.
func noise(n int) []byte {
	out := []byte("\xFF\xD8\xFF\xE0")
	for x := uint32(7); len(out) < n; {
		x = x*1664525 + 1013904223
		out = append(out, byte(x>>24))
	}
	return out[:n]
}

// rows64 is data in base64, in rows of so many letters.
func rows64(data []byte, row int) string {
	var b strings.Builder
	for s := base64.StdEncoding.EncodeToString(data); s != ""; {
		n := min(row, len(s))
		b.WriteString(s[:n] + "\n")
		s = s[n:]
	}
	return b.String()
}

// rowsUU is data in uuencode, without its first and last line.
func rowsUU(data []byte) string {
	var b strings.Builder
	for len(data) > 0 {
		n := min(45, len(data))
		row := append([]byte{}, data[:n]...)
		data = data[n:]
		b.WriteByte(byte(' ' + n))
		for len(row)%3 != 0 {
			row = append(row, 0)
		}
		for i := 0; i < len(row); i += 3 {
			v := uint32(row[i])<<16 | uint32(row[i+1])<<8 | uint32(row[i+2])
			for shift := 18; shift >= 0; shift -= 6 {
				c := byte(v>>shift&63) + ' '
				if c == ' ' {
					c = '`'
				}
				b.WriteByte(c)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

const lampText = "It was late, and the keeper slept.\n\nNobody came up the stairs – or so he said.\n"

// packings are files with packed data, and the text that a reader sees in them.
var packings = []struct{ rule, bytes, want, codes string }{
	{"a body in base64", "From: a@b.c\nContent-Transfer-Encoding: base64\n\n" + rows64([]byte(lampText), 76), "From: a@b.c\nContent-Transfer-Encoding: base64\n\n" + lampText, "packed-text"},
	{"its header in capitals, its lines with CR", "From: a@b.c\r\nCONTENT-TRANSFER-ENCODING: BASE64\r\n\r\n" + strings.ReplaceAll(rows64([]byte(lampText), 60), "\n", "\r\n"), "From: a@b.c\nCONTENT-TRANSFER-ENCODING: BASE64\n\n" + lampText, "packed-text"},
	{"its text with CR LF", "Content-Transfer-Encoding: base64\n\n" + rows64([]byte("It was late.\r\n\r\nNobody came.\r\n"), 76), "Content-Transfer-Encoding: base64\n\nIt was late.\n\nNobody came.\n", "packed-text"},
	{"its text in windows-1252", "Content-Transfer-Encoding: base64\n\n" + rows64([]byte("\x93Well,\x94 she said, and didn\x92t."), 76), "Content-Transfer-Encoding: base64\n\n“Well,” she said, and didn’t.\n", "packed-text"},
	{"a signature behind it", "Content-Transfer-Encoding: base64\n\n" + rows64([]byte(lampText), 76) + "\n-- \nthe list\n", "Content-Transfer-Encoding: base64\n\n" + lampText + "\n-- \nthe list\n", "packed-text"},
	{"a picture in base64 without a header", "One.\n\n" + rows64(noise(500), 64) + "\nTwo.\n", "One.\n\n\nTwo.\n", "attachment"},
	{"in one long row", "One.\n\n" + rows64(noise(900), 9999) + "\nTwo.\n", "One.\n\n\nTwo.\n", "attachment"},
	{"text in base64 without a header", rows64([]byte(lampText+lampText+lampText), 60), lampText + lampText + lampText, "packed-text"},
	{"a signature of PGP", "One.\n-----BEGIN PGP SIGNATURE-----\n\n" + rows64(noise(260), 64) + "=aB3d\n-----END PGP SIGNATURE-----\n", "One.\n-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n", "attachment"},
	{"a picture in uuencode", "One.\n\nbegin 644 lamp.jpg\n" + rowsUU(noise(300)) + "`\nend\n\nTwo.\n", "One.\n\n\nTwo.\n", "attachment"},
	{"cut off", "One.\n\nbegin 644 lamp.jpg\n" + rowsUU(noise(300)), "One.\n\n", "attachment"},
	{"its later part", "One.\n\n" + rowsUU(noise(300)) + "`\nend\n\nTwo.\n", "One.\n\n\nTwo.\n", "attachment"},
	{"text in uuencode", "One.\n\nbegin 644 lamp.txt\n" + rowsUU([]byte(lampText)) + "`\nend\n\nTwo.\n", "One.\n\n" + lampText + "\nTwo.\n", "packed-text"},
	{"yEnc", "One.\n\n=ybegin line=128 size=9 name=lamp.jpg\nabc\n=yend size=9\n\nTwo.\n", "One.\n\n\nTwo.\n", "attachment"},
	{"parts that are text", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n--x\nContent-Type: text/plain; name=b.txt\n\nTwo.\n--x--\n", "Content-Type: multipart/mixed; boundary=x\n\nOne.\n\nTwo.\n\n", "mime-parts"},
	{"a part that is none", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--x--\n", "Content-Type: multipart/mixed; boundary=x\n\nOne.\n\n", "mime-parts attachment"},
	{"the same in HTML", "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nOne.\n--x\nContent-Type: text/html\n\n<p>One.</p>\n--x--\n", "Content-Type: multipart/alternative; boundary=x\n\nOne.\n\n", "mime-parts attachment"},
	{"only HTML", "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>One.</p>\n--x--\n", "Content-Type: multipart/alternative; boundary=x\n\nOne.\n\n", "mime-parts html-leftovers"},
	{"a boundary that does not come", "Content-Type: multipart/mixed; boundary=x\n\nOne.\n\n--y\n\nTwo.\n", "Content-Type: multipart/mixed; boundary=x\n\nOne.\n\n--y\n\nTwo.\n", ""},

	{"capitals in rows are a story", strings.Repeat(strings.Repeat("ABCDEFGHIJ", 6)+"\n", 9), strings.Repeat(strings.Repeat("ABCDEFGHIJ", 6)+"\n", 9), ""},
	{"an address is no data", "See https://example.org/" + strings.Repeat("aB3/", 30) + "x there.\n", "See https://example.org/" + strings.Repeat("aB3/", 30) + "x there.\n", ""},
	{"a cry is no data", strings.Repeat("A", 1000) + "\n", strings.Repeat("A", 1000) + "\n", ""},
	{"begin is a word", "begin 644 times\nand end\n", "begin 644 times\nand end\n", ""},
	{"a header about base64 and no data", "Content-Transfer-Encoding: base64\n\nIt was late.\n", "Content-Transfer-Encoding: base64\n\nIt was late.\n", ""},
	{"a word below it", "Content-Transfer-Encoding: base64\n\nlamp\n", "Content-Transfer-Encoding: base64\n\nlamp\n", ""},
}

func TestPackings(t *testing.T) {
	for _, c := range packings {
		got, ds, err := Text("x.txt", []byte(c.bytes), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.rule, err)
			continue
		}
		if strings.TrimSpace(got.Body) != strings.TrimSpace(c.want) {
			t.Errorf("%s: got %q, want %q", c.rule, got.Body, c.want)
		}
		codes := ""
		for _, d := range ds {
			codes += " " + strings.TrimPrefix(d.Code, "decode/")
		}
		if codes = strings.TrimSpace(codes); codes != c.codes {
			t.Errorf("%s: remarks %q, want %q", c.rule, codes, c.codes)
		}
	}
}

// However packed data are cut and repeated, the time grows as the file does.
func TestPackingsGrow(t *testing.T) {
	for what, piece := range map[string]string{
		"headers of parts":       "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n\n",
		"boundaries":             "--b%d\nContent-Type: text/plain\n\nx\n",
		"beginnings":             "begin 644 a%d\n" + rowsUU(noise(45)),
		"yEnc without end":       "=ybegin line=1 name=%d\n",
		"rows that are none":     strings.Repeat("aB3d", 15) + "\n" + strings.Repeat(strings.Repeat("abcd", 15)+"\n", 3),
		"base64 announced":       "Content-Transfer-Encoding: base64\n\n" + rows64([]byte(lampText), 76),
		"attachments with names": "begin 644 a%d.jpg\n" + rowsUU(noise(100)) + "`\nend\n",
	} {
		var b bytes.Buffer
		b.WriteString("Content-Type: multipart/mixed; boundary=b1\n\n--b1\n\n")
		for i := 0; b.Len() < 4<<20; i++ {
			b.WriteString(strings.ReplaceAll(piece, "%d", fmt.Sprint(i)))
		}
		done := make(chan bool)
		go func() { Text("x.txt", b.Bytes(), Options{}); close(done) }()
		select {
		case <-done:
		case <-time.After(30 * time.Second):
			t.Fatalf("%s: 4 MB take more than 30 s", what)
		}
	}
}
