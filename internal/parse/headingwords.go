package parse

import "storybind/internal/book"

// A headingWord is a word that, with a number, opens a division of a book
// ("Chapter"), or that opens one by itself ("Prologue").
type headingWord struct {
	depth depth
	role  book.Role
	alone bool // opens a division without a number
}

// A depth orders the kinds of division from the outermost in, as printed books
// nest them. The file's own order may overrule it (see headingscheme.go).
type depth uint8

const (
	noDepth      depth = iota
	volumeDepth        // volume, tome
	bookDepth          // book
	partDepth          // part, act
	chapterDepth       // chapter, letter, day
	sceneDepth         // scene, section
)

// headingWords are the words of headings, in small letters; where a language
// writes accents, also without them, as headings in capitals often are.
var headingWords = makeHeadingWords()

func makeHeadingWords() map[string]headingWord {
	m := make(map[string]headingWord, 400)
	put := func(w headingWord, words ...string) {
		for _, s := range words {
			m[s] = w
			m[unaccent(s)] = w
		}
	}
	numbered := func(d depth, role book.Role, words ...string) { put(headingWord{depth: d, role: role}, words...) }
	alone := func(role book.Role, words ...string) {
		put(headingWord{depth: chapterDepth, role: role, alone: true}, words...)
	}

	numbered(volumeDepth, book.Volume, "volume", "vol", "tome", "band", "tomo", "том")
	numbered(bookDepth, book.Part, "book", "livre", "buch", "libro", "livro", "книга", "liber")
	numbered(partDepth, book.Part, "part", "pt", "partie", "teil", "parte", "часть", "act", "acte", "akt", "aufzug",
		"acto", "ato", "atto", "акт", "действие", "deel", "del", "część", "phase", "movement", "arc", "cycle", "season")
	numbered(chapterDepth, book.Chapter, "chapter", "chap", "ch", "chp", "chpt", "chapitre", "chap", "kapitel", "kap", "capítulo", "cap",
		"capitolo", "глава", "hoofdstuk", "kapittel", "kapitlet", "rozdział", "luku", "fejezet", "capitol", "caput", "episode", "ep", "épisode",
		"episodio", "episódio", "эпизод", "canto", "chant", "gesang", "canción", "песнь", "stave", "fit", "fytte", "letter", "lettre", "brief",
		"carta", "lettera", "письмо", "epistle", "day", "jour", "tag", "día", "giorno", "dia", "день", "night", "nuit", "nacht", "noche",
		"notte", "noite", "ночь", "week", "month", "year", "adventure", "aventure", "abenteuer", "aventura", "avventura", "приключение",
		"tale", "story", "conte", "lesson", "entry", "installment", "instalment", "session", "lecture", "number", "no", "strave", "track", "round", "issue",
		"interlude", "intermission", "appendix", "annexe", "anhang", "apéndice", "appendice", "приложение", "диалог", "dialogue")
	numbered(sceneDepth, book.Chapter, "scene", "scène", "szene", "auftritt", "escena", "cena", "scena", "сцена", "явление", "section", "abschnitt", "sección", "§")

	alone(book.Prologue, "prologue", "prolog", "prólogo", "prologo", "пролог", "prelude", "prélude", "prelúdio", "preludio", "vorspiel", "прелюдия",
		"overture", "teaser", "序章", "プロローグ", "楔子", "引子", "induction", "proem", "序幕")
	alone(book.Epilogue, "epilogue", "epilog", "épilogue", "epílogo", "epilogo", "эпилог", "finale", "coda", "conclusion", "conclusión", "conclusão",
		"conclusione", "schluß", "schluss", "nachspiel", "заключение", "終章", "终章", "エピローグ", "尾声", "尾聲", "l'envoi", "l'envoy", "envoi", "envoy",
		"aftermath", "postlude", "denouement", "dénouement")
	alone(book.Chapter, "interlude", "intermission", "entr'acte", "intermezzo", "interludio", "interlúdio", "intermedio", "zwischenspiel", "интерлюдия", "интермедия", "幕間", "番外",
		"番外編", "interludium")
	alone(book.Preface, "preface", "préface", "prefacio", "prefácio", "prefazione", "vorrede", "avant-propos", "vorbemerkung", "предисловие", "от автора",
		"序", "序言", "前言", "まえがき", "はじめに", "自序", "author's preface", "advertisement")
	alone(book.Foreword, "foreword", "vorwort", "forward", "avant propos")
	alone(book.Introduction, "introduction", "einleitung", "einführung", "introducción", "introdução", "introduzione", "вступление", "введение", "introductory", "argument")
	alone(book.Afterword, "afterword", "nachwort", "postface", "posfácio", "epílogo del autor", "postfazione", "послесловие", "postscript", "あとがき", "おわりに",
		"后记", "後記", "跋", "afterward")
	alone(book.Appendix, "appendix", "appendices", "annexe", "annexes", "anhang", "apéndice", "apêndice", "appendice", "приложение", "附录", "附錄", "付録")
	alone(book.Glossary, "glossary", "glossaire", "glossar", "glosario", "glossário", "glossario", "глоссарий")
	alone(book.Endnotes, "footnotes", "endnotes", "fußnoten", "fussnoten", "anmerkungen", "примечания", "notas", "注释")

	// Where a word stands in both lists it may carry a number and may do without.
	for _, s := range []string{"interlude", "intermission", "appendix", "annexe", "anhang", "apéndice", "apendice", "appendice", "приложение"} {
		w := m[s]
		w.alone = true
		m[s] = w
	}
	return m
}

// hanDivisions are the counters that follow a number in Chinese, Japanese and
// Korean headings ("第三回", "第二卷", "제1장").
var hanDivisions = map[rune]depth{
	'卷': volumeDepth, '巻': volumeDepth, '集': volumeDepth, '册': volumeDepth, '冊': volumeDepth,
	'部': partDepth, '篇': partDepth, '編': partDepth, '编': partDepth, '幕': partDepth, '부': partDepth, '권': volumeDepth,
	'章': chapterDepth, '回': chapterDepth, '话': chapterDepth, '話': chapterDepth, '折': chapterDepth, '夜': chapterDepth, '장': chapterDepth, '화': chapterDepth,
	'节': sceneDepth, '節': sceneDepth, '場': sceneDepth, '场': sceneDepth, '절': sceneDepth,
}
