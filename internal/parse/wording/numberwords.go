package wording

import "storybind/internal/parse/lexicon"

// numeralOf is the lexicon's number as a numeral of so many bytes.
func numeralOf(n lexicon.Number, size int) Numeral {
	kind := cardinal
	switch n.Kind {
	case lexicon.Ordinal:
		kind = ordinal
	case lexicon.Last:
		kind = FinalNumber
	}
	return Numeral{kind, int(n.Value), size}
}
