package pdf

import (
	"bytes"
	"fmt"
)

// A written is a document of gopdf's, read into objects.
type written struct {
	table    []value        // the objects by their numbers; there is no object 0
	contents [][]byte       // by page
	images   map[name]ref   // by gopdf's names
	numbers  map[int]string // gopdf's names by the pictures' numbers in the plan
}

// readBack reads what gopdf wrote, and nothing else: a document is its header, the
// objects in the order of their numbers, the table of where they begin and the
// trailer, without a byte between them.
func readBack(document []byte) (*written, error) {
	table, err := readObjects(document)
	if err != nil {
		return nil, fmt.Errorf("internal error: gopdf's document cannot be read: %w", err)
	}
	w := &written{table: table, images: map[name]ref{}, numbers: map[int]string{}}
	if err := w.pages(); err != nil {
		return nil, fmt.Errorf("internal error: what gopdf wrote is not a document: %w", err)
	}
	return w, nil
}

// readObjects reads the objects in front of the table, which must be the one that
// belongs to them.
func readObjects(document []byte) ([]value, error) {
	r := &valueReader{b: document}
	r.expect("%PDF-1.7\n%")
	_, r.b, _ = bytes.Cut(r.b, []byte("\n\n"))
	table := []value{nil}
	var places bytes.Buffer
	for r.err == nil && !bytes.HasPrefix(r.b, []byte("xref\n")) {
		fmt.Fprintf(&places, "%010d 00000 n \n", len(document)-len(r.b))
		table = append(table, r.object(len(table)))
		r.expect("\n")
	}
	r.expect(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n%strailer\n<<\n/Size %d\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(table), places.String(), len(table), len(document)-len(r.b)))
	if r.err == nil && len(r.b) > 0 {
		r.fail("more")
	}
	return table, r.err
}

// pages finds each page's content and the images by their names. gopdf keeps one
// flat list of pages, and one dictionary of resources for all.
func (w *written) pages() error {
	catalog, err := w.dict(ref(1))
	if err != nil {
		return err
	}
	tree, err := w.dict(catalog["Pages"])
	if err != nil {
		return err
	}
	kids, _ := tree["Kids"].(array)
	for _, kid := range kids {
		page, err := w.dict(kid)
		if err != nil {
			return err
		}
		content, ok := w.resolve(page["Contents"]).(stream)
		if !ok || content.dict["Filter"] != nil {
			return fmt.Errorf("page %d has no plain content", len(w.contents)+1)
		}
		w.contents = append(w.contents, content.data)
		if len(w.contents) > 1 {
			continue
		}
		resources, err := w.dict(page["Resources"])
		if err != nil {
			return err
		}
		images, _ := w.resolve(resources["XObject"]).(dict)
		for name, r := range images {
			if r, ok := r.(ref); ok {
				w.images[name] = r
			}
		}
	}
	return nil
}

// resolve follows a reference; one that leads nowhere is nil.
func (w *written) resolve(v value) value {
	r, ok := v.(ref)
	if !ok {
		return v
	}
	if int(r) >= len(w.table) {
		return nil
	}
	return w.table[r]
}

func (w *written) dict(v value) (dict, error) {
	d, ok := w.resolve(v).(dict)
	if !ok {
		return nil, fmt.Errorf("%v is not a dictionary", v)
	}
	return d, nil
}
