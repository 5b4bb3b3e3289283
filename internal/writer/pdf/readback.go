package pdf

import (
	"bytes"
	"context"
	"fmt"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Without this, pdfcpu writes a configuration into the user's home.
var disableConfiguration = sync.OnceFunc(func() { model.ConfigPath = "disable" })

// A written is a document of gopdf's, read into objects by pdfcpu.
type written struct {
	table    map[int]*model.XRefTableEntry
	contents [][]byte                     // by page
	images   map[string]types.IndirectRef // by gopdf's names
	numbers  map[int]string               // gopdf's names by the pictures' numbers in the plan
}

func readBack(ctx context.Context, document []byte) (*written, error) {
	disableConfiguration()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict // repair nothing silently
	c, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(document), conf)
	if err != nil {
		return nil, fmt.Errorf("internal error: pdfcpu cannot read what gopdf wrote: %w", err)
	}
	w := &written{table: c.Table, images: map[string]types.IndirectRef{}, numbers: map[int]string{}}
	if err := w.pages(c.Root); err != nil {
		return nil, fmt.Errorf("internal error: what gopdf wrote is not a document: %w", err)
	}
	return w, nil
}

// pages finds each page's content and the images by their names. gopdf keeps one
// flat list of pages, and one dictionary of resources for all.
func (w *written) pages(root *types.IndirectRef) error {
	if root == nil {
		return fmt.Errorf("no catalog")
	}
	catalog, err := w.dict(*root)
	if err != nil {
		return err
	}
	tree, err := w.dict(catalog["Pages"])
	if err != nil {
		return err
	}
	kids, _ := tree["Kids"].(types.Array)
	for _, kid := range kids {
		page, err := w.dict(kid)
		if err != nil {
			return err
		}
		content, ok := w.resolve(page["Contents"]).(types.StreamDict)
		if !ok || content.FilterPipeline != nil {
			return fmt.Errorf("page %d has no plain content", len(w.contents)+1)
		}
		w.contents = append(w.contents, content.Raw)
		if len(w.contents) > 1 {
			continue
		}
		resources, err := w.dict(page["Resources"])
		if err != nil {
			return err
		}
		if images, ok := w.resolve(resources["XObject"]).(types.Dict); ok {
			for name, r := range images {
				if ref, ok := r.(types.IndirectRef); ok {
					w.images[name] = ref
				}
			}
		}
	}
	return nil
}

// resolve follows an indirect reference.
func (w *written) resolve(o types.Object) types.Object {
	r, ok := o.(types.IndirectRef)
	if !ok {
		return o
	}
	e := w.table[r.ObjectNumber.Value()]
	if e == nil {
		return nil
	}
	return e.Object
}

func (w *written) dict(o types.Object) (types.Dict, error) {
	d, ok := w.resolve(o).(types.Dict)
	if !ok {
		return nil, fmt.Errorf("%v is not a dictionary", o)
	}
	return d, nil
}
