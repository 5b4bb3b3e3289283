package cover

import "image/color"

// A scheme is the three colours of a cover: ink stands out from the ground far
// enough for small letters (7:1), the accent far enough for shapes (3:1).
type scheme struct{ ground, ink, accent uint32 }

// schemes are colour schemes that go together, dark and light.
var schemes = []scheme{
	{0x14273F, 0xF4EAD5, 0xD9A441}, // navy, ivory, gold
	{0x5A1720, 0xF5E9D6, 0xDE9B74}, // oxblood, cream, rose gold
	{0x1D3B2A, 0xF1EAD2, 0xC9A24B}, // forest, cream, brass
	{0x3B1F3F, 0xF4E9ED, 0xD58FB0}, // plum, blush, rose
	{0x0F4A4D, 0xEEF3E6, 0xE2B45A}, // teal, milk, honey
	{0x26282B, 0xF0ECE2, 0xE0653A}, // charcoal, paper, vermilion
	{0x1B1B3A, 0xECE8F5, 0x8FB3E8}, // midnight, mist, sky
	{0x6E2E16, 0xFBEEDB, 0xF0B35B}, // sienna, cream, amber
	{0x2C3E4F, 0xF2EFE6, 0xF08A6B}, // slate, paper, coral
	{0x3F421B, 0xF5F0D6, 0xD9C25A}, // olive, cream, straw
	{0x12384F, 0xEAF2F4, 0x7CC4B8}, // sea blue, foam, verdigris
	{0x4A1531, 0xFAEBE4, 0xE8A29A}, // burgundy, shell, salmon
	{0x2B2118, 0xF3E7D0, 0xB98B52}, // umber, vellum, bronze
	{0xF3EAD8, 0x23282E, 0xA23B2A}, // ivory, ink, brick
	{0xDDE7EC, 0x172A3C, 0x2F6F8F}, // pale blue, ink blue, lake
	{0xDCE4D0, 0x22331E, 0x4C7034}, // sage, moss, leaf
	{0xF3DDD3, 0x3A1A1F, 0xA93E46}, // blush, wine, rose
	{0xE9D9B6, 0x31271A, 0x8A5518}, // sand, umber, saddle
	{0xE4DDED, 0x2A203F, 0x6C4BA0}, // lilac, aubergine, violet
	{0xEFEDE6, 0x1F1F1F, 0x3B5B53}, // bone, black, spruce
}

// steps is how many shades a colour has where it fades into the ground.
const steps = 5

// palette is the ground, the shades of the ink, the shades of the accent.
func (s scheme) palette() color.Palette {
	p := color.Palette{blend(s.ground, s.ink, 0)}
	for _, over := range []uint32{s.ink, s.accent} {
		for i := 1; i <= steps; i++ {
			p = append(p, blend(s.ground, over, i))
		}
	}
	return p
}

// The first shade of each colour in the palette.
const (
	ground = 0
	ink    = 1
	accent = 1 + steps
)

func blend(under, over uint32, i int) color.Color {
	mix := func(shift int) uint8 {
		u, o := int(under>>shift&0xFF), int(over>>shift&0xFF)
		return uint8((u*(steps-i) + o*i + steps/2) / steps)
	}
	return color.RGBA{mix(16), mix(8), mix(0), 0xFF}
}
