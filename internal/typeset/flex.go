package typeset

// How far a justified line gives. Spaces stretch by half of their width and shrink
// by three tenths; letters move apart by at most two hundredths of an em, which no reader
// sees (Bringhurst 2.1.8; microtype's limits are alike), and less together, where touching
// letters would show; and they become wider or narrower by less than a stem's own width
// differs from letter to letter. All give in the same proportion, so that none has to give much.
const (
	trackMost  = 20 // thousandths of an em added after each letter
	trackLeast = 12 // or taken away
	widerMost  = 15 // thousandths of its width by which a letter becomes wider, or narrower
	looseGap   = 60 // thousandths of an em between two characters of a script without spaces
)

// gap adds what a word space gives. The letter-spacing of the letter before it is
// taken back: the gap is the space's own.
func (f *font) gap(space int32, stretch, shrink *int64) {
	*stretch += f.units(space/2 - trackMost)
	*shrink += f.units(space*3/10 - trackLeast)
}

// letters adds what n letters give that are width wide together.
func (f *font) letters(n, width int32, stretch, shrink *int64) {
	if f.key.face == monoFace {
		return
	}
	wider := f.units(width) * int64(f.wider) / 1000
	*stretch += f.units(n*trackMost) + wider
	*shrink += f.units(n*trackLeast) + wider
}

// letterspace moves glyphs apart and returns how many it moved. Marks, which take
// up no room, stay with the glyph that they stand on.
func letterspace(gs []Glyph, by int32) int32 {
	n := int32(0)
	for i := range gs {
		if i == len(gs)-1 || gs[i+1].Advance > 0 {
			gs[i].Advance += by
			n++
		}
	}
	return n
}

// A flex is what one line gives, in millionths of a point.
type flex struct {
	stretch, shrink int64
	tracked         int64 // what a thousandth of an em of letter-spacing makes
	wider           int32 // by how many thousandths letters may become wider
}

func (x *flex) letters(f *font, n, width int32) {
	if f.key.face != monoFace {
		f.letters(n, width, &x.stretch, &x.shrink)
		x.tracked += f.units(n)
		x.wider = max(x.wider, f.wider)
	}
}

func (x *flex) space(f *font, space int32) {
	f.gap(space, &x.stretch, &x.shrink)
	x.tracked -= f.units(1)
}

func (x *flex) loose(f *font) { x.stretch += f.units(looseGap) }

// widening is by how many thousandths the letters of a line that must take up spare
// become wider, rounded towards none.
func (x *flex) widening(spare int64) int32 {
	switch most := int64(x.wider); {
	case spare > 0 && x.stretch > 0:
		return int32(min(spare*most/x.stretch, most))
	case spare < 0 && x.shrink > 0:
		return -int32(min(-spare*most/x.shrink, most))
	}
	return 0
}

// track is the letter-spacing of a line that must take up spare, in thousandths
// of an em, rounded towards none.
func (x *flex) track(spare int64) int32 {
	switch {
	case x.tracked <= 0:
		return 0
	case spare > 0 && x.stretch > 0:
		return int32(min(spare*trackMost/x.stretch, trackMost))
	case spare < 0 && x.shrink > 0:
		return -int32(min(-spare*trackLeast/x.shrink, trackLeast))
	}
	return 0
}
