package cover

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func TestPicture(t *testing.T) {
	grey := image.NewGray(image.Rect(0, 0, 60, 90))
	var p, j, g, tiny bytes.Buffer
	for _, err := range []error{png.Encode(&p, grey), jpeg.Encode(&j, grey, nil), gif.Encode(&g, grey, nil),
		png.Encode(&tiny, image.NewPaletted(image.Rect(0, 0, 1, 1), color.Palette{color.Black}))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	wide := bytes.Clone(p.Bytes())
	copy(wide[16:], "\x00\x01\x00\x00") // 65,536 pixels, and a checksum that is wrong
	files := map[string][]byte{"p": p.Bytes(), "j.png": j.Bytes(), "g": g.Bytes(), "tiny": tiny.Bytes(), "cut": p.Bytes()[:p.Len()/2],
		"webp": []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "tiff": []byte("II*\x00"), "svg": []byte("<?xml version='1.0'?><svg/>"), "text": []byte("It was late."), "nothing": {}, "wide": wide}
	open := func(name string) ([]byte, error) { return files[name], nil }
	for name, want := range map[string]string{"p": "image/png", "j.png": "image/jpeg", "g": "image/gif", "tiny": "only 1 × 1 pixels",
		"cut": "cut: the picture is broken", "webp": "the picture is broken", "tiff": "a TIFF picture", "svg": "an SVG drawing", "text": "not a picture", "nothing": "not a picture", "wide": "broken"} {
		var choice Picture
		choice.Set(name)
		err := choice.Load(open)
		img := choice.Image()
		if strings.HasPrefix(want, "image/") {
			if err != nil || img.MediaType != want || img.Width != 60 || img.Height != 90 || !bytes.Equal(img.Data, files[name]) {
				t.Errorf("%s: %+v, %v", name, img, err)
			}
		} else if err == nil || img != nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", name, err, want)
		}
	}
}

// A WebP picture becomes one that every device shows.
func TestWebP(t *testing.T) {
	for text, want := range map[string]string{
		"UklGRmoAAABXRUJQVlA4IF4AAAAQBACdASoYACQAPqlEmkmmJCKhNVgMAMAVCUAAB8/c5hyfQ40ffnungAD+95Qf2S3Dm3//8Edn7WY+MifyW4cBzhEr85+Hxve823y8urEBB9XAYikNYS6NGU79AAAA": "image/jpeg",
		"UklGRlAAAABXRUJQVlA4TEMAAAAvF8AIAM1kRP9jU/eI/gcQtW2j/jr+qLc7AwgBQZHnpgfZpE06tWPoFTm2KYaxpjGlntP2s+/ZmX3PDJPv2fmz7jkAAA==":                                 "image/png",
	} {
		var choice Picture
		choice.Set("front.webp")
		if err := choice.Load(func(string) ([]byte, error) { return base64.StdEncoding.DecodeString(text) }); err != nil {
			t.Fatal(err)
		}
		img := choice.Image()
		c, kind, err := image.DecodeConfig(bytes.NewReader(img.Data))
		if err != nil || img.MediaType != want || "image/"+kind != want || c.Width != 24 || c.Height != 36 || img.Width != 24 {
			t.Errorf("%s %s of %d × %d, %v; want %s", img.MediaType, kind, c.Width, c.Height, err, want)
		}
	}
}

// A picture larger than any screen is made smaller, in its own shape and colours.
func TestLargePicture(t *testing.T) {
	for _, c := range []struct{ w, h, wantW, wantH int }{{3200, 2400, 1600, 1200}, {1000, 4801, 499, 2400}, {1600, 2401, 1599, 2400}, {1601, 16, 1600, 15}, {9999, 2999, 1600, 479}} {
		large := image.NewPaletted(image.Rect(0, 0, c.w, c.h), color.Palette{color.RGBA{200, 30, 90, 255}, color.RGBA{0, 0, 0, 255}})
		for y := range c.h {
			for x := c.w / 2; x < c.w; x++ {
				large.SetColorIndex(x, y, 1)
			}
		}
		var b bytes.Buffer
		if err := png.Encode(&b, large); err != nil {
			t.Fatal(err)
		}
		img, err := read(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		m, kind, err := image.Decode(bytes.NewReader(img.Data))
		if err != nil || kind != "png" || img.Width != c.wantW || img.Height != c.wantH || m.Bounds().Dx() != c.wantW || m.Bounds().Dy() != c.wantH {
			t.Fatalf("%d × %d became %s of %d × %d, %v", c.w, c.h, kind, m.Bounds().Dx(), m.Bounds().Dy(), err)
		}
		for x, want := range map[int]color.RGBA{0: {200, 30, 90, 255}, c.wantW/2 - 2: {200, 30, 90, 255}, c.wantW/2 + 2: {0, 0, 0, 255}, c.wantW - 1: {0, 0, 0, 255}} {
			if got := color.RGBAModel.Convert(m.At(x, c.wantH-1)); got != want {
				t.Errorf("%d × %d: at %d it is %v, want %v", c.w, c.h, x, got, want)
			}
		}
	}
}
