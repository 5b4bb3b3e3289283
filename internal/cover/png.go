package cover

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image/color"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// png is the finished picture (PNG, third edition); the canvas must not be used
// after it. The standard library's encoder asks for each pixel by a call when
// four bits hold it; this one packs whole rows, in a fifth of the time.
func (c *canvas) png() ([]byte, error) {
	if len(c.Pix) == Width*Height {
		defer pixels.Put((*[Width * Height]uint8)(c.Pix))
	}
	rows, err := c.rows()
	if err != nil {
		return nil, err
	}
	header := binary.BigEndian.AppendUint32(nil, uint32(c.Rect.Dx()))
	header = binary.BigEndian.AppendUint32(header, uint32(c.Rect.Dy()))
	header = append(header, 4, 3, 0, 0, 0) // four bits, palette, the only ways of compression and filtering, not interlaced
	var palette []byte
	for _, p := range c.Palette {
		rgb := p.(color.RGBA)
		palette = append(palette, rgb.R, rgb.G, rgb.B)
	}
	out := make([]byte, 0, len(rows)+len(palette)+80)
	out = append(out, "\x89PNG\r\n\x1a\n"...)
	out = chunk(out, "IHDR", header)
	out = chunk(out, "PLTE", palette)
	out = chunk(out, "IDAT", rows)
	return chunk(out, "IEND", nil), nil
}

func chunk(dst []byte, name string, content []byte) []byte {
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(content)))
	from := len(dst)
	dst = append(append(dst, name...), content...)
	return binary.BigEndian.AppendUint32(dst, crc32.ChecksumIEEE(dst[from:]))
}

// rows are the picture's rows, compressed.
func (c *canvas) rows() ([]byte, error) {
	var out bytes.Buffer
	out.Grow(64 << 10)
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&out)
	packed := make([]byte, 1+c.Stride/2) // filter 0: the bytes as they are
	for y := range c.Rect.Dy() {
		row := c.Pix[y*c.Stride : (y+1)*c.Stride]
		pack(packed[1:], row)
		if _, err := z.Write(packed); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// pack puts two pixels into each byte, the left one above; eight at a time, as there are two
// millions of them.
func pack(dst, row []byte) {
	for len(row) >= 8 {
		x := binary.LittleEndian.Uint64(row)
		x = (x<<4 | x>>8) & 0x00FF00FF00FF00FF
		x = (x | x>>8) & 0x0000FFFF0000FFFF
		binary.LittleEndian.PutUint32(dst, uint32(x|x>>16))
		dst, row = dst[4:], row[8:]
	}
	for i := range dst {
		dst[i] = row[2*i]<<4 | row[2*i+1]
	}
}

// deflaters are kept from cover to cover: making one takes longer than using it.
var deflaters = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, 6)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}
