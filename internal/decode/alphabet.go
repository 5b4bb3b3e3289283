package decode

import (
	"strings"
	"sync"
	"unicode"
)

// loanLetters is the place of the alphabet that stands for English: the accents
// of words from everywhere.
const loanLetters = 0

// alphabets are the letters beyond ASCII with which a language is written. A
// language's own letters speak for it; one that is missing speaks against it.
var alphabets = [...]string{
	loanLetters: "éèêëáàâäåæçñíïîóòôöøœúùûüāēīōū",
	1:           "éèàùâêîôûçëïüÿœæ",                               // French
	2:           "äöüßéèà",                                        // German
	3:           "áéíóúñüªº",                                      // Spanish
	4:           "áàâãéêíóôõúüçèòªº",                              // Portuguese
	5:           "àèéìòóùîªº",                                     // Italian
	6:           "éëïóöüèáêíĳ",                                    // Dutch
	7:           "åäöéàüšžæøáèô",                                  // Swedish, Finnish
	8:           "æøåéòôóêüäö",                                    // Danish, Norwegian
	9:           "áðéíóúýþæö",                                     // Icelandic
	10:          "ąćęłńóśźż",                                      // Polish
	11:          "áčďéěíňóřšťúůýžöü",                              // Czech
	12:          "áäčďéíĺľňóôŕšťúýžě",                             // Slovak
	13:          "áéíóöőúüű",                                      // Hungarian
	14:          "ăâîşţșț",                                        // Romanian
	15:          "čćđšž",                                          // Croatian, Slovene
	16:          "çğıöşüâîûi̇",                                    // Turkish
	17:          "ąčęėįšųūž",                                      // Lithuanian
	18:          "āčēģīķļņšūž",                                    // Latvian
	19:          "äöõüšž",                                         // Estonian
	20:          "абвгдежзийклмнопрстуфхцчшщъыьэюяё",              // Russian, Bulgarian
	21:          "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэў",         // Ukrainian, Belarusian
	22:          "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ",              // Serbian, Macedonian
	23:          "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",           // Greek
	24:          "אבגדהוזחטיךכלםמןנסעףפץצקרשת",                    // Hebrew
	25:          "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگکھںےہ", // Arabic, Persian, Urdu
	26:          "àèéíïòóúüçl·",                                   // Catalan
}

// usualLetters are the ten most frequent letters of scripts whose every letter
// is a high byte: they tell one script read as another.
const usualLetters = "оеаинтсрвл" + "αοιετσνηυρ" + "יוהלאמרתבנ" + "اليمونتربه"

type letter struct {
	languages uint32 // a bit for each of the alphabets
	usual     bool
}

var letters = sync.OnceValue(func() map[rune]letter {
	m := map[rune]letter{}
	for l, set := range alphabets {
		for _, r := range set {
			x := m[r]
			x.languages |= 1 << l
			x.usual = strings.ContainsRune(usualLetters, r)
			m[r] = x
		}
	}
	return m
})

func letterOf(r rune) letter { return letters()[unicode.ToLower(r)] }
