package decode

import (
	"bytes"
	"errors"
	"io"
	"mime"

	"storybind/internal/diag"
)

// encodedWords reads the encoded words of mail headers (RFC 2047):
// "Subject: =?iso-8859-1?Q?Un_=E9t=E9?=".
func (d *draft) encodedWords() {
	t := d.text
	i := bytes.Index(t, []byte("=?"))
	if i < 0 {
		return
	}
	dec := mime.WordDecoder{CharsetReader: wordReader}
	w := d.rewrite()
	first, count := 0, 0
	behind := -1 // the end of the encoded word just read: blanks between two mean nothing
	for i >= 0 {
		end := wordEnd(t[i:])
		next := i + 2
		if end > 0 {
			if text, err := dec.Decode(string(t[i : i+end])); err == nil && !bytes.ContainsAny([]byte(text), "\n\r") {
				if behind >= 0 && len(bytes.Trim(t[behind:i], " \t")) == 0 {
					w.skip(i)
				}
				w.upTo(i)
				w.put(text)
				next = i + end
				w.skip(next)
				behind = next
				if count++; count == 1 {
					first = i
				}
			}
		}
		n := bytes.Index(t[next:], []byte("=?"))
		if n < 0 {
			break
		}
		i = next + n
	}
	if count == 0 {
		return
	}
	d.find(finding{code: "quoted-printable", severity: diag.Note, message: "encoded words of mail headers stand in the story %s; they were read"}, first, count)
	w.done()
}

// wordEnd is the length of the encoded word at the start of t; 0 when there is none.
func wordEnd(t []byte) int {
	t = t[:min(len(t), longestWord)]
	at := 2
	for range 2 { // charset and encoding
		n := bytes.IndexByte(t[at:], '?')
		if n < 1 {
			return 0
		}
		at += n + 1
	}
	n := bytes.Index(t[at:], []byte("?="))
	if n < 0 || bytes.IndexByte(t[:at+n], '\n') >= 0 || bytes.IndexByte(t[:at+n], ' ') >= 0 {
		return 0
	}
	return at + n + 2
}

func wordReader(name string, r io.Reader) (io.Reader, error) {
	c, err := named(name)
	if err != nil {
		return nil, err
	}
	if c.coder == nil {
		return nil, errors.New("no encoding of words")
	}
	return c.coder.NewDecoder().Reader(r), nil
}
