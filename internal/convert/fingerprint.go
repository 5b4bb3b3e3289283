package convert

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"sync"

	"github.com/spf13/pflag"

	"storybind/internal/writer"
)

// Fingerprint is a digest of all that a book in this format is made from: the
// story's files with their names, its sidecar, the settings that count for the
// format, the book's time and the program's version. Requests of one fingerprint
// give the same book.
func (r *Request) Fingerprint(f writer.Format) string {
	p := print{sha256.New()}
	p.text("storybind", r.Version, f.Name)
	var date [8]byte
	if !r.Modified.IsZero() {
		binary.BigEndian.PutUint64(date[:], uint64(r.Modified.Unix()))
	}
	p.Write(date[:])
	for _, file := range r.Files {
		p.text(file.Name)
		p.bytes(file.Data)
	}
	p.bytes(r.Files[0].Sidecar.Data)
	others := otherSettings()[f.Name]
	for _, s := range r.Settings {
		if !others[s.Name] {
			p.text(s.Name, s.Value)
		}
	}
	return hex.EncodeToString(p.Sum(nil)[:16])
}

// A print is a digest of texts, each with its length, so that no two lists of
// texts look alike.
type print struct{ hash.Hash }

func (p print) bytes(b []byte) {
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(b)))
	p.Write(n[:])
	p.Write(b)
}

func (p print) text(texts ...string) {
	for _, t := range texts {
		p.bytes([]byte(t))
	}
}

// otherSettings holds for each format the settings of other formats that mean
// nothing to it.
var otherSettings = sync.OnceValue(func() map[string]map[string]bool {
	story := pflag.NewFlagSet("story", pflag.ContinueOnError)
	StoryFlags(story)
	out := map[string]map[string]bool{}
	for _, f := range Formats {
		own := FormatFlags(f)
		out[f.Name] = map[string]bool{}
		for _, other := range Formats {
			FormatFlags(other).VisitAll(func(s *pflag.Flag) {
				if own.Lookup(s.Name) == nil && story.Lookup(s.Name) == nil {
					out[f.Name][s.Name] = true
				}
			})
		}
	}
	return out
})
