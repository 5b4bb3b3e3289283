package pdf

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"unicode/utf8"

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

	// gopdf asks for the adjustment between each two glyphs of a text, first when
	// the text is placed and again when it is written, in the same order. It does
	// not say where it is, so a cursor keeps step.
	adjusts []int16
	cursor  int
	lost    bool // gopdf asked for more than there is

	grey uint8
}

// draw has gopdf draw the sheet and returns the bytes of its document.
func (s *sheet) draw(ctx context.Context, fonts [][]byte) ([]byte, error) {
	s.gp.Start(gopdf.Config{PageSize: gopdf.Rect{W: 100, H: 100}}) // each page has its own
	s.gp.SetNoCompression()                                        // the streams are rewritten
	// Fonts go first: gopdf searches its objects from the start each time a font is set.
	for i, ttf := range fonts {
		family := strconv.Itoa(i)
		if err := s.gp.AddTTFFontDataWithOption(family, ttf, gopdf.TtfOption{UseKerning: true}); err != nil {
			return nil, fmt.Errorf("internal error: gopdf refuses the drawing font: %w", err)
		}
		if err := s.gp.KernOverride(family, s.adjust); err != nil {
			return nil, err
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
	asked := s.cursor
	s.cursor = 0
	var out bytes.Buffer
	if _, err := s.gp.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("gopdf cannot write its pages: %w", err)
	}
	if s.lost || asked != len(s.adjusts) || s.cursor != len(s.adjusts) {
		return nil, fmt.Errorf("internal error: gopdf asked for %d and %d adjustments of %d", asked, s.cursor, len(s.adjusts))
	}
	return out.Bytes(), nil
}

// adjust answers gopdf's question for the kerning of a pair: one number holds
// kerning and the stretch of spaces (see pagePlan.adjusts).
func (s *sheet) adjust(_, _ rune, _, _ uint, _ int16) int16 {
	if s.cursor >= len(s.adjusts) {
		s.lost = true
		return 0
	}
	v := s.adjusts[s.cursor]
	s.cursor++
	return v
}

func (s *sheet) page(i int) error {
	page, pp := s.plan.doc.Pages[i], &s.plan.pages[i]
	s.gp.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: points(page.Width), H: points(page.Height)}})
	s.gp.SetGrayFill(0) // a page without any content would be written broken
	s.grey = 0
	var text []byte
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
			text = text[:0]
			for _, c := range pp.codes[o.from:o.to] {
				text = utf8.AppendRune(text, character(c))
			}
			s.adjusts = append(s.adjusts, pp.adjusts[o.from:o.to-1]...)
			s.gp.SetXY(points(o.x), points(o.y))
			if err := s.gp.Text(string(text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// spacing is a text's letter-spacing in millionths of a point.
func (o *op) spacing() int64 { return int64(o.track) * int64(o.size) }

func points(l typeset.Length) float64 { return float64(l) / 1000 }
