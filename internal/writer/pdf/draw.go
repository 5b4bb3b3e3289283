package pdf

import (
	"bytes"
	"context"
	"fmt"
	"strconv"

	"github.com/signintech/gopdf"

	"storybind/internal/typeset"
)

// perSheet is how many pages one gopdf document draws. Several small documents
// can be drawn at once, are forgotten sooner, and are spared gopdf's habits that
// grow with the square of the pages. The number is fixed: the same book is cut
// in the same places on every machine.
const perSheet = 96

// A sheet is gopdf at work on pages [first, last) of a plan.
type sheet struct {
	plan        *plan
	first, last int
	gp          gopdf.GoPdf
	drawn       int   // how many texts it has placed
	before      []int // by page from first: how many texts the pages before it have

	grey uint8
}

// draw has gopdf draw the sheet and returns the bytes of its document.
func (s *sheet) draw(ctx context.Context) ([]byte, error) {
	s.gp.Start(gopdf.Config{PageSize: gopdf.Rect{W: 100, H: 100}}) // each page has its own
	s.gp.SetNoCompression()                                        // the streams are rewritten
	// Fonts go first: gopdf searches its objects from the start each time a font is set.
	for i := range s.plan.fonts {
		if err := s.gp.AddTTFFontData(strconv.Itoa(i), slugFont()); err != nil {
			return nil, fmt.Errorf("internal error: gopdf refuses the drawing font: %w", err)
		}
	}
	for i := s.first; i < s.last; i++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := s.page(i); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	var out bytes.Buffer
	if _, err := s.gp.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("gopdf cannot write its pages: %w", err)
	}
	return out.Bytes(), nil
}

func (s *sheet) page(i int) error {
	page, pp := s.plan.doc.Pages[i], &s.plan.pages[i]
	s.gp.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: points(page.Width), H: points(page.Height)}})
	s.gp.SetGrayFill(0) // a page without any content would be written broken
	s.grey = 0
	s.before = append(s.before, s.drawn)
	font, size, spacing := -1, typeset.Length(0), int64(0)
	if err := s.gp.SetCharSpacing(0); err != nil {
		return err
	}
	for k := range pp.ops {
		o := &pp.ops[k]
		if o.kind != pictureOp && o.grey != s.grey {
			s.gp.SetGrayFill(float64(o.grey) / 255)
			s.grey = o.grey
		}
		switch o.kind {
		case ruleOp:
			r := &page.Rules[o.from]
			err := s.gp.RectFromUpperLeftWithOpts(gopdf.DrawableRectOptions{
				X: points(r.X), Y: points(r.Y), Rect: gopdf.Rect{W: points(r.Width), H: points(r.Height)}, PaintStyle: gopdf.FillPaintStyle,
			})
			if err != nil {
				return err
			}
		case pictureOp:
			if err := s.picture(&page.Pictures[o.from]); err != nil {
				return err
			}
		case textOp:
			if o.font != font || o.size != size {
				if err := s.gp.SetFontWithStyle(strconv.Itoa(o.font), gopdf.Regular, points(o.size)); err != nil {
					return err
				}
				font, size = o.font, o.size
			}
			if o.spacing() != spacing {
				spacing = o.spacing()
				if err := s.gp.SetCharSpacing(float64(spacing) / 1e6); err != nil {
					return err
				}
			}
			s.gp.SetXY(points(o.x), points(o.y))
			if err := s.gp.Text(string(character(slug(s.drawn)))); err != nil {
				return err
			}
			s.drawn++
		}
	}
	return nil
}

// spacing is a text's letter-spacing in millionths of a point.
func (o *op) spacing() int64 { return int64(o.track) * int64(o.size) }

func points(l typeset.Length) float64 { return float64(l) / 1000 }
