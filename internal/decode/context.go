package decode

import "unicode"

// A kind says what a character is to its neighbours, and for letters of which
// script it is. Each is one bit.
type kind uint32

const (
	blank   kind = 1 << iota // white space, line ends
	lower                    // small letters
	upper                    // capital letters
	caless                   // letters without case
	digit                    // 0 to 9
	opening                  // “ ‘ ( ¿
	closing                  // ” )
	comma                    // . , ; : ! ?
	apos                     // ’ and '
	dash                     // – —
	dots                     // …
	guill                    // « »: open and close, as the language has it
	fixed                    // the no-break space
	symbol                   // £ © °
	oddity                   // ¤ ¬ ‡ ƒ: hardly ever in a story
	box                      // ─ █
	nothing                  // undefined bytes and control codes
	latin
	cyrillic
	greek
	semitic
)

const (
	letterKinds = lower | upper | caless
	scripts     = latin | cyrillic | greek | semitic
)

func kindOf(r rune) kind {
	switch r {
	case '\u00A0':
		return fixed
	case '“', '‘', '„', '‚', '¿', '¡', '(', '[', '{':
		return opening
	case '”', ')', ']', '}':
		return closing
	case '’', '\'':
		return apos
	case '«', '»', '‹', '›', '"', '*', '_', '/', '<', '>', '=':
		return guill
	case '–', '—', '―', '-', '~':
		return dash
	case '…':
		return dots
	case '.', ',', ';', ':', '!', '?':
		return comma
	case '£', '©', '®', '°', '§', '½', '¼', '¾', '²', '³', '€', '™', '×', '•', '·', '№', 'º', 'ª', '¢':
		return symbol
	case 'µ', 'Ω', 'π', 'ˆ', 'ˇ', 'ﬁ', 'ﬂ': // letters to Unicode, symbols of a Macintosh or a PC
		return oddity
	}
	k := scriptOf(r)
	switch {
	case r == unicode.ReplacementChar || r >= 0x7F && unicode.IsControl(r):
		return nothing
	case unicode.IsSpace(r) || r < ' ':
		return blank
	case r >= 0x2500 && r < 0x25A0:
		return box
	case r >= 0x0590 && r < 0x0780 && !unicode.IsPunct(r): // Hebrew and Arabic, letters and points
		return caless | k
	case unicode.IsLower(r):
		return lower | k
	case unicode.IsUpper(r):
		return upper | k
	case unicode.IsDigit(r):
		return digit
	case r < 0x80:
		return symbol
	}
	return oddity
}

func scriptOf(r rune) kind {
	switch {
	case r < 0x0250:
		return latin
	case r >= 0x0370 && r < 0x0400:
		return greek
	case r >= 0x0400 && r < 0x0530:
		return cyrillic
	}
	return semitic
}

// asciiKinds are the kinds of the bytes that mean the same everywhere.
var asciiKinds = func() (k [128]kind) {
	for c := range k {
		k[c] = kindOf(rune(c))
	}
	return k
}()

// points says how much sense it makes that a character of kind a stands before
// one of kind b, where at least one of them is a high byte. The figures were
// chosen by hand: what no careful writer does costs more than what everybody
// does earns, so that a few impossible places outweigh many possible ones.
func points(a, b kind) int {
	switch {
	case (a|b)&nothing != 0:
		return -20
	case a&letterKinds != 0 && b&letterKinds != 0:
		return inWord(a, b)
	case (a|b)&box != 0:
		switch {
		case a&b&box != 0:
			return 0 // the same one twice is a rule, see pairPoints
		case (a|b)&letterKinds != 0:
			return -4
		}
		return -1
	case (a|b)&oddity != 0:
		if (a|b)&letterKinds != 0 {
			return -6
		}
		return -3
	case (a|b)&fixed != 0:
		return 1
	case (a|b)&symbol != 0:
		switch {
		case (a|b)&letterKinds != 0:
			return -4
		case (a|b)&digit != 0:
			return 1
		}
		return 0
	case (a|b)&apos != 0:
		return apostrophe(a, b)
	case b&opening != 0:
		switch {
		case a&blank != 0:
			return 2
		case a&(dash|guill|opening|dots) != 0:
			return 1
		case a&letterKinds != 0:
			return -4
		}
		return -2
	case a&opening != 0:
		if b&blank != 0 {
			return -3
		}
		if b&comma != 0 {
			return -1
		}
		return 2
	case b&closing != 0:
		switch {
		case a&comma != 0:
			return 3
		case a&(dash|dots|guill) != 0:
			return 2
		case a&blank != 0:
			return -2
		}
		return 1
	case a&closing != 0:
		switch {
		case b&blank != 0:
			return 2
		case b&letterKinds != 0:
			return -4
		}
		return 1
	case (a|b)&(dash|dots|guill) != 0:
		return 1
	case (a|b)&letterKinds != 0 && (a|b)&digit != 0:
		return -1
	case a&comma != 0 && b&lower != 0:
		return -2
	}
	return 0
}

// inWord judges two letters side by side.
func inWord(a, b kind) int {
	switch {
	case a&b&scripts == 0:
		return -8
	case a&lower != 0 && b&upper != 0:
		return -6
	case a&b&latin != 0:
		return 1
	}
	return 2
}

// apostrophe judges ’ (and ') beside a high byte.
func apostrophe(a, b kind) int {
	switch {
	case a&letterKinds != 0:
		return 3
	case b&lower != 0, a&comma != 0, a&dots != 0, a&dash != 0, b&comma != 0, b&digit != 0:
		return 1
	}
	return 0
}
