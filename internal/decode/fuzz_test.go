package decode

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever the bytes: no panic; the text is valid UTF-8 without control codes;
// every U+FFFD of it is named; reading it again changes nothing and finds nothing new.
func FuzzText(f *testing.F) {
	for _, c := range mendings {
		f.Add([]byte(c.bytes), "")
	}
	for _, s := range samples {
		f.Add([]byte(s.text), "")
	}
	f.Add([]byte("a=3D3D3D3D=3D\na=\nb=\n"), "")
	f.Add([]byte("&amp;amp;amp;lt;br&gt;&amp;amp;#65;&#x26;lt;"), "")
	f.Add([]byte("\xFF\xFEa\x00\r\x00\n\x00"), "utf-16")
	f.Add([]byte("\x82\xA0\x1b$B$\"\x1b(B"), "shift_jis")
	for _, c := range packings {
		f.Add([]byte(c.bytes), "")
	}
	f.Fuzz(func(t *testing.T, data []byte, encoding string) {
		first, ds, err := Text("x.txt", data, Options{Encoding: encoding})
		if err != nil {
			return
		}
		body := first.Body
		if !utf8.ValidString(body) {
			t.Fatalf("%q is not UTF-8", body)
		}
		for _, r := range body {
			if r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r <= 0x9F || r == 0xFFFE || r == 0xFFFF || r == 0xFEFF {
				t.Fatalf("%q holds %U", body, r)
			}
		}
		named := 0
		for _, d := range ds {
			if d.Code == "decode/unreadable-character" {
				named += max(d.More, 1)
			}
			if d.Span.Line() < 1 {
				t.Fatalf("%v has no place", d)
			}
		}
		lines := 0
		for n := range first.Lines() {
			if strings.Contains(first.Line(n), "\uFFFD") {
				lines++
			}
		}
		if named < lines {
			t.Fatalf("%d lines of %q are unreadable, %d named", lines, body, named)
		}
		second, ds, err := Text("x.txt", []byte(body), Options{})
		if err != nil {
			t.Fatalf("reading %q again: %v", body, err)
		}
		if second.Body != body {
			t.Fatalf("read again, %q becomes %q", body, second.Body)
		}
		for _, d := range ds {
			if d.Code != "decode/unreadable-character" {
				t.Fatalf("read again, %q has the remark %v", body, d)
			}
		}
	})
}
