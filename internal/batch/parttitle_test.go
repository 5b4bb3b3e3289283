package batch

import "testing"

func TestMayBePart(t *testing.T) {
	for text, want := range map[string]bool{
		"The Lamp (2/3)\n": true, "Subject: Lamp 2 of 10": true, "Part 2 OF 3": true, "x\r\nLamp 01/12 ": true, "Lamp [ 1 / 2 ]": true,
		"The Lamp, Part 2\n": true, "Lamp - part Two (PG)": true, "Part IV": true, "(2/?)": true, "p\x00a\x00r\x00t\x00 \x002\x00": true,
		"part 2 was the worst of it": false, "parting 2": false, "apart 2": false, "part of him": false, "part one hundred": false, "part 2000": false, "3/?x": false, "part ": false,
		"L\x00 \x001\x002\x00/\x001\x005\x00": true, "1\x00 \x00o\x00f\x00 \x002\x00": true,
		"Date: 11/12/2003": false, "2003/11/12": false, "open 24/7": false, "http://x/1/2/": false, "3 of them": false, "1234/5678": false,
		"owed Mara 3/4 of a map": false, "3/4 mile": false, "Lamp 2/3 by Annie": true, "Lamp 2/3: x": true, "(2/3) x": true, "complete (1/1)": false, "0/3": false, "": false, "7": false, "7/": false, "7 o": false, "2 off 3": false, "v1.2/3": false,
	} {
		if got := mayBePart([]byte(text)); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
