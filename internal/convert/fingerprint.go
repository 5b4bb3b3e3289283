package convert

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"slices"

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
	for i, file := range r.Files {
		p.text(file.Name)
		p.bytes(file.Data)
		if i > 0 && file.Sidecar.Name != "" { // there is a remark on it
			p.text(file.Sidecar.Name)
		}
	}
	p.settings(*r, f)
	return hex.EncodeToString(p.Sum(nil)[:16])
}

// fingerprints are those of the request's formats, settled now.
func (r *Request) fingerprints() func(writer.Format) string {
	made := make(map[string]string, len(r.Formats))
	for _, f := range r.Formats {
		made[f.Name] = r.Fingerprint(f)
	}
	return func(f writer.Format) string { return made[f.Name] }
}

// settings adds the settings that count for the format, with the files that they
// name. What is wrong with a setting is no matter here: making the book says it.
func (p print) settings(r Request, f writer.Format) {
	seen := func(open func(string) ([]byte, error)) func(string) ([]byte, error) {
		return func(name string) ([]byte, error) {
			data, err := noFile(name)
			if open != nil {
				data, err = open(name)
			}
			p.text("file", name)
			p.bytes(data)
			return data, err
		}
	}
	r.Files = slices.Clone(r.Files)
	r.Open, r.Files[0].Sidecar.Open = seen(r.Open), seen(r.Files[0].Sidecar.Open)
	choices, err := r.choices()
	if err != nil {
		p.bytes(r.Files[0].Sidecar.Data)
	}
	var count []choice
	for _, c := range choices {
		if !otherSettings()[f.Name][c.Name] {
			count = append(count, c)
			by := "person"
			if c.sidecar != nil {
				by = "sidecar"
			}
			p.text(by, c.Name, c.Value)
		}
	}
	if len(count) > 0 {
		if err := r.set(FormatFlags(f), count, map[string]bool{}, true); err != nil {
			p.text(err.Error())
		}
	}
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
