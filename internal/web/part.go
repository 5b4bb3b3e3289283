package web

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"storybind/internal/convert"
)

// headLength is how much of a file is read to learn whether it is a part.
const headLength = 4 << 10

// part names the story's text, and says of which story it is which part, by the rules
// of folders: by the name of its file, else by its title.
func (s *story) part() (text, of string, number int) {
	sum := sha256.New()
	for _, f := range s.files {
		one := sha256.Sum256(f.Data)
		sum.Write(one[:])
	}
	text = hex.EncodeToString(sum.Sum(nil)[:12])
	if len(s.files) > 1 {
		return text, "", 0
	}
	f := s.files[0]
	if p, ok := convert.ReadPartName(stem(f.Name)); ok {
		return text, digest("name", p.Word, strings.ToLower(p.Story)), p.Number
	}
	if p, ok := convert.PartOf(f.Name, f.Data[:min(len(f.Data), headLength)]); ok {
		return text, digest("title", p.Story), p.Number
	}
	return text, "", 0
}

func digest(words ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return hex.EncodeToString(sum[:8])
}
