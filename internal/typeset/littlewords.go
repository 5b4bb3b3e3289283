package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// littleWords are the words of a few letters that lean on what follows them: articles,
// prepositions, conjunctions. A phrase begins before one and never ends behind it.
var littleWords = func() map[string]bool {
	words := map[string]bool{}
	for _, list := range []string{
		"a an the and but or nor for yet so of in on at by to from with without into onto over under upon up down off out as if when while that which who whom whose than then because until till since before after through across along between among around about against toward towards behind beyond beneath beside like near past per via not was were is are had has have could would should will did does do",
		"der die das den dem des ein eine einen einem einer eines und oder aber denn dass daß wenn als wie von zu zum zur in im ins an am auf aus bei beim mit nach vor über unter durch für gegen ohne um war hatte",
		"le la les un une des du de d et ou mais donc que qui à au aux en dans par pour sur sous avec sans chez vers était avait",
		"el los las uno una unos unas y e o u pero que de del a al en con sin por para sobre entre hacia hasta desde era había",
		"il lo i gli gl un uno una e ed o ma che di del della a al alla da in nel nella con su per tra fra era aveva",
	} {
		from := 0
		for i := 0; i <= len(list); i++ {
			if i == len(list) || list[i] == ' ' {
				words[list[from:i]] = true
				from = i + 1
			}
		}
	}
	return words
}()

// titleCase gives a title that is typed in capitals small letters, as English titles have them:
// "THE HOUSE BY THE SEA" is "The House by the Sea". Numerals stay.
func titleCase(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		low := strings.ToLower(w)
		switch {
		case bareNumber(w) && len(w) > 1 || strings.ContainsRune(w, '.') && utf8.RuneCountInString(w) > 2 && w[1] == '.': // II, U.S.
			continue
		case i > 0 && i < len(words)-1 && littleWords[low] && len(low) < 5 && !strings.Contains(" not was is are had has have will did does do ", " "+low+" ") && !strings.HasSuffix(words[i-1], ":"):
			words[i] = low
			continue
		}
		capital := true
		words[i] = strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) {
				capital = capital || r == '-' || r == '—' || r == '–' || r == '/'
				return r
			}
			if capital {
				capital = false
				return r
			}
			return unicode.ToLower(r)
		}, w)
	}
	return strings.Join(words, " ")
}
