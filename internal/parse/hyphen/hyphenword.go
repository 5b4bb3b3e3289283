package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/lexicon"
)

// A verdictOnBreak says what one broken word was before.
type verdictOnBreak uint8

const (
	Unclear    verdictOnBreak = iota
	MayBeWhole                // both forms are words, and the one without a hyphen is rare
	WasDivided                // one word without a hyphen
	WasWhole                  // a compound that had its hyphen
)

// Judge judges one broken word by itself.
func (v *HyphenVote) Judge(head, tail string) verdictOnBreak {
	joined, parted := v.seen(head+tail), v.seen(head+"-"+tail)
	if joined != parted {
		if joined > parted {
			return WasDivided
		}
		return WasWhole
	}
	headIs, tailIs := v.isWord(head), v.isWord(tail)
	if !v.English {
		if v.seen(head) > 0 && v.seen(tail) > 0 && utf8.RuneCountInString(head) > 2 && utf8.RuneCountInString(tail) > 2 {
			return WasWhole
		}
		return Unclear
	}
	one, common := lexicon.EnglishWord(head + tail)
	switch {
	case utf8.RuneCountInString(head) == 1 && len(tail) > 2: // "e-" "mail", "T-" "shirt": nobody leaves a letter alone at a line's end
		return WasWhole
	case one && (!v.mayBeWord(head) && !prefixes[head] || !v.mayBeWord(tail)):
		return WasDivided
	case one && common && (noFirstPart[head] || endings[tail] || closed[head+tail]):
		return WasDivided
	case one && (!common || quarters[head] || head == "by") && (len(head) > 2 || head == "by" || head == "ox") && !inflects[tail] && (headIs || prefixes[head] || quarters[head]) && (tailIs || quarters[head] || isFormed(tail)):
		return MayBeWhole
	case one && participles[tail] && headIs && len(head) > 2 && !noFirstPart[head] && !particles[head]:
		return MayBeWhole
	case one:
		return Unclear
	case !one && headIs && (tailIs || isFormed(tail)) && !inflects[tail]:
		return WasWhole
	case !one && (prefixes[head] || utf8.RuneCountInString(head) == 1) && tailIs:
		return WasWhole
	case !one && !headIs && !tailIs && len(head) > 1:
		return WasDivided // a name, a rare word
	}
	return Unclear
}

// isWord reports whether a part is a word of its own.
func (v *HyphenVote) isWord(w string) bool {
	if v.seen(w) > 1 {
		return true
	}
	if !v.English {
		return v.seen(w) > 0
	}
	_, common := lexicon.EnglishWord(w)
	return common && len(w) > 1
}

// mayBeWord reports whether a part is a word at all, however rare.
func (v *HyphenVote) mayBeWord(w string) bool {
	known, _ := lexicon.EnglishWord(w)
	return known && len(w) > 1 || isFormed(w) || v.seen(w) > 1
}

// isFormed reports whether a word is made of a common one as compounds are: hearted,
// faced, lipped.
func isFormed(w string) bool {
	stem, ok := strings.CutSuffix(w, "ed")
	if !ok || len(stem) < 3 {
		return false
	}
	_, common := lexicon.EnglishWord(stem)
	if !common {
		_, common = lexicon.EnglishWord(stem + "e")
	}
	if n := len(stem) - 1; !common && n > 2 && stem[n] == stem[n-1] {
		_, common = lexicon.EnglishWord(stem[:n])
	}
	return common
}

// noFirstPart are words that begin no compound with a hyphen: "for-" "gotten".
var noFirstPart = map[string]bool{"for": true, "an": true, "be": true, "in": true, "as": true, "is": true, "at": true, "he": true, "we": true, "so": true, "me": true, "us": true, "or": true, "if": true, "am": true,
	"can": true, "has": true, "was": true, "but": true, "not": true, "the": true, "her": true, "him": true, "it": true, "my": true, "no": true, "per": true, "a": true}

// quarters are first words that stand with a hyphen and without one.
var quarters = map[string]bool{"north": true, "south": true, "east": true, "west": true, "mid": true, "half": true}

// participles end compounds of two everyday words that are written either way, and that
// books of old wrote with a hyphen: "home-made", "new-born", "hand-sewn".
var participles = map[string]bool{"made": true, "born": true, "borne": true, "bred": true, "grown": true, "spun": true, "sewn": true, "worn": true, "bound": true, "built": true, "wrought": true, "struck": true}

// particles stand before participles without a hyphen: "overgrown", "outworn".
var particles = map[string]bool{"over": true, "out": true, "under": true, "fore": true, "inter": true, "through": true}

// prefixes are first parts of compounds that are no words of their own.
var prefixes = map[string]bool{"ex": true, "non": true, "pre": true, "anti": true, "semi": true, "self": true, "co": true, "pseudo": true, "quasi": true, "vice": true, "neo": true, "pro": true, "sub": true, "ultra": true, "mid": true, "multi": true, "post": true, "un": true, "re": true}

// endings are no words, or none that stand behind a hyphen: "forgot-" "ten".
var endings = map[string]bool{"ed": true, "ing": true, "er": true, "est": true, "ly": true, "ness": true, "ish": true, "ism": true, "ion": true, "ions": true, "ally": true, "ten": true, "ted": true, "tor": true, "ter": true, "ting": true, "ties": true}

// closed are everyday words of two words that nobody parts.
var closed = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("somebody something somewhere somehow somewhat sometimes sometime anybody anything anywhere anyhow anyway everything everywhere nobody nothing nowhere " +
		"himself herself itself myself yourself themselves ourselves yourselves oneself however whatever whenever wherever whoever whichever forever within without upstairs downstairs " +
		"upward upwards downward downwards midnight afternoon afterward afterwards toward towards forward forwards backward backwards outward inward inside outside beside besides " +
		"forgot forget forgive forgiven forgave understand understood underneath breakfast cupboard whereas whereupon therefore thereupon thereof hereafter moreover") {
		out[w] = true
	}
	return out
}()

// inflects are endings that look like words.
var inflects = map[string]bool{"ed": true, "ing": true, "er": true, "est": true, "ly": true, "able": true, "less": true, "ness": true, "ish": true, "ism": true, "ion": true, "ions": true, "al": true, "ally": true, "like": true, "hood": true, "ship": true, "some": true, "man": true, "men": true, "ten": true, "ted": true, "tor": true, "ter": true, "ton": true, "ting": true, "ties": true, "son": true}

// EnglishIn counts the words of a line, and those that are English.
func EnglishIn(s string) (words, known int) {
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if len(w) < 2 {
			continue
		}
		words++
		if is, _ := lexicon.EnglishWord(strings.ToLower(w)); is {
			known++
		}
	}
	return words, known
}
