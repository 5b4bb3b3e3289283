package cover

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif"
	"image/jpeg"
	"image/png"

	_ "golang.org/x/image/webp"

	"storybind/internal/book"
)

// A Picture is the setting that names a picture for the cover. It is a pflag.Value.
type Picture struct {
	name  string
	image *book.Image // after Load
}

// PictureHelp is what a setting of this type does, the same in every format.
const PictureHelp = "take this picture as the cover: a JPEG, PNG, GIF or WebP `file`; one of more than 1600 × 2400 pixels is made smaller"

// String is the file's name.
func (p *Picture) String() string { return p.name }

// Type is the word for the value in help texts.
func (p *Picture) Type() string { return "file" }

// Set names the file; "" takes the choice back.
func (p *Picture) Set(name string) error {
	*p = Picture{name: name}
	return nil
}

// Image is the picture, nil when none was chosen.
func (p *Picture) Image() *book.Image { return p.image }

// Load reads the picture through open, if one was named. What it is is seen from its
// bytes, which the book will carry as they are; only WebP, which old devices do not
// know, and a picture that is larger than any screen are written anew.
func (p *Picture) Load(open func(name string) ([]byte, error)) error {
	if p.name == "" {
		return nil
	}
	data, err := open(p.name)
	if err != nil {
		return err
	}
	if p.image, err = read(data); err != nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	return nil
}

// A cover must not be too large for the devices that show it: some have 256 MB for
// everything and unpack a picture to four bytes a pixel. Nor must it be too large for
// the machine that makes it smaller.
const (
	maxBytes = 10 << 20
	maxSide  = 10_000
	maxArea  = 30_000_000
	minSide  = 16
)

var kinds = map[string]string{"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif"}

// read finds out what a picture is, and reads it whole, since a device shows
// nothing of one that is cut off.
func read(data []byte) (img *book.Image, err error) {
	if kind := other(data); kind != "" {
		return nil, fmt.Errorf("%s cannot be shown by every e-reader; save it as JPEG or PNG", kind)
	}
	c, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, errors.New("the file is not a picture that an e-book can show; use a JPEG, PNG, GIF or WebP file")
	case err != nil:
		return nil, fmt.Errorf("the picture is broken: %w", err)
	case len(data) > maxBytes && c.Width <= maxWidth && c.Height <= maxHeight:
		return nil, fmt.Errorf("the picture has %d MB; e-readers refuse covers of more than %d MB", len(data)>>20, maxBytes>>20)
	case c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > maxArea:
		return nil, fmt.Errorf("the picture has %d × %d pixels, more than storybind makes smaller; save it with %d × %d at most", c.Width, c.Height, maxWidth, maxHeight)
	case c.Width < minSide || c.Height < minSide:
		return nil, fmt.Errorf("the picture has only %d × %d pixels; a cover needs at least 600 × 900 to look well", c.Width, c.Height)
	case c.ColorModel == color.CMYKModel:
		return nil, errors.New("the picture is in printing colours (CMYK), which e-readers show wrong or not at all; save it in RGB")
	}
	if w, h := fitted(c.Width, c.Height); w != c.Width || h != c.Height {
		return theLast.smaller(data)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture is broken: %w", err)
	}
	if kind == "webp" {
		if data, kind, err = older(picture); err != nil {
			return nil, err
		}
	}
	return &book.Image{ID: "cover", MediaType: kinds[kind], Data: data, Width: c.Width, Height: c.Height}, nil
}

// older writes a WebP picture in a format that old devices show too: a photograph as
// JPEG, one that kept every pixel as PNG.
func older(picture image.Image) (data []byte, kind string, err error) {
	var b bytes.Buffer
	if photograph, ok := picture.(*image.YCbCr); ok {
		err = jpeg.Encode(&b, photograph, &jpeg.Options{Quality: 92})
		return b.Bytes(), "jpeg", err
	}
	err = png.Encode(&b, picture)
	return b.Bytes(), "png", err
}

// other names kinds of pictures that are known but do not serve; "" for all else.
func other(data []byte) string {
	at := func(i int, s string) bool { return len(data) >= i+len(s) && string(data[i:i+len(s)]) == s }
	switch {
	case at(4, "ftypavif"):
		return "an AVIF picture"
	case at(4, "ftypheic"), at(4, "ftypheix"), at(4, "ftypmif1"):
		return "an HEIC picture"
	case at(0, "II*\x00"), at(0, "MM\x00*"):
		return "a TIFF picture"
	case at(0, "BM"):
		return "a BMP picture"
	case bytes.Contains(data[:min(len(data), 1024)], []byte("<svg")):
		return "an SVG drawing"
	}
	return ""
}
