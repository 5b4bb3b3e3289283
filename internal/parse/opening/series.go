package opening

import (
	"strings"

	"storybind/internal/parse/says"
)

// seriesIn reads the series field with which entries begin, and the place in it that the
// next field may give: "Series: The Tides", "Book: 2".
func seriesIn(es []entry) (name, index string) {
	name, index = says.SeriesOf(es[0].label, es[0].value)
	whole := strings.TrimSpace(es[0].value)
	if name == "" || index != "" && whole != name+" "+index || len(es) < 2 || !says.PlaceLabels[says.LabelKey(es[1].label)] {
		return name, index
	}
	value := strings.Replace(strings.Trim(es[1].value, " #."), ",", ".", 1) // "2,5"
	if place, size := says.PlaceAt(value); size > 0 && size == len(value) {
		if index != "" { // "Furnace 9": the number is the name's, as the place stands below
			name = whole
		}
		return name, place
	}
	return name, index
}
