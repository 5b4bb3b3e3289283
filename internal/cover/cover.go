// Package cover draws a cover from what a book says about itself.
//
// One design: a frame, an emblem with the title's initial cut out of it, the
// title, the author. Colours, the emblem's shape and the frame follow from title
// and authors, so the same book has the same cover, and a shelf of books does
// not look like one book. Everything is computed in whole numbers, so the
// picture is the same on every processor, and it has sixteen colours, so it is
// small and quickly written.
package cover

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/face"
)

// The size of a cover in pixels.
const (
	Width  = 1200
	Height = 1800
)

// Draw is the book's cover as a PNG. The lettering is set in the family; what it
// lacks comes from the symbols face. missing are the characters of title and
// authors that neither has; a cover with them would show gaps, so the line that
// holds them is left out.
func Draw(m *book.Metadata, family *face.Family) (img *book.Image, missing []rune, err error) {
	d := designOf(m)
	c := newCanvas(d.scheme)
	d.frame(c)
	l := newLettering(c, m, family)
	l.front(m, d.emblem)
	data, err := c.png()
	if err != nil {
		return nil, nil, fmt.Errorf("draw the cover: %w", err)
	}
	return &book.Image{ID: "cover", MediaType: "image/png", Data: data, Width: Width, Height: Height}, l.missing, nil
}

// A design is what tells one book's cover from another's.
type design struct {
	scheme scheme
	emblem func() shape
	frame  func(*canvas)
}

// designOf chooses by title and authors.
func designOf(m *book.Metadata) design {
	choice := fnv.New64a()
	choice.Write([]byte(oneLine(m.Title) + "\x00" + strings.Join(m.Authors(), "\x00")))
	n := choice.Sum64()
	pick := func(of int) int {
		i := n % uint64(of)
		n /= uint64(of)
		return int(i)
	}
	return design{schemes[pick(len(schemes))], emblems[pick(len(emblems))], frames[pick(len(frames))]}
}

// initialOf is the letter or digit that the title is filed under.
func initialOf(m *book.Metadata) rune {
	for _, s := range []string{m.TitleSort, m.Title} {
		for _, r := range s {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToUpper(r)
			}
		}
	}
	return 0
}

// oneLine folds white space and leaves out what is not printed.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xAD || r == 0xFFFD || unicode.Is(unicode.Cf, r) {
			if unicode.IsSpace(r) {
				return ' '
			}
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
