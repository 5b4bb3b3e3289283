package pdf

// greyProfile is an ICC profile (ICC.1:2001-04, version 2) of a grey device with
// a gamma of 2.2: it says what our greys mean, as PDF/A asks of a file that uses
// DeviceGray, and leaves black the printer's own black. PDF/X asks for the profile
// of a printer, which is the same but for its class. It is made, not copied.
func greyProfile(print bool) []byte {
	type tag struct {
		name string
		data []byte
	}
	const (
		description = "storybind grey, gamma 2.2"
		copyright   = "No rights reserved"
	)
	desc := append([]byte("desc\x00\x00\x00\x00"), be.AppendUint32(nil, uint32(len(description)+1))...)
	desc = append(desc, description...)
	desc = append(desc, make([]byte, 1+4+4+2+1+67)...) // no Unicode, no Macintosh script
	tags := []tag{
		{"cprt", append(append([]byte("text\x00\x00\x00\x00"), copyright...), 0)},
		{"desc", desc},
		{"kTRC", []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33")},                         // 2.2 as 8.8 fixed point
		{"wtpt", []byte("XYZ \x00\x00\x00\x00\x00\x00\xF6\xD6\x00\x01\x00\x00\x00\x00\xD3\x2D")}, // D50
	}
	p := make([]byte, 128)
	class := "mntr"
	if print {
		class = "prtr"
	}
	copy(p[8:], "\x02\x10\x00\x00"+class+"GRAYXYZ ")
	for i, v := range []uint16{2000, 1, 1, 0, 0, 0} {
		be.PutUint16(p[24+2*i:], v)
	}
	copy(p[36:], "acsp")
	copy(p[68:], "\x00\x00\xF6\xD6\x00\x01\x00\x00\x00\x00\xD3\x2D") // D50
	p = be.AppendUint32(p, uint32(len(tags)))
	at := 128 + 4 + 12*len(tags)
	for _, t := range tags {
		p = append(p, t.name...)
		p = be.AppendUint32(p, uint32(at))
		p = be.AppendUint32(p, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tags {
		p = append(p, t.data...)
		for len(p)%4 != 0 {
			p = append(p, 0)
		}
	}
	be.PutUint32(p, uint32(len(p)))
	return p
}

// standardRGB defines what the colours of pictures mean, sRGB as near as 8.6.5.3 can say it.
const standardRGB = "[/CalRGB<</Gamma[2.2 2.2 2.2]/Matrix[0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505]/WhitePoint[0.9505 1 1.089]>>]"
