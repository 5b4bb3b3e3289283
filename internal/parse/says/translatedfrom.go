package says

import (
	"strings"

	"storybind/internal/parse/char"
)

// tongues are languages as title pages name them behind "translated from the".
var tongues = set("french german russian italian spanish portuguese danish swedish norwegian icelandic dutch polish hungarian czech finnish greek latin japanese chinese arabic persian hebrew yiddish english american " +
	"fransch frans engelsch engels duitsch duits italiaansch italiaans russisch spaansch spaans zweedsch deensch französischen englischen russischen italienischen spanischen schwedischen dänischen norwegischen amerikanischen niederländischen ungarischen polnischen " +
	"anglais allemand russe italien espagnol inglese francese tedesco russo spagnolo inglés francés alemán ruso italiano inglez francez inglês francês alemão engelskan franskan tyskan ryskan engelsk fransk tysk russisk")

// TranslatedFrom reports whether a line only says from which language the book is translated:
// "UIT HET FRANSCH", "Translated from the German", "Traduit de l'anglais". "Aus dem Leben" is none.
func TranslatedFrom(s string) bool {
	const longest = 50
	s = strings.ReplaceAll(strings.Trim(s, " *_=.,:()"), "’", "'")
	if len(s) > longest {
		return false
	}
	for _, lead := range [...]string{"uit het ", "naar het ", "aus dem ", "nach dem ", "traduit d", "traduite d", "translated from ", "from the ", "tradotto d", "traduzione d", "traducido d", "traducción d", "traduzido d", "översättning från ", "från ", "oversat fra ", "fra "} {
		if char.HasFoldPrefix(s, lead) {
			return tongues[strings.ToLower(s[strings.LastIndexAny(s, " '")+1:])]
		}
	}
	return false
}
