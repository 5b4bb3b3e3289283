package says

import "testing"

// The series' name and the story's place in it, as header fields give them.
func TestSeriesOf(t *testing.T) {
	for _, c := range []struct{ value, name, index string }{
		{"Lamp 3", "Lamp", "3"},
		{"Lamp #0", "Lamp", "0"},
		{"Lamp #0.5", "Lamp", "0.5"},
		{"Lamp #2.10", "Lamp", "2.10"},
		{"Lamp #007", "Lamp", "7"},
		{"Lamp, Book 0", "Lamp", "0"},
		{"Lamp (Book 0)", "Lamp", "0"},
		{"Lamp (#1.5)", "Lamp", "1.5"},
		{"Lamp: part two", "Lamp", "2"},
		{"Part 0 of Lamp", "Lamp", "0"},
		{"Book 2.5 of the Lamp series", "Lamp", "2.5"},
		{"3rd in the Lamp series", "Lamp", "3"},
		{"Lamp 2.5", "Lamp", "2.5"},
		{"Lamp, part 2 of 7", "Lamp", "2"},
		{"Area 51", "Area 51", ""},
		{"Area 51 #3", "Area 51", "3"},
		{"Stations 1999", "Stations 1999", ""},
		{"Stations 1999, Book 2", "Stations 1999", "2"},
		{"District 9", "District 9", ""},
		{"The Hundred 451", "The Hundred 451", ""},
		{"Lamp", "Lamp", ""},
	} {
		if name, index := SeriesOf("Series", c.value); name != c.name || index != c.index {
			t.Errorf("%s: %q %q, want %q %q", c.value, name, index, c.name, c.index)
		}
	}
}
