package typeset

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/face"
)

// A Style is what a person may choose about the pages.
type Style struct {
	Page      PageSize    // the preset, or a size of one's own
	Font      face.Choice // a bundled family, or font files of one's own
	Size      Points      // the size of the text; 0 is the preset's
	Leading   Points      // from baseline to baseline; 0 is the preset's
	Ragged    bool        // lines end where their words end
	NoHyphens bool
	TwoSided  bool // margins mirrored, as leaves that are bound want them

	Margins     Margins     // the page's own where they are not set
	Rectos      bool        // chapters begin on right-hand pages
	NoHalfTitle bool        // a long book has none
	Heads       HeadStyle   // what running heads say
	Print       Printer     // who prints the pages; "" for nobody
	Booklet     bool        // two pages to a side of a sheet
	Cover       *book.Image // on a leaf before all other pages; nil for none
}

// DefaultStyle is the style without any choice made: a5 pages in the default family.
func DefaultStyle() Style { return Style{Page: PageSize{Name: "a5"}, TwoSided: true} }

// Flags declares the settings on fs.
func (s *Style) Flags(fs *pflag.FlagSet) {
	fs.Var(&s.Page, "page", "the page: "+strings.Join(PageNames(), ", ")+", a trim size (5x8, 5.25x8, 6x9, a-format, b-format), or a size such as 120x190mm or 5.5x8.5in")
	fs.Var(&s.Font, "font", face.FontHelp())
	fs.Var(&s.Size, "size", "the size of the text in points (default: the page's own)")
	fs.Var(&s.Margins, "margin", "the page's `margins` in mm, cm, in or pt: one for all, or inner,outer,head,foot (default: the page's own)")
	fs.Var(&s.Leading, "leading", "from one baseline to the next in points (default: the page's own)")
	fs.BoolVar(&s.Ragged, "ragged", s.Ragged, "let lines end where their words end, instead of setting both edges straight")
	fs.BoolVar(&s.NoHyphens, "no-hyphens", s.NoHyphens, "divide no word at the end of a line")
	fs.BoolVar(&s.Rectos, "recto", s.Rectos, "let chapters begin on right-hand pages")
	fs.Var(&s.Print, "print", "make the pages ready for a `printer`: "+strings.Join(s.Print.Choices(), ", "))
	fs.BoolVar(&s.Booklet, "booklet", s.Booklet, "lay two pages on each side of a sheet, to be printed on both sides, folded and sewn")
	fs.Var(&s.Heads, "heads", "what running heads name: title (of book and chapter), author (and chapter), or none")
	fs.BoolVar(&s.NoHalfTitle, "no-half-title", s.NoHalfTitle, "leave out the half title that a long book has")
	fs.BoolVar(&s.TwoSided, "two-sided", s.TwoSided, "mirror the margins of left and right pages; --two-sided=false for screens and for printing on one side")
}

// Points is a length as a setting in points: "11", "10.5".
type Points Length

// String is the length in points, "" for none.
func (p *Points) String() string {
	if *p == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(*p)/1000, 'f', -1, 64)
}

// Set reads a length between 4 and 72 points.
func (p *Points) Set(v string) error {
	n, err := thousandths(strings.TrimSuffix(strings.TrimSpace(v), "pt"))
	if err != nil || n < 4*int64(Point) || n > 72*int64(Point) {
		return fmt.Errorf("%q is not a size in points between 4 and 72", v)
	}
	*p = Points(n)
	return nil
}

// Type is the word for the value in help texts.
func (p *Points) Type() string { return "points" }

// A PageSize is a preset, or the width and height of a page.
type PageSize struct {
	Name          string // the preset; "" for a size of one's own
	Width, Height Length
}

// String is the setting's value.
func (p *PageSize) String() string {
	if p.Name != "" {
		return p.Name
	}
	pt := func(l Length) string { return strconv.FormatFloat(float64(l)/1000, 'f', -1, 64) }
	return pt(p.Width) + "x" + pt(p.Height) + "pt"
}

// Choices are the presets, for forms; Set takes other sizes too.
func (p *PageSize) Choices() []string { return PageNames() }

// Set reads a preset's name, or width x height with a unit (mm, cm, in, pt; mm without).
func (p *PageSize) Set(v string) error {
	v = strings.ToLower(strings.TrimSpace(v))
	for _, name := range PageNames() {
		if v == name {
			*p = PageSize{Name: name}
			return nil
		}
	}
	if inches, ok := trimInInches(v); ok {
		v = inches
	}
	num, perUnit := cutUnit(v)
	w, h, ok := strings.Cut(strings.ReplaceAll(num, "×", "x"), "x")
	width, err1 := thousandths(w)
	height, err2 := thousandths(h)
	if !ok || err1 != nil || err2 != nil {
		return fmt.Errorf("%q is neither a page (%s) nor a size such as 120x190mm", v, strings.Join(PageNames(), ", "))
	}
	p.Name = ""
	wide, high := width*perUnit/1000000, height*perUnit/1000000
	if wide < 100*int64(Point) || high < 100*int64(Point) || wide > 5000*int64(Point) || high > 5000*int64(Point) {
		return fmt.Errorf("a page of %s is too small or too large; between 36 and 1700 mm on each side can be set", v)
	}
	p.Width, p.Height = Length(wide), Length(high)
	return nil
}

// trimInInches are the trim sizes that printers call by bare numbers.
func trimInInches(v string) (string, bool) {
	switch v = strings.ReplaceAll(v, "×", "x"); v {
	case "5x8", "5.06x7.81", "5.25x8", "5.5x8.5", "6x9", "6.14x9.21", "7x10":
		return v + "in", true
	case "a-format":
		return "110x178mm", true
	case "b-format":
		return "129x198mm", true
	}
	return v, false
}

// Type is the word for the value in help texts.
func (p *PageSize) Type() string { return "page" }

// thousandths reads a decimal number without floating point, so that a setting
// means the same on every processor.
func thousandths(s string) (int64, error) {
	whole, frac, _ := strings.Cut(strings.TrimSpace(s), ".")
	if whole == "" || len(whole) > 6 || strings.ContainsAny(whole, "+-") {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return 0, err
	}
	frac = (frac + "000")[:3]
	f, err := strconv.ParseInt(frac, 10, 64)
	if err != nil || strings.ContainsAny(frac, "+-") {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	return n*1000 + f, nil
}
