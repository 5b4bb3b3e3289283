package cover

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"sync"

	"storybind/internal/book"
)

// The most pixels that a cover has in a book: what no screen of an e-reader passes.
const (
	maxWidth  = 1600
	maxHeight = 2400
)

// fitted are the sides of a picture scaled down, if need be, to what a cover may have.
func fitted(w, h int) (int, int) {
	if w <= maxWidth && h <= maxHeight {
		return w, h
	}
	if w*maxHeight > h*maxWidth {
		return maxWidth, max(h*maxWidth/w, 1)
	}
	return max(w*maxHeight/h, 1), maxHeight
}

// scaled makes a picture smaller: each pixel is the mean of those that it covers. It
// counts in integers, so that every processor gives the same bytes, and holds one row
// of the large picture at a time. w and h are at most the picture's own.
func scaled(src image.Image, w, h int) *image.RGBA {
	at := src.Bounds()
	sw, sh := at.Dx(), at.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	row := image.NewRGBA(image.Rect(0, 0, sw, 1))
	wide := make([]uint64, 4*w) // a row's sums, each over sw parts of a pixel
	sums := make([]uint64, 4*w) // those of the rows that the row of out covers
	whole := uint64(sw) * uint64(sh)
	for y, to := 0, 0; y < sh; y++ {
		draw.Draw(row, row.Bounds(), src, image.Pt(at.Min.X, at.Min.Y+y), draw.Src)
		across(wide, row.Pix, sw, w)
		for left := h; left > 0; { // the row counts h parts, and a row of out takes sh
			taken := min(left, (to+1)*sh-(y*h+h-left))
			for i, v := range wide {
				sums[i] += v * uint64(taken)
			}
			if left -= taken; y*h+h-left == (to+1)*sh {
				pix := out.Pix[to*out.Stride:][:4*w]
				for i := range pix {
					pix[i] = uint8((sums[i] + whole/2) / whole)
				}
				clear(sums)
				to++
			}
		}
	}
	return out
}

// across sums a row of sw pixels up into w.
func across(sums []uint64, pix []uint8, sw, w int) {
	clear(sums)
	for x, to := 0, 0; x < sw; x++ {
		p := pix[4*x : 4*x+4]
		for left := w; left > 0; {
			taken := min(left, (to+1)*sw-(x*w+w-left))
			s := sums[4*to : 4*to+4]
			for i, v := range p {
				s[i] += uint64(v) * uint64(taken)
			}
			if left -= taken; x*w+w-left == (to+1)*sw {
				to++
			}
		}
	}
}

// A last is the picture that was made smaller last: every format of a book asks for
// its cover, and every story of a folder may have the same.
type last struct {
	lock sync.Mutex
	of   [sha256.Size]byte
	made *book.Image
}

var theLast last

// smaller writes a picture that is too large for a cover anew: a photograph as JPEG,
// one that kept every pixel as PNG.
func (l *last) smaller(data []byte) (*book.Image, error) {
	l.lock.Lock() // one at a time: it takes the memory of the whole picture
	defer l.lock.Unlock()
	of := sha256.Sum256(data)
	if l.made != nil && l.of == of {
		return l.made, nil
	}
	picture, kind, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture is broken: %w", err)
	}
	w, h := fitted(picture.Bounds().Dx(), picture.Bounds().Dy())
	var b bytes.Buffer
	if _, photograph := picture.(*image.YCbCr); photograph || kind == "jpeg" {
		kind, err = "jpeg", jpeg.Encode(&b, scaled(picture, w, h), &jpeg.Options{Quality: 92})
	} else {
		kind, err = "png", png.Encode(&b, scaled(picture, w, h))
	}
	if err == nil && b.Len() > maxBytes { // a photograph kept as PNG
		b.Reset()
		kind, err = "jpeg", jpeg.Encode(&b, scaled(picture, w, h), &jpeg.Options{Quality: 92})
	}
	if err != nil {
		return nil, err
	}
	l.of, l.made = of, &book.Image{ID: "cover", MediaType: kinds[kind], Data: b.Bytes(), Width: w, Height: h}
	return l.made, nil
}
