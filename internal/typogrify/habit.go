package typogrify

import "strings"

// A habit is how a language prints what a typewriter could not.
type habit struct {
	open, close           string // around speech; a no-break space may belong to it
	innerOpen, innerClose string // around a quotation within
	dash                  dashHabit
	english               bool // with its elisions, and dashes without spaces
	french                bool // no-break spaces before the tall marks : ; ! ?
}

// A dashHabit is how a language sets a break in thought typed as "--" or " - ".
type dashHabit int

const (
	closedEm   dashHabit = iota // word—word
	spacedEn                    // word – word
	spacedEm                    // word — word, and — at the start of speech
	attachedEm                  // —Speech —he said— and on
)

// habits are by language and, where it matters, region. Sources: The Chicago
// Manual of Style and the Standard Ebooks manual (English); Imprimerie
// nationale, Lexique des règles typographiques (French); Duden (German); Real
// Academia, Ortografía 2010 (Spanish); Правила русской орфографии и пунктуации
// 2006 (Russian); for the others the tables of Unicode CLDR.
var habits = map[string]habit{
	"en":    {open: "“", close: "”", innerOpen: "‘", innerClose: "’", english: true},
	"fr":    {open: "«\u00A0", close: "\u00A0»", innerOpen: "‘", innerClose: "’", dash: spacedEm, french: true},
	"de":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEn},
	"de-CH": {open: "«", close: "»", innerOpen: "‹", innerClose: "›", dash: spacedEn},
	"es":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: attachedEm},
	"ca":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: attachedEm},
	"gl":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: attachedEm},
	"pt":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEm},
	"pt-BR": {open: "“", close: "”", innerOpen: "‘", innerClose: "’", dash: spacedEm},
	"it":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEm},
	"ru":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEm},
	"uk":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEm},
	"be":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEm},
	"el":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEm},
	"pl":    {open: "„", close: "”", innerOpen: "‚", innerClose: "’", dash: spacedEm},
	"ro":    {open: "„", close: "”", innerOpen: "‚", innerClose: "’", dash: spacedEm},
	"hu":    {open: "„", close: "”", innerOpen: "‚", innerClose: "’", dash: spacedEn},
	"nl":    {open: "“", close: "”", innerOpen: "‘", innerClose: "’", dash: spacedEn},
	"cs":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEn},
	"sk":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEn},
	"sl":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEn},
	"hr":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEn},
	"bg":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEm},
	"et":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEn},
	"lt":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEm},
	"is":    {open: "„", close: "“", innerOpen: "‚", innerClose: "‘", dash: spacedEn},
	"sv":    {open: "”", close: "”", innerOpen: "’", innerClose: "’", dash: spacedEn},
	"fi":    {open: "”", close: "”", innerOpen: "’", innerClose: "’", dash: spacedEn},
	"da":    {open: "»", close: "«", innerOpen: "›", innerClose: "‹", dash: spacedEn},
	"no":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEn},
	"nb":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEn},
	"nn":    {open: "«", close: "»", innerOpen: "‘", innerClose: "’", dash: spacedEn},
	"tr":    {open: "“", close: "”", innerOpen: "‘", innerClose: "’", dash: spacedEn},
	// Hebrew and Arabic use the straight quote for other things, Japanese has no use for it.
	"he": {}, "ar": {}, "fa": {}, "ur": {}, "yi": {}, "ja": {},
	"zh": {open: "“", close: "”", innerOpen: "‘", innerClose: "’", dash: spacedEm},
}

// habitOf is the habit of a BCP 47 language; a language without one is set as English is.
func habitOf(language string) habit {
	tag := strings.ReplaceAll(language, "_", "-")
	for tag != "" {
		if h, ok := habits[tag]; ok {
			return h
		}
		tag = tag[:max(0, strings.LastIndexByte(tag, '-'))]
	}
	return habits["en"]
}
