package parse

import "storybind/internal/parse/lexicon"

// numeralOf is the lexicon's number as a numeral of so many bytes.
func numeralOf(n lexicon.Number, size int) numeral {
	kind := cardinal
	switch n.Kind {
	case lexicon.Ordinal:
		kind = ordinal
	case lexicon.Last:
		kind = finalNumber
	}
	return numeral{kind, int(n.Value), size}
}
