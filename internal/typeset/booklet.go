package typeset

// A booklet is printed two pages to a side of a sheet, folded and sewn: sheets that are laid
// inside each other are a signature.
const (
	signature  = 16 // pages of one; a needle goes through four sheets
	oneBooklet = 48 // a book of up to so many pages is a single one, to be stapled
)

// impose is the order of pages for a booklet of n pages: for each side of a sheet the page on the
// left and the one on the right, -1 for an empty one. Fronts and backs take turns.
func impose(n int, rtl bool) [][2]int {
	size := signature
	if n <= oneBooklet {
		size = max((n+3)/4*4, 4)
	}
	var sides [][2]int
	page := func(i int) int {
		if i >= n {
			return -1
		}
		return i
	}
	for from := 0; from < n; from += size {
		for k := 0; k < size/2; k++ {
			left, right := page(from+size-1-k), page(from+k)
			if k%2 == 1 {
				left, right = right, left
			}
			if rtl {
				left, right = right, left
			}
			sides = append(sides, [2]int{left, right})
		}
	}
	return sides
}

// booklet lays the pages of the document two on each side of a sheet.
func (d *Document) booklet(rtl bool) {
	width, height := d.geo.width, d.geo.height
	var sheets []*Page
	for _, side := range impose(len(d.Pages), rtl) {
		sheet := &Page{Width: 2 * width, Height: height}
		for k, index := range side {
			if index < 0 {
				continue
			}
			p, shift := d.Pages[index], Length(k)*width
			for _, l := range p.Lines {
				l.page = int32(index)
				for i := range l.Runs {
					l.Runs[i].X += shift
				}
			}
			for i := range p.Rules {
				p.Rules[i].X += shift
			}
			for i := range p.Pictures {
				p.Pictures[i].X += shift
			}
			sheet.Lines = append(sheet.Lines, p.Lines...)
			sheet.Rules = append(sheet.Rules, p.Rules...)
			sheet.Pictures = append(sheet.Pictures, p.Pictures...)
		}
		sheets = append(sheets, sheet)
	}
	d.Pages, d.Outline, d.Sheets = sheets, nil, true
}

// Place is where a line of a sheet is read: the number of the page it is on.
func (l *Line) Place() int { return int(l.page) }
