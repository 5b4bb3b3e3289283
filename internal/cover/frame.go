package cover

// frames are the lines around the cover.
var frames = []func(*canvas){double, single, corners, bands, dashes, triple, notched}

const edge = 54 // from the cover's edge to the frame

// outline draws a rectangular line of that width, inset from the cover's edges.
func (c *canvas) outline(inset, width int) {
	c.rect(inset, inset, c.wide-inset, inset+width, accent)
	c.rect(inset, c.high-inset-width, c.wide-inset, c.high-inset, accent)
	c.rect(inset, inset+width, inset+width, c.high-inset-width, accent)
	c.rect(c.wide-inset-width, inset+width, c.wide-inset, c.high-inset-width, accent)
}

func double(c *canvas) {
	c.outline(edge, 8)
	c.outline(edge+20, 3)
}

func single(c *canvas) { c.outline(edge, 4) }

func triple(c *canvas) {
	c.outline(edge-12, 3)
	c.outline(edge, 6)
	c.outline(edge+15, 3)
}

// corners draws a line, and a lozenge in each corner.
func corners(c *canvas) {
	c.outline(edge, 4)
	for _, x := range []int{edge + 2, c.wide - edge - 2} {
		for _, y := range []int{edge + 2, c.high - edge - 2} {
			const r = 22
			c.box(x-r-8, y-r-8, x+r+8, y+r+8, ground) // the line stops before the lozenge
			c.fill(shape{{px(x, y-r), px(x+r, y), px(x, y+r), px(x-r, y)}}, accent, nil)
		}
	}
}

// bands draws a broad band at head and foot.
func bands(c *canvas) {
	for _, b := range [][2]int{{0, 46}, {58, 64}} {
		c.rect(0, b[0], c.wide, b[1], accent)
		c.rect(0, c.high-b[1], c.wide, c.high-b[0], accent)
	}
}

// dashes draws a row of short strokes.
func dashes(c *canvas) {
	const stroke, gap, width = 18, 14, 6
	for x := edge; x+stroke <= c.wide-edge; x += stroke + gap {
		c.rect(x, edge, x+stroke, edge+width, accent)
		c.rect(x, c.high-edge-width, x+stroke, c.high-edge, accent)
	}
	for y := edge; y+stroke <= c.high-edge; y += stroke + gap {
		c.rect(edge, y, edge+width, y+stroke, accent)
		c.rect(c.wide-edge-width, y, c.wide-edge, y+stroke, accent)
	}
}

// notched draws a line whose corners step in.
func notched(c *canvas) {
	const n, w = 44, 5
	l, r, t, b := edge, c.wide-edge, edge, c.high-edge
	c.rect(l+n, t, r-n, t+w, accent)
	c.rect(l+n, b-w, r-n, b, accent)
	c.rect(l, t+n, l+w, b-n, accent)
	c.rect(r-w, t+n, r, b-n, accent)
	for _, x := range []int{l, r - n - w} {
		c.rect(x, t+n, x+n+w, t+n+w, accent)
		c.rect(x, b-n-w, x+n+w, b-n, accent)
	}
	for _, x := range []int{l + n, r - n - w} {
		c.rect(x, t, x+w, t+n+w, accent)
		c.rect(x, b-n-w, x+w, b, accent)
	}
}
